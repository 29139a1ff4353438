using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Qdrant.Client.Grpc;

namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>What Qdrant.Client does otherwise than Summit.Qdrant, whose side is the file of this name beside.</summary>
internal static class QdrantSdk
{
    private const int MostBytes = 256 * 1024 * 1024;

    /// <summary>A client of the server; calls that it was not ready for are repeated for some seconds.</summary>
    /// <param name="location">The server.</param>
    /// <param name="timeout">The deadline of a call with all its repetitions.</param>
    /// <param name="connection">To be disposed of with the client.</param>
    public static QdrantClient Connect(QdrantLocation location, TimeSpan timeout, out IDisposable connection)
    {
        // The package's own channel repeats nothing, and stays away from a server that was down for up to two minutes.
        var channel = GrpcChannel.ForAddress(location.Url, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = MostBytes,
            InitialReconnectBackoff = TimeSpan.FromSeconds(0.1),
            MaxReconnectBackoff = TimeSpan.FromSeconds(1),
            ServiceConfig = new ServiceConfig
            {
                MethodConfigs =
                {
                    new MethodConfig
                    {
                        Names = { MethodName.Default },
                        RetryPolicy = new RetryPolicy
                        {
                            MaxAttempts = 5, InitialBackoff = TimeSpan.FromSeconds(1), MaxBackoff = TimeSpan.FromSeconds(2), BackoffMultiplier = 2,
                            RetryableStatusCodes = { StatusCode.Unavailable },
                        },
                    },
                },
            },
        });
        connection = channel;
        return new QdrantClient(new QdrantGrpcClient(channel.Intercept(metadata => WithKey(metadata, location.ApiKey))), timeout);
    }

    private static Metadata WithKey(Metadata metadata, string? key)
    {
        if (key is not null)
            metadata.Add("api-key", key);
        return metadata;
    }
}
