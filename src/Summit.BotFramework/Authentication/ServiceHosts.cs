using Summit.BotFramework.Http;

namespace Summit.BotFramework.Authentication;

/// <summary>The hosts that replies, and the bot's access token, may go to.</summary>
/// <param name="names">A host, or <c>*.</c> and a domain for the hosts under it.</param>
/// <param name="withLoopback">True where this machine is allowed besides.</param>
internal sealed class ServiceHosts(IEnumerable<string> names, bool withLoopback)
{
    private readonly string[] names = [.. names];

    /// <summary>True for a name or pattern that the list can hold: a host without scheme, port, path or user.</summary>
    public static bool IsName(string? name) =>
        name is not null && Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) != UriHostNameType.Unknown;

    /// <summary>Clear text never leaves this machine.</summary>
    public bool Allow(Uri url)
    {
        var isLoopback = Loopback.IsHost(url.Host);
        return (url.Scheme == Uri.UriSchemeHttps || (isLoopback && url.Scheme == Uri.UriSchemeHttp))
            && ((withLoopback && isLoopback) || names.Any(name => Matches(name, url.IdnHost)));
    }

    private static bool Matches(string name, string host) => name.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(name, StringComparison.OrdinalIgnoreCase);
}
