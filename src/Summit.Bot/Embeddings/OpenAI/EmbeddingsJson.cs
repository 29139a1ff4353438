using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Summit.Bot.Embeddings.OpenAI;

/// <summary>What is sent.</summary>
internal sealed record EmbeddingsRequest(string Model, IReadOnlyList<string> Input, string EncodingFormat, int? Dimensions);

/// <summary>What comes back.</summary>
internal sealed record EmbeddingsReply(IReadOnlyList<EmbeddingItem>? Data);

/// <summary>The vector of one text; without an index they are in order.</summary>
internal sealed record EmbeddingItem(int? Index, [property: JsonConverter(typeof(VectorConverter))] float[]? Embedding);

/// <summary>A vector as numbers, or as the Base64 of floats: some servers send that unasked.</summary>
internal sealed class VectorConverter : JsonConverter<float[]>
{
    public override float[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var bytes = reader.GetBytesFromBase64();
            return bytes.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(bytes).ToArray() : throw new JsonException("A vector in Base64 is no row of floats.");
        }

        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A vector is neither an array nor a string.");
        var vector = new List<float>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            vector.Add(reader.TokenType == JsonTokenType.Number ? reader.GetSingle() : throw new JsonException("A vector holds something that is no number."));
        return [.. vector];
    }

    public override void Write(Utf8JsonWriter writer, float[] value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>The form on the wire.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmbeddingsRequest))]
[JsonSerializable(typeof(EmbeddingsReply))]
internal sealed partial class EmbeddingsJson : JsonSerializerContext;
