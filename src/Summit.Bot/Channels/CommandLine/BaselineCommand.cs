using Summit.Bot.Evaluating;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Writes what is reached now into the file that the tests compare to.</summary>
internal static class BaselineCommand
{
    /// <summary>Measures the project's own sets.</summary>
    public static async Task WriteOwnAsync(BotCore core, ConversationsOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Folder();
        var measured = (await OwnSets.MeasureAsync(folder, core, options, cancellationToken)).ToDictionary(report => report.Set, Baseline.FiguresOf);
        var old = Read(folder);
        Write(folder, old with { Own = measured }, old.Own, measured, output);
    }

    /// <summary>Adds what was measured on public sets.</summary>
    public static void WritePublic(IEnumerable<RetrievalResult> results, TextWriter output)
    {
        var folder = Folder();
        var measured = results.ToDictionary(result => result.Set, Baseline.FiguresOf);
        var old = Read(folder);
        var all = new Dictionary<string, Dictionary<string, double>>(old.Public);
        foreach (var (set, figures) in measured)
            all[set] = figures;
        Write(folder, old with { Public = all }, old.Public, measured, output);
    }

    /// <summary>The folder of the project's own sets.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Folder() =>
        OwnSets.Find() ?? throw new UsageException($"There is no {OwnSets.Folder} here or in a folder above. Run eval --all and eval --baseline in the repository.");

    private static Baseline Read(string folder)
    {
        var path = Path.Combine(folder, Baseline.FileName);
        return File.Exists(path) ? Baseline.Read(path) : new Baseline([], []);
    }

    private static void Write(
        string folder, Baseline baseline, Dictionary<string, Dictionary<string, double>> old, Dictionary<string, Dictionary<string, double>> measured, TextWriter output)
    {
        var path = Path.Combine(folder, Baseline.FileName);
        baseline.Write(path);
        var changes = measured.SelectMany(set => Baseline.Changes(old.GetValueOrDefault(set.Key) ?? [], set.Value).Select(change => $"{set.Key}: {change}")).ToList();
        output.WriteLine(changes.Count == 0 ? $"{path} holds these figures already." : $"{path} was written. {changes.Count} figures changed:");
        foreach (var change in changes)
            output.WriteLine(change);
    }
}
