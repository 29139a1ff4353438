using System.Net;
using System.Net.Sockets;
using System.Text;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

public sealed class HeaderTests : IAsyncLifetime
{
    private AuthenticatedBot bot = null!;

    public async ValueTask InitializeAsync() =>
        bot = await AuthenticatedBot.StartAsync(new TestBot(_ => throw new InvalidOperationException("The bot was reached.")));

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public Task A_request_without_a_token_is_refused() => bot.ShouldRefuseAsync(token: null, "there is no Authorization header");

    [Theory]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==", "the Authorization header is not of the scheme Bearer")]
    [InlineData("Bearer", "the Authorization header is not of the scheme Bearer")]
    [InlineData("Bearer a.b.c", "the bearer token is malformed")]
    [InlineData("Bearer not a token", "the bearer token is malformed")]
    [InlineData("Bearer ....", "the bearer token is malformed")]
    [InlineData("Bearer e30.e30.", "the token is not signed with RS256")]
    [InlineData("Bearer W10.W10.AA", "the bearer token is malformed")]
    [InlineData("Bearer bnVsbA.bnVsbA.AA", "the bearer token is malformed")]
    public async Task A_header_that_holds_no_token_is_refused(string header, string because) =>
        bot.ShouldBeRefused(await bot.PostAsync(null, ("Authorization", header)), because);

    /// <summary>Over a bare connection: an HTTP client would join the two.</summary>
    [Fact]
    public async Task Two_authorization_headers_are_refused_though_each_would_do()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bot.Server.Client.BaseAddress!.Port);
        var header = $"Authorization: Bearer {bot.ChannelToken()}\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n{header}{header}\r\n{{}}"));
        using var reader = new StreamReader(client.GetStream());
        (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 401 Unauthorized");
        bot.Server.Log.ShouldContain(line => line.Contains("there are several Authorization headers"));
    }

    [Fact]
    public async Task Two_tokens_in_one_header_are_refused() =>
        bot.ShouldBeRefused(
            await bot.PostAsync(null, ("Authorization", $"Bearer {bot.ChannelToken()}, Bearer {bot.ChannelToken()}")),
            "the bearer token is malformed");

    [Fact]
    public async Task A_refusal_names_the_scheme_that_is_expected()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await bot.Server.Client.PostAsync("/api/messages", content);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_body_is_not_read_before_its_sender_is_known() =>
        (await bot.PostAsync(token: null, "this is not JSON")).Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task No_token_and_nothing_of_it_is_logged()
    {
        var expired = bot.ChannelToken(("exp", Tokens.In(-60)), ("nbf", Tokens.In(-90)), ("name", "my secret"));
        await bot.PostAsync(expired);
        await bot.PostAsync(null, ("Authorization", "Basic dXNlcjpwYXNzd29yZA=="));
        await bot.PostAsync(bot.ChannelToken());
        bot.Server.Log.ShouldNotBeEmpty();
        foreach (var hidden in new[] { "my secret", "dXNlcjpwYXNzd29yZA", "the client secret", expired[^40..], expired[..40] })
            bot.Server.Log.ShouldAllBe(line => !line.Contains(hidden));
    }
}
