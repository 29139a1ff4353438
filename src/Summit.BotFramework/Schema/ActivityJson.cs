using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Summit.BotFramework.Schema;

/// <summary>The one way in which this library reads and writes JSON.</summary>
internal static class ActivityJson
{
    /// <summary>Levels of nesting that a body may have. A card of ten levels is already rare.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// The schema has generated metadata; reflection is there only for the objects of a bot's own types
    /// in <see cref="Activity.Value"/> and <see cref="Activity.ChannelData"/>.
    /// </summary>
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = MaxDepth,
        // The output is never part of a page, and a channel counts bytes: no \u00e9 for é.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolverChain = { SchemaContext.Default, new DefaultJsonTypeInfoResolver() },
    };

    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(object))]
internal sealed partial class SchemaContext : JsonSerializerContext;
