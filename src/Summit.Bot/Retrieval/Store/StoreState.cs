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
    /// <summary>The state of a store that nothing was written to.</summary>
    public static StoreState Empty { get; } = new(null, null, ReadOnlyDictionary<string, StoredVersion>.Empty);
}

/// <summary>Which version of an article is stored, and where it came from.</summary>
/// <param name="Version">The content hash.</param>
/// <param name="File">Path of its file, below the corpus folder.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoredVersion(string Version, string? File);

/// <summary>An article with its passages.</summary>
/// <param name="Article">The article.</param>
/// <param name="Passages">In reading order; they hold every sentence exactly once.</param>
/// <param name="File">Path of its file, below the corpus folder; null when it came from elsewhere.</param>
public sealed record StoredArticle(Article Article, IReadOnlyList<Passage> Passages, string? File);

/// <summary>Text and sentences of one version of an article, which need not be the one that is served.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Sentences">Offset and length of each, in UTF-16 units, in reading order.</param>
public sealed record ArticleText(string Text, IReadOnlyList<(int Start, int Length)> Sentences)
{
    /// <summary>The exact text of every sentence, in reading order.</summary>
    public IEnumerable<string> SentenceTexts => Sentences.Select(s => Text.Substring(s.Start, s.Length));
}
