namespace Summit.Bot;

/// <summary>The bot cannot start as it is set up; the message says what to change.</summary>
public sealed class SetupException : Exception
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public SetupException(string message) : base(message)
    {
    }
}
