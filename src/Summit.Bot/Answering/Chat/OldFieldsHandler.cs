using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// Writes <c>max_tokens</c> for <c>max_completion_tokens</c> and leaves <c>stream_options</c> out, since some servers that are compatible with
/// OpenAI's refuse fields that came later, as Mistral's does with both, or pass over them.
/// </summary>
internal sealed class OldFieldsHandler : DelegatingHandler
{
    private const string NewLimit = "max_completion_tokens", OldLimit = "max_tokens", StreamOptions = "stream_options";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content && JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken)) is JsonObject body)
        {
            body.Remove(StreamOptions);
            if (body[NewLimit] is { } limit)
                body[OldLimit] = limit.DeepClone();
            body.Remove(NewLimit);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
