using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

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

    /// <summary>The problem that a status says by itself.</summary>
    public static IResult Of(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Of(context, StatusCodes.Status404NotFound, "There is nothing at this address.", "GET / lists the addresses that there are."),
        StatusCodes.Status405MethodNotAllowed => Of(
            context, StatusCodes.Status405MethodNotAllowed, "This address does not know the method.", $"Use one of these: {context.Response.Headers.Allow}."),
        StatusCodes.Status413PayloadTooLarge => Of(context, StatusCodes.Status413PayloadTooLarge, "The body is too large.", "Send a question of its own in a body of its own."),
        StatusCodes.Status500InternalServerError => Of(
            context, StatusCodes.Status500InternalServerError, "Something went wrong in the server.", "Ask again; the log of the server names the reason under the trace id."),
        var status => Of(context, status, ReasonPhrases.GetReasonPhrase(status), "Correct the request and send it again."),
    };

    public static IResult NotReady(HttpContext context) => Later(
        context, StatusCodes.Status503ServiceUnavailable, "The articles are still loading.",
        $"Ask again in {RetrySeconds} seconds; GET /readyz answers 200 when they are loaded.");

    public static IResult NoStore(HttpContext context) => Later(
        context, StatusCodes.Status503ServiceUnavailable, "The articles cannot be read at the moment.",
        $"Ask again in {RetrySeconds} seconds; the log of the server names the reason.");

    public static IResult TimedOut(HttpContext context) => Later(
        context, StatusCodes.Status504GatewayTimeout, "The answer took too long.",
        $"Ask again in {RetrySeconds} seconds, or shorten the question. The limit is set with Summit:AnswerTimeout.");

    public static IResult TooManyRequests(HttpContext context, TimeSpan? retryAfter)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling((retryAfter ?? TimeSpan.FromMinutes(1)).TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Of(
            context, StatusCodes.Status429TooManyRequests, "Too many requests.",
            string.Create(CultureInfo.InvariantCulture, $"Ask again in {seconds} seconds. The limits are set in the section Summit:RateLimit."));
    }

    private static IResult Later(HttpContext context, int status, string title, string detail)
    {
        context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        return Of(context, status, title, detail);
    }

    public static string TraceId(HttpContext context) => System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier;
}
