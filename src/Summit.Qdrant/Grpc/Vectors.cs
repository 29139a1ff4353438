namespace Summit.Qdrant.Grpc;

/// <summary>A vector to store.</summary>
public partial class Vector
{
    /// <summary>A dense vector.</summary>
    /// <param name="values">As many numbers as the collection's vector has dimensions.</param>
    public static implicit operator Vector(float[] values) => new() { Dense = new DenseVector { Data = { values } } };

    /// <summary>A sparse vector.</summary>
    /// <param name="sparseValues">Values, and as many distinct indices.</param>
    public static implicit operator Vector((float[] Values, uint[] Indices) sparseValues) =>
        new() { Sparse = SparseVector.Of(sparseValues) };

    /// <summary>A sparse vector.</summary>
    /// <param name="sparseValues">Values, each with its index; indices are distinct.</param>
    public static implicit operator Vector((float Value, uint Index)[] sparseValues) =>
        new() { Sparse = SparseVector.Of(sparseValues) };

    /// <summary>Several vectors of one point.</summary>
    /// <param name="values">Vectors of equal length.</param>
    public static implicit operator Vector(float[][] values) => new() { MultiDense = MultiDenseVector.Of(values) };
}

/// <summary>Values at some of many dimensions; in the answers of a server the indices ascend.</summary>
public partial class SparseVector
{
    internal static SparseVector Of((float[] Values, uint[] Indices) vector) =>
        new() { Values = { vector.Values }, Indices = { vector.Indices } };

    internal static SparseVector Of((float Value, uint Index)[] vector) =>
        new() { Values = { vector.Select(entry => entry.Value) }, Indices = { vector.Select(entry => entry.Index) } };
}

/// <summary>Several dense vectors of one point.</summary>
public partial class MultiDenseVector
{
    internal static MultiDenseVector Of(float[][] vectors) =>
        new() { Vectors = { vectors.Select(vector => new DenseVector { Data = { vector } }) } };
}

/// <summary>The vectors of a point: one without a name, or several with names.</summary>
public partial class Vectors
{
    /// <summary>The one unnamed vector of a point.</summary>
    /// <param name="values">Its numbers.</param>
    public static implicit operator Vectors(float[] values) => new() { Vector = values };

    /// <summary>The one unnamed multi-vector of a point.</summary>
    /// <param name="values">Vectors of equal length.</param>
    public static implicit operator Vectors(float[][] values) => new() { Vector = values };

    /// <summary>Named dense vectors.</summary>
    /// <param name="values">Name and numbers of each.</param>
    public static implicit operator Vectors(Dictionary<string, float[]> values) =>
        Named(values.Select(pair => KeyValuePair.Create(pair.Key, (Vector)pair.Value)));

    /// <summary>Named vectors, dense and sparse.</summary>
    /// <param name="values">Name and vector of each.</param>
    public static implicit operator Vectors(Dictionary<string, Vector> values) => Named(values);

    /// <summary>One named vector.</summary>
    /// <param name="value">Its name and itself.</param>
    public static implicit operator Vectors((string Name, Vector Vector) value) =>
        Named([KeyValuePair.Create(value.Name, value.Vector)]);

    private static Vectors Named(IEnumerable<KeyValuePair<string, Vector>> vectors)
    {
        var named = new NamedVectors();
        foreach (var (name, vector) in vectors)
            named.Vectors.Add(name, vector);
        return new Vectors { Vectors_ = named };
    }
}

/// <summary>The sparse vectors of a collection.</summary>
public partial class SparseVectorConfig
{
    /// <summary>Sparse vectors by name.</summary>
    /// <param name="configs">Name and parameters of each.</param>
    public static implicit operator SparseVectorConfig(Dictionary<string, SparseVectorParams> configs) => new() { Map = { configs } };

    /// <summary>One sparse vector.</summary>
    /// <param name="config">Its name and parameters.</param>
    public static implicit operator SparseVectorConfig((string Name, SparseVectorParams Params) config) =>
        new() { Map = { [config.Name] = config.Params } };
}

/// <summary>The indices of a sparse vector in its flat form.</summary>
public partial class SparseIndices
{
    /// <summary>Indices of a sparse vector.</summary>
    /// <param name="indices">Distinct numbers.</param>
    public static implicit operator SparseIndices(uint[] indices) => new() { Data = { indices } };
}
