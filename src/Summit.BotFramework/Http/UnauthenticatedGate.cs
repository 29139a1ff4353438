using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Http;

/// <summary>Who is served where nobody can prove who they are: the developer at this machine, and nobody through a web page or a tunnel.</summary>
internal sealed class UnauthenticatedGate(string? appId, bool isDevelopment)
{
    /// <summary>Headers that a proxy or tunnel adds: behind one, a connection from loopback may come from anywhere.</summary>
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    /// <summary>Checks what is known before the body is read.</summary>
    public Refusal? Check(HttpRequest request)
    {
        if (!string.IsNullOrWhiteSpace(appId))
            return Refusal.NoAuthentication;
        if (!isDevelopment || request.HttpContext.Connection.RemoteIpAddress is not { } remote || !Loopback.IsAddress(remote))
            return Refusal.NoAppId;
        if (!Loopback.IsHost(request.Host.Host))
            return Refusal.Forbidden("The Host header does not name a loopback address.");
        if (ProxyHeaders.Any(request.Headers.ContainsKey))
            return Refusal.Forbidden("The request came through a proxy.");
        return null;
    }

    /// <summary>Checks where the replies would go.</summary>
    /// <param name="activity">The activity that came.</param>
    /// <param name="serviceUrl">The connector's address; null where there is none and none is needed.</param>
    public static Refusal? Check(Activity activity, out Uri? serviceUrl)
    {
        serviceUrl = null;
        if (string.IsNullOrEmpty(activity.ServiceUrl))
        {
            return activity.DeliveryMode == DeliveryModes.ExpectReplies
                ? null
                : Refusal.BadRequest("It has no serviceUrl, so there is nowhere to send replies to; deliveryMode expectReplies needs none.");
        }

        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out serviceUrl)
            || (serviceUrl.Scheme != Uri.UriSchemeHttp && serviceUrl.Scheme != Uri.UriSchemeHttps))
        {
            return Refusal.BadRequest("Its serviceUrl is not an absolute http or https URL.");
        }

        return Loopback.IsHost(serviceUrl.Host)
            ? null
            : Refusal.Forbidden("The activity's serviceUrl does not name a loopback address.");
    }
}
