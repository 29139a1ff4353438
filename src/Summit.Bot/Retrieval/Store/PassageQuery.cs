namespace Summit.Bot.Retrieval.Store;

/// <summary>What passages are searched by.</summary>
/// <param name="Dense">Unit vector of the question; empty for a search by words alone.</param>
/// <param name="Sparse">Words of the question; empty for a search by vector alone.</param>
/// <param name="Top">How many passages to return, at least 1.</param>
public sealed record PassageQuery(ReadOnlyMemory<float> Dense, SparseVector Sparse, int Top)
{
    /// <summary>How many passages each leg contributes before fusion. Default: 50.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>Which passages may be returned. Default: all.</summary>
    public PassageFilter Filter { get; init; } = PassageFilter.All;
}

/// <summary>Which passages a search may return; every condition that is set must hold.</summary>
public sealed record PassageFilter
{
    /// <summary>No condition.</summary>
    public static PassageFilter All { get; } = new();

    /// <summary>Id of the article.</summary>
    public string? ArticleId { get; init; }

    /// <summary>ISO 639-1 code of the language.</summary>
    public string? Language { get; init; }

    /// <summary>The first day of publication.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of publication.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether a passage may be returned.</summary>
    public bool Admits(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return (ArticleId is null || ArticleId == passage.ArticleId) && (Language is null || Language == passage.Language)
            && (From is not { } from || passage.Published >= from) && (To is not { } to || passage.Published <= to);
    }
}

/// <summary>Finds candidate passages by two legs, fused by reciprocal ranks: nearness of the dense vectors, and words (BM25).</summary>
public interface IPassageSearch
{
    /// <summary>How much the rank within a leg counts: a passage at rank r, from 0, gets 1 / (60 + r) of the leg.</summary>
    public const int FusionConstant = 60;

    /// <summary>The best passages, best first. Those without a score above 0 in a leg are not found by it.</summary>
    /// <returns>Ids of passages with their scores: sums over the legs, at most 2/60.</returns>
    /// <exception cref="StoreException">The store cannot be searched.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    IReadOnlyList<(string PassageId, double Score)> Search(PassageQuery query, CancellationToken cancellationToken = default);
}
