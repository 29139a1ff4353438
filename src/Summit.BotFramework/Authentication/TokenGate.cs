using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Summit.BotFramework.Http;

namespace Summit.BotFramework.Authentication;

/// <summary>Who is served where tokens prove it: channels of Azure Bot Service and, in Development, Emulator and Agents Playground.</summary>
internal sealed class TokenGate : IGate
{
    private static readonly JsonWebTokenHandler Handler = new();
    private readonly string appId;
    private readonly Trust channels;
    private readonly Trust? emulator;
    private readonly ServiceHosts hosts;
    private readonly HashSet<Guid> tenants;

    public TokenGate(
        BotFrameworkAuthenticationOptions options,
        bool isDevelopment,
        ServiceHosts hosts,
        IHttpClientFactory httpClients,
        TimeProvider time,
        ILogger logger)
    {
        var cloud = Cloud.Of(options)!;
        appId = options.MicrosoftAppId!;
        this.hosts = hosts;
        tenants = [.. options.MicrosoftAppAllowedTenants.Select(Guid.Parse)];
        channels = new Trust([cloud.TokenIssuer], new SigningKeys(cloud.ChannelMetadata, httpClients, time, logger));
        if (isDevelopment)
        {
            emulator = new Trust(
                [.. EmulatorTenants(cloud, options).SelectMany(tenant => IssuersOf(tenant, cloud))],
                new SigningKeys(cloud.EmulatorMetadata, httpClients, time, logger));
        }
    }

    public async Task<(Caller? Caller, Refusal? Refusal)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (token, unreadable) = BearerToken.Read(request);
        if (token is null)
            return (null, unreadable);

        // What the token says of its issuer only chooses whose keys it is checked with, among issuers that are known beforehand.
        var isFromEmulator = emulator is not null && emulator.Issuers.Contains(token.Issuer);
        var trust = isFromEmulator ? emulator! : channels;
        if (!trust.Issuers.Contains(token.Issuer))
            return (null, Refusal.Unauthorized("the issuer is not trusted here"));

        var (isKnown, key) = await trust.Keys.FindAsync(token.Kid, cancellationToken);
        if (key is null)
            return (null, isKnown ? Refusal.Unauthorized("the issuer has no such signing key") : Refusal.NoSigningKeys);
        var result = await Handler.ValidateTokenAsync(token, Parameters(trust, key));
        if (!result.IsValid)
            return (null, Refusal.Unauthorized(Describe(result.Exception)));
        if (!isFromEmulator)
            return (new ChannelCaller(BearerToken.Claim(token, "serviceurl"), key.Endorsements, hosts, tenants), null);
        return AppOf(token) == appId
            ? (new EmulatorCaller(hosts), null)
            : (null, Refusal.Unauthorized("the token was given to another app, as for a skill"));
    }

    private TokenValidationParameters Parameters(Trust trust, SigningKey key) => new()
    {
        ValidIssuers = trust.Issuers,
        ValidAudience = appId,
        IssuerSigningKey = key.Key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        // As in Microsoft.Bot.Builder.
        ClockSkew = TimeSpan.FromMinutes(5),
    };

    private static string[] EmulatorTenants(Cloud cloud, BotFrameworkAuthenticationOptions options) =>
        string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId) ? cloud.EmulatorTenants : [.. cloud.EmulatorTenants, options.MicrosoftAppTenantId];

    /// <summary>The names under which a tenant issues tokens of version 1.0 and 2.0.</summary>
    private static string[] IssuersOf(string tenant, Cloud cloud) => [$"https://sts.windows.net/{tenant}/", $"{cloud.Login}/{tenant}/v2.0"];

    /// <summary>The app that a token of Microsoft Entra was given to: version 1.0 has it in one claim, 2.0 in another.</summary>
    private static string? AppOf(JsonWebToken token) => BearerToken.Claim(token, "ver") switch
    {
        null or "" or "1.0" => BearerToken.Claim(token, "appid"),
        "2.0" => BearerToken.Claim(token, "azp"),
        _ => null,
    };

    /// <summary>Words of a fixed set, since those of the exception hold parts of the token.</summary>
    private static string Describe(Exception exception) => exception switch
    {
        SecurityTokenExpiredException => "the token has expired",
        SecurityTokenNotYetValidException => "the token is not valid yet",
        SecurityTokenNoExpirationException => "the token never expires",
        SecurityTokenInvalidLifetimeException => "the token's lifetime makes no sense",
        SecurityTokenInvalidAudienceException => "the token is for another audience",
        SecurityTokenInvalidSigningKeyException => "the signing key is not valid now",
        SecurityTokenInvalidSignatureException => "the signature is wrong",
        _ => "the token is not valid",
    };

    private sealed record Trust(string[] Issuers, SigningKeys Keys);
}
