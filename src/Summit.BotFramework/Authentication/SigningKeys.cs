using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Summit.BotFramework.Authentication;

/// <summary>The keys that an issuer signs with, kept in memory.</summary>
/// <remarks>
/// They are fetched with the first token, once a day, and when a token names a key that is not among them: a new key may be in use.
/// Anybody can make up such a token, so two fetches have a pause between them, whatever comes. Those who wait share one fetch.
/// </remarks>
internal sealed partial class SigningKeys(string metadataUrl, IHttpClientFactory httpClients, TimeProvider time, ILogger logger)
{
    /// <summary>The name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "Summit.BotFramework.OpenId";

    /// <summary>Azure Bot Service asks for a refresh every day.</summary>
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(24);

    /// <summary>How long keys are trusted that cannot be refreshed; Microsoft.Bot.Builder keeps them as long.</summary>
    private static readonly TimeSpan ExpireAfter = TimeSpan.FromDays(5);

    private static readonly TimeSpan PauseAfterSuccess = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private Fetched? fetched;
    private DateTimeOffset nextFetch = DateTimeOffset.MinValue;
    private bool lastFailed;
    private Task? fetching;

    /// <param name="id">The <c>kid</c> of a token.</param>
    /// <param name="cancellationToken">Ends the waiting, not a fetch that others wait for too.</param>
    /// <returns>The key, null if the issuer has none of that id; or false if that cannot be known.</returns>
    public async Task<(bool IsKnown, SigningKey? Key)> FindAsync(string id, CancellationToken cancellationToken)
    {
        var age = Age();
        if (age >= RefreshAfter || Find(id) is null)
            await RefreshAsync().WaitAsync(cancellationToken);
        lock (gate)
        {
            return Age() < ExpireAfter && Find(id) is { } key ? (true, key) : (!lastFailed, null);
        }
    }

    private TimeSpan Age() => fetched is { } current ? time.GetUtcNow() - current.At : TimeSpan.MaxValue;

    private SigningKey? Find(string id) => fetched?.Keys.GetValueOrDefault(id);

    private Task RefreshAsync()
    {
        lock (gate)
        {
            if (fetching is not null)
                return fetching;
            if (time.GetUtcNow() < nextFetch)
                return Task.CompletedTask;
            // Started outside of the lock's thread, so that it cannot end before it is written down here.
            return fetching = Task.Run(FetchAsync);
        }
    }

    private async Task FetchAsync()
    {
        Fetched? found = null;
        try
        {
            found = new Fetched(await ReadAsync(), time.GetUtcNow());
            Log.Fetched(logger, found.Keys.Count, metadataUrl);
        }
        catch (Exception e)
        {
            Log.FetchFailed(logger, e, metadataUrl);
        }
        finally
        {
            lock (gate)
            {
                fetched = found ?? fetched;
                lastFailed = found is null;
                nextFetch = time.GetUtcNow() + (lastFailed ? PauseAfterFailure : PauseAfterSuccess);
                fetching = null;
            }
        }
    }

    private async Task<Dictionary<string, SigningKey>> ReadAsync()
    {
        var http = httpClients.CreateClient(HttpClientName);
        // Where http is configured it is on a loopback host, which is checked at start.
        var documents = new HttpDocumentRetriever(http) { RequireHttps = metadataUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
        // Two documents, each of which the retriever may ask for twice: one time for all.
        var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, documents, CancellationToken.None).WaitAsync(http.Timeout);
        return (metadata.JsonWebKeySet?.Keys ?? [])
            .Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Kid is not null && key.Use is null or "" or JsonWebKeyUseNames.Sig)
            .DistinctBy(key => key.Kid)
            .ToDictionary(key => key.Kid, key => new SigningKey(key, EndorsementsOf(key)));
    }

    /// <summary>Beyond the standard: Azure Bot Service lists with each key the channels that it signs for.</summary>
    private static HashSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } endorsements
            ? [.. endorsements.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private sealed record Fetched(Dictionary<string, SigningKey> Keys, DateTimeOffset At);

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Information, "{Count} signing keys were fetched as {MetadataUrl} says.")]
        public static partial void Fetched(ILogger logger, int count, string metadataUrl);

        [LoggerMessage(12, LogLevel.Error, "The signing keys of {MetadataUrl} could not be fetched; no new ones are known.")]
        public static partial void FetchFailed(ILogger logger, Exception exception, string metadataUrl);
    }
}

/// <summary>A key of an issuer.</summary>
/// <param name="Key">The public key.</param>
/// <param name="Endorsements">The ids of the channels that it signs for; empty where the issuer says nothing of that.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements);
