using System.Text.Json;

namespace Summit.Bot.Corpus.Sources;

/// <summary>The values of a JSON object as text.</summary>
internal sealed class JsonFields(JsonElement json, int line)
{
    /// <summary>The value of the first of the keys that has one. Of a list all its texts, with commas; of an object its name.</summary>
    /// <exception cref="RefusedException">The value is something else.</exception>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
                continue;
            try
            {
                if (JsonWords.Of(value) is not { } text)
                    throw new RefusedException(line, $"the value of \"{key}\" is no text. Write it in quotation marks.");
                if (!string.IsNullOrWhiteSpace(text))
                    return text;
            }
            catch (InvalidOperationException)
            {
                throw new RefusedException(line, $"the value of \"{key}\" is not sound Unicode. Write it anew as UTF-8.");
            }
        }

        return null;
    }

    /// <summary>The day that the first of the keys that has a value states.</summary>
    /// <exception cref="RefusedException">It is no day of the calendar.</exception>
    public DateOnly? Day(params ReadOnlySpan<string> keys)
    {
        var value = Text(keys);
        return value is null ? null : ArticleDate.Parse(value) ?? throw new RefusedException(line, $"'{value}' is no date. Write year-month-day, such as 2019-04-25.");
    }
}
