using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>What a person sees who opens the page: asked in a real browser, of a real server.</summary>
public sealed class WebChatTests(ServerFixture server)
{
    private const string French = "Où les deux dirigeants se sont-ils rencontrés ?", English = "Where did the two leaders meet?";

    private Uri Address => server.Bot.Client.BaseAddress!;

    [Theory]
    [InlineData("fr-FR", French, "webchat-fr")]
    [InlineData("en-US", English, "webchat-en")]
    public async Task A_question_is_answered_and_its_citation_opens_the_article_at_the_sentence(string locale, string question, string picture)
    {
        await using var chromium = await Chromium.StartAsync();
        var chat = await WebChat.OpenAsync(chromium, Address, locale: locale);
        await Chromium.ShootAsync(chat.Page, picture + "-greeting");
        var answer = await chat.AskAsync(question, server.Article.SentenceText(1));
        await Chromium.ShootAsync(chat.Page, picture);
        var text = await answer.InnerTextAsync();
        text.ShouldNotContain("**");
        text.ShouldNotContain("]: http");

        var opened = await chat.Page.RunAndWaitForPopupAsync(() => answer.GetByRole(AriaRole.Link).First.ClickAsync());
        await opened.WaitForLoadStateAsync();
        opened.Url.ShouldContain($"/articles/{server.Article.Id}?v={server.Article.Version}#s1");
        var cited = opened.Locator(":target");
        (await cited.InnerTextAsync()).ShouldBe(server.Article.SentenceText(1));
        await Assertions.Expect(cited).ToBeInViewportAsync();
        (await cited.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor")).ShouldNotBe("rgba(0, 0, 0, 0)");
        chat.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_interface_is_in_the_language_of_the_browser_until_another_one_is_chosen()
    {
        await using var chromium = await Chromium.StartAsync();
        var chat = await WebChat.OpenAsync(chromium, Address, locale: "fr-CA");
        await Assertions.Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        await Assertions.Expect(chat.Page.Locator("body > header")).ToContainTextAsync("Nouvelle conversation");
        await Assertions.Expect(chat.TextBox).ToHaveAttributeAsync("placeholder", "Tapez votre message");
        (await chat.Messages.First.InnerTextAsync()).ShouldStartWith("Bonjour");
        await Assertions.Expect(chat.Page.GetByText("Quelle est la date du sommet ?").Or(chat.Page.GetByText(French)).First).ToBeVisibleAsync();

        await chat.Page.Locator("#language").ClickAsync();
        await chat.ExpectAsync("Hello!");
        await Assertions.Expect(chat.TextBox).ToHaveAttributeAsync("placeholder", "Type your message");
        chat.Page.Url.ShouldEndWith("?lang=en");

        var addressed = await WebChat.OpenAsync(chromium, Address, "/?lang=fr");
        await Assertions.Expect(addressed.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
    }

    [Fact]
    public async Task A_suggested_question_is_asked_by_a_click_and_another_one_follows()
    {
        await using var chromium = await Chromium.StartAsync();
        var chat = await WebChat.OpenAsync(chromium, Address, locale: "fr-FR");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = French }).Or(chat.Page.GetByText(French)).First.ClickAsync();
        await chat.ExpectAsync(server.Article.SentenceText(1));
        await chat.AskAsync("Qui pourrait être irrité par ce rapprochement ?", server.Article.SentenceText(17));
        (await chat.Messages.CountAsync()).ShouldBe(5);
        chat.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reload_shows_the_conversation_again_and_a_new_one_does_not()
    {
        await using var chromium = await Chromium.StartAsync();
        var chat = await WebChat.OpenAsync(chromium, Address);
        await chat.AskAsync(English, server.Article.SentenceText(1));
        await chat.Page.ReloadAsync();
        await chat.ExpectAsync(server.Article.SentenceText(1));
        (await chat.Messages.CountAsync()).ShouldBe(3);
        await chat.AskAsync("On which island is the summit held?", server.Article.SentenceText(2));

        await chat.Page.GetByText("New conversation").ClickAsync();
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(1, new() { Timeout = 10_000 });
        (await chat.Messages.First.InnerTextAsync()).ShouldStartWith("Hello!");
        chat.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_closes_late_does_not_end_the_conversation_that_follows()
    {
        await using var chromium = await Chromium.StartAsync();
        var chat = await WebChat.OpenAsync(chromium, Address);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await chat.Page.ExposeFunctionAsync("tellClosed", () => closed.TrySetResult());
        await chat.Page.AddInitScriptAsync("""
            const listen = WebSocket.prototype.addEventListener;
            WebSocket.prototype.addEventListener = function (type, listener, ...rest) {
              listen.call(this, type, type === 'close' ? event => setTimeout(() => { listener(event); tellClosed(); }, 700) : listener, ...rest);
            };
            """);
        await chat.Page.ReloadAsync();
        await chat.ExpectAsync("Hello!");
        var starts = 0;
        await chat.Page.RouteAsync("**/v3/directline/conversations", async route =>
        {
            starts++;
            await closed.Task;
            await route.ContinueAsync();
        });

        await chat.Page.RunAndWaitForResponseAsync(() => chat.Page.GetByText("New conversation").ClickAsync(), "**/v3/directline/conversations");
        await chat.ExpectAsync("Hello!");
        await chat.AskAsync(English, server.Article.SentenceText(1));
        starts.ShouldBe(1);
        (await chat.Notice.IsVisibleAsync()).ShouldBeFalse();
        chat.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_browsers_are_apart()
    {
        await using var chromium = await Chromium.StartAsync();
        var one = await WebChat.OpenAsync(chromium, Address);
        var other = await WebChat.OpenAsync(chromium, Address);
        await Task.WhenAll(
            one.AskAsync(English, server.Article.SentenceText(1)), other.AskAsync("On which island is the summit held?", server.Article.SentenceText(2)));
        (await one.Messages.CountAsync()).ShouldBe(3);
        (await other.Messages.CountAsync()).ShouldBe(3);
        (await other.Messages.AllInnerTextsAsync()).ShouldNotContain(text => text.Contains(English, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task Every_state_is_accessible_and_fits(int width, ColorScheme colors)
    {
        await using var chromium = await Chromium.StartAsync();
        var chat = await WebChat.OpenAsync(chromium, Address, width: width, colors: colors, bypassesPolicy: true);
        await CheckAsync(chat.Page, "greeting");
        await chat.AskAsync(English, server.Article.SentenceText(1));
        await CheckAsync(chat.Page, "answer");
        await chat.AskAsync("What is the capital of Peru?", "Peru");
        await CheckAsync(chat.Page, "refusal");
        await chat.AskAsync("sources", "sources");
        await chat.Page.Locator(".ac-adaptiveCard").WaitForAsync();
        await CheckAsync(chat.Page, "sources");

        async Task CheckAsync(IPage page, string state)
        {
            await Chromium.ShootAsync(page, $"webchat-{state}-{width}-{colors}");
            (await WebChat.FindBarriersAsync(page)).ShouldBeEmpty(state);
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(state);
            var isDark = await page.EvaluateAsync<bool>("() => getComputedStyle(document.body).backgroundColor === 'rgb(20, 24, 29)'");
            isDark.ShouldBe(colors == ColorScheme.Dark);
        }
    }

    [Fact]
    public async Task A_question_is_asked_by_keyboard_alone()
    {
        await using var chromium = await Chromium.StartAsync();
        var chat = await WebChat.OpenAsync(chromium, Address);
        for (var i = 0; i < 20 && !await chat.TextBox.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
            await chat.Page.Keyboard.PressAsync("Tab");
        await chat.Page.Keyboard.TypeAsync(English);
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.ExpectAsync(server.Article.SentenceText(1));
    }
}
