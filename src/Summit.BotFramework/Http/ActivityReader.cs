using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Http;

/// <summary>Reads the activity in a request's body, or says what is wrong with it.</summary>
internal static class ActivityReader
{
    /// <summary>Ten times what Teams lets through.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>
    /// Only a JSON type is accepted: a page of another site can post text/plain to a local server without asking,
    /// but not application/json, for which the browser asks first.
    /// </summary>
    public static bool HasJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="OperationCanceledException">The request was ended.</exception>
    public static async Task<(Activity? Activity, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBodyBytes)
            return (null, Refusal.TooLarge);

        var reader = request.BodyReader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                if (read.Buffer.Length > MaxBodyBytes)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return (null, Refusal.TooLarge);
                }

                if (read.IsCompleted)
                    return ParseAndAdvance(reader, read.Buffer);
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException e)
        {
            return (null, new Refusal(e.StatusCode, "The body could not be read.", "The request ended early or broke the rules of HTTP."));
        }
    }

    private static (Activity? Activity, Refusal? Refusal) ParseAndAdvance(PipeReader reader, ReadOnlySequence<byte> body)
    {
        try
        {
            return Parse(body.IsSingleSegment ? body.FirstSpan : body.ToArray());
        }
        finally
        {
            reader.AdvanceTo(body.End);
        }
    }

    private static (Activity? Activity, Refusal? Refusal) Parse(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return (null, Refusal.BadRequest("It is empty."));
        try
        {
            var activity = JsonSerializer.Deserialize(json, ActivityJson.TypeInfo<Activity>());
            if (HasBrokenText(json))
                return (null, Refusal.BadRequest("It holds an escape such as \\ud800 that is half a character, so it is not valid text."));
            if (activity is null)
                return (null, Refusal.BadRequest("It is null, not a JSON object."));
            return string.IsNullOrWhiteSpace(activity.Type)
                ? (null, Refusal.BadRequest("Its type is missing: every activity names one, such as \"message\"."))
                : (activity, null);
        }
        catch (JsonException e)
        {
            return (null, Refusal.BadRequest(Explain(json, e.Path)));
        }
    }

    /// <summary>
    /// Whether a string is no Unicode text. The parser finds that out only where it reads the string, and a field that is only
    /// passed on is not read before the reply is written.
    /// </summary>
    /// <exception cref="JsonException">It is not valid JSON.</exception>
    private static bool HasBrokenText(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
            return false;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJson.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>Goes through a body that could not be read once more, to name what is wrong. The parser's own words name .NET types.</summary>
    private static string Explain(ReadOnlySpan<byte> json, string? path)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityReader.MaxBodyBytes });
        try
        {
            var isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            do
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= ActivityJson.MaxDepth)
                    return $"It is nested deeper than {ActivityJson.MaxDepth} levels.";
            }
            while (reader.Read());
            return isObject
                ? $"The value of {path ?? "a field"} has the wrong JSON type, or is not valid text."
                : "It is not a JSON object.";
        }
        catch (JsonException e)
        {
            return $"It is not valid JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.";
        }
    }
}
