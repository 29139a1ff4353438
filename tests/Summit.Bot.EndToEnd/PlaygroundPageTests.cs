using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>What a person sees in the Agents Playground, in a browser.</summary>
public sealed class PlaygroundPageTests(ServerFixture server)
{
    [Theory]
    [InlineData("msteams", "Qui pourrait être irrité par ce rapprochement ?", 17)]
    [InlineData("emulator", "On which island is the summit held?", 2)]
    public async Task An_answer_stands_there_with_its_quotation_and_without_markup(string channel, string question, int sentence)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var playground = await Playground.StartAsync(server.Bot.Client.BaseAddress!, channel);
        var page = await chromium.OpenAsync();
        await page.GotoAsync(playground.Address.ToString());
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Bonjour", new() { Timeout = 20_000 });

        var box = page.Locator("[role=textbox][contenteditable=true]").First;
        await box.ClickAsync();
        await page.Keyboard.TypeAsync(question);
        await page.Keyboard.PressAsync("Enter");
        // A paragraph is in the chat; the list and the log beside it show the message as it was sent.
        var answer = page.Locator("p", new() { HasText = server.Article.SentenceText(sentence) }).First;
        await answer.WaitForAsync(new() { Timeout = 20_000 });
        await Chromium.ShootAsync(page, $"playground-{channel}");
        var text = await answer.InnerTextAsync();
        text.ShouldNotContain("**");
        text.ShouldNotContain("[1]: ");
    }
}
