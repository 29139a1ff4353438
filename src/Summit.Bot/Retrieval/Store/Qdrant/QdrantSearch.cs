namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>Searches the passages of one collection: both legs and their fusion in one round trip.</summary>
internal sealed class QdrantSearch(QdrantClient client, Uri url, string collection) : IPassageSearch
{
    public IReadOnlyList<(string PassageId, double Score)> Search(PassageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = FilterOf(query.Filter);
        var legs = new List<PrefetchQuery>();
        if (!query.Dense.IsEmpty)
            legs.Add(Leg(query.Dense.ToArray(), QdrantPoints.Dense, query.Depth, filter));
        if (query.Sparse.Indices.Length > 0)
            legs.Add(Leg((query.Sparse.Values, query.Sparse.Indices), QdrantPoints.Sparse, query.Depth, filter));
        if (legs.Count == 0)
            return [];
        var hits = QdrantErrors.Run(
            url,
            () => client.QueryAsync(
                collection, new Rrf { K = IPassageSearch.FusionConstant }, legs, limit: 2 * (ulong)query.Depth, payloadSelector: QdrantPoints.OnlyPassageId,
                cancellationToken: cancellationToken),
            cancellationToken);
        // Qdrant leaves the order of equal scores open, and so which of them are the best: all that the legs found are asked for.
        return [.. hits.Select(hit => (PassageId: QdrantPoints.PassageIdOf(hit.Payload), Score: (double)hit.Score))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.PassageId, StringComparer.Ordinal).Take(query.Top)];
    }

    private static PrefetchQuery Leg(VectorInput vector, string name, int depth, Filter filter)
    {
        var leg = new PrefetchQuery { Query = vector, Using = name, Limit = (ulong)depth, Filter = filter };
        // A vector that points elsewhere is no candidate; the sparse leg finds only passages that share a word.
        if (name == QdrantPoints.Dense)
            leg.ScoreThreshold = float.Epsilon;
        return leg;
    }

    private static Filter FilterOf(PassageFilter wanted)
    {
        var filter = new Filter { Must = { Conditions.MatchKeyword(QdrantPoints.Kind, QdrantPoints.PassageKind) } };
        if (wanted.ArticleId is { } id)
            filter.Must.Add(Conditions.MatchKeyword(QdrantPoints.ArticleId, id));
        if (wanted.Language is { } language)
            filter.Must.Add(Conditions.MatchKeyword(QdrantPoints.Language, language));
        if (wanted.From is not null || wanted.To is not null)
            filter.Must.Add(Conditions.DatetimeRange(QdrantPoints.Published, gte: Time(wanted.From), lte: Time(wanted.To)));
        return filter;
    }

    private static DateTime? Time(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
