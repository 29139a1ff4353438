using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads the article of a web page that was saved. Nothing is loaded, and no script is run.</summary>
internal static partial class HtmlSource
{
    private const int MostDeclared = 4096;
    private const string HowToState = "State it with lang=\"fr\" or lang=\"en\" on the page's html element";

    /// <exception cref="RefusedException">The page is not sound, or holds no article.</exception>
    public static Article Read(SourceRef file)
    {
        var bytes = SourceFile.ReadBytes(file.Path);
        var page = SourceText.Decode(bytes, Declared(bytes));
        try
        {
            using var document = Parse(page);
            var about = HtmlMetadata.Of(document);
            var text = HtmlArticle.Text(document, about.Title) ?? about.Body
                ?? throw new RefusedException(0, "the page holds no paragraphs of an article. Save the page of one article, with its text in it.");
            return Draft(file, about, SourceText.Clean(text)).ToArticle();
        }
        catch (Exception error) when (error is not (RefusedException or OutOfMemoryException))
        {
            throw new RefusedException(0, $"the page cannot be read: {error.Message} Save it anew, or as text.");
        }
    }

    private static IHtmlDocument Parse(string page)
    {
        // The tree is walked by recursion: 512 levels is where browsers end, too.
        var guard = new HtmlGuard();
        var options = new HtmlParserOptions { MaximumDepth = 512, OnToken = (token, _) => guard.See(token), DisableElementPositionTracking = true };
        return new HtmlParser(options).ParseDocument(page.StartsWith("<?xml", StringComparison.Ordinal) ? EmptyElement().Replace(page, Closed) : page);
    }

    private static ArticleDraft Draft(SourceRef file, HtmlMetadata about, string text) => new(file, SourceText.Nfc(about.Title ?? ""), text)
    {
        Language = about.Language,
        Published = about.Published,
        Corrected = about.Modified > about.Published ? about.Modified : null,
        Source = about.Source is { } source ? SourceText.Nfc(source) : null,
        License = about.License,
        Author = about.Author is { } author ? SourceText.Nfc(author) : null,
        Url = about.Url,
        HowToState = HowToState,
    };

    /// <summary>The encoding that the page says it has.</summary>
    private static string? Declared(byte[] bytes)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, MostDeclared))));
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>What XML writes as <c>&lt;a/&gt;</c>, HTML would read as open.</summary>
    private static string Closed(Match element) =>
        HtmlGuard.IsVoid(element.Groups["name"].Value) ? element.Value : $"<{element.Groups["name"]}{element.Groups["rest"]}></{element.Groups["name"]}>";

    [GeneratedRegex("""<(meta|\?xml)\b[^>]{0,300}?\b(charset|encoding)\s*=\s*["']?\s*(?<name>[\w.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Charset();

    [GeneratedRegex("<(?<name>[A-Za-z][A-Za-z0-9]{0,30})(?<rest>( [^<>]{0,4000})?)/>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EmptyElement();
}
