using System.Text.RegularExpressions;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// Whether the sentences that a statement cites hold what it says: its figures, dates, names, quotations, and most of its words. Compared
/// through the lexicon, and with the translations of the sentences, so that a statement in one language is proved by a sentence in the other.
/// </summary>
internal sealed partial class StatementCheck(Linguistics linguistics)
{
    /// <summary>The longest statement, in UTF-16 units.</summary>
    public const int LongestStatement = 500;

    /// <summary>How well a sentence must match a word, and a name, a number or a part of a date.</summary>
    private const double LeastMatch = 0.6, LeastExactMatch = 0.8;

    /// <summary>Share of the words with a meaning that must stand in the sentences.</summary>
    private const double LeastSupport = 0.6;

    /// <summary>Checks a statement.</summary>
    /// <returns>What is wrong, in words for the model; null when nothing is.</returns>
    public string? FindFault(ChatStatement statement, TextLanguage language, NumberedSentences given)
    {
        var text = PlainText.OneLine(statement.Text).Trim();
        if (text.Length is 0 or > LongestStatement)
            return $"is empty or longer than {LongestStatement} characters";
        if (statement.Sentences.Count == 0)
            return "has no sentence number";
        if (statement.Sentences.FirstOrDefault(number => given[number] is null) is not 0 and var unknown)
            return $"cites sentence {unknown}, which was not given";
        if (Marker().IsMatch(text))
            return "holds a number in square brackets; the numbers belong into the list";
        return FindFault(text, language, [.. statement.Sentences.Distinct().SelectMany(number => given[number]!.Value.Sentence.Wordings).Select(wording => (wording.Text, wording.Terms))], LeastSupport);
    }

    /// <summary>Checks words against those that are to prove them.</summary>
    /// <param name="text">The words.</param>
    /// <param name="language">The language that they are to be in.</param>
    /// <param name="proof">What is to prove them, and its terms.</param>
    /// <param name="leastSupport">Share of the words with a meaning that must stand in the proof, from 0 to 1.</param>
    /// <returns>What is wrong, in words for the model; null when nothing is.</returns>
    public string? FindFault(string text, TextLanguage language, IReadOnlyList<(string Text, IReadOnlyList<Term> Terms)> proof, double leastSupport)
    {
        if (linguistics.Detector.Detect(text) is { } detected && (detected.IsThirdLanguage || (detected.Language is { } written && written != language)))
            return $"is not in {ChatService.NameOf(language)}";
        foreach (var quotation in Quotation().Matches(text).Select(match => match.Groups["words"].Value))
        {
            if (leastSupport > 0 && !proof.Any(wording => Spaced(wording.Text).Contains(Spaced(quotation), StringComparison.Ordinal)))
                return $"quotes \"{quotation}\", which does not stand so in the sentences it cites";
        }

        foreach (var figure in FiguresOf(text))
        {
            if (!proof.Any(wording => FiguresOf(wording.Text).Contains(figure)))
                return $"holds the figure {figure}, which the sentences it cites do not hold";
        }

        return FindUnproved(text, language, [.. proof.SelectMany(wording => wording.Terms)], leastSupport);
    }

    /// <summary>The figures of a text, as their digits alone.</summary>
    public static IEnumerable<string> FiguresOf(string text) => Figure().Matches(text).Select(match => Digits(match.Value));

    private string? FindUnproved(string text, TextLanguage language, List<Term> proof, double leastSupport)
    {
        var terms = linguistics.Terms.Extract(text, language);
        var dates = linguistics.Mentions.Find(text, terms, language).Where(mention => mention.Kind is MentionKind.Date or MentionKind.TimeOfDay or MentionKind.Number).ToList();
        int words = 0, proved = 0;
        foreach (var term in terms.Where(term => term.Kind != TermKind.Function && !term.Folded.All(char.IsAsciiDigit)))
        {
            var match = proof.Count == 0 ? 0 : proof.Max(known => known.Kind == TermKind.Function ? 0 : Math.Max(TermMatching.Strength(term, known), TermMatching.Strength(known, term)));
            var isExact = term.Kind is TermKind.Name or TermKind.Number || term.IsPersonName || (term.Capitalized && term.Start > 0)
                || MentionFinder.IsCalendarWord(text[term.Start..term.End])
                || (term.Kind == TermKind.Content && dates.Exists(date => term.Start >= date.Start && term.End <= date.End));
            if (isExact && match < LeastExactMatch)
                return $"names \"{text[term.Start..term.End]}\", which the sentences it cites do not hold";
            if (term.Kind == TermKind.Light)
                continue;
            words++;
            if (match >= LeastMatch)
                proved++;
        }

        return words == 0 || proved < leastSupport * words ? "says what the sentences it cites do not say" : null;
    }

    private static string Digits(string figure) => string.Concat(figure.Where(char.IsAsciiDigit));

    // Apostrophes, quotation marks and kinds of space are written one way or another.
    private static string Spaced(string text) =>
        Space().Replace(text.Replace('’', '\''), " ").Trim();

    [GeneratedRegex(@"\[\s*\d+\s*\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Marker();

    [GeneratedRegex("[«“\"]\\s*(?<words>[^«»“”\"]+?)\\s*[»”\"]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\d+([.,\u00A0\u202F ]\d{3})*([.,]\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Space();
}
