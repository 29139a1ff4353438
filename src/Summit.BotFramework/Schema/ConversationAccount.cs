using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Summit.BotFramework.Schema;

/// <summary>The conversation that an activity belongs to.</summary>
public sealed class ConversationAccount
{
    private UnnamedFields unnamed;

    /// <summary>Creates a conversation with nothing set.</summary>
    public ConversationAccount()
    {
    }

    /// <summary>Creates a conversation.</summary>
    public ConversationAccount(
        bool? isGroup = null,
        string? conversationType = null,
        string? id = null,
        string? name = null,
        string? aadObjectId = null,
        string? role = null,
        string? tenantId = null)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    /// <summary>True where more than one user may take part. Absent in personal chats of most channels.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>In Teams <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; set; }

    /// <summary>Unique within the channel, and opaque. In a Teams channel it holds <c>;messageid=…</c>, so it must be escaped in a URL.</summary>
    public string? Id { get; set; }

    /// <summary>The display name.</summary>
    public string? Name { get; set; }

    /// <summary>The Microsoft Entra object id.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>The role of the entity behind the account.</summary>
    public string? Role { get; set; }

    /// <summary>The Microsoft Entra tenant of the conversation; Teams sends it.</summary>
    public string? TenantId { get; set; }

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
