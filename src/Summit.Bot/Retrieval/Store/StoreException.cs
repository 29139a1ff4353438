namespace Summit.Bot.Retrieval.Store;

/// <summary>The store cannot be used; the message names it and the way out.</summary>
public class StoreException : Exception
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public StoreException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}

/// <summary>The file of the store does not hold what was written to it: it is to be set aside and filled anew.</summary>
public sealed class StoreDamagedException : StoreException
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public StoreDamagedException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
