using System.Diagnostics;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Finds the lines of the pages of a document, in the order that they are read in, columns one after another.</summary>
internal static class PdfPages
{
    private const int MaxPages = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <exception cref="RefusedException">There are too many pages, or too much on them.</exception>
    public static List<List<PdfLine>> Read(PdfDocument document)
    {
        if (document.NumberOfPages > MaxPages)
            throw new RefusedException(0, $"the document has {document.NumberOfPages} pages, more than {MaxPages}. Split it into several articles.");
        var since = Stopwatch.GetTimestamp();
        var pages = new List<List<PdfLine>>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            if (Stopwatch.GetElapsedTime(since) > Longest)
                throw new RefusedException(0, $"page {number} is not reached in {Longest.TotalSeconds} seconds. Save the text of the article alone.");
            pages.Add(Lines(document.GetPage(number)));
        }

        return pages;
    }

    private static List<PdfLine> Lines(Page page)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
            return [];
        var blocks = UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words));
        return blocks.OrderBy(block => block.ReadingOrder).SelectMany((block, i) => block.TextLines.Select(line => Line(line, i, page.Height))).ToList();
    }

    private static PdfLine Line(TextLine line, int block, double pageHeight)
    {
        var sizes = line.Words.SelectMany(word => word.Letters).Select(letter => letter.PointSize).Order().ToList();
        var box = line.BoundingBox;
        var text = SourceText.OneLine(WithoutLigatures(line.Text));
        return new PdfLine(text, box.Left, box.Right, (box.Bottom + box.Top) / 2 / Math.Max(1, pageHeight), sizes[sizes.Count / 2], block);
    }

    private static string WithoutLigatures(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uFB00', '\uFB06'))
            return text;
        var written = new StringBuilder(text.Length + 8);
        foreach (var c in text)
            written.Append(c is >= '\uFB00' and <= '\uFB06' ? Ligatures[c - '\uFB00'] : c.ToString());
        return written.ToString();
    }
}
