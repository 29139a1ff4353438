using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Summit.Bot.EndToEnd;

/// <summary>What stands between the bot and people who send anything.</summary>
public sealed class EdgeTests(ServerFixture server)
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/api/ask", 405)]
    [InlineData("PUT", "/articles/x", 405)]
    [InlineData("GET", "/articles/none", 404)]
    [InlineData("GET", "/articles/..%2f..%2fetc", 404)]
    [InlineData("POST", "/api/ask", 415)]
    [InlineData("POST", "/api/messages", 415)]
    [InlineData("GET", "/api/messages", 405)]
    public async Task Every_refusal_is_problem_details_with_a_trace_id(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        await ShouldBeProblemAsync(await server.Bot.Client.SendAsync(request, Ending), status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/nothing")]
    [InlineData("/api/ask")]
    [InlineData("/articles/kim-poutine-vladivostok-2019")]
    public async Task Every_response_has_the_security_headers(string path)
    {
        var headers = (await server.Bot.Client.GetAsync(path, Ending)).Headers;
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
        headers.CacheControl!.NoStore.ShouldBeTrue();
        headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task The_page_of_an_article_has_a_HEAD()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/articles/{server.Article.Id}");
        (await server.Bot.Client.SendAsync(request, Ending)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/ask")]
    [InlineData("/api/messages")]
    public async Task A_body_without_a_length_is_bounded_too(string path)
    {
        // The server answers and hangs up in the middle of the body; a client that still writes may miss the answer.
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var content = new ChunkedContent(600 * 1024);
                await ShouldBeProblemAsync(await server.Bot.Client.PostAsync(path, content, Ending), 413);
                return;
            }
            catch (HttpRequestException) when (tries < 10)
            {
                await Task.Delay(20, Ending);
            }
        }
    }

    [Theory]
    [InlineData("/api/ask")]
    [InlineData("/api/messages")]
    public async Task Deep_nesting_is_refused(string path)
    {
        using var content = Json($"{{\"type\":\"message\",\"question\":{new string('[', 5000)}{new string(']', 5000)}}}");
        await ShouldBeProblemAsync(await server.Bot.Client.PostAsync(path, content, Ending), 400);
    }

    [Theory]
    [InlineData("/api/ask")]
    [InlineData("/")]
    public async Task From_this_machine_another_host_name_is_refused_for_it_may_be_a_web_page_that_asks(string path)
    {
        using var request = new HttpRequestMessage(path == "/" ? HttpMethod.Get : HttpMethod.Post, path);
        request.Headers.Host = "attacker.example:3978";
        if (path != "/")
            request.Content = JsonContent.Create(new { question = "date du sommet ?" });
        var problem = await ShouldBeProblemAsync(await server.Bot.Client.SendAsync(request, Ending), 421);
        problem.ShouldContain("Summit:PublicUrl");
        problem.ShouldNotContain("attacker");
    }

    [Fact]
    public async Task With_a_public_address_a_proxy_on_this_machine_may_pass_on_its_name()
    {
        await using var bot = await BotProcess.ServeAsync("Production", "--Summit:PublicUrl=https://bot.example.org");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "On which island is the summit taking place?" }) };
        request.Headers.Host = "bot.example.org";
        var answer = await (await bot.Client.SendAsync(request, Ending)).Content.ReadFromJsonAsync<JsonElement>(Ending);
        answer.GetProperty("citations")[0].GetProperty("url").GetString().ShouldStartWith("https://bot.example.org/articles/");
    }

    [Fact]
    public async Task A_conversation_has_a_limit_of_its_own_and_other_conversations_go_on()
    {
        await using var bot = await BotProcess.ServeAsync("Production", "--Summit:RateLimit:PerConversation=2");
        var first = await AskAsync(bot, null);
        var id = (await first.Content.ReadFromJsonAsync<JsonElement>(Ending)).GetProperty("conversationId").GetString();
        (await AskAsync(bot, id)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await AskAsync(bot, id);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        await ShouldBeProblemAsync(refused, 429);
        (await AskAsync(bot, null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await bot.Client.GetAsync("/healthz", Ending)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_ended_and_told_so()
    {
        // The first question of a process takes far longer than a millisecond.
        await using var bot = await BotProcess.ServeAsync("Production", "--Summit:AnswerTimeout=00:00:00.001");
        using var content = JsonContent.Create(new { question = string.Join(' ', Enumerable.Repeat("Où et quand Kim a-t-il rencontré Poutine ?", 40)) });
        var problem = await ShouldBeProblemAsync(await bot.Client.PostAsync("/api/ask", content, Ending), 504);
        problem.ShouldContain("Summit:AnswerTimeout");
    }

    [Fact]
    public async Task A_turn_in_flight_is_finished_when_the_process_is_told_to_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var connector = await ScriptedConnector.StartAsync();
        var called = new TaskCompletionSource();
        connector.Delay = async () =>
        {
            called.TrySetResult();
            await Task.Delay(2000, Ending);
        };
        await using var bot = await BotProcess.ServeAsync();
        var turn = bot.Client.PostAsJsonAsync("/api/messages", MessagesTests.Message(connector, "emulator", "On which island is the summit held?"), Ending);
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20), Ending);
        bot.Terminate();
        (await turn).StatusCode.ShouldBe(HttpStatusCode.OK);
        connector.Received.ShouldHaveSingleItem().Activity["text"]!.GetValue<string>().ShouldContain(server.Article.SentenceText(2));
        (await bot.WaitForExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_hangs_up_leaves_no_error_in_the_log()
    {
        await using var bot = await BotProcess.ServeAsync();
        for (var i = 0; i < 5; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(bot.Client.BaseAddress!.Host, bot.Client.BaseAddress.Port, Ending);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{{\"question\"")), Ending);
        }

        (await AskAsync(bot, null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        bot.Log.ShouldNotContain("fail:");
    }

    internal static async Task<string> ShouldBeProblemAsync(HttpResponseMessage response, int status)
    {
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var text = await response.Content.ReadAsStringAsync(Ending);
        using var problem = JsonDocument.Parse(text);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(status);
        problem.RootElement.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.RootElement.GetProperty("traceId").GetString().ShouldNotBeNullOrWhiteSpace();
        text.ShouldNotContain("Exception");
        text.ShouldNotContain("   at ");
        return text;
    }

    private static Task<HttpResponseMessage> AskAsync(BotProcess bot, string? conversationId) =>
        bot.Client.PostAsJsonAsync("/api/ask", new { question = "date du sommet ?", conversationId }, Ending);

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class ChunkedContent : HttpContent
    {
        private readonly int _length;

        public ChunkedContent(int length)
        {
            _length = length;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = new byte[16 * 1024];
            Array.Fill(piece, (byte)' ');
            for (var sent = 0; sent < _length; sent += piece.Length)
                await stream.WriteAsync(piece, Ending);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
