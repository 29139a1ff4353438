using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Summit.Bot.Channels.Api;

namespace Summit.Bot.Channels.Edge;

/// <summary>
/// Refuses requests from this machine that name another host, where no public address is known: a web page can make a browser
/// send them, by a domain of its own that resolves to loopback (DNS rebinding), and would then read the answers.
/// </summary>
internal static class HostGuard
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<SummitOptions>>().Value;
        var configuration = context.RequestServices.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();
        var isPublic = options.PublicUrl is not null || !string.IsNullOrEmpty(configuration["MicrosoftAppId"]);
        if (isPublic || context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote) || ArticleLinks.IsLoopback(context.Request))
        {
            await next(context);
            return;
        }

        await Problems.Of(
            context, StatusCodes.Status421MisdirectedRequest, "The Host header names another host than this machine.",
            "Ask http://localhost, or, behind a proxy on this machine, set Summit:PublicUrl to the address that users reach it at.").ExecuteAsync(context);
    }
}
