using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Summit.BotFramework.Schema;

/// <summary>The one way in which activities are read and written as JSON.</summary>
public static class ActivityJson
{
    /// <summary>Levels of nesting that an activity may have. A card of ten levels is already rare.</summary>
    public const int MaxDepth = 64;

    /// <summary>camelCase names, nulls left out. Cannot be changed.</summary>
    /// <remarks>
    /// The schema has generated metadata; reflection is there only for the objects of a bot's own types
    /// in <see cref="Activity.Value"/> and <see cref="Activity.ChannelData"/>.
    /// </remarks>
    public static JsonSerializerOptions Options { get; } = Create();

    internal static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaxDepth,
            // The output is never part of a page, and a channel counts bytes: no \u00e9 for é.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolverChain = { SchemaContext.Default, new DefaultJsonTypeInfoResolver() },
        };
        options.MakeReadOnly();
        return options;
    }
}

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(IList<ChannelAccount>))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(object))]
internal sealed partial class SchemaContext : JsonSerializerContext;
