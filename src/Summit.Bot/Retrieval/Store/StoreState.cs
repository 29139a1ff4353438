using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using Summit.Bot.Corpus;

namespace Summit.Bot.Retrieval.Store;

/// <summary>What a store holds, without the articles themselves.</summary>
/// <param name="Revision">Changes with every write; null for a store that nothing was written to.</param>
/// <param name="Embedder">What made the vectors; null for a store that nothing was written to.</param>
/// <param name="Articles">The articles by id.</param>
public sealed record StoreState(string? Revision, string? Embedder, IReadOnlyDictionary<string, StoredVersion> Articles)
{
    /// <summary>The files that were ingested to their end, each with the hash of what it held then.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The state of a store that nothing was written to.</summary>
    public static StoreState Empty { get; } = new(null, null, ReadOnlyDictionary<string, StoredVersion>.Empty);
}

/// <summary>Which version of an article is stored, and where it came from.</summary>
/// <param name="Version">The content hash.</param>
/// <param name="File">Path of its file: below the corpus folder, or whole where it was ingested.</param>
/// <param name="IsIngested">Whether it was ingested; otherwise it comes from the corpus folder.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoredVersion(string Version, string? File, bool IsIngested);

/// <summary>An article with its passages.</summary>
/// <param name="Article">The article.</param>
/// <param name="Passages">In reading order; they hold every sentence exactly once. None for an article that is not to be searched.</param>
/// <param name="File">Path of its file: below the corpus folder, or whole where it was ingested; null when it came from elsewhere.</param>
public sealed record StoredArticle(Article Article, IReadOnlyList<Passage> Passages, string? File)
{
    /// <summary>Whether it was ingested; otherwise it comes from the corpus folder.</summary>
    public bool IsIngested { get; init; }

    /// <summary>What is kept of its analysis; null when another version of the program made it, or it was not analysed.</summary>
    public ArticleDigest? Digest { get; init; }
}

/// <summary>Text and sentences of one version of an article, which need not be the one that is served.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Sentences">Offset and length of each, in UTF-16 units, in reading order.</param>
public sealed record ArticleText(string Text, IReadOnlyList<(int Start, int Length)> Sentences)
{
    /// <summary>The exact text of every sentence, in reading order.</summary>
    public IEnumerable<string> SentenceTexts => Sentences.Select(s => Text.Substring(s.Start, s.Length));
}
