using System.Net;
using System.Net.Sockets;
using System.Text;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Http;

public sealed class RequestTests : IAsyncLifetime
{
    private int turns;
    private BotServer bot = null!;

    public async ValueTask InitializeAsync() => bot = await BotServer.StartAsync(new TestBot(turn =>
    {
        turns++;
        return turn.SendActivityAsync("Hello");
    }));

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/vnd.api+json")]
    [InlineData("text/json")]
    public async Task A_post_of_another_content_type_is_refused_with_415(string contentType)
    {
        (await bot.PostAsync(Expecting(), contentType)).ShouldBeAProblem(HttpStatusCode.UnsupportedMediaType, "application/json");
        turns.ShouldBe(0);
    }

    [Fact]
    public async Task A_post_without_a_content_type_is_refused_with_415()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Expecting()));
        (await bot.SendAsync(content)).ShouldBeAProblem(HttpStatusCode.UnsupportedMediaType, "application/json");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; Charset=\"UTF-8\"")]
    public async Task Json_in_utf8_is_served(string contentType)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Expecting()));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        (await bot.SendAsync(content)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Json_in_utf16_is_refused_with_415()
    {
        using var content = new StringContent(Expecting(), Encoding.Unicode, "application/json");
        (await bot.SendAsync(content)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" ", "not valid JSON")]
    [InlineData("{\"type\":\"message\"", "not valid JSON")]
    [InlineData("{\"type\":\"message\"}}", "not valid JSON")]
    [InlineData("{\"type\":\n\"message\",}", "line 2")]
    [InlineData("{'type':'message'}", "not valid JSON")]
    [InlineData("null", "not a JSON object")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("\"message\"", "not a JSON object")]
    [InlineData("{}", "type is missing")]
    [InlineData("{\"type\":null}", "type is missing")]
    [InlineData("{\"type\":\" \"}", "type is missing")]
    [InlineData("{\"type\":5}", "$.type")]
    [InlineData("{\"type\":\"message\",\"text\":{}}", "$.text")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}", "$.text")]
    [InlineData("{\"type\":\"message\",\"unheardOf\":[\"\\udc00\"]}", "half a character")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"\\ud800\":1}}", "not valid text")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}", "$.timestamp")]
    [InlineData("{\"type\":\"message\",\"membersAdded\":{}}", "$.membersAdded")]
    [InlineData("{\"type\":\"message\"}", "no serviceUrl")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"here\"}", "serviceUrl is not an absolute")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"file:///etc/passwd\"}", "serviceUrl is not an absolute")]
    public async Task A_body_that_is_no_activity_is_refused_with_400_that_names_the_fault(string body, string fault)
    {
        (await bot.PostAsync(body)).ShouldBeAProblem(HttpStatusCode.BadRequest, fault);
        turns.ShouldBe(0);
    }

    [Theory]
    [InlineData(62, HttpStatusCode.OK)]
    [InlineData(63, HttpStatusCode.OK)]
    [InlineData(64, HttpStatusCode.BadRequest)]
    [InlineData(100_000, HttpStatusCode.BadRequest)]
    public async Task More_than_64_levels_of_nesting_are_refused(int levelsOfValue, HttpStatusCode expected)
    {
        var value = new string('[', levelsOfValue) + new string(']', levelsOfValue);
        var reply = await bot.PostAsync($$"""{"type":"message","deliveryMode":"expectReplies","value":{{value}}}""");
        reply.Status.ShouldBe(expected);
        if (expected == HttpStatusCode.BadRequest)
            reply.ShouldBeAProblem(expected, "nested deeper than 64");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_256_KB_is_refused_with_413(bool chunked)
    {
        var body = Encoding.UTF8.GetBytes(Expecting(new string('x', 256 * 1024)));
        using HttpContent content = chunked ? new StreamContent(new Unseekable(body)) : new ByteArrayContent(body);
        content.Headers.Add("Content-Type", "application/json");
        (await bot.SendAsync(content)).ShouldBeAProblem(HttpStatusCode.RequestEntityTooLarge, "262144");
        turns.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_of_exactly_256_KB_is_served()
    {
        var body = Expecting(new string('x', (256 * 1024) - Expecting("").Length));
        body.Length.ShouldBe(256 * 1024);
        (await bot.PostAsync(body)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task Anything_but_a_post_is_answered_with_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await bot.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task A_body_that_breaks_the_rules_of_http_is_refused_with_400()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bot.Client.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 400 Bad Request");
    }

    [Fact]
    public async Task No_text_of_the_user_is_logged()
    {
        await bot.PostAsync(Expecting("my secret"));
        await bot.PostAsync("{\"type\":\"message\",\"text\":\"my secret\"}");
        await bot.PostAsync("{\"type\":\"message\",\"suggestedActions\":{\"my secret\":\"\\ud800\",\"to\":5}}");
        bot.Log.ShouldNotBeEmpty();
        bot.Log.ShouldAllBe(line => !line.Contains("my secret"));
    }

    private static string Expecting(string text = "Hello") => $$"""{"type":"message","deliveryMode":"expectReplies","text":"{{text}}"}""";

    /// <summary>A stream whose length is not known goes out in chunks.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
