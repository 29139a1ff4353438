using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant;

/// <summary>
/// A client of Qdrant over gRPC. Names and signatures are those of the package Qdrant.Client 1.18, for the part of it that is here.
/// <para>
/// Every call may throw <see cref="RpcException"/>: its Status is the server's, its Message names address and collection and says what
/// to do. UNAVAILABLE is tried again with growing pauses, and RESOURCE_EXHAUSTED when the server says after how long; a caller sees
/// them when that did not help, or the deadline was too near. A call that was tried again may have taken effect before: writing and
/// deleting points can be repeated, creating a collection then meets ALREADY_EXISTS.
/// </para>
/// Safe for use by many threads; make one for the process.
/// </summary>
public partial class QdrantClient : IDisposable
{
    /// <summary>The deadline of a call where none was given. The published client has none then.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    private readonly QdrantGrpcClient _grpcClient;
    private readonly bool _ownsGrpcClient;
    private readonly TimeSpan _grpcTimeout;
    private readonly ILogger _logger;

    /// <summary>A client of one server.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">The gRPC port.</param>
    /// <param name="https">Whether to use TLS.</param>
    /// <param name="apiKey">The API key, or null.</param>
    /// <param name="grpcTimeout">The deadline of a call with all its retries; zero is <see cref="DefaultTimeout"/>.</param>
    /// <param name="loggerFactory">Where calls are logged, at level Debug.</param>
    public QdrantClient(
        string host,
        int port = 6334,
        bool https = false,
        string? apiKey = null,
        TimeSpan grpcTimeout = default,
        ILoggerFactory? loggerFactory = null)
        : this(host, port, https, apiKey, grpcTimeout, loggerFactory, null)
    {
    }

    /// <summary>A client of one server.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">The gRPC port.</param>
    /// <param name="https">Whether to use TLS.</param>
    /// <param name="apiKey">The API key, or null.</param>
    /// <param name="grpcTimeout">The deadline of a call with all its retries; zero is <see cref="DefaultTimeout"/>.</param>
    /// <param name="loggerFactory">Where calls are logged, at level Debug.</param>
    /// <param name="headers">Further headers, sent with every call.</param>
    public QdrantClient(
        string host,
        int port,
        bool https,
        string? apiKey,
        TimeSpan grpcTimeout,
        ILoggerFactory? loggerFactory,
        IDictionary<string, string>? headers)
        : this(new UriBuilder(https ? "https" : "http", host, port).Uri, apiKey, grpcTimeout, loggerFactory, headers)
    {
    }

    /// <summary>A client of one server.</summary>
    /// <param name="address">Scheme <c>http</c> or <c>https</c>, and the gRPC port.</param>
    /// <param name="apiKey">The API key, or null.</param>
    /// <param name="grpcTimeout">The deadline of a call with all its retries; zero is <see cref="DefaultTimeout"/>.</param>
    /// <param name="loggerFactory">Where calls are logged, at level Debug.</param>
    public QdrantClient(Uri address, string? apiKey = null, TimeSpan grpcTimeout = default, ILoggerFactory? loggerFactory = null)
        : this(address, apiKey, grpcTimeout, loggerFactory, null)
    {
    }

    /// <summary>A client of one server.</summary>
    /// <param name="address">Scheme <c>http</c> or <c>https</c>, and the gRPC port.</param>
    /// <param name="apiKey">The API key, or null.</param>
    /// <param name="grpcTimeout">The deadline of a call with all its retries; zero is <see cref="DefaultTimeout"/>.</param>
    /// <param name="loggerFactory">Where calls are logged, at level Debug.</param>
    /// <param name="headers">Further headers, sent with every call.</param>
    public QdrantClient(
        Uri address, string? apiKey, TimeSpan grpcTimeout, ILoggerFactory? loggerFactory, IDictionary<string, string>? headers)
        : this(new QdrantGrpcClient(address, apiKey, headers), ownsGrpcClient: true, grpcTimeout, loggerFactory)
    {
    }

    /// <summary>A client on generated services, which the caller disposes of.</summary>
    /// <param name="grpcClient">The services.</param>
    /// <param name="grpcTimeout">The deadline of a call with all its retries; zero is <see cref="DefaultTimeout"/>.</param>
    /// <param name="loggerFactory">Where calls are logged, at level Debug.</param>
    public QdrantClient(QdrantGrpcClient grpcClient, TimeSpan grpcTimeout = default, ILoggerFactory? loggerFactory = null)
        : this(grpcClient, ownsGrpcClient: false, grpcTimeout, loggerFactory)
    {
    }

    private QdrantClient(QdrantGrpcClient grpcClient, bool ownsGrpcClient, TimeSpan grpcTimeout, ILoggerFactory? loggerFactory)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grpcTimeout, TimeSpan.Zero);
        _grpcClient = grpcClient;
        _ownsGrpcClient = ownsGrpcClient;
        _grpcTimeout = grpcTimeout == TimeSpan.Zero ? DefaultTimeout : grpcTimeout;
        _logger = loggerFactory?.CreateLogger("Summit.Qdrant") ?? NullLogger.Instance;
    }

    /// <summary>The server's name and version; needs no API key.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<HealthCheckReply> HealthAsync(CancellationToken cancellationToken = default) =>
        await _grpcClient.Qdrant.HealthCheckAsync(new HealthCheckRequest(), Call("HealthCheck", "", cancellationToken));

    /// <summary>Closes the connections of a client that made them.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections of a client that made them.</summary>
    /// <param name="disposing">False when a finalizer calls.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsGrpcClient)
            _grpcClient.Dispose();
    }

    /// <summary>Deadline and token of one call. A server that was given more time than the client has gets it.</summary>
    private CallOptions Call(string operation, string collection, CancellationToken cancellationToken, TimeSpan? serverTimeout = null)
    {
        Log.Calling(_logger, operation, collection);
        var atLeast = serverTimeout is { } timeout ? timeout + TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        return new CallOptions(
            deadline: DateTime.UtcNow + (_grpcTimeout > atLeast ? _grpcTimeout : atLeast),
            cancellationToken: cancellationToken);
    }

    /// <summary>The protocol counts timeouts in whole seconds.</summary>
    private static ulong Seconds(TimeSpan timeout) =>
        timeout > TimeSpan.Zero && timeout.Ticks % TimeSpan.TicksPerSecond == 0
            ? (ulong)timeout.TotalSeconds
            : throw new ArgumentException($"{timeout} is not a positive number of whole seconds.", nameof(timeout));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Qdrant: {Operation} {Collection}")]
        public static partial void Calling(ILogger logger, string operation, string collection);
    }
}
