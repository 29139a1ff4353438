using Google.Protobuf.Collections;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Server;

/// <summary>A point as it is kept: cosine vectors normalised, sparse vectors by ascending index. Never changed, only replaced.</summary>
internal sealed record StoredPoint(
    PointKey Key,
    ulong Version,
    IReadOnlyDictionary<string, float[]> Dense,
    IReadOnlyDictionary<string, SortedList<uint, float>> Sparse,
    MapField<string, Value> Payload)
{
    public VectorsOutput? Vectors(WithVectorsSelector? selector)
    {
        var wanted = selector?.SelectorOptionsCase switch
        {
            WithVectorsSelector.SelectorOptionsOneofCase.Enable when selector.Enable => (Func<string, bool>)(_ => true),
            WithVectorsSelector.SelectorOptionsOneofCase.Include => selector.Include.Names.Contains,
            _ => null,
        };
        if (wanted is null)
            return null;
        if (Dense.TryGetValue("", out var unnamed) && wanted("") && Dense.Count + Sparse.Count == 1)
            return new VectorsOutput { Vector = Output(unnamed) };
        var named = new NamedVectorsOutput();
        foreach (var (name, vector) in Dense.Where(pair => wanted(pair.Key)))
            named.Vectors[name] = Output(vector);
        foreach (var (name, vector) in Sparse.Where(pair => wanted(pair.Key)))
            named.Vectors[name] = new VectorOutput { Sparse = new SparseVector { Values = { vector.Values }, Indices = { vector.Keys } } };
        return new VectorsOutput { Vectors = named };
    }

    public IEnumerable<KeyValuePair<string, Value>> Selected(WithPayloadSelector? selector) => selector?.SelectorOptionsCase switch
    {
        WithPayloadSelector.SelectorOptionsOneofCase.Enable when selector.Enable => Payload,
        WithPayloadSelector.SelectorOptionsOneofCase.Include => Payload.Where(pair => selector.Include.Fields.Contains(pair.Key)),
        WithPayloadSelector.SelectorOptionsOneofCase.Exclude => Payload.Where(pair => !selector.Exclude.Fields.Contains(pair.Key)),
        _ => [],
    };

    private static VectorOutput Output(float[] vector) => new() { Dense = new DenseVector { Data = { vector } } };
}
