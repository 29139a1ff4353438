using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Summit.Bot.Language;

namespace Summit.Bot.Corpus.Sources;

/// <summary>What a page says of its article: first in JSON-LD, then in meta elements, then in the page itself.</summary>
internal sealed record HtmlMetadata
{
    public string? Title { get; private init; }

    public string? Author { get; private init; }

    public string? Source { get; private init; }

    public string? License { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public DateOnly? Published { get; private init; }

    public DateOnly? Modified { get; private init; }

    /// <summary>The text in JSON-LD, for a page whose text a script would fetch.</summary>
    public string? Body { get; private init; }

    public static HtmlMetadata Of(IHtmlDocument document)
    {
        var linked = JsonLd.Find(document);
        var meta = new MetaElements(document);
        var source = linked.Publisher ?? meta.First("og:site_name", "dc.publisher", "dcterms.publisher");
        return new HtmlMetadata
        {
            Title = linked.Headline ?? meta.First("og:title", "dc.title", "dcterms.title") ?? Shown(document.QuerySelector("h1")) ?? WithoutSource(document.Title, source),
            Author = linked.Author ?? meta.Words("article:author", "author", "dc.creator", "dcterms.creator"),
            Source = source,
            License = linked.License ?? Link(document, "license") ?? meta.First("dc.rights", "dcterms.license"),
            Url = new[] { linked.Url, meta.First("og:url"), Link(document, "canonical") }.FirstOrDefault(url => ArticleUrl.Parse(url) is not null),
            Language = Agreed(linked.Language, meta.First("og:locale"), meta.First("content-language", "dc.language", "dcterms.language", "language"), document.DocumentElement.GetAttribute("lang"), document.DocumentElement.GetAttribute("xml:lang")),
            Published = linked.Published ?? meta.Day("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "pubdate")
                ?? document.QuerySelectorAll("time[datetime]").Select(time => ArticleDate.Parse(time.GetAttribute("datetime"))).FirstOrDefault(day => day is not null),
            Modified = linked.Modified ?? meta.Day("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified"),
            Body = linked.Body,
        };
    }

    /// <summary>The first that is stated; none where one says French and another English, which the text decides then: templates state their own.</summary>
    private static string? Agreed(params ReadOnlySpan<string?> tags)
    {
        string? first = null;
        TextLanguage? known = null;
        foreach (var tag in tags)
        {
            if (string.IsNullOrWhiteSpace(tag))
                continue;
            first ??= tag;
            var language = TextLanguages.Parse(tag.Trim());
            if (known is not null && language is not null && language != known)
                return null;
            known ??= language;
        }

        return first;
    }

    private static string? Shown(IElement? element) => element?.TextContent is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? Link(IHtmlDocument document, string relation) => document.QuerySelector($"link[rel~={relation}]")?.GetAttribute("href");

    /// <summary>Many titles end with the name of the site, behind a dash or a bar.</summary>
    private static string? WithoutSource(string? title, string? source)
    {
        title = title?.Trim();
        if (title is null || source is null || title.Length <= source.Length || !title.EndsWith(source, StringComparison.OrdinalIgnoreCase))
            return title;
        var rest = title[..^source.Length].TrimEnd();
        return rest.Length > 1 && rest[^1] is '-' or '–' or '—' or '|' or '·' or ':' ? rest[..^1].TrimEnd() : title;
    }
}
