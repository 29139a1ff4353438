using System.Text.Json;

namespace Summit.Bot.Channels.Feedback;

/// <summary>Reads the value of the invoke that Teams sends when a user has voted on a message.</summary>
internal static class FeedbackValue
{
    /// <summary>The name of the invoke.</summary>
    public const string InvokeName = "message/submitAction";

    private const int LongestComment = 2000;

    /// <returns>Null when the value is no vote.</returns>
    public static (string Reaction, string? Comment)? Read(JsonElement? value)
    {
        if (value is not JsonElement { ValueKind: JsonValueKind.Object } submitted
            || Text(submitted, "actionName") != "feedback"
            || !submitted.TryGetProperty("actionValue", out var vote) || vote.ValueKind != JsonValueKind.Object
            || Text(vote, "reaction") is not ("like" or "dislike") and not null)
        {
            return null;
        }

        return Text(vote, "reaction") is { } reaction ? (reaction, Comment(Text(vote, "feedback"))) : null;
    }

    /// <summary>Teams encodes the comment as JSON, <c>{"feedbackText":"…"}</c>; other clients send it as it is.</summary>
    private static string? Comment(string? feedback)
    {
        var comment = feedback;
        if (feedback?.TrimStart().StartsWith('{') == true)
        {
            try
            {
                using var encoded = JsonDocument.Parse(feedback);
                comment = Text(encoded.RootElement, "feedbackText") ?? feedback;
            }
            catch (JsonException)
            {
                // Somebody likes braces.
            }
        }

        return string.IsNullOrWhiteSpace(comment) ? null : comment[..Math.Min(comment.Length, LongestComment)];
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String ? property.GetString() : null;
}
