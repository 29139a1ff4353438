using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Summit.Qdrant.Grpc;

/// <summary>
/// Waits as long as a rate-limited server asks, and calls again. Qdrant sends RESOURCE_EXHAUSTED with the trailer <c>retry-after</c>
/// (whole seconds) where another try can succeed and without it where none can; gRPC's own retry policy does not read that trailer.
/// </summary>
internal sealed class RateLimitInterceptor : Interceptor
{
    private const int Attempts = 5;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var current = continuation(request, context);
        var response = AnswerAsync();
        return new AsyncUnaryCall<TResponse>(
            response,
            current.ResponseHeadersAsync,
            () => current.GetStatus(),
            () => current.GetTrailers(),
            () => current.Dispose());

        async Task<TResponse> AnswerAsync()
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await current.ResponseAsync;
                }
                catch (RpcException error) when (attempt < Attempts && Wait(error, context.Options.Deadline) is { } wait)
                {
                    await Task.Delay(wait + Jitter(), context.Options.CancellationToken);
                }
                current.Dispose();
                current = continuation(request, context);
            }
        }
    }

    /// <summary>How long to wait before the next try, or null where there is none, or none before the deadline.</summary>
    internal static TimeSpan? Wait(RpcException error, DateTime? deadline)
    {
        if (error.StatusCode != StatusCode.ResourceExhausted
            || !uint.TryParse(error.Trailers.GetValue("retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }
        var wait = TimeSpan.FromSeconds(seconds);
        return deadline is { } end && DateTime.UtcNow + wait >= end ? null : wait;
    }

    /// <summary>Up to 0.25 s, so that many clients that were turned away together do not come back together.</summary>
#pragma warning disable CA5394 // Nothing secret hangs on the jitter.
    private static TimeSpan Jitter() => TimeSpan.FromMilliseconds(Random.Shared.Next(250));
#pragma warning restore CA5394
}
