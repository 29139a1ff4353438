using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>Who calls, and in which conversation.</summary>
/// <param name="Conversation">Id of the one conversation that the token is for.</param>
/// <param name="User">Id of the user, which every activity of theirs has.</param>
internal sealed record DirectLineUser(string Conversation, string User);

/// <summary>Why a token is refused.</summary>
internal enum TokenFault
{
    /// <summary>There is none, or it is not from here.</summary>
    Invalid,

    /// <summary>Its time is over.</summary>
    Expired,
}

/// <summary>
/// The tokens of Direct Line: JSON Web Tokens (HMAC-SHA256) with a <c>user</c> and a <c>conv</c> claim. One of 30 minutes for calls; one
/// of a minute, good for nothing else, stands in the address of a stream, since addresses end up in logs.
/// </summary>
internal sealed class DirectLineTokens
{
    /// <summary>How long a token for calls is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(1);

    private const string Issuer = "summit-bot", Calls = "directline", Stream = "directline-stream", UserClaim = "user", ConversationClaim = "conv";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey _key;
    private readonly SigningCredentials _credentials;
    private readonly TimeProvider _time;

    public DirectLineTokens(IOptions<SummitOptions> options, TimeProvider time)
    {
        _key = DirectLineKey.Load(options.Value);
        _credentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256);
        _time = time;
    }

    /// <summary>Somebody new, in a conversation of their own; nobody can guess either.</summary>
    public static DirectLineUser NewUser() => new(Random(), "dl_" + Random());

    /// <summary>A token for calls.</summary>
    public string Issue(DirectLineUser user) => Issue(user, Calls, Lifetime);

    /// <summary>A token for the address of a stream.</summary>
    public string IssueForStream(DirectLineUser user) => Issue(user, Stream, StreamLifetime);

    /// <summary>Reads a token for calls.</summary>
    public Task<(DirectLineUser? User, TokenFault Fault)> ReadAsync(string token) => ReadAsync(token, Calls);

    /// <summary>Reads a token from the address of a stream.</summary>
    public Task<(DirectLineUser? User, TokenFault Fault)> ReadForStreamAsync(string token) => ReadAsync(token, Stream);

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private string Issue(DirectLineUser user, string audience, TimeSpan lifetime)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = audience, SigningCredentials = _credentials, NotBefore = now, IssuedAt = now, Expires = now + lifetime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { [UserClaim] = user.User, [ConversationClaim] = user.Conversation },
        });
    }

    private async Task<(DirectLineUser? User, TokenFault Fault)> ReadAsync(string token, string audience)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer, ValidAudience = audience, IssuerSigningKey = _key, ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            // Both ends of the time are told by the same kind of clock: this server's.
            LifetimeValidator = (_, expires, _, _) => expires > _time.GetUtcNow().UtcDateTime
                ? true : throw new SecurityTokenExpiredException(),
        });
        if (!result.IsValid)
            return (null, result.Exception is SecurityTokenExpiredException ? TokenFault.Expired : TokenFault.Invalid);
        return result.Claims.TryGetValue(UserClaim, out var user) && result.Claims.TryGetValue(ConversationClaim, out var conversation)
            && user is string userId && conversation is string conversationId
            ? (new DirectLineUser(conversationId, userId), default)
            : (null, TokenFault.Invalid);
    }
}
