using Summit.Qdrant.Grpc;
using Summit.Qdrant.Tests.Contract;
using Summit.Qdrant.Tests.Server;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Target))]

namespace Summit.Qdrant.Tests.Contract;

/// <summary>
/// The server of the contract tests: a real one where QDRANT_URL names its gRPC address (with QDRANT_API_KEY if it has one), otherwise
/// the one of this project.
/// </summary>
public sealed class Target : IAsyncLifetime
{
    private QdrantServer? _server;

    public static bool IsReal => Environment.GetEnvironmentVariable("QDRANT_URL") is { Length: > 0 };

    public QdrantClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (IsReal)
        {
            var address = new Uri(Environment.GetEnvironmentVariable("QDRANT_URL")!);
            Client = new QdrantClient(address, Environment.GetEnvironmentVariable("QDRANT_API_KEY"));
        }
        else
        {
            _server = await QdrantServer.StartNewAsync();
            Client = new QdrantClient(_server.Address);
        }
        var health = await Client.HealthAsync();
        var name = IsReal ? Environment.GetEnvironmentVariable("QDRANT_URL") : "the server of this project, in process (QDRANT_URL is not set)";
        Console.WriteLine($"Contract of Qdrant: against {name}, version {health.Version}.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

/// <summary>A collection of its own for each test, deleted afterwards: a real server keeps nothing.</summary>
public abstract class ContractTest(Target target) : IAsyncLifetime
{
    private readonly List<string> _collections = [];

    protected QdrantClient Client { get; } = target.Client;

    /// <summary>The collection of the test, with the vectors <c>dense</c> (cosine, 3 dimensions) and <c>sparse</c> (IDF).</summary>
    protected string Name { get; private set; } = "";

    public async ValueTask InitializeAsync() => Name = await NewAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var name in _collections)
            if (await Client.CollectionExistsAsync(name))
                await Client.DeleteCollectionAsync(name);
    }

    protected string NewName()
    {
        var name = $"summit-test-{Guid.NewGuid():N}";
        _collections.Add(name);
        return name;
    }

    protected async Task<string> NewAsync()
    {
        var name = NewName();
        await Client.CreateCollectionAsync(
            name,
            new VectorParamsMap { Map = { ["dense"] = new VectorParams { Size = 3, Distance = Distance.Cosine } } },
            sparseVectorsConfig: ("sparse", new SparseVectorParams { Modifier = Modifier.Idf }));
        return name;
    }

    protected static PointStruct Point(PointId id, float[]? dense = null, (float, uint)[]? sparse = null, params (string, Value)[] payload)
    {
        var vectors = new Dictionary<string, Vector>();
        if (dense is not null)
            vectors["dense"] = dense;
        if (sparse is not null)
            vectors["sparse"] = sparse;
        var point = new PointStruct { Id = id, Vectors = vectors };
        foreach (var (key, value) in payload)
            point.Payload[key] = value;
        return point;
    }

    protected static SearchParams Exact => new() { Exact = true };

    protected static IEnumerable<ulong> Numbers(IEnumerable<ScoredPoint> points) => points.Select(point => point.Id.Num);
}
