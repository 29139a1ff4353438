using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Calls the connector of one channel.</summary>
/// <param name="http">Has the time of each call, and adds the access token.</param>
/// <param name="serviceUrl">The activity's serviceUrl; its path is kept.</param>
/// <param name="maxActivitySize">In bytes of UTF-16.</param>
internal sealed class ConnectorClient(HttpClient http, Uri serviceUrl, int maxActivitySize) : IConnectorClient, IConversations
{
    /// <summary>The name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "Summit.BotFramework.Connector";

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Uri BaseUri => serviceUrl;

    public IConversations Conversations => this;

    public async Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Read<ConversationResourceResponse>(await CallAsync(HttpMethod.Post, Url(), parameters, cancellationToken));
    }

    public async Task<ResourceResponse> SendToConversationAsync(
        string conversationId, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return ReadId(await CallAsync(HttpMethod.Post, Url(conversationId, "activities"), activity, cancellationToken));
    }

    public async Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return ReadId(await CallAsync(HttpMethod.Post, Url(conversationId, "activities", activityId), activity, cancellationToken));
    }

    public async Task<ResourceResponse> UpdateActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return ReadId(await CallAsync(HttpMethod.Put, Url(conversationId, "activities", activityId), activity, cancellationToken));
    }

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        CallAsync<Activity>(HttpMethod.Delete, Url(conversationId, "activities", activityId), content: null, cancellationToken);

    public async Task<IList<ChannelAccount>> GetConversationMembersAsync(string conversationId, CancellationToken cancellationToken = default) =>
        Read<IList<ChannelAccount>>(await GetAsync(Url(conversationId, "members"), cancellationToken));

    public async Task<ChannelAccount> GetConversationMemberAsync(
        string userId, string conversationId, CancellationToken cancellationToken = default) =>
        Read<ChannelAccount>(await GetAsync(Url(conversationId, "members", userId), cancellationToken));

    public async Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        string?[] query =
        [
            pageSize is { } size ? string.Create(CultureInfo.InvariantCulture, $"pageSize={size}") : null,
            continuationToken is { } token ? $"continuationToken={Uri.EscapeDataString(token)}" : null,
        ];
        var url = new UriBuilder(Url(conversationId, "pagedmembers")) { Query = string.Join('&', query.OfType<string>()) };
        return Read<PagedMembersResult>(await GetAsync(url.Uri, cancellationToken));
    }

    private Uri Url(params string?[] segments) =>
        new($"{serviceUrl.Scheme}://{serviceUrl.Authority}{serviceUrl.AbsolutePath.TrimEnd('/')}/v3/conversations{string.Concat(segments.Select(Segment))}");

    /// <summary>Ids come from the client. Escaping leaves dots alone, and a URL's dot segments would lead to another resource.</summary>
    private static string Segment(string? id) =>
        string.IsNullOrEmpty(id) || id is "." or ".."
            ? throw new InvalidOperationException("The activity has no conversation or activity id that a URL can hold.")
            : $"/{Uri.EscapeDataString(id)}";

    private Task<byte[]> GetAsync(Uri url, CancellationToken cancellationToken) =>
        CallAsync<Activity>(HttpMethod.Get, url, content: null, cancellationToken);

    private async Task<byte[]> CallAsync<T>(HttpMethod method, Uri url, T? content, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, url);
        if (content is not null)
            request.Content = Body(content, method, url);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw new ErrorResponseException(method, url.Authority, response.StatusCode);
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new TimeoutException($"{method} to {url.Authority} was not answered within {http.Timeout.TotalSeconds:0.###} s.", e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new TimeoutException($"{method} to {url.Authority} was not answered within {e.Timeout.TotalSeconds:0.###} s.", e);
        }
        catch (BrokenCircuitException e)
        {
            throw new HttpRequestException($"{method} to {url.Authority} was not made: the last calls failed. It is tried again in a moment.", e);
        }
    }

    private ByteArrayContent Body<T>(T content, HttpMethod method, Uri url)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content, ActivityJson.TypeInfo<T>());
        var size = Encoding.UTF8.GetCharCount(json) * sizeof(char);
        if (size > maxActivitySize)
            throw new ErrorResponseException(method, url.Authority, size, maxActivitySize);
        return new ByteArrayContent(json) { Headers = { ContentType = Json } };
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

    private T Read<T>(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.TypeInfo<T>()) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new HttpRequestException($"{serviceUrl.Authority} answered with something else than was asked for.", e);
        }
    }
}
