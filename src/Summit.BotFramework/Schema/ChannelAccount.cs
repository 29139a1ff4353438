using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Summit.BotFramework.Schema;

/// <summary>A user or a bot, as its channel knows it.</summary>
public sealed class ChannelAccount
{
    private UnnamedFields unnamed;

    /// <summary>Creates an account with nothing set.</summary>
    public ChannelAccount()
    {
    }

    /// <summary>Creates an account.</summary>
    public ChannelAccount(string? id = null, string? name = null, string? role = null, string? aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>Unique within the channel, and opaque. The same person has another id for every bot.</summary>
    public string? Id { get; set; }

    /// <summary>The display name, chosen by its owner.</summary>
    public string? Name { get; set; }

    /// <summary>The Microsoft Entra object id; Teams sends it.</summary>
    public string? AadObjectId { get; set; }

    /// <summary><c>user</c>, <c>bot</c> or <c>skill</c>; the Emulator and Direct Line send it.</summary>
    public string? Role { get; set; }

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
