using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Summit.BotFramework.Tests.Support;

/// <summary>What tokens say; the text of one only lives as long as its test.</summary>
internal static class Tokens
{
    public const string AppId = "00000000-0000-0000-0000-00000000b0b0";
    public const string Tenant = "00000000-0000-0000-0000-000000007e4a";
    public const string ChannelIssuer = "https://api.botframework.com";

    /// <summary>A tenant that the Emulator takes tokens from, under its two names.</summary>
    public const string EmulatorIssuerV1 = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
    public const string EmulatorIssuerV2 = "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0";

    /// <summary>The claims of a channel's token.</summary>
    /// <param name="serviceUrl">Of the activity.</param>
    /// <param name="change">Claims to add, to replace or, with null, to leave out.</param>
    public static Dictionary<string, object> OfChannel(string serviceUrl, params (string Name, object? Value)[] change) => Changed(
        new() { ["iss"] = ChannelIssuer, ["aud"] = AppId, ["serviceurl"] = serviceUrl, ["nbf"] = In(-1), ["exp"] = In(60) }, change);

    /// <summary>The claims of the Emulator's token, version 2.0.</summary>
    public static Dictionary<string, object> OfEmulator(params (string Name, object? Value)[] change) => Changed(
        new() { ["iss"] = EmulatorIssuerV2, ["aud"] = AppId, ["azp"] = AppId, ["ver"] = "2.0", ["nbf"] = In(-1), ["exp"] = In(60) }, change);

    /// <summary>A time as tokens have it: seconds since 1970.</summary>
    public static long In(double minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();

    public static string Sign(IDictionary<string, object> claims, SigningCredentials? credentials) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { Claims = claims, SigningCredentials = credentials });

    private static Dictionary<string, object> Changed(Dictionary<string, object> claims, (string Name, object? Value)[] change)
    {
        foreach (var (name, value) in change)
        {
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value;
        }

        return claims;
    }
}
