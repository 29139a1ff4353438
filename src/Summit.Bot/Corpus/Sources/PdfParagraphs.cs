using System.Buffers;
using System.Collections.Frozen;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Joins the lines of pages to paragraphs.</summary>
internal static class PdfParagraphs
{
    /// <summary>Parts of French words whose hyphen stays where a line ends in it: "dit-elle", "ceux-là", "lui-même".</summary>
    private static readonly FrozenSet<string> AfterHyphen =
        FrozenSet.Create(StringComparer.Ordinal, "t", "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "là", "ci", "même", "mêmes");

    private static readonly SearchValues<char> BehindWord = SearchValues.Create(" ,.;:!?-'’»)");

    /// <summary>The paragraphs. One goes on in the next block, column or page where it has no end yet and the next goes on with a small letter.</summary>
    public static List<string> Join(IEnumerable<List<PdfLine>> pages)
    {
        var paragraphs = new List<string>();
        PdfLine? last = null;
        foreach (var lines in pages.SelectMany(page => page.GroupBy(line => line.Block)).Select(block => block.ToList()))
        {
            var (left, right) = (lines.Min(line => line.Left), lines.Max(line => line.Right));
            for (var i = 0; i < lines.Count; i++)
            {
                var goesOn = last is not null && (i == 0 ? GoesOnElsewhere(last, lines[i]) : !BeginsParagraph(last, lines[i], left, right));
                if (goesOn)
                    paragraphs[^1] = Joined(paragraphs[^1], lines[i].Text);
                else
                    paragraphs.Add(lines[i].Text);
                last = lines[i];
            }
        }

        return paragraphs;
    }

    /// <summary>Two lines as one, a word that was parted at the end of the line made whole.</summary>
    public static string Joined(string line, string next)
    {
        if (line is not [.., var letter, '-' or '\u2010' or '\u00AD'] || next.Length == 0 || !char.IsLetter(letter))
            return $"{line} {next}";
        var end = next.AsSpan().IndexOfAny(BehindWord);
        var word = end < 0 ? next : next[..end];
        var isParted = line[^1] == '\u00AD' || (char.IsLower(next[0]) && !AfterHyphen.Contains(word));
        return (isParted ? line[..^1] : line) + next;
    }

    private static bool GoesOnElsewhere(PdfLine last, PdfLine next) => IsOfOneSize(last, next) && char.IsLower(next.Text[0]) && !IsEnd(last.Text[^1]);

    /// <summary>Of another size, or behind the end of a sentence and either set in or behind a line that ends well before the margin.</summary>
    private static bool BeginsParagraph(PdfLine last, PdfLine line, double left, double right)
    {
        if (!IsOfOneSize(last, line))
            return true;
        var isSetIn = line.Left > left + (0.7 * line.Size) && line.Left > last.Left + (0.7 * line.Size);
        var isBehindShort = last.Right < right - (4 * line.Size);
        return IsEnd(last.Text[^1]) && (isSetIn || isBehindShort);
    }

    private static bool IsOfOneSize(PdfLine one, PdfLine other) => Math.Abs(one.Size - other.Size) <= 0.15 * Math.Max(one.Size, other.Size);

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '»' or '”' or '"' or ':';
}
