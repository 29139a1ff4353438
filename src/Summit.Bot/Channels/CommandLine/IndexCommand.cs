using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Ingesting;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Looks after the index.</summary>
internal static class IndexCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create(string[] settings)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var status = new Command("status", "Says what is served, what made its vectors, and what is not up to date.") { json };
        status.SetAction((parsed, _) => Task.FromResult(Status(settings, parsed.GetValue(json))));
        var rebuild = new Command("rebuild", "Makes the vectors of all articles anew and serves them when they are complete; until then what was there goes on answering.");
        rebuild.SetAction((_, cancellationToken) => Task.FromResult(Rebuild(settings, cancellationToken)));
        return new Command("index", "Looks after the index of the articles.") { status, rebuild };
    }

    private static int Rebuild(string[] settings, CancellationToken cancellationToken)
    {
        var options = SummitCommandLine.ReadOptions(settings);
        using var served = new ServedIndex(ArticleStores.Of(options), options.CorpusPath, StandardErrorLogger.Instance, () => Embedders.Of(options));
        int embedded;
        using (var progress = IngestDisplay.Start())
            embedded = served.Rebuild((put, all) => progress.Show(new IngestProgress(put, all, put)), cancellationToken);
        var index = served.Retriever.Index;
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{embedded} articles embedded; the index holds {index.Articles.Count} articles, {index.Passages.Count} passages, {index.SentenceCount} sentences."));
        return SummitCommandLine.Done;
    }

    private static int Status(string[] settings, bool isJson)
    {
        var options = SummitCommandLine.ReadOptions(settings);
        var store = ArticleStores.Of(options);
        using var embedder = Embedders.Of(options);
        var indexer = new Indexer(Linguistics.Shared, embedder, store, new SpeechReader(Linguistics.Shared));
        var status = IndexStatus.Of(indexer, store, CorpusLoader.Load(options.CorpusPath));
        if (isJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(status, Json));
            return SummitCommandLine.Done;
        }

        (string Name, string Value)[] lines =
        [
            ("served", status.Revision ?? "nothing yet"),
            ("embedder", status.Embedder ?? "none"),
            ("articles", string.Create(CultureInfo.InvariantCulture, $"{status.Articles} ({status.Articles - status.Ingested} of the corpus folder, {status.Ingested} ingested, {status.Retracted} of them retracted)")),
            ("passages", status.Passages.ToString(CultureInfo.InvariantCulture)),
            ("sentences", status.Sentences.ToString(CultureInfo.InvariantCulture)),
            ("bytes", status.Bytes?.ToString(CultureInfo.InvariantCulture) ?? "the server does not say"),
            ("stale", status.Stale.Count == 0 ? "nothing" : string.Join("; ", status.Stale)),
        ];
        foreach (var (name, value) in lines)
            Console.Out.WriteLine($"{name,-10} {value}");
        return SummitCommandLine.Done;
    }
}
