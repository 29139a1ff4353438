using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Summit.Bot.Channels.Api;

/// <summary>Refusals of the HTTP API, as RFC 9457 problem details: what is wrong, where, and the way out.</summary>
internal static class Problems
{
    private const int RetrySeconds = 5;

    public static IResult Of(HttpContext context, int status, string title, string detail, string? field = null)
    {
        var extensions = new Dictionary<string, object?> { ["traceId"] = TraceId(context) };
        if (field is not null)
            extensions.Add("field", field);
        return TypedResults.Problem(detail, statusCode: status, title: title, extensions: extensions);
    }

    public static IResult NotReady(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        return Of(
            context, StatusCodes.Status503ServiceUnavailable, "The articles are still loading.",
            $"Ask again in {RetrySeconds} seconds; GET /readyz answers 200 when they are loaded.");
    }

    public static IResult TooManyRequests(HttpContext context, TimeSpan? retryAfter)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling((retryAfter ?? TimeSpan.FromMinutes(1)).TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Of(
            context, StatusCodes.Status429TooManyRequests, "Too many requests.",
            string.Create(CultureInfo.InvariantCulture, $"Ask again in {seconds} seconds. The limit is set with Summit:RateLimit:PermitsPerMinute."));
    }

    public static string TraceId(HttpContext context) => System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier;
}
