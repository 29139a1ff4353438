using System.Net;
using System.Text;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Http;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_development_without_an_app_id_503_names_the_key(string environment)
    {
        await using var bot = await BotServer.StartAsync(Unreached, environment);
        (await bot.PostAsync(Expecting("http://localhost:1"))).ShouldBeAProblem(HttpStatusCode.ServiceUnavailable, "MicrosoftAppId");
    }

    [Fact]
    public async Task A_refusal_is_logged_with_the_key_that_would_help()
    {
        await using var bot = await BotServer.StartAsync(Unreached, "Production");
        await bot.PostAsync(Expecting("http://localhost:1"));
        bot.Log.ShouldContain(line => line.StartsWith("Warning: A request was refused with 503: MicrosoftAppId is not configured."));
    }

    [Fact]
    public async Task A_blank_app_id_is_none()
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent, appId: " ");
        (await bot.PostAsync(Expecting("http://localhost:1"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("192.168.1.7")]
    [InlineData("203.0.113.5")]
    [InlineData("::ffff:203.0.113.5")]
    [InlineData("2001:db8::1")]
    public async Task A_connection_from_another_machine_gets_503_that_names_the_key(string remote)
    {
        await using var bot = await BotServer.StartAsync(Unreached, pretendedRemote: IPAddress.Parse(remote));
        (await bot.PostAsync(Expecting("http://localhost:1"))).ShouldBeAProblem(HttpStatusCode.ServiceUnavailable, "MicrosoftAppId");
    }

    [Theory]
    [InlineData("::1")]
    [InlineData("127.8.9.10")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_connection_from_any_loopback_address_is_served(string remote)
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent, pretendedRemote: IPAddress.Parse(remote));
        (await bot.PostAsync(Expecting("http://localhost:1"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.7:3978", HttpStatusCode.Forbidden)]
    [InlineData("0.0.0.0", HttpStatusCode.Forbidden)]
    [InlineData("[2001:db8::1]:3978", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:3978", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:3978", HttpStatusCode.OK)]
    [InlineData("127.8.9.10", HttpStatusCode.OK)]
    [InlineData("[::1]:3978", HttpStatusCode.OK)]
    public async Task Only_a_loopback_host_header_is_served(string host, HttpStatusCode expected)
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent);
        var reply = await bot.SendAsync(Json(Expecting("http://localhost:1")), ("Host", host));
        reply.Status.ShouldBe(expected);
        if (expected == HttpStatusCode.Forbidden)
            reply.ShouldBeAProblem(expected, "Host header");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("X-Forwarded-Host", "bot.example")]
    [InlineData("Forwarded", "for=203.0.113.5")]
    public async Task A_request_through_a_proxy_is_refused_with_403(string header, string value)
    {
        await using var bot = await BotServer.StartAsync(Unreached);
        (await bot.SendAsync(Json(Expecting("http://localhost:1")), (header, value))).ShouldBeAProblem(HttpStatusCode.Forbidden, "proxy");
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://localhost@attacker.example/")]
    [InlineData("http://attacker.example#@localhost/")]
    [InlineData("http://localhost.attacker.example/")]
    [InlineData("http://0.0.0.0:3978/")]
    [InlineData("http://[::ffff:192.168.1.7]/")]
    [InlineData("http://3232235783/")]
    public async Task An_activity_with_the_service_url_of_another_machine_is_refused_with_403(string serviceUrl)
    {
        await using var bot = await BotServer.StartAsync(Unreached);
        (await bot.PostAsync(Samples.Message(serviceUrl))).ShouldBeAProblem(HttpStatusCode.Forbidden, "serviceUrl");
        (await bot.PostAsync(Expecting(serviceUrl))).ShouldBeAProblem(HttpStatusCode.Forbidden, "serviceUrl");
    }

    [Theory]
    [InlineData("http://localhost:50000")]
    [InlineData("http://127.8.9.10/")]
    [InlineData("http://[::1]:50000/path")]
    public async Task An_activity_with_a_loopback_service_url_is_served(string serviceUrl)
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent);
        (await bot.PostAsync(Samples.Message(serviceUrl))).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static TestBot Unreached { get; } = new(_ => throw new InvalidOperationException("The bot was reached."));

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static string Expecting(string serviceUrl) => Samples.Message(serviceUrl, deliveryMode: "expectReplies");
}
