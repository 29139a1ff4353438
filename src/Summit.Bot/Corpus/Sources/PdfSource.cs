using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads PDF files that have text in them; scans without it are refused.</summary>
internal static partial class PdfSource
{
    private const string HowToState = "Save it as text with a front matter that has 'title: …' and 'language: fr' or 'language: en'";

    /// <summary>The title is set in letters that are larger than the others by this.</summary>
    private const double LargerTitle = 1.15;

    /// <exception cref="RefusedException">The document is not sound, is encrypted, or has no text.</exception>
    public static Article Read(SourceRef file)
    {
        var bytes = SourceFile.ReadBytes(file.Path);
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(file, document).ToArticle();
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedException(0, "the PDF is encrypted. Save it without a password.");
        }
        catch (Exception error) when (error is not (RefusedException or OutOfMemoryException))
        {
            throw new RefusedException(0, $"the PDF cannot be read: {SourceText.OneLine(error.Message)} Save it anew, or as text.");
        }
    }

    private static ArticleDraft Read(SourceRef file, PdfDocument document)
    {
        var pages = PdfRunningLines.Remove(PdfPages.Read(document));
        var first = pages.Find(page => page.Count > 0)
            ?? throw new RefusedException(0, "the PDF has no text in it, as a scan has none. Let a program for character recognition (OCR) add it.");
        var stated = Stated(document.Information.Title);
        var shown = ShownTitle(first);
        var title = stated ?? string.Join(' ', shown.Select(line => line.Text));
        // The title stands in the text no second time.
        if (stated is null || IsSame(stated, string.Join(' ', shown.Select(line => line.Text))))
            pages = pages.ConvertAll(page => page.FindAll(line => !shown.Contains(line)));
        var text = string.Join("\n\n", PdfParagraphs.Join(pages).Where(paragraph => !IsSame(paragraph, title)));
        return new ArticleDraft(file, SourceText.Nfc(title), SourceText.Clean(text.Replace("\u00AD", "", StringComparison.Ordinal)))
        {
            Author = document.Information.Author is { } author ? SourceText.Nfc(author) : null,
            Published = Day(document.Information.CreationDate),
            HowToState = HowToState,
        };
    }

    /// <summary>The title that the document states, but for what programs put there by themselves.</summary>
    private static string? Stated(string? title)
    {
        title = SourceText.OneLine(title ?? "");
        if (title.StartsWith("Microsoft Word - ", StringComparison.OrdinalIgnoreCase))
            title = title["Microsoft Word - ".Length..];
        return title.Any(char.IsLetter) && !MadeByProgram().IsMatch(title) ? title : null;
    }

    /// <summary>The lines of the largest letters on the page that stand together; the first line where none are larger than the others.</summary>
    private static List<PdfLine> ShownTitle(List<PdfLine> page)
    {
        var largest = page.MaxBy(line => line.Size)!;
        var common = page.CountBy(line => Math.Round(line.Size)).MaxBy(size => size.Value).Key;
        return largest.Size < LargerTitle * common
            ? [page[0]]
            : page.SkipWhile(line => line != largest).TakeWhile(line => line.Size > largest.Size / LargerTitle).ToList();
    }

    private static bool IsSame(string one, string other) => string.Equals(SourceText.OneLine(one), SourceText.OneLine(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The day of a date such as <c>D:20190425180000+02'00'</c>.</summary>
    private static DateOnly? Day(string? date)
    {
        var digits = date is ['D', ':', ..] ? date[2..] : date;
        return digits?.Length >= 8 ? ArticleDate.Parse(digits[..8]) ?? ArticleDate.Parse(digits) : null;
    }

    [GeneratedRegex(@"^(untitled|sans titre|document\W*[0-9]*|.*\.(docx?|odt|pdf|indd|qxd|pptx?|html?|tex|txt))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MadeByProgram();
}
