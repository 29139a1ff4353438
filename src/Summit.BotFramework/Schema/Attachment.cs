using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Summit.BotFramework.Schema;

/// <summary>A card or a file that goes with a message.</summary>
public sealed class Attachment
{
    private UnnamedFields unnamed;

    /// <summary>A media type, such as <c>application/vnd.microsoft.card.adaptive</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where a file's bytes are. Not to be fetched without checking the host: it comes from the sender.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>A card's JSON: a <see cref="System.Text.Json.JsonElement"/> when read, any serializable object when sent.</summary>
    public object? Content { get; set; }

    /// <summary>The file's name.</summary>
    public string? Name { get; set; }

    /// <summary>Where a smaller picture of the content is.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>Fields that this class does not name; written back as they were read.</summary>
    [JsonIgnore]
    public JsonObject Properties
    {
        get => unnamed.Properties;
        set => unnamed.Properties = value;
    }

    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? UnnamedFields
    {
        get => unnamed.OnTheWire;
        set => unnamed.OnTheWire = value;
    }
}
