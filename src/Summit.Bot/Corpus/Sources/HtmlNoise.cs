using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Tells what of a page is not part of its article.</summary>
internal static class HtmlNoise
{
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal, "head", "nav", "header", "footer", "aside", "script", "style", "noscript", "template", "figcaption", "iframe", "svg", "math", "button",
        "select", "textarea", "input", "label", "object", "embed", "canvas", "video", "audio", "picture", "dialog", "menu", "map");

    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar");

    /// <summary>Names of classes and ids, whole or with more words before or behind them.</summary>
    private static readonly string[] Names =
    [
        "comment", "comments", "commentaires", "disqus", "respond", "related", "related-posts", "share", "sharing", "sharedaddy", "social", "partage", "cookie", "cookies",
        "consent", "gdpr", "rgpd", "newsletter", "subscribe", "subscription", "promo", "advert", "advertisement", "ads", "publicite", "sponsored", "breadcrumb", "breadcrumbs",
        "sidebar", "recommended", "recommendations", "recirculation", "read-more", "readmore", "read-also", "lire-aussi", "a-lire", "pagination", "caption", "wp-caption-text",
        "popup", "modal", "byline", "skip-link", "sr-only", "visually-hidden", "screen-reader-text", "toc", "navbox", "infobox", "mw-editsection", "reflist", "hatnote",
        "noprint", "tags", "tag-list", "outbrain", "taboola",
    ];

    /// <summary>Names that mean something else with more words beside them.</summary>
    private static readonly FrozenSet<string> WholeNames =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ad", "meta", "post-meta", "entry-meta", "article-meta", "reference", "references", "author", "date", "menu", "hidden");

    /// <summary>Whether an element and all in it is left out.</summary>
    public static bool IsLeftOut(IElement element) =>
        Elements.Contains(element.LocalName) || IsHidden(element) || (!IsFrame(element) && (element.LocalName == "form" || HasNoisyName(element)) && !HoldsArticle(element));

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && IsHiddenStyle(style.Replace(" ", "", StringComparison.Ordinal)))
        || (element.GetAttribute("role") is { } role && Roles.Contains(role));

    private static bool IsHiddenStyle(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);

    private static bool IsFrame(IElement element) => element.LocalName is "html" or "body" or "main" or "article" && !HasName(element, "comment")
        || element.GetAttribute("itemprop") == "articleBody";

    private static bool HoldsArticle(IElement element) => element.QuerySelector("h1, main, [itemprop=articleBody]") is not null;

    private static bool HasNoisyName(IElement element)
    {
        if (element.Id is null && element.ClassName is null)
            return false;
        if (element.ClassList.Any(WholeNames.Contains) || (element.Id is { } id && WholeNames.Contains(id)))
            return true;
        return Names.Any(name => HasName(element, name));
    }

    private static bool HasName(IElement element, string name) =>
        (element.Id is { } id && IsName(id, name)) || (element.ClassName is not null && element.ClassList.Any(one => IsName(one, name)));

    private static bool IsName(string value, string name)
    {
        if (value.Length == name.Length)
            return value.Equals(name, StringComparison.OrdinalIgnoreCase);
        if (value.Length < name.Length)
            return false;
        return (value.StartsWith(name, StringComparison.OrdinalIgnoreCase) && value[name.Length] is '-' or '_')
            || (value.EndsWith(name, StringComparison.OrdinalIgnoreCase) && value[^(name.Length + 1)] is '-' or '_');
    }
}
