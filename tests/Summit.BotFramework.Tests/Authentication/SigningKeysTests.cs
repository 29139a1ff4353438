using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

public sealed class SigningKeysTests
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Keys_are_fetched_once_for_any_number_of_tokens()
    {
        await using var bot = await StartAsync();
        var token = bot.ChannelToken();
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.PostAsync(token)));
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.OK);
        bot.Issuer.Fetches.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_came_into_use_since_is_found()
    {
        await using var bot = await StartAsync();
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.OK);
        bot.Issuer.Withdraw("key-1");
        bot.Issuer.Publish("key-2", "emulator");
        clock.Advance(TimeSpan.FromMinutes(2));
        (await bot.PostAsync(SignWith(bot, "key-2"))).Status.ShouldBe(HttpStatusCode.OK);
        bot.Issuer.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_no_longer_signs_once_the_keys_were_fetched_again()
    {
        await using var bot = await StartAsync();
        var old = bot.ChannelToken();
        (await bot.PostAsync(old)).Status.ShouldBe(HttpStatusCode.OK);
        bot.Issuer.Withdraw("key-1");
        bot.Issuer.Publish("key-2", "emulator");
        clock.Advance(TimeSpan.FromHours(25));
        (await bot.PostAsync(old)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await bot.PostAsync(SignWith(bot, "key-2"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tokens_of_unknown_keys_are_refused_and_cause_one_fetch_a_minute_at_most()
    {
        await using var bot = await StartAsync();
        await bot.PostAsync(bot.ChannelToken());
        using var foreign = new Forger();
        for (var i = 0; i < 20; i++)
            (await bot.PostAsync(foreign.Sign(bot.Connector.Url, $"made-up-{i}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        bot.Issuer.Fetches.ShouldBe(1);
        bot.Server.Log.ShouldContain(line => line.Contains("the issuer has no such signing key"));

        clock.Advance(TimeSpan.FromMinutes(1.1));
        for (var i = 0; i < 20; i++)
            await bot.PostAsync(foreign.Sign(bot.Connector.Url, $"made-up-{i}"));
        bot.Issuer.Fetches.ShouldBe(2);
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task While_the_keys_cannot_be_had_the_answer_is_503_and_not_401(int status)
    {
        await using var bot = await StartAsync();
        bot.Issuer.Outage = Connector.Status(status);
        (await bot.PostAsync(bot.ChannelToken())).ShouldBeAProblem(HttpStatusCode.ServiceUnavailable, "cannot be had at the moment");
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        bot.Server.Log.Count(line => line.StartsWith("Error: The signing keys of ", StringComparison.Ordinal)).ShouldBe(1);

        bot.Issuer.Outage = null;
        clock.Advance(TimeSpan.FromSeconds(11));
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_issuer_that_is_not_there_is_answered_with_503()
    {
        await using var bot = await AuthenticatedBot.StartAsync(settings: ("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1:1/keys"));
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task An_issuer_that_hangs_is_given_up_and_then_left_alone_for_a_while()
    {
        await using var bot = await StartAsync();
        bot.Issuer.Outage = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var watch = Stopwatch.StartNew();
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bot.PostAsync(bot.ChannelToken())));
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.ServiceUnavailable);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(12));

        watch.Restart();
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Known_keys_outlast_an_outage_of_days_but_not_for_ever()
    {
        await using var bot = await StartAsync();
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.OK);
        bot.Issuer.Outage = Connector.Status(500);

        clock.Advance(TimeSpan.FromDays(4));
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.OK);
        using var foreign = new Forger();
        (await bot.PostAsync(foreign.Sign(bot.Connector.Url, "perhaps-new"))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        clock.Advance(TimeSpan.FromDays(2));
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Nobody_is_asked_for_keys_for_a_token_of_another_issuer()
    {
        await using var bot = await StartAsync();
        await bot.PostAsync(bot.ChannelToken(("iss", "https://attacker.example")));
        bot.Issuer.Fetches.ShouldBe(0);
    }

    private Task<AuthenticatedBot> StartAsync() => AuthenticatedBot.StartAsync(time: clock);

    private static string SignWith(AuthenticatedBot bot, string key) => bot.Issuer.Sign(Tokens.OfChannel(bot.Connector.Url), key);

    /// <summary>Signs with a key of its own, under any name.</summary>
    private sealed class Forger : IDisposable
    {
        private readonly RSA rsa = RSA.Create(2048);

        public string Sign(string serviceUrl, string key) => Tokens.Sign(
            Tokens.OfChannel(serviceUrl),
            new SigningCredentials(
                new RsaSecurityKey(rsa) { KeyId = key },
                SecurityAlgorithms.RsaSha256));

        public void Dispose() => rsa.Dispose();
    }
}
