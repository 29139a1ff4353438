using Grpc.Core;

namespace Summit.Qdrant.Grpc;

/// <summary>The services of Qdrant as generated, for what <see cref="Summit.Qdrant.QdrantClient"/> does not offer. Sets no deadlines.</summary>
public class QdrantGrpcClient : IDisposable
{
    /// <summary>The version of Qdrant whose protocol this is.</summary>
    public const string QdrantVersion = "v1.18.0";

    private readonly CallInvoker _callInvoker;
    private readonly QdrantChannel? _ownedChannel;

    /// <summary>A client of one server, without TLS.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">The gRPC port.</param>
    /// <param name="apiKey">The API key, or null.</param>
    public QdrantGrpcClient(string host, int port = 6334, string? apiKey = null)
        : this(host, port, apiKey, null)
    {
    }

    /// <summary>A client of one server, without TLS.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">The gRPC port.</param>
    /// <param name="apiKey">The API key, or null.</param>
    /// <param name="headers">Further headers, sent with every call.</param>
    public QdrantGrpcClient(string host, int port, string? apiKey, IDictionary<string, string>? headers)
        : this(new UriBuilder("http", host, port).Uri, apiKey, headers)
    {
    }

    /// <summary>A client of one server.</summary>
    /// <param name="address">Scheme <c>http</c> or <c>https</c>, and the gRPC port.</param>
    /// <param name="apiKey">The API key, or null.</param>
    public QdrantGrpcClient(Uri address, string? apiKey = null)
        : this(address, apiKey, null)
    {
    }

    /// <summary>A client of one server.</summary>
    /// <param name="address">Scheme <c>http</c> or <c>https</c>, and the gRPC port.</param>
    /// <param name="apiKey">The API key, or null.</param>
    /// <param name="headers">Further headers, sent with every call.</param>
    public QdrantGrpcClient(Uri address, string? apiKey, IDictionary<string, string>? headers)
    {
        var configuration = new ClientConfiguration { ApiKey = apiKey };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            configuration.Headers[name] = value;
        _ownedChannel = QdrantChannel.ForAddress(address, configuration);
        _callInvoker = _ownedChannel.CreateCallInvoker();
    }

    /// <summary>A client on a channel that the caller disposes of.</summary>
    /// <param name="channel">Usually a <see cref="QdrantChannel"/>; another one brings neither API key nor retries.</param>
    public QdrantGrpcClient(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    /// <summary>A client on a call invoker.</summary>
    /// <param name="callInvoker">What makes the calls.</param>
    public QdrantGrpcClient(CallInvoker callInvoker) => _callInvoker = callInvoker;

    /// <summary>Health; answered without an API key.</summary>
    public virtual Qdrant.QdrantClient Qdrant => new(_callInvoker);

    /// <summary>Points: writing, reading, searching.</summary>
    public virtual Points.PointsClient Points => new(_callInvoker);

    /// <summary>Collections and their aliases.</summary>
    public virtual Collections.CollectionsClient Collections => new(_callInvoker);

    /// <summary>Closes the connections of a client that made its own channel.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections of a client that made its own channel.</summary>
    /// <param name="disposing">False when a finalizer calls.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _ownedChannel?.Dispose();
    }
}
