using Microsoft.Extensions.Options;

namespace Summit.BotFramework.Authentication;

/// <summary>
/// Takes requests to a login server that is configured as http back from https, the only scheme that Microsoft.Identity.Client knows.
/// Such a server is on a loopback host, which is checked at start.
/// </summary>
internal sealed class LoginOverHttpHandler(IOptions<BotFrameworkAuthenticationOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(options.Value.ToChannelFromBotLoginUrl, UriKind.Absolute, out var login)
            && login.Scheme == Uri.UriSchemeHttp
            && request.RequestUri is { } url
            && url.Authority == login.Authority)
        {
            request.RequestUri = new UriBuilder(url) { Scheme = Uri.UriSchemeHttp, Port = url.Port }.Uri;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
