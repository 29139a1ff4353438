using System.Text.Json;
using Summit.Bot.Language;

namespace Summit.Bot.Embeddings.OpenAI;

/// <summary>Says why a server gave no vectors, and which setting to correct; never a key.</summary>
internal sealed class EmbeddingFaults(OpenAIEmbeddingsOptions options, string? key)
{
    private const string Key = "Summit:Embeddings:OpenAI:";
    private const int LongestReason = 300;

    private string Server => $"The embedding server {options.Endpoint.Authority}";

    /// <summary>How long a server wants to be left alone.</summary>
    public static TimeSpan RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - DateTimeOffset.UtcNow ?? TimeSpan.Zero;

    /// <summary>It answered with an error.</summary>
    public EmbeddingException Of(HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var way = status switch
        {
            // What the server says of a key may hold a part of it.
            401 or 403 => $"It does not accept the key. Correct {Key}{(options.ApiKeyFile is null ? "ApiKey" : "ApiKeyFile")}.",
            404 => $"{Reason(body)}Correct {Key}Model, which is '{options.Model}', or {Key}Endpoint.",
            429 => $"{Reason(body)}{Wait(response)}Try again later, or lower {Key}BatchSize or {Key}MaxBatchTokens.",
            413 => $"{Reason(body)}Lower {Key}BatchSize or {Key}MaxBatchTokens.",
            >= 300 and < 400 => $"It points elsewhere. Set {Key}Endpoint to the address that answers itself.",
            >= 400 and < 500 => $"{Reason(body)}Correct {Key}Model, {Key}Dimensions or {Key}MaxBatchTokens.",
            _ => $"{Reason(body)}{Wait(response)}Try again later, or see to the server at {Key}Endpoint.",
        };
        return new EmbeddingException($"{Server} answered {status}. {way}");
    }

    /// <summary>It could not be reached.</summary>
    public EmbeddingException Of(HttpRequestException error) =>
        new($"{Server} cannot be reached. {PlainText.OneLine(error.Message).TrimEnd('.')}. See that it runs, or correct {Key}Endpoint.", error);

    /// <summary>It did not answer in time.</summary>
    public EmbeddingException OfTime(string setting, TimeSpan time, Exception error) =>
        new($"{Server} did not answer within {time}. See to it, or raise {Key}{setting}.", error);

    /// <summary>What it answered is not what was asked for.</summary>
    public EmbeddingException OfReply(string what, Exception? error = null) => new($"{Server} gave an answer {what}. Correct {Key}Endpoint or {Key}Model.", error);

    /// <summary>The vectors are of another length than they should be.</summary>
    public EmbeddingException OfDimension(int found, int wanted) => options.Dimensions > 0
        ? new($"{Server} made vectors of {found} dimensions, not of {wanted}. Correct {Key}Dimensions, or remove it.")
        : new($"{Server} made vectors of {found} dimensions, and earlier ones of {wanted}: the model {options.Model} is another one now. Start the bot again, and make the vectors anew with: summit-bot index rebuild.");

    private static string Wait(HttpResponseMessage response) =>
        RetryAfter(response) is var wait && wait > TimeSpan.Zero ? $"It wants to be left alone for {Math.Ceiling(wait.TotalSeconds)} s. " : "";

    private string Reason(byte[] body)
    {
        var reason = "";
        try
        {
            using var json = JsonDocument.Parse(body);
            reason = Find(json.RootElement) ?? "";
        }
        catch (JsonException)
        {
            // A proxy's page says nothing that is worth a line.
        }

        if (key is not null)
            reason = reason.Replace(key, "…", StringComparison.Ordinal);
        reason = PlainText.OneLine(reason).TrimEnd('.', ' ');
        return reason.Length == 0 ? "" : $"It says: {(reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason)}. ";
    }

    private static string? Find(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Object => new[] { "error", "message", "detail" }.Select(name => json.TryGetProperty(name, out var inner) ? Find(inner) : null).FirstOrDefault(text => text is not null),
        _ => null,
    };
}
