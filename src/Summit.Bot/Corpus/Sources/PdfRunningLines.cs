using System.Text.RegularExpressions;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Leaves out what stands at the top or the bottom of pages again and again, and the numbers of pages.</summary>
internal static partial class PdfRunningLines
{
    /// <summary>Such a part of the page is its top, and its bottom.</summary>
    private const double Margin = 0.12;

    public static List<List<PdfLine>> Remove(List<List<PdfLine>> pages)
    {
        var seen = pages
            .SelectMany(page => page.Where(IsInMargin).Select(Key).Distinct(StringComparer.Ordinal))
            .CountBy(key => key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        // Left and right pages may have lines of their own.
        var often = Math.Max(2, (pages.Count + 2) / 3);
        return pages.ConvertAll(page => page.FindAll(line => !IsInMargin(line) || (!PageNumber().IsMatch(line.Text) && seen[Key(line)] < often)));
    }

    private static bool IsInMargin(PdfLine line) => line.Height is < Margin or > 1 - Margin;

    /// <summary>The line with any number in place of its numbers, and its size: the title runs on in small letters in many documents.</summary>
    private static string Key(PdfLine line) => $"{Math.Round(line.Size)} {Digits().Replace(line.Text, "#").ToUpperInvariant()}";

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*(page |p\. ?)?[0-9]{1,4}( ?(/|of|sur|de) ?[0-9]{1,4})?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageNumber();
}
