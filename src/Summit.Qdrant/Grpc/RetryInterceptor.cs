using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Summit.Qdrant.Grpc;

/// <summary>
/// Tries calls again that met UNAVAILABLE, with growing pauses, and RESOURCE_EXHAUSTED, after as long as the server asks: Qdrant sends
/// the trailer <c>retry-after</c> (whole seconds) where another try can succeed, and none where it cannot.
/// <para>
/// Not gRPC's own retry policy: that one does not read the trailer, draws pauses from zero up, so that five tries may be over in half
/// a second while a server starts, and sends what outgrows its buffer, such as a batch of points, once only.
/// </para>
/// </summary>
internal sealed class RetryInterceptor : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var current = continuation(request, context);
        return new AsyncUnaryCall<TResponse>(
            AnswerAsync(),
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
                catch (RpcException error) when (Pause(error, attempt, context.Options.Deadline) is { } pause)
                {
                    await DelayAsync(pause, context.Options.CancellationToken);
                }
                current.Dispose();
                current = continuation(request, context);
            }
        }
    }

    /// <summary>How long to wait before the next try, or null where there is none, or none before the deadline.</summary>
    private static TimeSpan? Pause(RpcException error, int attempt, DateTime? deadline)
    {
        if (attempt >= QdrantChannel.Attempts)
            return null;
        TimeSpan? pause = error.StatusCode switch
        {
            StatusCode.Unavailable => TimeSpan.FromSeconds(0.25 * Math.Pow(2, attempt - 1) * Jitter(0.5, 1)),
            StatusCode.ResourceExhausted when RetryAfter(error) is { } seconds => TimeSpan.FromSeconds(seconds + Jitter(0, 0.25)),
            _ => null,
        };
        return pause is { } time && deadline is { } end && DateTime.UtcNow + time >= end ? null : pause;
    }

    private static uint? RetryAfter(RpcException error) =>
        uint.TryParse(error.Trailers.GetValue("retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    /// <summary>Clients that were turned away together do not come back together.</summary>
#pragma warning disable CA5394 // Nothing secret hangs on it.
    private static double Jitter(double from, double to) => from + (Random.Shared.NextDouble() * (to - from));
#pragma warning restore CA5394

    private static async Task DelayAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // As gRPC says it.
            throw new RpcException(new Status(StatusCode.Cancelled, "Call canceled by the client."));
        }
    }
}
