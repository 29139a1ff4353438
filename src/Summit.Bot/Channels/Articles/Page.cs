using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Articles;

/// <summary>What the pages of articles share: the head, the style, the way back, and a policy by which nothing else is loaded.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light dark;--text:#1b1f24;--subtle:#57606a;--background:#fff;--accent:#0b57a4;--border:#c9d1d9;--mark:#ffe58a}
        @media(prefers-color-scheme:dark){:root{--text:#e9edf1;--subtle:#a5afba;--background:#14181d;--accent:#8cc2ff;--border:#414b56}}
        body{margin:0;color:var(--text);background:var(--background);font:1.05rem/1.6 Georgia,serif;overflow-wrap:break-word}
        nav,main{max-width:42rem;margin:0 auto;padding:0 1rem}main.beside{max-width:76rem}main{padding-bottom:3rem}
        nav,.about,.lang,.pages{font:.9rem/1.5 system-ui,sans-serif;color:var(--subtle)}nav{padding-top:1rem;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
        a{color:var(--accent)}a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}h1{line-height:1.25;margin:1rem 0 .5rem}
        .changed{border:1px solid var(--border);padding:.5rem 1rem}.row{display:grid;gap:0 2rem}.row p{margin:.5rem 0}.row [data-translation]{color:var(--subtle)}
        @media(min-width:45rem){.row{grid-template-columns:1fr 1fr}}
        .gone{display:none}.gone:target{display:block;border:1px dashed;padding:.2rem .5rem;margin:.5rem 0}:target{background:var(--mark);color:#111;scroll-margin:30vh}
        .list{list-style:none;padding:0}.list li{padding:.7rem 0;border-bottom:1px solid var(--border)}.pages{display:flex;gap:1.5rem;padding-top:1rem}
        @media print{nav,.pages,.switch{display:none}:target{background:none}}
        """;

    // Letters stay letters; what is markup does not.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The language of the page's own words: what the address says, else what the browser prefers, else <paramref name="otherwise"/>.</summary>
    public static TextLanguage LanguageOf(HttpRequest request, TextLanguage otherwise) =>
        TextLanguages.Parse(request.Query["lang"].ToString())
        ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => TextLanguages.Parse(language.Value.ToString())).FirstOrDefault(language => language is not null)
        ?? otherwise;

    /// <summary>A day, or that none is stated, as HTML.</summary>
    public static string Day(DateOnly? day, Phrases phrases) =>
        day is { } known ? string.Create(CultureInfo.InvariantCulture, $"<time datetime=\"{known:yyyy-MM-dd}\">{Encode(phrases.Day(known))}</time>") : Encode(phrases.Day(null));

    /// <summary>When an article was published and, where it was, corrected, as HTML.</summary>
    public static string Days(Article article, Phrases phrases) => Day(article.Published, phrases) + (article.Corrected is { } corrected
        ? string.Create(CultureInfo.InvariantCulture, $", <time datetime=\"{corrected:yyyy-MM-dd}\">{Encode(phrases.Corrected(corrected))}</time>")
        : "");

    /// <summary>A page as the answer to a request.</summary>
    public static IResult Result(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.Vary = "Accept-Language";
        return TypedResults.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    /// <summary>A whole page.</summary>
    /// <param name="title">The text of its title.</param>
    /// <param name="language">The language of its own words.</param>
    /// <param name="links">HTML after the way back to the chat.</param>
    /// <param name="main">HTML of what it shows.</param>
    /// <param name="isWide">Whether it holds two columns.</param>
    public static string Render(string title, TextLanguage language, string links, string main, bool isWide = false) => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html>
        <html lang="{language.Code()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{Encode(title)}</title><link rel="icon" href="data:,"><style>{Style}</style></head><body>
        <nav><a href="/?lang={language.Code()}">{Encode(Phrases.In(language).AskAQuestion)}</a>{links}</nav>
        <main{(isWide ? " class=\"beside\"" : "")}>
        {main}</main></body></html>

        """);

    /// <summary>Text as HTML: one line, and nothing in it is markup.</summary>
    public static string Encode(string text) => Html.Encode(PlainText.OneLine(text));
}
