using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Summit.Bot.Channels.Api;

/// <summary>
/// Limits questions a minute, for each remote address (of IPv6, for each network of 64 bits, since one host has a whole one) and for
/// each conversation. In Development, loopback addresses are not limited.
/// </summary>
public sealed class QuestionLimiter : IAsyncDisposable, IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _byAddress;
    private readonly PartitionedRateLimiter<(HttpContext Context, string Conversation)> _byConversation;

    /// <summary>Makes the limiter.</summary>
    public QuestionLimiter(IOptions<SummitOptions> options, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(options);
        var permits = options.Value.RateLimit.PermitsPerMinute;
        var isDevelopment = environment.IsDevelopment();
        _byAddress = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, Network(context.Connection.RemoteIpAddress)));
        _byConversation = PartitionedRateLimiter.Create<(HttpContext Context, string Conversation), string>(x => Partition(x.Context, x.Conversation));

        RateLimitPartition<string> Partition(HttpContext context, string key) =>
            permits == 0 || (isDevelopment && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address))
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(
                    key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }

    /// <summary>The limit for each address, for the middleware of ASP.NET Core.</summary>
    public PartitionedRateLimiter<HttpContext> ByAddress => _byAddress;

    /// <summary>Asks for a permit of a conversation.</summary>
    public RateLimitLease Acquire(HttpContext context, string conversation) => _byConversation.AttemptAcquire((context, conversation));

    /// <summary>When a refused request may be sent again; null where that is not known.</summary>
    public static TimeSpan? RetryAfter(RateLimitLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _byAddress.DisposeAsync();
        await _byConversation.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _byAddress.Dispose();
        _byConversation.Dispose();
    }

    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
