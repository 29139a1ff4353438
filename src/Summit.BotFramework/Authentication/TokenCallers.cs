using System.Text.Json;
using Summit.BotFramework.Http;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Authentication;

/// <summary>A channel of Azure Bot Service, which its token names only in part: the rest is held against the activity.</summary>
/// <param name="serviceUrl">The token's claim; null where it has none.</param>
/// <param name="endorsements">The channels that the token's key may sign for.</param>
/// <param name="hosts">Where replies may go.</param>
/// <param name="tenants">The tenants that are served; empty for all.</param>
internal sealed class ChannelCaller(string? serviceUrl, IReadOnlySet<string> endorsements, ServiceHosts hosts, IReadOnlySet<Guid> tenants) : Caller
{
    public override Refusal? Check(Activity activity, Uri? url)
    {
        if (activity.ChannelId is not { } channel || !endorsements.Contains(channel))
            return Refusal.Unauthorized("the signing key is not endorsed for the activity's channelId");
        if (string.IsNullOrEmpty(serviceUrl))
            return Refusal.Unauthorized("the token has no serviceurl claim");
        if (!serviceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return Refusal.Unauthorized("the token's serviceurl claim is not the activity's serviceUrl");
        if (url is null || !hosts.Allow(url))
            return Refusal.HostNotAllowed;
        return tenants.Count == 0 || ComesFromAllowedTenant(activity) ? null : Refusal.TenantNotAllowed;
    }

    /// <summary>Teams names the tenant in the conversation, and in some activities in channelData only.</summary>
    private bool ComesFromAllowedTenant(Activity activity)
    {
        string?[] named = [activity.Conversation?.TenantId, TenantOf(activity.ChannelData)];
        return named.Any(tenant => tenant is not null)
            && named.All(tenant => tenant is null || (Guid.TryParse(tenant, out var id) && tenants.Contains(id)));
    }

    private static string? TenantOf(object? channelData) =>
        channelData is JsonElement { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}

/// <summary>The Emulator or the Agents Playground, with a token that only a holder of the app's own credential can get.</summary>
/// <param name="hosts">Where replies may go.</param>
internal sealed class EmulatorCaller(ServiceHosts hosts) : Caller
{
    public override Refusal? Check(Activity activity, Uri? url) => url is null || hosts.Allow(url) ? null : Refusal.HostNotAllowed;
}
