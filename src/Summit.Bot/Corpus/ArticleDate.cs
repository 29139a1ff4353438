using System.Globalization;
using System.Text.RegularExpressions;

namespace Summit.Bot.Corpus;

/// <summary>Reads the day of a date that is written for machines.</summary>
/// <remarks>
/// ISO 8601 (<c>2019-04-25</c>, <c>20190425</c>, either with a time and an offset behind it) and RFC 1123
/// (<c>Thu, 25 Apr 2019 18:00:00 GMT</c>). The day is the one that is written: nothing is converted to another time zone.
/// </remarks>
internal static partial class ArticleDate
{
    private const int LongestDate = 64;

    /// <summary>The day, or null for what is no such date or no day of the calendar.</summary>
    public static DateOnly? Parse(string? value)
    {
        value = value?.Trim();
        if (value is null or { Length: > LongestDate })
            return null;
        var iso = Iso().Match(value);
        if (iso.Success)
            return Day($"{iso.Groups["y"]}-{iso.Groups["m"]}-{iso.Groups["d"]}", "yyyy-MM-dd");
        var rfc = Rfc1123().Match(value);
        return rfc.Success ? Day($"{rfc.Groups["d"]} {rfc.Groups["m"]} {rfc.Groups["y"]}", "d MMM yyyy") : null;
    }

    private static DateOnly? Day(string value, string format) =>
        DateOnly.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?<s>-?)(?<m>[0-9]{2})\k<s>(?<d>[0-9]{2})([Tt ]+([01][0-9]|2[0-4]):?[0-5][0-9](:?[0-6][0-9]([.,][0-9]+)?)? ?([Zz]|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^([A-Za-z]{3}, )?(?<d>[0-9]{1,2}) (?<m>[A-Z][a-z]{2}) (?<y>[0-9]{4})( [0-2][0-9]:[0-5][0-9](:[0-6][0-9])? ([A-Z]{1,4}|[+-][0-9]{4}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Rfc1123();
}
