using System.Text.Json;
using System.Text.Json.Nodes;

namespace Summit.BotFramework.Schema;

/// <summary>The fields of a JSON object that its class does not name: as they were read, until somebody looks.</summary>
/// <remarks>
/// The serializer of .NET 10 reads a <see cref="JsonObject"/> as extension data, but writes it as a nameless object inside the other,
/// which is not JSON. So it is given a dictionary, and a bot the object.
/// </remarks>
internal struct UnnamedFields
{
    private Dictionary<string, JsonElement>? read;
    private JsonObject? properties;

    public JsonObject Properties
    {
        get => properties ??= FromRead();
        set => properties = value;
    }

    public Dictionary<string, JsonElement>? OnTheWire
    {
        readonly get => properties is null
            ? read
            : properties.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value, ActivityJson.TypeInfo<JsonNode?>()));
        set => read = value;
    }

    private readonly JsonObject FromRead()
    {
        var node = new JsonObject();
        foreach (var (name, value) in read ?? [])
            node[name] = JsonSerializer.SerializeToNode(value, ActivityJson.TypeInfo<JsonElement>());
        return node;
    }
}
