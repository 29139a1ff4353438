using Microsoft.AspNetCore.Http;

namespace Summit.BotFramework.Http;

/// <summary>Why a request is not served: an RFC 9457 problem.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">Of a fixed set, and so fit for the log.</param>
/// <param name="Detail">May hold names of fields that the client sent.</param>
internal sealed record Refusal(int Status, string Title, string Detail)
{
    public static Refusal BadRequest(string detail) => new(StatusCodes.Status400BadRequest, "The body is not an activity.", detail);

    public static Refusal Forbidden(string detail) =>
        new(StatusCodes.Status403Forbidden, "Without authentication, only this machine is served.", detail);

    public static Refusal NoAppId { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "MicrosoftAppId is not configured.",
        "Without MicrosoftAppId requests cannot be authenticated. They are served in Development only, and over a loopback address only.");

    public static Refusal NoAuthentication { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "MicrosoftAppId is configured, and this version has no authentication.",
        "This version does not check the tokens of Azure Bot Service yet, so with MicrosoftAppId it serves nobody rather than everybody. "
        + "Without MicrosoftAppId it serves this machine in Development.");

    public static Refusal TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge,
        "The body is too large.",
        $"An activity may have at most {ActivityReader.MaxBodyBytes} bytes.");

    public static Refusal NotJson { get; } = new(
        StatusCodes.Status415UnsupportedMediaType,
        "The content type is not application/json.",
        "An activity is sent as application/json, in UTF-8.");

    public Task WriteAsync(HttpResponse response) =>
        TypedResults.Problem(detail: Detail, statusCode: Status, title: Title).ExecuteAsync(response.HttpContext);
}
