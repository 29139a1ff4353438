#pragma warning disable CS0612 // Older servers answer in the flat, deprecated fields.

namespace Summit.Qdrant.Grpc;

/// <summary>A vector as a server returns it.</summary>
public partial class VectorOutput
{
    /// <summary>The vector where it is dense, in either of the two forms in which servers answer; otherwise null.</summary>
    public DenseVector? GetDenseVector()
    {
        if (Data.Count > 0 && Indices is null && !HasVectorsCount)
            return new DenseVector { Data = { Data } };
        return VectorCase == VectorOneofCase.Dense ? Dense : null;
    }

    /// <summary>The vector where it is sparse, in either form; otherwise null.</summary>
    public SparseVector? GetSparseVector()
    {
        if (Data.Count > 0)
            return Indices is null ? null : new SparseVector { Values = { Data }, Indices = { Indices.Data } };
        return VectorCase == VectorOneofCase.Sparse ? Sparse : null;
    }

    /// <summary>The vectors where there are several to a name, in either form; otherwise null.</summary>
    public MultiDenseVector? GetMultiVector()
    {
        if (Data.Count == 0)
            return VectorCase == VectorOneofCase.MultiDense ? MultiDense : null;
        return VectorsCount == 0 ? null : MultiDenseVector.Of([.. Data.Chunk(Data.Count / (int)VectorsCount)]);
    }
}
