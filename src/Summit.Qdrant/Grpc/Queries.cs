using Google.Protobuf.WellKnownTypes;

namespace Summit.Qdrant.Grpc;

/// <summary>A vector to search with.</summary>
public partial class VectorInput
{
    /// <summary>A dense vector to search with.</summary>
    /// <param name="values">Its numbers.</param>
    public static implicit operator VectorInput(float[] values) => new() { Dense = new DenseVector { Data = { values } } };

    /// <summary>A sparse vector to search with.</summary>
    /// <param name="sparseValues">Values, and as many distinct indices.</param>
    public static implicit operator VectorInput((float[] Values, uint[] Indices) sparseValues) =>
        new() { Sparse = SparseVector.Of(sparseValues) };

    /// <summary>A sparse vector to search with.</summary>
    /// <param name="sparseValues">Values, each with its index; indices are distinct.</param>
    public static implicit operator VectorInput((float Value, uint Index)[] sparseValues) =>
        new() { Sparse = SparseVector.Of(sparseValues) };

    /// <summary>A multi-vector to search with.</summary>
    /// <param name="values">Vectors of equal length.</param>
    public static implicit operator VectorInput(float[][] values) => new() { MultiDense = MultiDenseVector.Of(values) };

    /// <summary>The vector of a point; the point itself is not found.</summary>
    /// <param name="id">The point's id.</param>
    public static implicit operator VectorInput(PointId id) => new() { Id = id };

    /// <summary>The vector of a point; the point itself is not found.</summary>
    /// <param name="id">The point's id.</param>
    public static implicit operator VectorInput(ulong id) => new() { Id = id };

    /// <summary>The vector of a point; the point itself is not found.</summary>
    /// <param name="id">The point's id.</param>
    public static implicit operator VectorInput(Guid id) => new() { Id = id };
}

/// <summary>What points are ranked by.</summary>
public partial class Query
{
    /// <summary>The nearest points.</summary>
    /// <param name="input">What they are near to.</param>
    public static implicit operator Query(VectorInput input) => new() { Nearest = input };

    /// <summary>The points nearest to a dense vector.</summary>
    /// <param name="values">Its numbers.</param>
    public static implicit operator Query(float[] values) => new() { Nearest = values };

    /// <summary>The points nearest to a sparse vector.</summary>
    /// <param name="sparseValues">Values, and as many distinct indices.</param>
    public static implicit operator Query((float[] Values, uint[] Indices) sparseValues) => new() { Nearest = sparseValues };

    /// <summary>The points nearest to a sparse vector.</summary>
    /// <param name="sparseValues">Values, each with its index; indices are distinct.</param>
    public static implicit operator Query((float Value, uint Index)[] sparseValues) => new() { Nearest = sparseValues };

    /// <summary>The points nearest to a multi-vector.</summary>
    /// <param name="values">Vectors of equal length.</param>
    public static implicit operator Query(float[][] values) => new() { Nearest = values };

    /// <summary>The points nearest to a point, without it.</summary>
    /// <param name="id">The point's id.</param>
    public static implicit operator Query(PointId id) => new() { Nearest = id };

    /// <summary>The points nearest to a point, without it.</summary>
    /// <param name="id">The point's id.</param>
    public static implicit operator Query(ulong id) => new() { Nearest = id };

    /// <summary>The points nearest to a point, without it.</summary>
    /// <param name="id">The point's id.</param>
    public static implicit operator Query(Guid id) => new() { Nearest = id };

    /// <summary>
    /// The results of the prefetches in one list. <see cref="Fusion.Rrf"/> scores 1 / (2 + rank) a list, ranks from 0; points of equal
    /// score come in no particular order.
    /// </summary>
    /// <param name="input">How to fuse.</param>
    public static implicit operator Query(Fusion input) => new() { Fusion = input };

    /// <summary>Reciprocal rank fusion with a constant and weights of one's own.</summary>
    /// <param name="rrf">Constant from 1, and no weights or one a prefetch.</param>
    public static implicit operator Query(Rrf rrf) => new() { Rrf = rrf };

    /// <summary>Points in the order of a payload field, which must have an index.</summary>
    /// <param name="orderBy">Field and direction.</param>
    public static implicit operator Query(OrderBy orderBy) => new() { OrderBy = orderBy };

    /// <summary>Points at random.</summary>
    /// <param name="sample">How to draw.</param>
    public static implicit operator Query(Sample sample) => new() { Sample = sample };

    /// <summary>Points in ascending order of a payload field, which must have an index.</summary>
    /// <param name="key">The field.</param>
    public static explicit operator Query(string key) => new() { OrderBy = key };
}

/// <summary>An order by a payload field.</summary>
public partial class OrderBy
{
    /// <summary>Ascending order of a payload field, which must have an index.</summary>
    /// <param name="key">The field.</param>
    public static implicit operator OrderBy(string key) => new() { Key = key };
}

/// <summary>Where an order begins.</summary>
public partial class StartFrom
{
    /// <summary>A date.</summary>
    /// <param name="value">RFC 3339.</param>
    public static implicit operator StartFrom(string value) => new() { Datetime = value };

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator StartFrom(double value) => new() { Float = value };

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator StartFrom(int value) => new() { Integer = value };

    /// <summary>A date.</summary>
    /// <param name="value">Of kind UTC.</param>
    public static implicit operator StartFrom(DateTime value) => new() { Timestamp = Timestamp.FromDateTime(value) };

    /// <summary>A date.</summary>
    /// <param name="value">The date.</param>
    public static implicit operator StartFrom(Timestamp value) => new() { Timestamp = value };
}

/// <summary>Which of the payload an answer holds.</summary>
public partial class WithPayloadSelector
{
    /// <summary>The whole payload, or none.</summary>
    /// <param name="enable">True for the whole.</param>
    public static implicit operator WithPayloadSelector(bool enable) => new() { Enable = enable };

    /// <summary>Some fields of the payload.</summary>
    /// <param name="fields">Their keys.</param>
    public static implicit operator WithPayloadSelector(string[] fields) =>
        new() { Include = new PayloadIncludeSelector { Fields = { fields } } };
}

/// <summary>Which vectors an answer holds.</summary>
public partial class WithVectorsSelector
{
    /// <summary>All vectors, or none.</summary>
    /// <param name="enable">True for all.</param>
    public static implicit operator WithVectorsSelector(bool enable) => new() { Enable = enable };

    /// <summary>Some vectors.</summary>
    /// <param name="vectors">Their names.</param>
    public static implicit operator WithVectorsSelector(string[] vectors) =>
        new() { Include = new VectorsSelector { Names = { vectors } } };
}
