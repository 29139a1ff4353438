using System.Globalization;
using System.Text.RegularExpressions;

namespace Summit.Bot.Retrieval;

/// <summary>Reads when the articles were published that a question wants, in both languages.</summary>
/// <remarks>
/// "The last summit" and "for the first time" ask about what the articles tell; a year counts behind "in" or "since" only ("the 2018
/// summit" names a summit), and two dates that are no range are left to the text.
/// </remarks>
internal static partial class PublicationWishReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Months =
        "(?<month>jan(uary|vier)|feb(ruary)?|f[ée]vrier|mar(ch|s)|a(pril|vril)|ma(y|i)|ju(ne|in)|ju(ly|illet)|au(gust)|ao[uû]t|sept(ember|embre)|oct(ober|obre)|nov(ember|embre)|d(ecember|[ée]cembre))";

    private const string Year = @"(?<year>(19|20)\d\d)";

    private const string News =
        "(news|reports?|articles?|updates?|developments?|stor(y|ies)|headlines?|information|nouvelles?|infos?|informations?|actualit[ée]s?|actus?|d[ée]p[êe]ches?)";

    // The first letters tell the months apart, in both languages.
    private static readonly string[][] MonthBeginnings =
        [["jan"], ["f"], ["mar"], ["ap", "av"], ["mai", "may"], ["juin", "june"], ["juil", "july"], ["ao", "au"], ["s"], ["o"], ["n"], ["d"]];

    /// <summary>The wish of a question; null where it has none.</summary>
    public static PublicationWish? Read(string text)
    {
        var newest = Newest().Matches(text);
        var (from, to, days) = Window(text);
        if (newest.Count == 0 && days.Count == 0)
            return null;
        var reports = Reports().Matches(text);
        var hearsay = Hearsay().Matches(text);
        return new PublicationWish(
            from, to, newest.Count > 0, reports.Count + hearsay.Count > 0, days, [.. newest.Concat(reports).Concat(hearsay).Select(RangeOf)], hearsay.Count > 0);
    }

    private static (DateOnly? From, DateOnly? To, IReadOnlyList<Range> Days) Window(string text)
    {
        var dates = Date().Matches(text).Select(match => (Match: match, Span: SpanOf(match)))
            .Where(date => date.Span is not null && (date.Match.Groups["month"].Success || BeforeYear().IsMatch(text[..date.Match.Index]) || IsEndOfRange(text, date.Match))).ToList();
        if (dates is [{ Span: { } first }, { Span: { } last }] && first.From <= last.To
            && Between().IsMatch(text[..dates[0].Match.Index]) && And().IsMatch(text[End(dates[0].Match)..dates[1].Match.Index]))
        {
            return (first.From, last.To, [.. dates.Select(date => RangeOf(date.Match))]);
        }

        if (dates is not [{ Span: { } only, Match: var match }] || IsEndOfRange(text, match))
            return (null, null, []);
        var before = text[..match.Index];
        IReadOnlyList<Range> days = [RangeOf(match)];
        if (After().IsMatch(before))
            return (only.To.AddDays(1), null, days);
        if (Since().IsMatch(before))
            return (only.From, null, days);
        return Before().IsMatch(before) ? (null, only.From.AddDays(-1), days) : (only.From, only.To, days);
    }

    private static (DateOnly From, DateOnly To)? SpanOf(Match match)
    {
        var year = Number(match.Groups["year"]);
        var name = match.Groups["month"].Value.ToLowerInvariant();
        if (name.Length == 0)
            return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var month = char.IsAsciiDigit(name[0])
            ? Number(match.Groups["month"])
            : 1 + Array.FindIndex(MonthBeginnings, beginnings => beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal)));
        if (month is < 1 or > 12)
            return null;
        var begin = new DateOnly(year, month, 1);
        if (!match.Groups["day"].Success)
            return (begin, begin.AddMonths(1).AddDays(-1));
        var day = Number(match.Groups["day"]);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (begin.AddDays(day - 1), begin.AddDays(day - 1)) : null;
    }

    private static bool IsEndOfRange(string text, Match match) => EndOfRange().IsMatch(text[..match.Index]);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int End(Match match) => match.Index + match.Length;

    private static Range RangeOf(Match match) => match.Index..End(match);

    [GeneratedRegex($@"\b((?<day>\d\d?)(er|st|nd|rd|th)?\s+(of\s+)?)?{Months}\s+{Year}\b|\b{Months}\s+(?<day>\d\d?)(st|nd|rd|th)?,?\s+{Year}\b|\b{Year}-(?<month>\d\d)-(?<day>\d\d)\b|\b{Year}\b(?!-\d)", Options, 10_000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(en|in|during|since|depuis|avant|before|apr[èe]s|after|entre|between|from|d[èe]s|l['’]ann[ée]e|the\s+year|à\s+(partir|compter)\s+de)\s+$", Options, 10_000)]
    private static partial Regex BeforeYear();

    [GeneratedRegex(@"\b(entre|between|from|de|du)\s+(le\s+)?$", Options, 10_000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s+(et|and|à|au|to)\s+(le\s+)?$", Options, 10_000)]
    private static partial Regex And();

    // "Between March and May 2023".
    [GeneratedRegex(@"\b(entre|between|from|de|du)\s+\S+(\s+\S+){0,3}?\s+(et|and|à|au|to)\s+(le\s+)?$", Options, 10_000)]
    private static partial Regex EndOfRange();

    [GeneratedRegex(@"\b(apr[èe]s|after)\s+(le\s+|the\s+)?$", Options, 10_000)]
    private static partial Regex After();

    [GeneratedRegex(@"\b(depuis|since|d[èe]s|from|à\s+(partir|compter)\s+d[eu'’])\s*(le\s+|the\s+|l['’]ann[ée]e\s+)?$", Options, 10_000)]
    private static partial Regex Since();

    [GeneratedRegex(@"\b(avant|before|prior\s+to)\s+(le\s+|the\s+|l['’]ann[ée]e\s+)?$", Options, 10_000)]
    private static partial Regex Before();

    [GeneratedRegex($@"\b(latest|newest|most\s+recent|derni(er|[èe]re)s?(?=\s+({News}|bilans?|chiffres?|estimations?|d[ée]veloppements?)\b)|(les?|la)\s+plus\s+r[ée]cente?s?|aujourd['’]hui|à\s+ce\s+jour|actuellement|en\s+ce\s+moment|today|currently|right\s+now|at\s+the\s+moment|quoi\s+de\s+neuf|what['’]?s\s+new)\b", Options, 10_000)]
    private static partial Regex Newest();

    [GeneratedRegex($@"\b((according\s+to|selon|d['’]apr[èe]s)\s+(the|les)\s+(\p{{L}}+\s+)?)?{News}(\s+(les\s+)?plus\s+r[ée]cente?s)?\b|\bthe\s+latest(?=\s+(on|about|from)\b)|\b(publi[ée]e?s?|parue?s?|published)\b|\bquoi\s+de\s+neuf\b|\bwhat['’]?s\s+new\b", Options, 10_000)]
    private static partial Regex Reports();

    [GeneratedRegex(@"\b(disait|dit|racontait|rapportait|[ée]crivait|parlait)(-|\s)on\b|\bon\s+(disait|racontait|rapportait|[ée]crivait|parlait)\b|\b(?<=(was|were|been)\s+)(reported|said|written)\b|\b(a|ont)\s+[ée]t[ée]\s+(rapport[ée]|dit|[ée]crit)e?s?\b", Options, 10_000)]
    private static partial Regex Hearsay();
}
