using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Http;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Authentication;

/// <summary>Who is served where nobody can prove who they are: the developer at this machine, and nobody through a web page or a tunnel.</summary>
internal sealed class UnauthenticatedGate(bool isDevelopment) : IGate
{
    /// <summary>Headers that a proxy or tunnel adds: behind one, a connection from loopback may come from anywhere.</summary>
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    public Task<(Caller? Caller, Refusal? Refusal)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<(Caller?, Refusal?)>(Check(request) is { } refusal ? (null, refusal) : (new Developer(), null));

    private Refusal? Check(HttpRequest request)
    {
        if (!isDevelopment || request.HttpContext.Connection.RemoteIpAddress is not { } remote || !Loopback.IsAddress(remote))
            return Refusal.NoAppId;
        if (!Loopback.IsHost(request.Host.Host))
            return Refusal.Forbidden("The Host header does not name a loopback address.");
        if (ProxyHeaders.Any(request.Headers.ContainsKey))
            return Refusal.Forbidden("The request came through a proxy.");
        return null;
    }

    private sealed class Developer : Caller
    {
        public override Refusal? Check(Activity activity, Uri? serviceUrl) => serviceUrl is null || Loopback.IsHost(serviceUrl.Host)
            ? null
            : Refusal.Forbidden("The activity's serviceUrl does not name a loopback address.");
    }
}
