using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>The page, and servers that are set up otherwise, or die.</summary>
public sealed class WebChatServerTests : IDisposable
{
    private const string Question = "Where did the two leaders meet?", Answer = "Vladivostok";

    private readonly string _data = Directory.CreateTempSubdirectory("summit-webchat-").FullName;

    [Fact]
    public async Task A_vote_is_kept_with_the_answer()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var bot = await BotProcess.ServeOnAsync(_data);
        var chat = await WebChat.OpenAsync(chromium, bot.Client.BaseAddress!);
        await chat.AskAsync(Question, Answer);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Dislike" }).ClickAsync();
        var file = Path.Combine(_data, "feedback.jsonl");
        // The file is there before the line in it is.
        for (var limit = Stopwatch.StartNew(); !(File.Exists(file) && new FileInfo(file).Length > 0) && limit.Elapsed < TimeSpan.FromSeconds(10);)
            await Task.Delay(100);
        var vote = JsonNode.Parse((await File.ReadAllLinesAsync(file)).Single())!;
        vote["reaction"]!.GetValue<string>().ShouldBe("dislike");
        vote["answerId"]!.GetValue<string>().ShouldNotBeEmpty();
        vote["channel"]!.GetValue<string>().ShouldBe("directline");
        bot.Log.ShouldNotContain("fail:");
    }

    [Fact]
    public async Task The_page_says_that_the_server_is_away_and_begins_anew_when_it_is_back()
    {
        await using var chromium = await Chromium.StartAsync();
        var bot = await BotProcess.ServeOnAsync(_data);
        var address = bot.Client.BaseAddress!;
        var chat = await WebChat.OpenAsync(chromium, address);
        await chat.AskAsync(Question, Answer);
        await bot.DisposeAsync();
        await Assertions.Expect(chat.Notice).ToContainTextAsync("The server does not answer", new() { Timeout = 20_000 });
        await Chromium.ShootAsync(chat.Page, "webchat-away");

        await using var again = await BotProcess.ServeAtAsync(address, _data);
        await Assertions.Expect(chat.Notice).ToContainTextAsync("this is a new one", new() { Timeout = 40_000 });
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Chromium.ShootAsync(chat.Page, "webchat-anew");
        await chat.AskAsync(Question, Answer);
    }

    [Fact]
    public async Task A_reply_that_is_streamed_stands_there_once()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var bot = await BotProcess.ServeOnAsync(_data, "--Summit:Streaming:After=00:00:00");
        var chat = await WebChat.OpenAsync(chromium, bot.Client.BaseAddress!);
        await chat.AskAsync(Question, Answer);
        (await chat.Messages.CountAsync()).ShouldBe(3);
        chat.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_without_direct_line_has_no_chat_and_says_the_rest()
    {
        await using var bot = await BotProcess.ServeOnAsync(_data, "--Summit:DirectLine:Enabled=false");
        (await bot.Client.PostAsync("/v3/directline/tokens/generate", content: null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
        var home = await (await bot.Client.SendAsync(request)).Content.ReadAsStringAsync();
        home.ShouldContain("api/ask");
        home.ShouldNotContain("<html");
        home.ShouldNotContain("Chat:");
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
