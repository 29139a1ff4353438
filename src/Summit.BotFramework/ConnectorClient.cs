using System.Net.Http.Headers;
using System.Text.Json;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Calls the connector of one channel, whose address the caller has checked.</summary>
/// <param name="http">Has the timeout of each call, and follows no redirect.</param>
/// <param name="serviceUrl">The activity's serviceUrl; its path is kept.</param>
internal sealed class ConnectorClient(HttpClient http, Uri serviceUrl) : IReplyTarget
{
    /// <summary>The name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "Summit.BotFramework.Connector";

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var activities = ActivitiesOf(activity.Conversation);
        var url = string.IsNullOrEmpty(activity.ReplyToId) ? activities : $"{activities}/{Segment(activity.ReplyToId)}";
        return CallAsync(HttpMethod.Post, new Uri(url), activity, cancellationToken);
    }

    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, new Uri($"{ActivitiesOf(activity.Conversation)}/{Segment(activity.Id)}"), activity, cancellationToken);

    public Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken) =>
        CallAsync(
            HttpMethod.Delete,
            new Uri($"{ActivitiesOf(reference.Conversation)}/{Segment(reference.ActivityId)}"),
            activity: null,
            cancellationToken);

    private string ActivitiesOf(ConversationAccount? conversation) =>
        $"{serviceUrl.Scheme}://{serviceUrl.Authority}{serviceUrl.AbsolutePath.TrimEnd('/')}/v3/conversations/{Segment(conversation?.Id)}/activities";

    /// <summary>Ids come from the client. Escaping leaves dots alone, and a URL's dot segments would lead to another resource.</summary>
    private static string Segment(string? id) =>
        string.IsNullOrEmpty(id) || id is "." or ".."
            ? throw new InvalidOperationException("The activity has no conversation or activity id that a URL can hold.")
            : Uri.EscapeDataString(id);

    private async Task<ResourceResponse> CallAsync(HttpMethod method, Uri url, Activity? activity, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        if (activity is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.TypeInfo<Activity>()));
            request.Content.Headers.ContentType = Json;
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new ErrorResponseException(method, url.Authority, response.StatusCode);
            return ReadId(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new TimeoutException($"{method} to {url.Authority} was not answered within {http.Timeout.TotalSeconds:0.###} s.", e);
        }
    }

    /// <summary>The body is empty for typing (202). Whatever else it is, the activity was delivered, so this never fails.</summary>
    private static ResourceResponse ReadId(byte[] body)
    {
        if (body.Length == 0)
            return new ResourceResponse();
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.TypeInfo<ResourceResponse>()) ?? new ResourceResponse();
        }
        catch (JsonException)
        {
            return new ResourceResponse();
        }
    }
}
