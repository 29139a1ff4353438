using System.Globalization;
using System.Text.Json;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Evaluating;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Measures the search on sets that others wrote, and learns from them.</summary>
/// <param name="Folder">Where the sets lie.</param>
/// <param name="Sets">Which of them; empty for all.</param>
/// <param name="IsPooled">All of them as one.</param>
/// <param name="IsJson">Whether JSON is printed.</param>
internal sealed record RetrievalCommand(string Folder, IReadOnlyList<string> Sets, bool IsPooled, bool IsJson)
{
    /// <summary>How well each set is searched by what is built in.</summary>
    public IReadOnlyList<RetrievalResult> Results() => Results(InMemoryRetriever.Of);

    /// <summary>Writes how well each set is searched.</summary>
    /// <param name="embedder">Embeds the passages and the questions.</param>
    /// <param name="output">Is told.</param>
    /// <exception cref="EmbeddingException">It could not.</exception>
    public void Measure(IEmbedder embedder, TextWriter output)
    {
        var results = Results(articles => InMemoryRetriever.Of(articles, embedder));
        if (IsJson)
            output.WriteLine(JsonSerializer.Serialize(results, EvaluationJson.Readable.IReadOnlyListRetrievalResult));
        else
            RetrievalResult.WriteTable(results, output);
    }

    /// <summary>Measures the search and the answers without each leg and each feature.</summary>
    /// <param name="core">Answers the project's own development sets, where they are found.</param>
    /// <param name="options">How much of a conversation is remembered.</param>
    /// <param name="output">Is told.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task AblateAsync(BotCore core, ConversationsOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var report = await Ablation.RunAsync(Read(), OwnDevelopment(), core, options, cancellationToken);
        if (IsJson)
            output.WriteLine(JsonSerializer.Serialize(report, EvaluationJson.Readable.AblationReport));
        else
            report.WriteTable(output);
    }

    /// <summary>Learns the weights of the ranking on the sets and on the project's own for development, and says how far they hold elsewhere.</summary>
    public void Train(TextWriter output)
    {
        var read = Read().ToList();
        List<TrainingSet> sets = [.. read.Concat(RetrievalSet.Own(OwnDevelopment())).Select(set => TrainingSet.Of(set, InMemoryRetriever.Of(set.Articles)))];
        var weights = RankingTrainer.Train(sets.ConvertAll(set => set.Examples), output);
        Write("ranking", RankingWeights.Names, weights, output);
        Write("confidence", AnswerConfidence.Names, ConfidenceTrainer.Train(read.ConvertAll(set => ConfidenceTrainer.Of(set, InMemoryRetriever.Of))), output);
        CrossValidation.WriteTable(sets, weights, output);
    }

    private static void Write(string what, IReadOnlyList<string> names, double[] weights, TextWriter output)
    {
        output.WriteLine(what);
        foreach (var (name, weight) in names.Zip(weights))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {weight,8:0.00}"));
        output.WriteLine(string.Join(", ", weights.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture))));
        output.WriteLine();
    }

    private IReadOnlyList<RetrievalResult> Results(Func<IReadOnlyList<Article>, Retriever> index) =>
        [.. Read().Select(set => RetrievalEvaluation.Run(set, index, RetrievalEvaluation.Confidence))];

    private static IEnumerable<QuestionSet> OwnDevelopment() =>
        OwnSets.Find() is { } folder ? OwnSets.Development.Select(name => QuestionSet.Read(OwnSets.FileIn(folder, name))) : [];

    private IEnumerable<RetrievalSet> Read()
    {
        var names = RetrievalSet.NamesIn(Folder);
        if (Sets.Except(names).FirstOrDefault() is { } unknown)
            throw new UsageException($"The folder {Folder} holds no set {unknown}. It holds: {string.Join(", ", names)}.");
        var sets = names.Where(name => Sets.Count == 0 || Sets.Contains(name)).Select(name => RetrievalSet.Read(Folder, name));
        return IsPooled ? [RetrievalSet.Pool([.. sets])] : sets;
    }
}
