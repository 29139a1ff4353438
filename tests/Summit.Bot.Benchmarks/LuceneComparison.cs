using System.Diagnostics;
using System.Globalization;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Benchmarks;

/// <summary>
/// The search beside Lucene.Net's BM25, in one process on one thread: on the passages of all public sets of a folder, question by
/// question in turns, so that what else the machine does hits both alike. Times include the analysis of the question.
/// </summary>
internal static class LuceneComparison
{
    private const int Questions = 360, Rounds = 5, Builds = 3, Top = 50, MostCandidates = 100;

    public static int Run(string folder)
    {
        var pooled = PooledSets.Read(folder, Questions);
        var linguistics = Linguistics.Shared;
        using var embedder = new BuiltinEmbedder(linguistics);
        var speech = new SpeechReader(linguistics);
        PassageCutter.WarmUpAsync().Wait();

        List<double> luceneBuild = [], ownBuild = [];
        long luceneMemory = 0, ownMemory = 0;
        LuceneSearch? lucene = null;
        PassageIndex? index = null;
        // The first build warms up.
        for (var build = 0; build <= Builds; build++)
        {
            lucene?.Dispose();
            (lucene, index) = (null, null);
            (lucene, var time, luceneMemory) = Build(() => new LuceneSearch(pooled.Articles));
            luceneBuild.Add(time);
            // Sentences are found in the time, since Lucene needs none.
            (index, time, ownMemory) = Build(() => Indexer.InMemory(
                [.. pooled.Articles.Select(article => article with { Sentences = SentenceSplitter.Split(article.Text) })], linguistics, embedder, speech, threads: 1));
            ownBuild.Add(time);
        }

        var retriever = new Retriever(index!, embedder, linguistics, speech);
        (string Name, Action<string, TextLanguage> Ask)[] ways =
        [
            ("Lucene.Net BM25, top 50", (text, language) => lucene!.Search(text, language, Top)),
            ("words alone, top 50", (text, language) => index!.Search(new PassageQuery(default, SparseVector.OfQuestion(linguistics.Terms.Extract(text, language)), Top))),
            ("both legs fused, top 100", (text, language) => index!.Search(
                new PassageQuery(embedder.Embed(text), SparseVector.OfQuestion(linguistics.Terms.Extract(text, language)), MostCandidates))),
            ("sentences ranked", (text, language) => retriever.Retrieve(new Question(text, language, QuestionKind.Articles, "bench"))),
        ];
        var times = ways.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (text, language) in pooled.Questions)
            {
                for (var way = 0; way < ways.Length; way++)
                {
                    var started = Stopwatch.GetTimestamp();
                    ways[way].Ask(text, language);
                    if (round >= 0)
                        times[way].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
        }

        Print($"{pooled.Articles.Count} texts, {index!.Passages.Count} passages, {pooled.Questions.Count} questions {Rounds} times, one thread");
        Print($"");
        Print($"| a question | median ms | of Lucene | p95 ms | of Lucene |");
        Print($"|---|---|---|---|---|");
        for (var way = 0; way < ways.Length; way++)
        {
            Print($"| {ways[way].Name} | {At(times[way], 0.5):0.000} | {At(times[way], 0.5) / At(times[0], 0.5):0.00} | {At(times[way], 0.95):0.000} | {At(times[way], 0.95) / At(times[0], 0.95):0.00} |");
        }

        var (theirs, own) = (At(luceneBuild[1..], 0.5), At(ownBuild[1..], 0.5));
        Print($"");
        Print($"| the index | built in s | of Lucene | memory MB | of Lucene |");
        Print($"|---|---|---|---|---|");
        Print($"| Lucene.Net | {theirs / 1000:0.00} | 1.00 | {luceneMemory / 1e6:0.0} | 1.00 |");
        Print($"| own | {own / 1000:0.00} | {own / theirs:0.00} | {ownMemory / 1e6:0.0} | {(double)ownMemory / luceneMemory:0.00} |");
        lucene!.Dispose();
        return 0;
    }

    /// <summary>Makes something; its time in milliseconds, and the bytes that it holds.</summary>
    private static (T Made, double Time, long Memory) Build<T>(Func<T> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var made = make();
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return (made, time, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static double At(IEnumerable<double> times, double share) => times.Order().ToList() is var sorted ? sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))] : 0;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
