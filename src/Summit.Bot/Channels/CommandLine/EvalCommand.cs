using System.Globalization;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Scores the answers to a gold set.</summary>
internal static class EvalCommand
{
    /// <summary>The project's own set.</summary>
    public const string OwnGold = "tests/Summit.Bot.Evaluation/gold.jsonl";

    public static int Run(string[] settings, string? path, bool failures)
    {
        path ??= FindOwn() ?? throw new UsageException($"There is no {OwnGold} here or in a folder above. Name a gold file: summit-bot eval gold.jsonl");
        if (!File.Exists(path))
            throw new UsageException($"The file {path} does not exist. Name a gold file, or none for {OwnGold}.");
        var questions = GoldQuestion.Read(path);
        if (questions.Count == 0)
            throw new InvalidDataException($"{path} holds no question.");
        using var core = Load(SummitCommandLine.ReadOptions(settings));
        var results = Evaluation.Run(questions, core.Reader, core.Assistant, core.Index);
        Evaluation.WriteTable(results, Console.Out);
        if (failures)
            Evaluation.WriteFailures(results, Console.Out);
        return SummitCommandLine.Done;
    }

    /// <summary>Measures retrieval on sets that others wrote.</summary>
    public static int RunRetrieval(string folder, IReadOnlyList<string> only)
    {
        var (embedder, speech) = (new BuiltinEmbedder(Linguistics.Shared), new SpeechReader(Linguistics.Shared));
        var results = new List<RetrievalResult>();
        foreach (var name in RetrievalSet.NamesIn(folder).Where(name => only.Count == 0 || only.Contains(name)))
            results.Add(RetrievalEvaluation.Run(RetrievalSet.Read(folder, name), articles => new Retriever(Indexer.InMemory(articles, Linguistics.Shared, embedder, speech), embedder, Linguistics.Shared, speech)));
        RetrievalEvaluation.WriteTable(results, Console.Out);
        return SummitCommandLine.Done;
    }

    /// <summary>Learns the weights of the ranking on sets that others wrote, and on the project's own.</summary>
    public static int Train(string folder, IReadOnlyList<string> only)
    {
        var (embedder, speech) = (new BuiltinEmbedder(Linguistics.Shared), new SpeechReader(Linguistics.Shared));
        var sets = RetrievalSet.NamesIn(folder).Where(name => only.Count == 0 || only.Contains(name)).Select(name => RetrievalSet.Read(folder, name)).ToList();
        if (FindOwn() is { } own)
            sets.Add(RetrievalSet.Own(GoldQuestion.Read(own)));
        var examples = sets.ConvertAll(set => RetrievalEvaluation.Examples(
            set, new Retriever(Indexer.InMemory(set.Articles, Linguistics.Shared, embedder, speech), embedder, Linguistics.Shared, speech)));
        var weights = RankingTrainer.Train(examples, Console.Out);
        foreach (var (name, weight) in RankingWeights.Names.Zip(weights))
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} {weight / weights[0],8:0.000}"));
        Console.Out.WriteLine(string.Join(' ', weights.Select(weight => (weight / weights[0]).ToString("0.000", CultureInfo.InvariantCulture))));
        return SummitCommandLine.Done;
    }

    private static BotCore Load(SummitOptions options) =>
        BotCore.Load(options, ConversationStores.Of(options, TimeProvider.System, StandardErrorLogger.Instance), StandardErrorLogger.Instance);

    private static string? FindOwn()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, OwnGold);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
