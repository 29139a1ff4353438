using System.Net;
using System.Net.Http.Headers;

namespace Summit.BotFramework.Authentication;

/// <summary>Adds the bot's access token to calls of a connector, and takes a new one, once a call, where the connector answers 401.</summary>
internal sealed class AccessTokenHandler(AppCredentials credentials) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await credentials.GetTokenAsync(rejected: null, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await credentials.GetTokenAsync(token, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
