using Microsoft.AspNetCore.Http;

namespace Summit.BotFramework.Http;

/// <summary>Why a request is not served: an RFC 9457 problem.</summary>
internal sealed record Refusal(int Status, string Title, string Detail)
{
    public static Refusal BadRequest(string detail) => new(StatusCodes.Status400BadRequest, "The body is not an activity.", detail);

    public static Refusal Forbidden(string detail) =>
        new(StatusCodes.Status403Forbidden, "Without authentication, only this machine is served.", detail);

    public static Refusal Unavailable(string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, "This endpoint is not configured.", detail);

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
