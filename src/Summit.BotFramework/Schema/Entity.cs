using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Summit.BotFramework.Schema;

/// <summary>Structured metadata about an activity: a mention, citations, a place in a stream.</summary>
/// <remarks>
/// Sealed, because only what is in <see cref="Type"/> and <see cref="Properties"/> is written:
/// the members of a derived class would be lost in silence. Use <see cref="SetAs{T}"/> for a typed one.
/// </remarks>
public sealed class Entity
{
    private UnnamedFields unnamed;

    /// <summary>Creates an entity without a type.</summary>
    public Entity()
    {
    }

    /// <summary>Creates an entity of the given type.</summary>
    public Entity(string? type) => Type = type;

    /// <summary>What kind of entity this is. Web Chat sends entities without one when a user votes.</summary>
    public string? Type { get; set; }

    /// <summary>Everything but <see cref="Type"/>.</summary>
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

    /// <summary>Reads the entity as a <typeparamref name="T"/>, type included.</summary>
    /// <exception cref="JsonException">The entity does not have that shape.</exception>
    public T? GetAs<T>() => JsonSerializer.SerializeToElement(this, ActivityJson.TypeInfo<Entity>()).Deserialize(ActivityJson.TypeInfo<T>());

    /// <summary>Replaces type and properties by those of an object, as its JSON form has them.</summary>
    /// <exception cref="JsonException">The object's JSON form is not a JSON object.</exception>
    public void SetAs<T>(T obj)
    {
        var entity = JsonSerializer.SerializeToElement(obj, ActivityJson.TypeInfo<T>()).Deserialize(ActivityJson.TypeInfo<Entity>())
            ?? throw new JsonException("An entity is a JSON object, not null.");
        Type = entity.Type;
        Properties = entity.Properties;
    }
}
