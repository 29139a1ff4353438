using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

public sealed class ChannelTokenTests
{
    [Fact]
    public async Task A_channel_with_its_token_is_served_and_answered_with_the_bots()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        (await bot.PostAsync(bot.ChannelToken())).ShouldBe(new Reply(HttpStatusCode.OK, null, ""));
        var call = bot.Connector.Calls.ShouldHaveSingleItem();
        call.Body.ShouldContain("You said Bonjour");
        call.Authorization.ShouldBe("Bearer token-1");
    }

    [Theory]
    [InlineData("iss", "https://attacker.example", "the issuer is not trusted here")]
    [InlineData("iss", Tokens.EmulatorIssuerV2, "the issuer is not trusted here")]
    [InlineData("iss", "https://api.botframework.us", "the issuer is not trusted here")]
    [InlineData("iss", null, "the issuer is not trusted here")]
    [InlineData("iss", 5, "the bearer token is malformed")]
    [InlineData("aud", "00000000-0000-0000-0000-00000000dead", "the token is for another audience")]
    [InlineData("aud", Tokens.ChannelIssuer, "the token is for another audience")]
    [InlineData("aud", null, "the token is for another audience")]
    [InlineData("exp", null, "the token never expires")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/amer/", "the token's serviceurl claim is not the activity's serviceUrl")]
    [InlineData("serviceurl", null, "the token has no serviceurl claim")]
    [InlineData("serviceurl", 5, "the token has no serviceurl claim")]
    public async Task A_claim_that_does_not_fit_is_refused(string claim, object? value, string because)
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        await bot.ShouldRefuseAsync(bot.ChannelToken((claim, value)), because);
        bot.Login.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-60, -5.2, "the token has expired")]
    [InlineData(-60, -4.8, null)]
    [InlineData(4.8, 60, null)]
    [InlineData(5.2, 60, "the token is not valid yet")]
    [InlineData(60, -60, "the token's lifetime makes no sense")]
    public async Task Clocks_may_differ_by_five_minutes(double from, double to, string? because)
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        var token = bot.ChannelToken(("nbf", Tokens.In(from)), ("exp", Tokens.In(to)));
        if (because is null)
            (await bot.PostAsync(token)).Status.ShouldBe(HttpStatusCode.OK);
        else
            await bot.ShouldRefuseAsync(token, because);
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        await bot.ShouldRefuseAsync(Tokens.Sign(Tokens.OfChannel(bot.Connector.Url), credentials: null), "the token is not signed with RS256");
    }

    [Fact]
    public async Task A_token_whose_signature_was_cut_off_is_refused()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        var token = bot.ChannelToken();
        await bot.ShouldRefuseAsync(token[..(token.LastIndexOf('.') + 1)], "the signature is wrong");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        var published = Encoding.UTF8.GetBytes(bot.Issuer.Key().Rsa.ExportSubjectPublicKeyInfoPem());
        var secret = new SymmetricSecurityKey(published) { KeyId = "key-1" };
        var token = Tokens.Sign(Tokens.OfChannel(bot.Connector.Url), new SigningCredentials(secret, SecurityAlgorithms.HmacSha256));
        await bot.ShouldRefuseAsync(token, "the token is not signed with RS256");
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    public async Task No_algorithm_but_the_one_in_use_is_accepted(string algorithm)
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        var token = Tokens.Sign(Tokens.OfChannel(bot.Connector.Url), new SigningCredentials(bot.Issuer.Key(), algorithm));
        await bot.ShouldRefuseAsync(token, "the token is not signed with RS256");
    }

    [Fact]
    public async Task A_token_signed_by_somebody_else_under_the_name_of_a_known_key_is_refused()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        using var rsa = RSA.Create(2048);
        var own = new RsaSecurityKey(rsa) { KeyId = "key-1" };
        var token = Tokens.Sign(Tokens.OfChannel(bot.Connector.Url), new SigningCredentials(own, SecurityAlgorithms.RsaSha256));
        await bot.ShouldRefuseAsync(token, "the signature is wrong");
    }

    [Fact]
    public async Task A_token_with_a_claim_changed_after_signing_is_refused()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        var parts = bot.ChannelToken(("serviceurl", "https://attacker.example")).Split('.');
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!;
        claims["serviceurl"] = bot.Connector.Url;
        await bot.ShouldRefuseAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}", "the signature is wrong");
    }

    [Fact]
    public async Task A_token_that_names_no_key_is_refused()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        var nameless = new RsaSecurityKey(bot.Issuer.Key().Rsa);
        var token = Tokens.Sign(Tokens.OfChannel(bot.Connector.Url), new SigningCredentials(nameless, SecurityAlgorithms.RsaSha256));
        await bot.ShouldRefuseAsync(token, "the token names no signing key");
    }

    [Fact]
    public async Task A_key_signs_for_the_channels_that_endorse_it_only()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        bot.Issuer.Publish("key-1", "webchat");
        await bot.ShouldRefuseAsync(bot.ChannelToken(), "the signing key is not endorsed for the activity's channelId");
    }

    [Fact]
    public async Task A_key_without_endorsements_signs_for_no_channel()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        bot.Issuer.Publish("key-1");
        await bot.ShouldRefuseAsync(bot.ChannelToken(), "the signing key is not endorsed for the activity's channelId");
    }

    [Theory]
    [InlineData("channelId", "the signing key is not endorsed for the activity's channelId")]
    [InlineData("serviceUrl", "the token's serviceurl claim is not the activity's serviceUrl")]
    public async Task An_activity_that_leaves_out_what_the_token_vouches_for_is_refused(string field, string because)
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        var activity = JsonNode.Parse(Samples.Message(bot.Connector.Url, deliveryMode: "expectReplies"))!.AsObject();
        activity.Remove(field);
        await bot.ShouldRefuseAsync(bot.ChannelToken(), because, activity.ToJsonString());
    }

    [Fact]
    public async Task The_service_url_is_compared_without_regard_to_case()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        (await bot.PostAsync(bot.ChannelToken(("serviceurl", bot.Connector.Url.ToUpperInvariant())))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_government_cloud_has_an_issuer_of_its_own()
    {
        await using var bot = await AuthenticatedBot.StartAsync(
            settings: ("ChannelService", BotFrameworkAuthenticationOptions.GovernmentChannelService));
        await bot.ShouldRefuseAsync(bot.ChannelToken(), "the issuer is not trusted here");
        (await bot.PostAsync(bot.ChannelToken(("iss", "https://api.botframework.us")))).Status.ShouldBe(HttpStatusCode.OK);
        bot.Login.Requests.ShouldHaveSingleItem().Fields["scope"].ShouldStartWith("https://api.botframework.us/.default");
    }

    [Fact]
    public async Task In_development_too_a_channel_needs_its_token()
    {
        await using var bot = await AuthenticatedBot.StartAsync(environment: "Development");
        await bot.ShouldRefuseAsync(token: null, "there is no Authorization header");
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.OK);
    }
}
