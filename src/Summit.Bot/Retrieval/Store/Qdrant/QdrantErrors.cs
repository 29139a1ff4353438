using Grpc.Core;

namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>What goes wrong with Qdrant, in the words of the store.</summary>
internal static class QdrantErrors
{
    /// <summary>Runs calls, and turns their errors into a store's.</summary>
    /// <remarks>Stores are synchronous; there is no synchronization context on any way here that waiting could block.</remarks>
    public static T Run<T>(Uri url, Func<Task<T>> calls, CancellationToken cancellationToken = default)
    {
        try
        {
            return calls().GetAwaiter().GetResult();
        }
        catch (RpcException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw From(url, error);
        }
        catch (QdrantException error)
        {
            throw new StoreException($"{Where(url)} could not do what was asked. {error.Message}", error);
        }
    }

    private static StoreException From(Uri url, RpcException error) => error.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Aborted or StatusCode.Internal =>
            new StoreUnreachableException($"{Where(url)} cannot be reached. {error.Message}", error),
        StatusCode.Unauthenticated or StatusCode.PermissionDenied =>
            new StoreException($"{Where(url)} refuses the API key. Set Summit:Store:Qdrant:ApiKey to one that may read and write. {error.Message}", error),
        StatusCode.NotFound => new StoreUnreachableException($"{Where(url)} does not hold the index any more that was loaded; it is loaded again. {error.Message}", error),
        _ => new StoreException($"{Where(url)} could not do what was asked. {error.Message}", error),
    };

    // User and password of an address would be secrets.
    private static string Where(Uri url) => $"Qdrant at {url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}";
}
