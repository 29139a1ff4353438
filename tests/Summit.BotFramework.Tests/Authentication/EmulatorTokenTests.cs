using System.Net;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

public sealed class EmulatorTokenTests
{
    private const string AnotherApp = "00000000-0000-0000-0000-00000000dead";

    [Fact]
    public async Task In_development_the_emulators_token_is_accepted()
    {
        await using var bot = await StartAsync();
        (await bot.PostAsync(bot.Issuer.Sign(Tokens.OfEmulator()))).Status.ShouldBe(HttpStatusCode.OK);
        bot.Connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer token-1");
    }

    [Fact]
    public async Task So_is_one_of_version_1()
    {
        await using var bot = await StartAsync();
        var token = bot.Issuer.Sign(Tokens.OfEmulator(("iss", Tokens.EmulatorIssuerV1), ("ver", "1.0"), ("azp", null), ("appid", Tokens.AppId)));
        (await bot.PostAsync(token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData($"https://sts.windows.net/{Tokens.Tenant}/")]
    [InlineData($"https://login.microsoftonline.com/{Tokens.Tenant}/v2.0")]
    public async Task So_is_one_of_the_apps_own_tenant(string issuer)
    {
        await using var bot = await StartAsync();
        (await bot.PostAsync(bot.Issuer.Sign(Tokens.OfEmulator(("iss", issuer))))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/00000000-0000-0000-0000-00000000f0f0/v2.0")]
    [InlineData("https://sts.windows.net/00000000-0000-0000-0000-00000000f0f0/")]
    [InlineData($"https://login.microsoftonline.com.attacker.example/{Tokens.Tenant}/v2.0")]
    public async Task A_token_of_a_foreign_tenant_is_refused_whatever_it_says_of_itself(string issuer)
    {
        await using var bot = await StartAsync();
        var tenant = issuer.TrimEnd('/').Split('/')[3];
        await bot.ShouldRefuseAsync(bot.Issuer.Sign(Tokens.OfEmulator(("iss", issuer), ("tid", tenant))), "the issuer is not trusted here");
    }

    [Theory]
    [InlineData("2.0", "azp")]
    [InlineData("1.0", "appid")]
    public async Task A_skills_token_is_refused(string version, string claim)
    {
        await using var bot = await StartAsync();
        var token = bot.Issuer.Sign(Tokens.OfEmulator(("ver", version), ("azp", null), (claim, AnotherApp)));
        await bot.ShouldRefuseAsync(token, "the token was given to another app, as for a skill");
    }

    [Theory]
    [InlineData("azp", null)]
    [InlineData("ver", "3.0")]
    [InlineData("ver", "1.0")]
    public async Task A_token_that_does_not_say_whose_it_is_is_refused(string claim, string? value)
    {
        await using var bot = await StartAsync();
        await bot.ShouldRefuseAsync(bot.Issuer.Sign(Tokens.OfEmulator((claim, value))), "the token was given to another app, as for a skill");
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused()
    {
        await using var bot = await StartAsync();
        await bot.ShouldRefuseAsync(bot.Issuer.Sign(Tokens.OfEmulator(("aud", AnotherApp))), "the token is for another audience");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_development_the_emulators_token_is_refused(string environment)
    {
        await using var bot = await AuthenticatedBot.StartAsync(environment: environment);
        await bot.ShouldRefuseAsync(bot.Issuer.Sign(Tokens.OfEmulator()), "the issuer is not trusted here");
    }

    [Fact]
    public async Task The_keys_of_channels_do_not_sign_for_the_emulator()
    {
        await using var channels = await OpenIdProvider.StartAsync();
        channels.Publish("key-of-channels", "emulator");
        await using var bot = await AuthenticatedBot.StartAsync(
            environment: "Development", settings: ("ToBotFromChannelOpenIdMetadataUrl", channels.MetadataUrl));
        (await bot.PostAsync(channels.Sign(Tokens.OfChannel(bot.Connector.Url), "key-of-channels"))).Status.ShouldBe(HttpStatusCode.OK);
        var reply = await bot.PostAsync(channels.Sign(Tokens.OfEmulator(), "key-of-channels"));
        reply.Status.ShouldBe(HttpStatusCode.Unauthorized);
        bot.Server.Log.ShouldContain(line => line.Contains("the issuer has no such signing key"));
    }

    private static Task<AuthenticatedBot> StartAsync() => AuthenticatedBot.StartAsync(environment: "Development");
}
