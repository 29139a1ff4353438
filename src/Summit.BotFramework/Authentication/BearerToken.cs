using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Summit.BotFramework.Http;

namespace Summit.BotFramework.Authentication;

/// <summary>Reads the token in a request's header. Nothing in it is believed yet.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <param name="request">The request.</param>
    /// <param name="token">A token that could be checked: signed with RS256, by a key that it names.</param>
    /// <returns>Null if there is such a token.</returns>
    public static Refusal? Read(HttpRequest request, [NotNull] out JsonWebToken? token)
    {
        token = null!;
        var headers = request.Headers.Authorization;
        if (headers is not [{ Length: > 0 } header])
            return Refusal.Unauthorized(headers.Count > 1 ? "there are several Authorization headers" : "there is no Authorization header");
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refusal.Unauthorized("the Authorization header is not of the scheme Bearer");
        if (Parse(header[Scheme.Length..]) is not { } parsed)
            return Refusal.Unauthorized("the bearer token is malformed");
        if (parsed.Alg != SecurityAlgorithms.RsaSha256)
            return Refusal.Unauthorized("the token is not signed with RS256");
        if (string.IsNullOrEmpty(parsed.Kid))
            return Refusal.Unauthorized("the token names no signing key");
        token = parsed;
        return null;
    }

    /// <summary>Null if the token has no such claim, or one that is no string.</summary>
    public static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<object>(name, out var value) ? value as string : null;

    private static JsonWebToken? Parse(string text)
    {
        try
        {
            var token = new JsonWebToken(text);
            return token.IsEncrypted ? null : token;
        }
        catch (Exception e) when (e is ArgumentException or JsonException or FormatException or SecurityTokenException or InvalidOperationException)
        {
            return null;
        }
    }
}
