using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Summit.Qdrant.Grpc;

/// <summary>
/// Says in the message of every <see cref="RpcException"/> which server was called, for which collection, and what to do about it.
/// Status code, detail and trailers stay the server's own, so that a handler works on the published client too.
/// </summary>
internal sealed class RpcErrors(Uri address) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return new AsyncUnaryCall<TResponse>(
            AnswerAsync(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<TResponse> AnswerAsync()
        {
            try
            {
                return await call.ResponseAsync;
            }
            catch (RpcException error)
            {
                throw new RpcException(error.Status, error.Trailers, Message(error, context.Method.Name, Collection(request)));
            }
        }
    }

    private string Message(RpcException error, string operation, string? collection)
    {
        var subject = collection is null ? operation : $"{operation}, collection \"{collection}\"";
        return $"Qdrant at {address.GetLeftPart(UriPartial.Authority)} ({subject}): {error.StatusCode}: {error.Status.Detail} "
            + WayOut(error);
    }

    private static string WayOut(RpcException error) => error.StatusCode switch
    {
        StatusCode.Unavailable => "Is the server running, and is this its gRPC port (6334 by default; 6333 is HTTP)?",
        StatusCode.DeadlineExceeded => "Give the call more time, or look at the load of the server.",
        StatusCode.Unauthenticated or StatusCode.PermissionDenied =>
            "Give the API key that the server is configured with (QDRANT__SERVICE__API_KEY), one that may do this.",
        StatusCode.NotFound => "Create it first, or check the name.",
        StatusCode.AlreadyExists => "Delete it first, or take another name.",
        StatusCode.InvalidArgument => "Check the request against the configuration of the collection.",
        StatusCode.ResourceExhausted => "Send less at a time, or raise the limit.",
        StatusCode.Unimplemented => "This server does not know the call: Qdrant 1.18 or later is expected here.",
        StatusCode.Cancelled => "The caller stopped the call.",
        _ => "The server's log may say more.",
    };

    /// <summary>Every request about a collection has a field collection_name, generated as a property of the same meaning.</summary>
    private static string? Collection<TRequest>(TRequest request) =>
        request is IMessage message
        && message.Descriptor.FindFieldByName("collection_name")?.Accessor.GetValue(message) is string { Length: > 0 } name
            ? name
            : null;
}
