using System.Globalization;
using Summit.Bot.Embeddings;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Looks after the index.</summary>
internal static class IndexCommand
{
    public static int Rebuild(string[] settings, CancellationToken cancellationToken)
    {
        var options = SummitCommandLine.ReadOptions(settings);
        using var served = new ServedIndex(ArticleStores.Of(options), options.CorpusPath, StandardErrorLogger.Instance, () => Embedders.Of(options));
        var embedded = served.Rebuild(cancellationToken);
        var index = served.Retriever.Index;
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{embedded} articles embedded; the index holds {index.Articles.Count} articles, {index.Passages.Count} passages, {index.SentenceCount} sentences."));
        return SummitCommandLine.Done;
    }
}
