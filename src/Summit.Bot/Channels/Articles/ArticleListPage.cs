using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Articles;

/// <summary><c>GET /articles</c>: all articles, the newest first, a hundred a page.</summary>
internal static class ArticleListPage
{
    private const int PageLength = 100;

    public static async Task<IResult> ShowAsync(HttpContext context, BotCoreLoader loader)
    {
        if (await loader.GetAsync(context.RequestAborted) is not { } core)
            return Problems.NotReady(context);
        var articles = core.Index.Articles.Values.Select(a => a.Article).OrderByDescending(a => a.Published).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (articles.Count + PageLength - 1) / PageLength);
        var asked = context.Request.Query["page"].ToString();
        var page = 1;
        if (asked.Length > 0 && !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out page))
            return Problems.Of(context, StatusCodes.Status400BadRequest, "The page is no number.", $"Open /articles?page=1, or another one up to {pages}.");
        if (page < 1 || page > pages)
            return Problems.Of(context, StatusCodes.Status404NotFound, "There is no such page.", $"Open /articles?page=1, or another one up to {pages}.");
        var shown = articles.Skip((page - 1) * PageLength).Take(PageLength).ToList();
        return Page.Result(context, Render(shown, page, pages, Page.LanguageOf(context.Request, TextLanguage.French)));
    }

    internal static string Render(IReadOnlyList<Article> articles, int page, int pages, TextLanguage language)
    {
        var phrases = Phrases.In(language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Page.Encode(phrases.ArticlesTitle)}</h1>\n<ul class=\"list\">\n");
        foreach (var article in articles)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/articles/{article.Id}?lang={language.Code()}\" lang=\"{article.Language.Code()}\">{Page.Encode(article.Title)}</a>")
                .Append(CultureInfo.InvariantCulture, $"<div class=\"about\">{Page.Days(article, phrases)} · {Page.Encode(phrases.WrittenIn(article.Language))}");
            if (article.Source is { } source)
                html.Append(" · ").Append(Page.Encode(source));
            if (article.IsRetracted)
                html.Append(CultureInfo.InvariantCulture, $" · <strong>{Page.Encode(phrases.Retracted)}</strong>");
            html.Append("</div></li>\n");
        }

        html.Append("</ul>\n");
        if (pages > 1)
        {
            html.Append("<div class=\"pages\">").Append(Link(page - 1, phrases.PreviousPage)).Append(CultureInfo.InvariantCulture, $"<span>{page} / {pages}</span>")
                .Append(Link(page + 1, phrases.NextPage)).Append("</div>\n");
        }

        return Page.Render(phrases.ArticlesTitle, language, "", html.ToString());

        string Link(int to, string text) => to < 1 || to > pages
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"<a href=\"/articles?page={to}&amp;lang={language.Code()}\">{Page.Encode(text)}</a>");
    }
}
