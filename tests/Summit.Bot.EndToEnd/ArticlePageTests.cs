using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>The pages of the articles, as a reader has them in a browser.</summary>
public sealed class ArticlePageTests(ServerFixture server)
{
    private Uri Address => server.Bot.Client.BaseAddress!;

    [Theory]
    [InlineData("", 1280, ColorScheme.Light)]
    [InlineData("?translation=1", 1280, ColorScheme.Light)]
    [InlineData("?translation=1", 390, ColorScheme.Dark)]
    [InlineData("", 320, ColorScheme.Dark)]
    public async Task A_sentence_is_scrolled_to_and_highlighted_without_script(string query, int width, ColorScheme colors)
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("fr-FR", width, colors, bypassesPolicy: true);
        await page.GotoAsync(new Uri(Address, $"/articles/{server.Article.Id}{query}#s18").ToString());
        var cited = page.Locator(":target");
        (await cited.InnerTextAsync()).ShouldBe(server.Article.SentenceText(18));
        await Assertions.Expect(cited).ToBeInViewportAsync();
        (await cited.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor")).ShouldBe("rgb(255, 229, 138)");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        (await page.Locator("script").CountAsync()).ShouldBe(0);
        (await page.Locator("[data-translation]").CountAsync() > 0).ShouldBe(query.Length > 0);
        await Chromium.ShootAsync(page, $"article-{(query.Length > 0 ? "translation-" : "")}{width}");
        (await WebChat.FindBarriersAsync(page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_leads_to_an_article_whose_translation_comes_by_a_click()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("en-US", bypassesPolicy: true);
        await page.GotoAsync(new Uri(Address, "/articles").ToString());
        await Chromium.ShootAsync(page, "articles");
        (await WebChat.FindBarriersAsync(page)).ShouldBeEmpty();
        await page.GetByText(server.Article.Title).ClickAsync();
        await page.GetByText("Show the translation").ClickAsync();
        (await page.Locator("[data-translation]").First.InnerTextAsync()).ShouldContain(server.Article.Translation!.Sentences[0]);
        await page.GetByText("Hide the translation").ClickAsync();
        await Assertions.Expect(page.Locator("[data-translation]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("fr-CH, en;q=0.5", "", "Tous les articles")]
    [InlineData("de, en;q=0.8, fr;q=0.3", "", "All articles")]
    [InlineData("en-GB", "?lang=fr", "Tous les articles")]
    [InlineData("de", "", "Tous les articles")]
    public async Task The_page_speaks_the_language_of_the_address_else_of_the_browser_else_of_the_article(string accepted, string query, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/articles/{server.Article.Id}{query}");
        request.Headers.Add("Accept-Language", accepted);
        using var response = await server.Bot.Client.SendAsync(request);
        (await response.Content.ReadAsStringAsync()).ShouldContain(expected);
        response.Headers.Vary.ShouldContain("Accept-Language");
    }

    [Theory]
    [InlineData("/articles?page=2", HttpStatusCode.NotFound)]
    [InlineData("/articles?page=0", HttpStatusCode.NotFound)]
    [InlineData("/articles?page=-1", HttpStatusCode.BadRequest)]
    [InlineData("/articles?page=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("/articles?page=1", HttpStatusCode.OK)]
    public async Task A_page_that_is_not_there_says_which_are(string path, HttpStatusCode expected)
    {
        using var response = await server.Bot.Client.GetAsync(path);
        response.StatusCode.ShouldBe(expected);
        if (expected != HttpStatusCode.OK)
            (await response.Content.ReadAsStringAsync()).ShouldContain("up to 1");
    }

    [Fact]
    public async Task Many_articles_are_listed_a_hundred_a_page_newest_first()
    {
        var corpus = Directory.CreateTempSubdirectory("summit-list-").FullName;
        for (var i = 0; i < 250; i++)
            await File.WriteAllTextAsync(Path.Combine(corpus, $"a{i}.md"), $"---\nid: a{i:000}\ntitle: Titre {i:000}\nlanguage: fr\npublished: {new DateOnly(2020, 1, 1).AddDays(i):yyyy-MM-dd}\n---\nIl pleut le jour {i}.\n", Encoding.UTF8);
        await using var bot = await BotProcess.ServeAsync("Development", $"--Summit:CorpusPath={corpus}");
        var first = await bot.Client.GetStringAsync("/articles");
        var last = await bot.Client.GetStringAsync("/articles?page=3");
        first.ShouldContain("Titre 249");
        first.ShouldContain("Titre 150");
        first.ShouldNotContain("Titre 149");
        last.ShouldContain("Titre 000");
        last.ShouldContain("3 / 3");
        (await bot.Client.GetAsync("/articles?page=4")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Directory.Delete(corpus, recursive: true);
    }
}
