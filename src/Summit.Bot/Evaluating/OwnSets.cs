using Summit.Bot.Channels;

namespace Summit.Bot.Evaluating;

/// <summary>The project's own sets of questions, on the shipped article and on articles that were made for the tests.</summary>
public static class OwnSets
{
    /// <summary>Where they lie in the repository.</summary>
    public const string Folder = "tests/Summit.Bot.Evaluation";

    /// <summary>The sets that are held out, questions and dialogues: nobody looks at more than their totals, so that they tell of questions that were never seen.</summary>
    public static IReadOnlyList<string> HeldOut { get; } = ["blind", "blinddialogues"];

    /// <summary>The dialogues.</summary>
    public const string Dialogues = "dialogues";

    /// <summary>The set of questions on other topics altogether.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>The questions of the first set in the middle of what people put around them in a chat.</summary>
    public const string Framed = "framed";

    /// <summary>The set on ten articles that were made for it.</summary>
    public const string Newsroom = "newsroom";

    /// <summary>The sets of single questions on the shipped article that are read to improve the bot, and learned from.</summary>
    public static IReadOnlyList<string> OnShippedArticle { get; } = ["gold", "second", "heldout", "style", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twentyfirst", "twentysecond", "twentythird", "twentyfourth", "twentyfifth", "twentysixth", "twentyseventh"];

    /// <summary>Name of those as one.</summary>
    public const string Pooled = "shipped article";

    /// <summary>The sets of single questions that are read to improve the bot, and learned from.</summary>
    public static IReadOnlyList<string> Development { get; } = [.. OnShippedArticle, Newsroom];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Development, Dialogues, Framed, Elsewhere, .. HeldOut];

    /// <summary>Asks each of them.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="core">Answers them.</param>
    /// <param name="options">How much of a conversation is remembered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">A set cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static async Task<IReadOnlyList<AnswerReport>> MeasureAsync(string folder, BotCore core, ConversationsOptions options, CancellationToken cancellationToken = default)
    {
        var reports = new List<AnswerReport>();
        foreach (var name in All)
            reports.Add(AnswerReport.Of(name, await AnswerEvaluation.RunAsync(QuestionSet.Read(FileIn(folder, name)), core, options, cancellationToken)));
        return reports;
    }

    /// <summary>The file of a set in a folder.</summary>
    public static string FileIn(string folder, string name) => Path.Combine(folder, name + ".jsonl");

    /// <summary>Their folder, from the working directory upwards; null where there is none.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Folder);
            if (File.Exists(FileIn(candidate, Development[0])))
                return candidate;
        }

        return null;
    }
}
