using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel.Data;

namespace Summit.Bot.Retrieval;

/// <summary>One to a few whole sentences of an article: the unit that is embedded and searched.</summary>
public sealed record Passage
{
    /// <summary>Id: article id, version and first sentence, such as <c>summit-2019@0123456789abcdef#4</c>.</summary>
    [VectorStoreKey]
    public required string Id { get; init; }

    /// <summary>Id of the article.</summary>
    [VectorStoreData(IsIndexed = true)]
    public required string ArticleId { get; init; }

    /// <summary>Content hash of the article.</summary>
    [VectorStoreData]
    public required string ArticleVersion { get; init; }

    /// <summary>Title of the article.</summary>
    [VectorStoreData, TextSearchResultName]
    public required string Title { get; init; }

    /// <summary>Where the article page shows the passage: a path below the bot's own origin.</summary>
    [VectorStoreData, TextSearchResultLink]
    public string Link => $"/articles/{ArticleId}?v={ArticleVersion}#s{FirstSentence}";

    /// <summary>ISO 639-1 code of the text: <c>fr</c> or <c>en</c>.</summary>
    [VectorStoreData(IsIndexed = true)]
    public required string Language { get; init; }

    /// <summary>Day of publication; null when not stated.</summary>
    [VectorStoreData(IsIndexed = true)]
    public required DateOnly? Published { get; init; }

    /// <summary>The exact text, as it stands in the article.</summary>
    [VectorStoreData(IsFullTextIndexed = true), TextSearchResultValue]
    public string Text => ArticleText.Substring(Start, Length);

    /// <summary>Number of the first sentence, counted from 1.</summary>
    [VectorStoreData]
    public required int FirstSentence { get; init; }

    /// <summary>How many sentences, at least 1.</summary>
    [VectorStoreData]
    public required int SentenceCount { get; init; }

    /// <summary>Offset of the text in the article, in UTF-16 units.</summary>
    [VectorStoreData]
    public required int Start { get; init; }

    /// <summary>Length of the text, in UTF-16 units.</summary>
    [VectorStoreData]
    public required int Length { get; init; }

    /// <summary>Unit vector of the embedder that the index records, each number rounded to 8 significant bits; empty for none. Read into a new array.</summary>
    [VectorStoreVector(Embeddings.BuiltinEmbedder.Dimensions)]
    public ReadOnlyMemory<float> Vector
    {
        get => BrainFloats.Widen(Rounded.Span);
        init => Rounded = BrainFloats.Round(value.Span);
    }

    /// <summary>The vector as it is kept (<see cref="BrainFloats"/>).</summary>
    internal ReadOnlyMemory<ushort> Rounded { get; init; }

    /// <summary>The words of the passage as the sparse leg counts them; none where they are with the store.</summary>
    internal PassageWords Words { get; init; }

    /// <summary>The text of the whole article.</summary>
    internal string ArticleText { get; init; } = "";

    /// <summary>Passages in the order of their ids; those that are in order already are not sorted, which takes long.</summary>
    internal static Passage[] Ordered(IEnumerable<Passage> passages)
    {
        Passage[] ordered = [.. passages];
        for (var i = 1; i < ordered.Length; i++)
        {
            if (string.CompareOrdinal(ordered[i - 1].Id, ordered[i].Id) <= 0)
                continue;
            Array.Sort(ordered, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
            break;
        }

        return ordered;
    }
}
