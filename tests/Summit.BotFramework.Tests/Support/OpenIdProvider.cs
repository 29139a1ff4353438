using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Summit.BotFramework.Tests.Support;

/// <summary>An issuer of tokens: publishes its keys over HTTP, and signs with them.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    /// <summary>Made once for all tests of a run, since that takes long.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<RSAParameters>> Made = new();

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Published> keys = new();
    private int fetches;

    private OpenIdProvider(WebApplication app) => this.app = app;

    public string MetadataUrl => $"{app.Urls.First()}/v1/.well-known/openidconfiguration";

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches => Volatile.Read(ref fetches);

    /// <summary>Answers in place of the keys while it is set.</summary>
    public Func<HttpContext, Task>? Outage { get; set; }

    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = builder.Build();
        var provider = new OpenIdProvider(host);
        host.MapGet("/v1/.well-known/openidconfiguration", context => provider.AnswerAsync(context, new JsonObject
        {
            ["issuer"] = Tokens.ChannelIssuer,
            ["jwks_uri"] = $"{host.Urls.First()}/v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }));
        host.MapGet("/v1/.well-known/keys", context =>
        {
            Interlocked.Increment(ref provider.fetches);
            return provider.AnswerAsync(context, new JsonObject { ["keys"] = new JsonArray([.. provider.keys.Values.Select(key => key.Jwk())]) });
        });
        await host.StartAsync();
        provider.Publish("key-1", "msteams", "emulator", "webchat", "directline");
        return provider;
    }

    public void Publish(string id, params string[] endorsements) =>
        keys[id] = new Published(new RsaSecurityKey(RSA.Create(Make(id))) { KeyId = id }, endorsements);

    public void Withdraw(string id) => keys.TryRemove(id, out _);

    public RsaSecurityKey Key(string id = "key-1") => keys[id].Key;

    /// <summary>Signs claims with a published key.</summary>
    public string Sign(IDictionary<string, object> claims, string key = "key-1") =>
        Tokens.Sign(claims, new SigningCredentials(Key(key), SecurityAlgorithms.RsaSha256));

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static RSAParameters Make(string id) => Made.GetOrAdd(id, _ => new(() =>
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: true);
    })).Value;

    private Task AnswerAsync(HttpContext context, JsonObject document)
    {
        if (Outage is { } outage)
            return outage(context);
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(document.ToJsonString());
    }

    private sealed record Published(RsaSecurityKey Key, string[] Endorsements)
    {
        public JsonObject Jwk()
        {
            var parameters = Key.Rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = Key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                ["endorsements"] = new JsonArray([.. Endorsements.Select(name => (JsonNode)name)]),
            };
        }
    }
}
