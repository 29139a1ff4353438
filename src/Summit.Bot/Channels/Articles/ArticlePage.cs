using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Articles;

/// <summary>
/// <c>GET /articles/{id}</c>: the article that citations link to. <c>#s3</c> shows and highlights sentence 3, <c>?translation=1</c> puts the
/// translation beside the text.
/// </summary>
internal static class ArticlePage
{
    public static async Task<IResult> ShowAsync(string id, HttpContext context, BotCoreLoader loader)
    {
        if (await loader.GetAsync(context.RequestAborted) is not { } core)
            return Problems.NotReady(context);
        if (!core.Index.Articles.TryGetValue(id, out var found))
            return Problems.Of(context, StatusCodes.Status404NotFound, "There is no such article.", "Open the address that a citation links to; GET /articles lists them all.");
        var version = context.Request.Query["v"].ToString();
        var article = found.Article;
        var cited = version.Length == 0 || version == article.Version ? CitedSentences.Same(article)
            : core.Store.ReadEarlier(id, version) is { } earlier ? CitedSentences.Find(earlier, article)
            : CitedSentences.Unknown(article);
        var view = new ArticleView(Page.LanguageOf(context.Request, article.Language), version, context.Request.Query["translation"] == "1");
        return Page.Result(context, Render(article, cited, view));
    }

    internal static string Render(Article article, CitedSentences cited, ArticleView view)
    {
        var phrases = Phrases.In(view.Language);
        var translation = view.HasTranslation ? article.Translation : null;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<article lang=\"{article.Language.Code()}\">\n<h1>{Page.Encode(article.Title)}</h1>\n");
        if (article.IsRetracted)
            Note(html, phrases.ArticleRetracted, view);
        About(html, article, view);
        if (!cited.IsCurrent)
            Note(html, (article.Corrected is { } day ? phrases.ArticleCorrected(day) + " " : "") + (cited.IsKnown ? phrases.ArticleChanged : phrases.CitedVersionUnknown), view);
        if (article.Translation is { } existing)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"about switch\" lang=\"{view.Language.Code()}\"><a href=\"{view.Address(withTranslation: translation is null)}\">{Page.Encode(translation is null ? phrases.ShowTranslation : phrases.HideTranslation)}</a></p>\n");
            if (translation is not null)
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"about\" lang=\"{view.Language.Code()}\">{Page.Encode(phrases.TranslationBy(existing.Translator))} <cite lang=\"{existing.Language.Code()}\">{Page.Encode(existing.Title)}</cite></p>\n");
        }

        foreach (var paragraph in article.Sentences.GroupBy(s => s.Paragraph))
        {
            var original = string.Join(' ', paragraph.Select(s => Gone(s.Number - 1) + Marked(s.Number)));
            if (translation is null)
                html.Append(CultureInfo.InvariantCulture, $"<p>{original}</p>\n");
            else
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"row\"><p>{original}</p><p data-translation lang=\"{translation.Language.Code()}\">{string.Join(' ', paragraph.Select(s => Page.Encode(translation.Sentences[s.Number - 1])))}</p></div>\n");
        }

        html.Append(Gone(article.Sentences.Count)).Append("</article>\n");
        var all = $"<a href=\"/articles?lang={view.Language.Code()}\">{Page.Encode(phrases.AllArticles)}</a>";
        return Page.Render(article.Title, view.Language, all, html.ToString(), isWide: translation is not null);

        string Marked(int number)
        {
            var sentence = Page.Encode(article.SentenceText(number));
            // One sentence may stand for several that said the same.
            foreach (var old in cited.At(number))
                sentence = $"<span id=\"s{old}\">{sentence}</span>";
            return sentence;
        }

        string Gone(int after) => string.Concat(cited.GoneAfter(after).Select(gone =>
            $"<span class=\"gone\" role=\"note\" id=\"s{gone.Number}\">{Page.Encode(phrases.SentenceGone)} {Page.Encode(phrases.Quoted(gone.Text))}</span> "));
    }

    private static void Note(StringBuilder html, string text, ArticleView view) =>
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"changed\" role=\"note\" lang=\"{view.Language.Code()}\">{Page.Encode(text)}</p>\n");

    private static void About(StringBuilder html, Article article, ArticleView view)
    {
        var phrases = Phrases.In(view.Language);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"about\" lang=\"{view.Language.Code()}\">{Page.Days(article, phrases)} · {Page.Encode(phrases.WrittenIn(article.Language))}");
        foreach (var about in new[] { article.Author is { } author ? phrases.WrittenBy(author) : null, article.Source, article.License }.OfType<string>())
            html.Append(CultureInfo.InvariantCulture, $"<br>{Page.Encode(about)}");
        // An address of another scheme could run a script.
        if (Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
            html.Append(CultureInfo.InvariantCulture, $"<br><a href=\"{Page.Encode(url.AbsoluteUri)}\" rel=\"noopener noreferrer\">{Page.Encode(phrases.OriginalArticle)}</a>");
        html.Append(CultureInfo.InvariantCulture, $"<br>{article.Id} · {article.Version}</p>\n");
    }
}

/// <summary>How an article is shown.</summary>
/// <param name="Language">The language of the page's own words.</param>
/// <param name="Version">The version that was cited; empty for none.</param>
/// <param name="HasTranslation">Whether the translation stands beside the text.</param>
internal sealed record ArticleView(TextLanguage Language, string Version = "", bool HasTranslation = false)
{
    /// <summary>The address of the same page with or without the translation, as HTML.</summary>
    public string Address(bool withTranslation)
    {
        var version = Version.Length == 0 ? "" : $"v={Uri.EscapeDataString(Version)}&amp;";
        return $"?{version}lang={Language.Code()}{(withTranslation ? "&amp;translation=1" : "")}";
    }
}
