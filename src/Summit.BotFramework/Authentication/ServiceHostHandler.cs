namespace Summit.BotFramework.Authentication;

/// <summary>The last gate of every call to a connector: to a host that is not allowed nothing is sent, whoever made the request.</summary>
internal sealed class ServiceHostHandler(ServiceHosts hosts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { } url && hosts.Allow(url)
            ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException("The host of the serviceUrl is not allowed; MicrosoftAppServiceHosts can add one.");
}
