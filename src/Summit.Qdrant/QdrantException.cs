namespace Summit.Qdrant;

/// <summary>
/// The server answered a call without an error, but says that it did not do what was asked.
/// Errors of the server, and of the way to it, arrive as <see cref="global::Grpc.Core.RpcException"/>.
/// </summary>
public class QdrantException : Exception
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What was not done.</param>
    public QdrantException(string message)
        : base(message)
    {
    }
}
