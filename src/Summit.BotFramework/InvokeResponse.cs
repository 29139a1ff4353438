namespace Summit.BotFramework;

/// <summary>The answer to an invoke, which becomes the HTTP response.</summary>
public sealed class InvokeResponse
{
    /// <summary>An HTTP status from 200 to 599.</summary>
    public int Status { get; set; }

    /// <summary>Written as JSON; null for an empty body.</summary>
    public object? Body { get; set; }
}
