using System.Net;
using System.Text.Json.Nodes;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

public sealed class AllowedTests
{
    private const string OtherTenant = "00000000-0000-0000-0000-00000000f0f0";

    [Theory]
    [InlineData("https://attacker.example/", false)]
    [InlineData("https://botframework.com.attacker.example/", false)]
    [InlineData("https://botframework.com/", false)]
    [InlineData("https://notbotframework.com/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net@attacker.example/", false)]
    [InlineData("http://smba.trafficmanager.net/amer/", false)]
    [InlineData("https://webchat.botframework.azure.us/", false)]
    [InlineData("https://169.254.169.254/", false)]
    [InlineData("http://localhost:1/", false)]
    [InlineData("https://sub.relay.example.org/", false)]
    [InlineData("http://relay.example.org/", false)]
    [InlineData("https://example.net/", false)]
    [InlineData("https://smba.trafficmanager.net/amer/", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea/tenant/", true)]
    [InlineData("https://europe.webchat.botframework.com/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("https://relay.example.org/path", true)]
    [InlineData("https://a.b.example.net/", true)]
    public async Task Replies_go_to_the_hosts_of_channels_and_to_configured_ones_only(string serviceUrl, bool isServed)
    {
        await using var bot = await AuthenticatedBot.StartAsync(
            TestBot.Silent,
            settings: [("MicrosoftAppServiceHosts:0", "relay.example.org"), ("MicrosoftAppServiceHosts:1", "*.example.net")]);
        var reply = await bot.PostAsync(bot.Issuer.Sign(Tokens.OfChannel(serviceUrl)), Samples.Message(serviceUrl));
        if (isServed)
            reply.Status.ShouldBe(HttpStatusCode.OK);
        else
            reply.ShouldBeAProblem(HttpStatusCode.Forbidden, "serviceUrl is not allowed");
    }

    [Fact]
    public async Task The_government_cloud_has_hosts_of_its_own()
    {
        await using var bot = await AuthenticatedBot.StartAsync(
            TestBot.Silent, settings: ("ChannelService", BotFrameworkAuthenticationOptions.GovernmentChannelService));
        foreach (var (url, status) in new[]
        {
            ("https://smba.infra.gov.teams.microsoft.us/", HttpStatusCode.OK),
            ("https://webchat.botframework.azure.us/", HttpStatusCode.OK),
            ("https://smba.trafficmanager.net/amer/", HttpStatusCode.Forbidden),
        })
        {
            var token = bot.Issuer.Sign(Tokens.OfChannel(url, ("iss", "https://api.botframework.us")));
            (await bot.PostAsync(token, Samples.Message(url))).Status.ShouldBe(status, url);
        }
    }

    [Fact]
    public async Task In_development_the_emulator_on_this_machine_is_answered_and_another_machine_is_not()
    {
        await using var bot = await AuthenticatedBot.StartAsync(
            environment: "Development", settings: ("MicrosoftAppServiceHosts:0", "relay.example.org"));
        (await bot.PostAsync(bot.Issuer.Sign(Tokens.OfEmulator()))).Status.ShouldBe(HttpStatusCode.OK);
        bot.Connector.Calls.Count.ShouldBe(1);
        (await bot.PostAsync(bot.Issuer.Sign(Tokens.OfEmulator()), Samples.Message("http://192.168.1.7:3978/"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_bot_that_changes_the_service_url_of_its_reply_reaches_the_callers_connector_all_the_same()
    {
        await using var elsewhere = await Connector.StartAsync();
        await using var bot = await AuthenticatedBot.StartAsync(new TestBot(turn =>
        {
            turn.Activity.ServiceUrl = elsewhere.Url;
            return turn.SendActivityAsync("Hello");
        }));
        await bot.PostAsync(bot.ChannelToken());
        elsewhere.Calls.ShouldBeEmpty();
        bot.Connector.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Tokens.Tenant, null, HttpStatusCode.OK)]
    [InlineData(null, Tokens.Tenant, HttpStatusCode.OK)]
    [InlineData(Tokens.Tenant, Tokens.Tenant, HttpStatusCode.OK)]
    [InlineData(OtherTenant, null, HttpStatusCode.Forbidden)]
    [InlineData(Tokens.Tenant, OtherTenant, HttpStatusCode.Forbidden)]
    [InlineData(OtherTenant, Tokens.Tenant, HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    [InlineData("not a tenant", null, HttpStatusCode.Forbidden)]
    public async Task With_allowed_tenants_others_are_refused(string? ofConversation, string? ofChannelData, HttpStatusCode expected)
    {
        await using var bot = await AuthenticatedBot.StartAsync(settings: ("MicrosoftAppAllowedTenants:0", Tokens.Tenant));
        var activity = JsonNode.Parse(Samples.Message(bot.Connector.Url))!;
        activity["conversation"]!["tenantId"] = ofConversation;
        if (ofChannelData is not null)
            activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ofChannelData } };
        (await bot.PostAsync(bot.ChannelToken(), activity.ToJsonString())).Status.ShouldBe(expected);
        bot.Connector.Calls.Count.ShouldBe(expected == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task Without_allowed_tenants_all_are_served()
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(HttpStatusCode.OK);
    }
}
