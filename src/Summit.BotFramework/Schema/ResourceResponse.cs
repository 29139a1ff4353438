namespace Summit.BotFramework.Schema;

/// <summary>What a channel says of an activity that it took.</summary>
public sealed class ResourceResponse
{
    /// <summary>Creates a response without an id.</summary>
    public ResourceResponse()
    {
    }

    /// <summary>Creates a response.</summary>
    public ResourceResponse(string? id) => Id = id;

    /// <summary>The id that the channel gave the activity; null where it gave none, as for typing.</summary>
    public string? Id { get; set; }
}
