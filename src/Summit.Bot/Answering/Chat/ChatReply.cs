using System.Text;
using System.Text.Json;

namespace Summit.Bot.Answering.Chat;

/// <summary>What the model made of a question, before any of it is believed.</summary>
/// <param name="IsAnswerable">Whether the sentences answer the question, as the model sees it.</param>
/// <param name="Statements">What it says.</param>
internal sealed record ChatReply(bool IsAnswerable, IReadOnlyList<ChatStatement> Statements)
{
    /// <summary>The JSON schema that the model's server is asked to keep to.</summary>
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["answerable","language","statements"],"properties":{
          "answerable":{"type":"boolean"},"language":{"type":"string","enum":["fr","en"]},
          "statements":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["text","sentences"],
            "properties":{"text":{"type":"string"},"sentences":{"type":"array","items":{"type":"integer"}}}}}}}
        """;

    /// <summary>Reads a whole reply. Servers that keep to no schema may put it between the marks of a code block.</summary>
    /// <returns>Null when it is not of the form.</returns>
    public static ChatReply? Read(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
            return null;
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(start, end - start + 1));
            if (!json.RootElement.TryGetProperty("answerable", out var answerable) || answerable.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return null;
            var statements = new List<ChatStatement>();
            if (json.RootElement.TryGetProperty("statements", out var all))
            {
                if (all.ValueKind != JsonValueKind.Array)
                    return null;
                foreach (var item in all.EnumerateArray())
                {
                    if (Statement(item) is not { } statement)
                        return null;
                    statements.Add(statement);
                }
            }

            return new ChatReply(answerable.GetBoolean(), statements);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no Unicode text.
            return null;
        }
    }

    /// <summary>Reads a reply that is one text under a name.</summary>
    /// <returns>Null when it is not of the form.</returns>
    public static string? ReadText(string reply, string name)
    {
        var (start, end) = (reply.IndexOf('{', StringComparison.Ordinal), reply.LastIndexOf('}'));
        if (start < 0 || end < start)
            return null;
        try
        {
            using var json = JsonDocument.Parse(reply.AsMemory(start, end - start + 1));
            return json.RootElement.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads the statements that are complete in the beginning of a reply.</summary>
    public static IReadOnlyList<ChatStatement> ReadBeginning(string text)
    {
        var start = text.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
            return [];
        var bytes = Encoding.UTF8.GetBytes(text[start..]);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        var statements = new List<ChatStatement>();
        var isList = false;
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                    isList = reader.ValueTextEquals("statements"u8);
                if (!isList || reader is not { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 })
                    continue;
                if (!JsonDocument.TryParseValue(ref reader, out var item))
                    break;
                using (item)
                {
                    if (Statement(item.RootElement) is { } statement)
                        statements.Add(statement);
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // What is wrong with it is found when it is whole.
        }

        return statements;
    }

    private static ChatStatement? Statement(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String
            || !item.TryGetProperty("sentences", out var sentences) || sentences.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var numbers = new List<int>();
        foreach (var number in sentences.EnumerateArray())
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var value))
                return null;
            numbers.Add(value);
        }

        return new ChatStatement(text.GetString()!, numbers);
    }
}

/// <summary>One thing the model says.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Sentences">The numbers of the sentences that are to prove it.</param>
internal sealed record ChatStatement(string Text, IReadOnlyList<int> Sentences);
