using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Summit.Qdrant.Tests.Server;

/// <summary>What stands before every call: the API key, and what a test wants to go wrong.</summary>
public sealed class CallInterceptor(ApiKey apiKey, Faults faults, QdrantServer server) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (server.IsDead)
            throw Abort(context);
        var method = context.Method[(context.Method.LastIndexOf('/') + 1)..];
        var fate = faults.Next(method);
        Authenticate(method, context);
        if (faults.Delay > TimeSpan.Zero)
            await Task.Delay(faults.Delay, context.CancellationToken);
        switch (fate)
        {
            case Fate.Unavailable:
                throw new RpcException(new Status(StatusCode.Unavailable, "Shard temporarily unavailable: asked for by a test"));
            case Fate.RateLimited:
                throw RateLimited();
            case Fate.KilledBefore:
                throw Die(context);
            case Fate.KilledAfter:
                await continuation(request, context);
                throw Die(context);
            default:
                return await continuation(request, context);
        }
    }

    // Texts and order as in src/common/auth/mod.rs of 1.18.
    private void Authenticate(string method, ServerCallContext context)
    {
        if (apiKey.Value is null || method == "HealthCheck")
            return;
        var sent = context.RequestHeaders.GetValue("api-key")
            ?? context.RequestHeaders.GetValue("authorization")?.Replace("Bearer ", "", StringComparison.Ordinal);
        if (sent is null)
            throw new RpcException(new Status(StatusCode.Unauthenticated, "Must provide an API key or an Authorization bearer token"));
        if (sent != apiKey.Value)
            throw new RpcException(new Status(StatusCode.Unauthenticated, "Invalid API key or JWT"));
    }

    private RpcException RateLimited()
    {
        var trailers = new Metadata();
        if (faults.RetryAfter is { } seconds)
            trailers.Add("retry-after", seconds.ToString(CultureInfo.InvariantCulture));
        var status = new Status(StatusCode.ResourceExhausted, "Rate limiting exceeded: Write rate limit exceeded: asked for by a test");
        return new RpcException(status, trailers);
    }

    private RpcException Die(ServerCallContext context)
    {
        server.Die();
        return Abort(context);
    }

    private static RpcException Abort(ServerCallContext context)
    {
        context.GetHttpContext().Abort();
        return new RpcException(new Status(StatusCode.Aborted, "Nobody hears this."));
    }
}
