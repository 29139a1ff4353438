namespace Summit.Bot.Retrieval.Store;

/// <summary>The store is somewhere else and does not answer, or not in time: it is worth trying again.</summary>
public sealed class StoreUnreachableException : StoreException
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public StoreUnreachableException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
