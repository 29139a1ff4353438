using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Summit.Qdrant.Grpc;

/// <summary>
/// A channel to one server or one load balancer: HTTP/2, with TLS when the address is <c>https</c>. Calls that meet UNAVAILABLE are
/// tried up to <see cref="Attempts"/> times within 2 s to 4 s, and within the call's deadline.
/// Safe for use by many threads; make one for the process.
/// </summary>
public sealed class QdrantChannel : ChannelBase, IDisposable
{
    /// <summary>How often a call is tried before its error reaches the caller.</summary>
    public const int Attempts = 5;

    /// <summary>The largest answer that is accepted, in bytes: 256 MiB, where gRPC's own default of 4 MiB stops a page of 1,000 vectors.</summary>
    public const int MaxReceiveMessageSize = 256 * 1024 * 1024;

    private readonly GrpcChannel _channel;
    private readonly Uri _address;
    private readonly ClientConfiguration _configuration;
    private bool _disposed;

    private QdrantChannel(GrpcChannel channel, Uri address, ClientConfiguration configuration)
        : base(channel.Target)
    {
        _channel = channel;
        _address = address;
        _configuration = configuration;
    }

    /// <summary>A channel to an address, without API key.</summary>
    /// <param name="address">For example <c>http://localhost:6334</c>.</param>
    public static QdrantChannel ForAddress(string address) => ForAddress(new Uri(address), new ClientConfiguration());

    /// <summary>A channel to an address, without API key.</summary>
    /// <param name="address">For example <c>http://localhost:6334</c>.</param>
    public static QdrantChannel ForAddress(Uri address) => ForAddress(address, new ClientConfiguration());

    /// <summary>A channel to an address.</summary>
    /// <param name="address">For example <c>https://qdrant.example:6334</c>.</param>
    /// <param name="configuration">API key, certificate and headers; copied by no one, so leave it alone afterwards.</param>
    public static QdrantChannel ForAddress(string address, ClientConfiguration configuration) =>
        ForAddress(new Uri(address), configuration);

    /// <summary>A channel to an address. Nothing is connected until the first call.</summary>
    /// <param name="address">Scheme <c>http</c> or <c>https</c>, and the gRPC port (6334 unless configured otherwise).</param>
    /// <param name="configuration">API key, certificate and headers; copied by no one, so leave it alone afterwards.</param>
    public static QdrantChannel ForAddress(Uri address, ClientConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new GrpcChannelOptions
        {
            HttpHandler = Handler(configuration),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxReceiveMessageSize,
            // Between two tries to connect, every call fails at once; by default that grows to two minutes, in which a server that is
            // back would go unnoticed.
            InitialReconnectBackoff = TimeSpan.FromSeconds(0.2),
            MaxReconnectBackoff = TimeSpan.FromSeconds(1),
        };
        return new QdrantChannel(GrpcChannel.ForAddress(address, options), address, configuration);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        // The last one named is the first to see a call.
        return _channel.Intercept(WithHeaders).Intercept(new RetryInterceptor()).Intercept(new RpcErrors(_address));
    }

    /// <summary>Closes the connections; calls under way fail.</summary>
    public void Dispose()
    {
        _disposed = true;
        _channel.Dispose();
    }

    private Metadata WithHeaders(Metadata metadata)
    {
        if (_configuration.ApiKey is { } apiKey)
            metadata.Add("api-key", apiKey);
        foreach (var (name, value) in _configuration.Headers)
            metadata.Add(name.ToLower(CultureInfo.InvariantCulture), value);
        return metadata;
    }

    private static SocketsHttpHandler Handler(ClientConfiguration configuration)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            // A name that moves to another address (a container started anew) is looked up again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (configuration.CertificateThumbprint is { } thumbprint)
        {
            handler.SslOptions.RemoteCertificateValidationCallback =
                (_, certificate, _, _) => CertificateValidation.Matches(certificate, thumbprint);
        }
        return handler;
    }
}
