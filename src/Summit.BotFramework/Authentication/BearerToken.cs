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

    /// <returns>A token that can be checked, since it is signed with RS256 by a key that it names; or why there is none.</returns>
    public static (JsonWebToken? Token, Refusal? Refusal) Read(HttpRequest request)
    {
        var headers = request.Headers.Authorization;
        if (headers is not [{ Length: > 0 } header])
            return Refuse(headers.Count > 1 ? "there are several Authorization headers" : "there is no Authorization header");
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refuse("the Authorization header is not of the scheme Bearer");
        if (Parse(header[Scheme.Length..]) is not { } token)
            return Refuse("the bearer token is malformed");
        if (token.Alg != SecurityAlgorithms.RsaSha256)
            return Refuse("the token is not signed with RS256");
        return string.IsNullOrEmpty(token.Kid) ? Refuse("the token names no signing key") : (token, null);

        static (JsonWebToken?, Refusal?) Refuse(string reason) => (null, Refusal.Unauthorized(reason));
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
