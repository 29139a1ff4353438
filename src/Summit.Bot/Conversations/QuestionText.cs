using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Summit.Bot.Conversations;

/// <summary>The words of a message, without what clients, editors and pranksters put around and between them.</summary>
/// <remarks>
/// Terminal sequences, HTML tags and references, markdown marks, citation markers such as <c>[7]</c>, characters that have no
/// width or turn the direction, halves of surrogate pairs and towers of combining marks go; what was a word is one again.
/// </remarks>
public static partial class QuestionText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The most combining marks that a letter may carry; Vietnamese has two.</summary>
    private const int MostMarks = 3;

    /// <summary>The words, in Unicode's composed form, with single spaces between them.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Visible(WebUtility.HtmlDecode(Tag().Replace(TerminalSequence().Replace(text, " "), " ")));
        plain = Emphasis().Replace(plain, "");
        // Twice, since a link may leave a marker behind.
        plain = Marker().Replace(Link().Replace(Marker().Replace(plain, " "), "${text}"), " ");
        return Spaces().Replace(plain, " ").Trim();
    }

    /// <summary>Whether there is anything to look up: a letter or a digit.</summary>
    public static bool HasWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                return true;
        }

        return false;
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (category == UnicodeCategory.Control)
                visible.Append(' ');
            else if (category != UnicodeCategory.Format && rune != Rune.ReplacementChar && marks <= MostMarks)
                visible.Append(rune);
        }

        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    // OSC, CSI and the short ones, as ECMA-48 forms them.
    [GeneratedRegex(@"\e\][^\a\e]{0,500}(\a|\e\\)|[\e\u009B]\[?[0-?]*[ -/]*[@-~]", Options, 10_000)]
    private static partial Regex TerminalSequence();

    [GeneratedRegex("</?[A-Za-z][^<>]{0,500}>|<!--.{0,500}?-->", Options | RegexOptions.Singleline, 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]]{0,500})\]\([^()\s]{0,500}\)", Options, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^?[0-9]{1,3}\](\([^()\s]{0,500}\))?", Options, 10_000)]
    private static partial Regex Marker();

    // Around words only: an underscore or asterisk inside one is its own.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?![\p{L}\p{N}])|^[#>\s]+", Options, 10_000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", Options, 10_000)]
    private static partial Regex Spaces();
}
