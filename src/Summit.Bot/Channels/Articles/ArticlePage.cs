using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Text;
using Microsoft.AspNetCore.Http;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Articles;

/// <summary><c>GET /articles/{id}</c>: the article that citations link to; <c>#s3</c> shows and highlights sentence 3.</summary>
internal static class ArticlePage
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:1.05rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
        h1{line-height:1.25}.about{font:.9rem/1.5 system-ui,sans-serif;opacity:.85}.changed{border:1px solid;padding:.5rem 1rem}
        .gone{display:none}.gone:target{display:block;border:1px dashed;padding:.2rem .5rem;margin:.5rem 0}:target{background:#ffe58a;color:#111;scroll-margin:30vh}
        """;

    // Letters stay letters; what is markup does not.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task<IResult> ShowAsync(string id, HttpContext context, BotCoreLoader loader)
    {
        if (await loader.GetAsync(context.RequestAborted) is not { } core)
            return Problems.NotReady(context);
        if (!core.Index.Articles.TryGetValue(id, out var found))
            return Problems.Of(context, StatusCodes.Status404NotFound, "There is no such article.", "Open the address that a citation links to.");
        context.Response.Headers.ContentSecurityPolicy = Policy;
        var version = context.Request.Query["v"].ToString();
        var article = found.Article;
        var cited = version.Length == 0 || version == article.Version ? CitedSentences.Same(article)
            : core.Store.ReadEarlier(id, version) is { } earlier ? CitedSentences.Find(earlier, article)
            : CitedSentences.Unknown(article);
        return TypedResults.Content(Render(article, cited), MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    internal static string Render(Article article, CitedSentences cited)
    {
        var phrases = Phrases.In(article.Language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{article.Language.Code()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Encode(article.Title)}</title><style>{Style}</style></head><body><main><article>
            <h1>{Encode(article.Title)}</h1>
            <p class="about"><time datetime="{article.Published:yyyy-MM-dd}">{Encode(Phrases.In(article.Language).Day(article.Published))}</time>
            """);
        foreach (var about in new[] { article.Source, article.License }.OfType<string>())
            html.Append(CultureInfo.InvariantCulture, $"<br>{Encode(about)}");
        html.Append("</p>\n");
        if (!cited.IsCurrent)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"changed\" role=\"note\">{Encode(cited.IsKnown ? phrases.ArticleChanged : phrases.CitedVersionUnknown)}</p>\n");
        Paragraphs(html, article, number => Gone(number - 1) + Marked(number));
        html.Append(Gone(article.Sentences.Count));
        if (article.Translation is { } translation)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary lang=\"{translation.Language.Code()}\">{Encode(Phrases.In(translation.Language).TranslationBy(translation.Translator))} {Encode(translation.Title)}</summary><div lang=\"{translation.Language.Code()}\">\n");
            Paragraphs(html, article, number => $"<span>{Encode(translation.Sentences[number - 1])}</span>");
            html.Append("</div></details>\n");
        }

        return html.Append("</article></main></body></html>\n").ToString();

        string Marked(int number)
        {
            var sentence = Encode(article.SentenceText(number));
            // One sentence may stand for several that said the same.
            foreach (var old in cited.At(number))
                sentence = $"<span id=\"s{old}\">{sentence}</span>";
            return sentence;
        }

        string Gone(int after) => string.Concat(cited.GoneAfter(after).Select(gone =>
            $"<span class=\"gone\" role=\"note\" id=\"s{gone.Number}\">{Encode(phrases.SentenceGone)} {Encode(phrases.Quoted(gone.Text))}</span> "));
    }

    private static void Paragraphs(StringBuilder html, Article article, Func<int, string> sentence)
    {
        foreach (var paragraph in article.Sentences.GroupBy(s => s.Paragraph))
            html.Append("<p>").AppendJoin(' ', paragraph.Select(s => sentence(s.Number))).Append("</p>\n");
    }

    private static string Encode(string text) => Html.Encode(PlainText.OneLine(text));
}
