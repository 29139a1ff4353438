using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Summit.Bot.Answering.Chat;

/// <summary>Writes <c>max_tokens</c> for <c>max_completion_tokens</c>, which some servers that are compatible with OpenAI's refuse.</summary>
internal sealed class MaxTokensHandler : DelegatingHandler
{
    private const string New = "max_completion_tokens", Old = "max_tokens";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content && JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken)) is JsonObject body && body[New] is { } limit)
        {
            body.Remove(New);
            body[Old] = limit.DeepClone();
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
