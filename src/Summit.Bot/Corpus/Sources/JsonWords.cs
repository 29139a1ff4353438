using System.Text.Json;

namespace Summit.Bot.Corpus.Sources;

/// <summary>What a JSON value is in words.</summary>
internal static class JsonWords
{
    /// <summary>A text or number itself, the name of an object, those of a list with commas between them; null for anything else.</summary>
    /// <exception cref="InvalidOperationException">The text has no sound Unicode.</exception>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) && name.ValueKind != JsonValueKind.Object => Of(name),
        JsonValueKind.Array when value.EnumerateArray().Select(Of).ToList() is var all && !all.Contains(null) => string.Join(", ", all.Where(one => one!.Length > 0)),
        _ => null,
    };
}
