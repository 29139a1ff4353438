using System.Numerics.Tensors;
using System.Text;
using System.Text.Json;

namespace Summit.Bot.Embeddings;

/// <summary>What every embedder with a model does to texts and vectors.</summary>
internal static class EmbeddedText
{
    /// <summary>Whether a model is asked at all: what a text without words means is left to nobody's guess.</summary>
    public static bool HasWords(string text) => text.Any(char.IsLetterOrDigit) || text.Any(char.IsSurrogate);

    /// <summary>The text without what is no sign: half of a surrogate pair, which neither a tokenizer nor JSON takes.</summary>
    public static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Brings a vector to unit length.</summary>
    /// <returns>False where it has none, or is not made of numbers.</returns>
    public static bool TryNormalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(norm) || norm <= 0)
            return false;
        TensorPrimitives.Divide(vector, norm, vector);
        return true;
    }

    /// <summary>A prefix, in quotation marks and on one line.</summary>
    public static string Quote(string prefix) => $"\"{JsonEncodedText.Encode(prefix)}\"";
}
