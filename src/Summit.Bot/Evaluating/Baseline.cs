using System.Globalization;
using System.Text.Json;

namespace Summit.Bot.Evaluating;

/// <summary>The figures that were reached, of each set by name: shares from 0 to 1, rounded to four decimals. Tests fail where one drops.</summary>
/// <param name="Own">Of the project's own sets. They are deterministic: nothing may drop.</param>
/// <param name="Public">Of public sets, as far as they were measured.</param>
public sealed record Baseline(Dictionary<string, Dictionary<string, double>> Own, Dictionary<string, Dictionary<string, double>> Public)
{
    /// <summary>Name of the file, beside the own sets.</summary>
    public const string FileName = "baseline.json";

    /// <summary>How much a figure of a public set may drop, as a share: 0.2 points.</summary>
    public const double PublicTolerance = 0.002;

    private const int Decimals = 4;

    /// <summary>Reads it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no baseline; the message says how to make one.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), EvaluationJson.Default.Baseline) ?? throw new JsonException("It is null.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} holds no baseline. {error.Message} Write it anew: delete it, then summit-bot eval --baseline.", error);
        }
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, EvaluationJson.Indented.Baseline).ReplaceLineEndings("\n") + "\n");

    /// <summary>What is held of the answers to a set: the share of right answers of each group, and the precision of the answerable ones.</summary>
    public static Dictionary<string, double> FiguresOf(AnswerReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var figures = new Dictionary<string, double>();
        foreach (var group in report.Groups.Where(group => group.Right is not null))
        {
            figures[$"{group.Language} {group.Kind} right"] = Rounded(group.Right!.Value);
            if (group is { Kind: AnswerReport.Answerable, Precision: { } precision })
                figures[$"{group.Language} {group.Kind} precision"] = Rounded(precision);
        }

        return figures;
    }

    /// <summary>What is held of the search of a set.</summary>
    public static Dictionary<string, double> FiguresOf(RetrievalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new Dictionary<string, double>
        {
            ["passage R@1"] = Rounded(result.Passage.Recall1), ["passage MRR@10"] = Rounded(result.Passage.Mrr10),
            ["sentence R@1"] = Rounded(result.Sentence.Recall1), ["sentence MRR@10"] = Rounded(result.Sentence.Mrr10),
            ["sentence in its passage"] = Rounded(result.Given), ["refusal AUC"] = Rounded(result.RefusalAuc),
            ["answered right"] = Rounded(result.Answered.Right), ["refused when removed"] = Rounded(result.Answered.RefusedWhenRemoved),
        };
    }

    /// <summary>The figures that are worse than they were, or gone.</summary>
    /// <param name="held">What was reached.</param>
    /// <param name="measured">What is reached now.</param>
    /// <param name="tolerance">By how much a figure may drop.</param>
    public static IReadOnlyList<string> Drops(IReadOnlyDictionary<string, double> held, IReadOnlyDictionary<string, double> measured, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(measured);
        // What is rounded to four decimals is compared to them.
        return [.. held.Where(figure => !measured.TryGetValue(figure.Key, out var now) || Rounded(figure.Value - now) > tolerance).Select(figure => Change(figure.Key, figure.Value, measured))];
    }

    /// <summary>The figures that are not what they were.</summary>
    /// <param name="held">What was reached.</param>
    /// <param name="measured">What is reached now.</param>
    public static IReadOnlyList<string> Changes(IReadOnlyDictionary<string, double> held, IReadOnlyDictionary<string, double> measured)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(measured);
        return
        [
            .. held.Where(figure => measured.GetValueOrDefault(figure.Key, double.NaN) != figure.Value).Select(figure => Change(figure.Key, figure.Value, measured)),
            .. measured.Where(figure => !held.ContainsKey(figure.Key)).Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Key}: {figure.Value:0.0000}, new")),
        ];
    }

    private static string Change(string name, double held, IReadOnlyDictionary<string, double> measured) => measured.TryGetValue(name, out var now)
        ? string.Create(CultureInfo.InvariantCulture, $"{name}: {now:0.0000}, was {held:0.0000}")
        : string.Create(CultureInfo.InvariantCulture, $"{name}: not measured, was {held:0.0000}");

    private static double Rounded(double share) => Math.Round(share, Decimals);
}
