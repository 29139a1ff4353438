using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Finds the article of a page.</summary>
internal static class HtmlArticle
{
    /// <summary>An element that is marked as the article has at least this part of the text of the densest block, or it is a teaser.</summary>
    private const double LeastPart = 0.4;

    /// <summary>A block around the densest one with such a part of its score holds more of the article.</summary>
    private const double PartOfWhole = 0.6;

    private const int ShortestArticle = 20, MostForms = 10;

    private static readonly string[] Marks = ["[itemprop~=articleBody]", "article", "main, [role=main]"];

    /// <summary>The text of the article, its paragraphs with a blank line between them; null where there is none.</summary>
    /// <param name="document">The page.</param>
    /// <param name="title">The headline, which is not repeated in the text.</param>
    public static string? Text(IHtmlDocument document, string? title)
    {
        if (document.Body is not { } body)
            return null;
        if (Find(document, body, title) is { } text)
            return text;
        // Some systems make one form of the whole page.
        foreach (var form in document.QuerySelectorAll("form").Take(MostForms))
            form.Replace([.. form.ChildNodes]);
        return Find(document, body, title);
    }

    private static string? Find(IHtmlDocument document, IElement body, string? title)
    {
        var sizes = new HtmlMeasure(body);
        var densest = Densest(sizes);
        var article = Marked(document, sizes, densest) ?? densest;
        return article is null ? null : HtmlText.Of(article, sizes, title);
    }

    private static IElement? Marked(IHtmlDocument document, HtmlMeasure sizes, IElement? densest)
    {
        var least = Math.Max(ShortestArticle, densest is null ? 0 : LeastPart * sizes[densest].OutsideLinks);
        return Marks
            .Select(mark => document.QuerySelectorAll(mark).MaxBy(element => Own(element, sizes)))
            .FirstOrDefault(element => element is not null && Own(element, sizes) >= least);
    }

    /// <summary>Articles inside an article are comments on it, or teasers.</summary>
    private static int Own(IElement element, HtmlMeasure sizes) =>
        sizes[element].OutsideLinks - (element.LocalName == "article" ? sizes[element].InArticles : 0);

    private static IElement? Densest(HtmlMeasure sizes)
    {
        var best = sizes.All.Where(one => one.Value.Score > 0).Select(one => one.Key).MaxBy(element => sizes[element].Score);
        while (best?.ParentElement is { } parent && sizes[parent].Score >= PartOfWhole * sizes[best].Score)
            best = parent;
        return best;
    }
}
