using Microsoft.AspNetCore.Http;

namespace Summit.Bot.Channels.Edge;

/// <summary>Headers on every response that keep browsers from guessing, framing, embedding and keeping it.</summary>
internal static class SecurityHeaders
{
    /// <summary>Nothing is loaded or framed; a page that shows something sets a policy of its own.</summary>
    private const string Policy = "default-src 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state => Add((HttpResponse)state), context.Response);
        return next(context);
    }

    private static Task Add(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Policy;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        // A year; browsers heed it over https only.
        if (response.HttpContext.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }
}
