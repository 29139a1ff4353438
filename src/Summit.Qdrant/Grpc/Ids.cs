namespace Summit.Qdrant.Grpc;

/// <summary>The id of a point: a number, or a UUID.</summary>
public partial class PointId
{
    /// <summary>A numeric id.</summary>
    /// <param name="id">The number.</param>
    public static implicit operator PointId(ulong id) => new() { Num = id };

    /// <summary>A UUID, written 8-4-4-4-12 in lower case as the server returns it, so that ids compare equal.</summary>
    /// <param name="id">The UUID.</param>
    public static implicit operator PointId(Guid id) => new() { Uuid = id.ToString() };
}

/// <summary>The points that a write concerns: some ids, or those that pass a filter.</summary>
public partial class PointsSelector
{
    /// <summary>One point.</summary>
    /// <param name="id">Its id.</param>
    public static implicit operator PointsSelector(ulong id) => Of([id]);

    /// <summary>One point.</summary>
    /// <param name="id">Its id.</param>
    public static implicit operator PointsSelector(Guid id) => Of([id]);

    /// <summary>Some points.</summary>
    /// <param name="ids">Their ids.</param>
    public static implicit operator PointsSelector(ulong[] ids) => Of(ids.Select(id => (PointId)id));

    /// <summary>Some points.</summary>
    /// <param name="ids">Their ids.</param>
    public static implicit operator PointsSelector(Guid[] ids) => Of(ids.Select(id => (PointId)id));

    internal static PointsSelector Of(IEnumerable<PointId> ids) => new() { Points = new PointsIdsList { Ids = { ids } } };
}

/// <summary>The key of a group of shards, given by users who place points themselves.</summary>
public partial class ShardKey
{
    /// <summary>A numeric shard key.</summary>
    /// <param name="key">The number.</param>
    public static implicit operator ShardKey(ulong key) => new() { Number = key };

    /// <summary>A named shard key.</summary>
    /// <param name="key">The name.</param>
    public static implicit operator ShardKey(string key) => new() { Keyword = key };
}
