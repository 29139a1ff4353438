using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Summit.Bot.Channels.Articles;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Channels.Articles;

public sealed class ArticlePagesTests
{
    private static readonly Article Mill = new(
        "mill", "0123456789abcdef", "Le moulin", TextLanguage.French, new DateOnly(2024, 6, 5), "Gazette", "CC0",
        "Il date de 1789. Il tourne.\n\nIl a deux ailes.", [new(1, 0, 16, 1), new(2, 17, 10, 1), new(3, 29, 16, 2)],
        new ArticleTranslation(TextLanguage.English, "The mill", "A. Miller", ["It dates from 1789.", "It turns.", "It has two sails."]));

    [Fact]
    public void An_article_is_shown_with_its_metadata_in_the_language_of_the_reader()
    {
        var page = Show(new ArticleView(TextLanguage.English));
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("article")!.GetAttribute("lang").ShouldBe("fr");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Le moulin");
        var about = page.QuerySelector(".about")!;
        about.GetAttribute("lang").ShouldBe("en");
        foreach (var part in new[] { "5 June 2024", "in French", "Gazette", "CC0", "mill", "0123456789abcdef" })
            about.TextContent.ShouldContain(part);
        page.QuerySelectorAll("article > p:not(.about)").Select(p => p.TextContent).ShouldBe(["Il date de 1789. Il tourne.", "Il a deux ailes."]);
        page.QuerySelectorAll("[data-translation]").ShouldBeEmpty();
        page.QuerySelector("nav a[href='/articles?lang=en']")!.TextContent.ShouldBe("All articles");
    }

    [Fact]
    public void The_translation_stands_beside_each_paragraph_on_request_and_the_cited_version_stays()
    {
        var without = Show(new ArticleView(TextLanguage.French, "feed"));
        var link = without.QuerySelector(".switch a")!;
        link.GetAttribute("href").ShouldBe("?v=feed&lang=fr&translation=1");
        var with = Show(new ArticleView(TextLanguage.French, "feed", HasTranslation: true));
        with.QuerySelector(".switch a")!.GetAttribute("href").ShouldBe("?v=feed&lang=fr");
        with.QuerySelectorAll(".row").Select(row => row.TextContent).ShouldBe(["Il date de 1789. Il tourne.It dates from 1789. It turns.", "Il a deux ailes.It has two sails."]);
        with.QuerySelectorAll("[data-translation]").ShouldAllBe(p => p.GetAttribute("lang") == "en");
        with.QuerySelector("#s2")!.TextContent.ShouldBe("Il tourne.");
        with.Body!.TextContent.ShouldContain("A. Miller");
    }

    [Fact]
    public void An_article_without_translation_offers_none() =>
        Show(new ArticleView(TextLanguage.French, HasTranslation: true), Mill with { Translation = null }).QuerySelector(".switch").ShouldBeNull();

    [Theory]
    [InlineData(1, null, "/articles?page=2&lang=en")]
    [InlineData(2, "/articles?page=1&lang=en", "/articles?page=3&lang=en")]
    [InlineData(3, "/articles?page=2&lang=en", null)]
    public void The_list_leads_to_the_pages_before_and_after(int number, string? before, string? after)
    {
        var page = new HtmlParser().ParseDocument(ArticleListPage.Render([Mill], number, 3, TextLanguage.English));
        page.QuerySelectorAll(".pages a").Select(a => a.GetAttribute("href")).ShouldBe(new[] { before, after }.OfType<string>());
        var item = page.QuerySelectorAll("li").ShouldHaveSingleItem();
        item.QuerySelector("a")!.GetAttribute("href").ShouldBe("/articles/mill?lang=en");
        item.QuerySelector("a")!.GetAttribute("lang").ShouldBe("fr");
        item.TextContent.ShouldContain("5 June 2024");
    }

    [Theory]
    [InlineData(TextLanguage.English, "5 June 2024, corrected 7 June 2024", "By A. <b>", "Original article", "The publisher corrected this article on 7 June 2024. This article has changed")]
    [InlineData(TextLanguage.French, "5 juin 2024, corrigé le 7 juin 2024", "Par A. <b>", "Article original", "L’éditeur a corrigé cet article le 7 juin 2024. Cet article a changé")]
    public void A_corrected_article_says_when_and_links_to_the_original(TextLanguage language, string days, string author, string original, string note)
    {
        var article = Mill with { Corrected = new DateOnly(2024, 6, 7), Author = "A. <b>", Url = "https://news.example/a?b=1&c=\"2" };
        var page = Show(new ArticleView(language), article);
        var about = page.QuerySelector(".about")!;
        about.TextContent.ShouldStartWith(days);
        about.TextContent.ShouldContain(author);
        page.QuerySelector(".changed").ShouldBeNull();
        var link = about.QuerySelector("a")!;
        (link.TextContent, link.GetAttribute("href"), link.GetAttribute("rel")).ShouldBe((original, "https://news.example/a?b=1&c=%222", "noopener noreferrer"));
        var earlier = CitedSentences.Find(new ArticleText("Il date de 1788.", [(0, 16)]), article);
        var old = new HtmlParser().ParseDocument(ArticlePage.Render(article, earlier, new ArticleView(language, "feed")));
        old.QuerySelector(".changed")!.TextContent.ShouldStartWith(note);
        old.QuerySelector("#s1")!.TextContent.ShouldContain("Il date de 1788.");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/articles")]
    public void Another_address_is_no_link(string url) =>
        Show(new ArticleView(TextLanguage.French), Mill with { Url = url }).QuerySelector(".about a:not(.switch a)").ShouldBeNull();

    [Theory]
    [InlineData(TextLanguage.English, "The publisher has withdrawn this article.", "withdrawn by the publisher")]
    [InlineData(TextLanguage.French, "L’éditeur a retiré cet article.", "retiré par l’éditeur")]
    public void A_withdrawn_article_says_so_first_and_still_shows_what_was_cited(TextLanguage language, string note, string mark)
    {
        var article = Mill with { IsRetracted = true };
        var page = Show(new ArticleView(language), article);
        page.QuerySelector("h1 + p")!.TextContent.ShouldStartWith(note);
        page.QuerySelector("h1 + p")!.GetAttribute("role").ShouldBe("note");
        page.QuerySelector("#s2")!.TextContent.ShouldBe("Il tourne.");
        new HtmlParser().ParseDocument(ArticleListPage.Render([article, Mill], 1, 1, language)).QuerySelectorAll("li strong").ShouldHaveSingleItem().TextContent.ShouldBe(mark);
    }

    private static IDocument Show(ArticleView view, Article? article = null) =>
        new HtmlParser().ParseDocument(ArticlePage.Render(article ?? Mill, CitedSentences.Same(article ?? Mill), view));
}
