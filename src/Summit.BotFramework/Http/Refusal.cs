using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Turns;

namespace Summit.BotFramework.Http;

/// <summary>Why a request is not served: an RFC 9457 problem.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">Of a fixed set, and so fit for the log.</param>
/// <param name="Detail">May hold names of fields that the client sent.</param>
internal sealed record Refusal(int Status, string Title, string Detail)
{
    /// <summary>For the log: of a fixed set, and more than the client is told where that would help somebody guess.</summary>
    public string Reason { get; private init; } = Title;

    public static Refusal BadRequest(string detail) => new(StatusCodes.Status400BadRequest, "The body is not an activity.", detail);

    /// <param name="reason">The check that failed, without anything from the token.</param>
    public static Refusal Unauthorized(string reason) => new(
        StatusCodes.Status401Unauthorized,
        "The request is not authenticated.",
        "A bearer token of Azure Bot Service for this bot, and for this activity, is needed. The bot's log says what was wrong.")
    {
        Reason = $"The request is not authenticated: {reason}.",
    };

    public static Refusal Forbidden(string detail) =>
        new(StatusCodes.Status403Forbidden, "Without authentication, only this machine is served.", detail);

    public static Refusal HostNotAllowed { get; } = new(
        StatusCodes.Status403Forbidden,
        "The host of the activity's serviceUrl is not allowed (MicrosoftAppServiceHosts).",
        "Replies go to known channels only, over https.");

    public static Refusal TenantNotAllowed { get; } = new(
        StatusCodes.Status403Forbidden,
        "The activity's tenant is not allowed (MicrosoftAppAllowedTenants).",
        "This bot serves some tenants only.");

    public static Refusal NoAppId { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "MicrosoftAppId is not configured.",
        "Without MicrosoftAppId requests cannot be authenticated. They are served in Development only, and over a loopback address only.");

    public static Refusal NoSigningKeys { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "The keys that tokens are signed with cannot be had at the moment.",
        "Without them the token cannot be checked. Try again later.");

    public static Refusal TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge,
        "The body is too large.",
        $"An activity may have at most {ActivityReader.MaxBodyBytes} bytes.");

    public static Refusal NotJson { get; } = new(
        StatusCodes.Status415UnsupportedMediaType,
        "The content type is not application/json.",
        "An activity is sent as application/json, in UTF-8.");

    public static Refusal TooManyWaiting { get; } = new(
        StatusCodes.Status429TooManyRequests,
        "Too many messages of this conversation wait for an answer.",
        $"Messages of a conversation are answered one after the other, and at most {ConversationQueues.MostWaiting} may wait.");

    public Task WriteAsync(HttpResponse response)
    {
        if (Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(detail: Detail, statusCode: Status, title: Title).ExecuteAsync(response.HttpContext);
    }
}
