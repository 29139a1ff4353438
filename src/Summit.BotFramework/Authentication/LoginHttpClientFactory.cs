using Microsoft.Identity.Client;

namespace Summit.BotFramework.Authentication;

/// <summary>Gives Microsoft.Identity.Client the host's own HTTP clients, which have a timeout and no log.</summary>
internal sealed class LoginHttpClientFactory(IHttpClientFactory httpClients) : IMsalHttpClientFactory
{
    /// <summary>The name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "Summit.BotFramework.Login";

    public HttpClient GetHttpClient() => httpClients.CreateClient(HttpClientName);
}
