using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Summit.Bot.Channels.Api;

/// <summary>
/// Limits questions a minute, for each remote address (of IPv6, for each network of 64 bits, since one host has a whole one) and for
/// each conversation. In Development, loopback addresses are not limited. Limiters that are not used for a while are dropped.
/// </summary>
public sealed class QuestionLimiter : IAsyncDisposable, IDisposable
{
    /// <summary>The policy of addresses that answer questions.</summary>
    public const string Questions = "questions";

    /// <summary>The policy of pages.</summary>
    public const string Pages = "pages";

    private const int PagesPerQuestion = 10;

    private readonly SummitOptions _options;
    private readonly bool _isDevelopment;
    private readonly PartitionedRateLimiter<(bool IsLimited, string Conversation)> _byConversation, _notices;

    /// <summary>Makes the limiter.</summary>
    public QuestionLimiter(IOptions<SummitOptions> options, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _isDevelopment = environment.IsDevelopment();
        _byConversation = ByConversation(_options.RateLimit.PerConversation);
        _notices = ByConversation(1);
    }

    /// <summary>Adds the limits for each address to those of ASP.NET Core's middleware.</summary>
    public void AddPolicies(RateLimiterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.OnRejected = async (rejected, _) => await Problems.TooManyRequests(rejected.HttpContext, RetryAfter(rejected.Lease)).ExecuteAsync(rejected.HttpContext);
        options.AddPolicy(Questions, context => Partition(IsLimited(context), Network(context.Connection.RemoteIpAddress), _options.RateLimit.PerAddress));
        options.AddPolicy(Pages, context => Partition(IsLimited(context), Network(context.Connection.RemoteIpAddress), PagesPerQuestion * _options.RateLimit.PerAddress));
    }

    /// <summary>Whether the questions of a request are counted.</summary>
    /// <param name="context">The request; null when the message came otherwise.</param>
    public bool IsLimited(HttpContext? context) =>
        !(_isDevelopment && context?.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));

    /// <summary>Asks for a permit of a conversation.</summary>
    /// <param name="isLimited">Of the request, by <see cref="IsLimited"/>.</param>
    /// <param name="conversation">The channel's name and the conversation's id.</param>
    public RateLimitLease Acquire(bool isLimited, string conversation) => _byConversation.AttemptAcquire((isLimited, conversation));

    /// <summary>Whether a conversation that has no permit is told so: once a minute.</summary>
    public bool MayTell(bool isLimited, string conversation)
    {
        using var lease = _notices.AttemptAcquire((isLimited, conversation));
        return lease.IsAcquired;
    }

    /// <summary>When a refused request may be sent again; null where that is not known.</summary>
    public static TimeSpan? RetryAfter(RateLimitLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _notices.DisposeAsync();
        await _byConversation.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _notices.Dispose();
        _byConversation.Dispose();
    }

    private static PartitionedRateLimiter<(bool IsLimited, string Conversation)> ByConversation(int permits) =>
        PartitionedRateLimiter.Create<(bool IsLimited, string Conversation), string>(x => Partition(x.IsLimited, x.Conversation, permits));

    private static RateLimitPartition<string> Partition(bool isLimited, string key, int permits) =>
        permits == 0 || !isLimited
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    /// <summary>The network that an address is counted by.</summary>
    internal static string Network(IPAddress? address)
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
