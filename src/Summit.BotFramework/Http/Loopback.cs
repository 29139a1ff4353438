using System.Net;

namespace Summit.BotFramework.Http;

/// <summary>What counts as this very machine: localhost, 127.0.0.0/8 and [::1], and no other name that may resolve to them.</summary>
internal static class Loopback
{
    public static bool IsHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsAddress(address));

    /// <summary>A connection over a socket of both IP versions has its IPv4 address mapped into IPv6.</summary>
    public static bool IsAddress(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
