using System.Text.RegularExpressions;

namespace Summit.Bot.Language;

// What stands before and behind the name of a place.
internal sealed partial class NameFinder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const string FrenchPoints = @"(nord|sud)([\s-](est|ouest))?|est|ouest|centre";
    private const string EnglishPoints = @"(north|south)([\s-]?(east|west))?|east|west|cent(re|er)";

    [GeneratedRegex(@"\G\s(?-i:[IVX]+(er)?)\b", Options, 10_000)]
    private static partial Regex Numeral();

    [GeneratedRegex($@"\b((à|a|au|aux|en)\s+|(sur|dans|près\s+de|vers|depuis)\s+(la\s+|le\s+|l['’]|les\s+)?|({FrenchPoints})\s+(de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])|({MentionFinder.FrenchSites})\s+(de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’]))$", Options, 10_000)]
    private static partial Regex FrenchLocative();

    [GeneratedRegex($@"\b((in|at|on|near|inside|from|across|throughout|outside)\s+(the\s+)?|({EnglishPoints}|northern|southern|eastern|western|central)\s+(of\s+)?(the\s+)?|({MentionFinder.EnglishSites})\s+of\s+(the\s+)?)$", Options, 10_000)]
    private static partial Regex EnglishLocative();

    [GeneratedRegex($@"(?<!\b(grâce|face|quant|opposée?s?|attribuée?s?|dit|donn\w+|permet\w*|demand\w+|suite|appartien\w+|rapport)\s+)\b((à|en)\s+(la\s+|l['’])?|au\s+|(dans|vers|sur|près\s+de|hors\s+de|autour\s+de)\s+(la\s+|le\s+|l['’]|les\s+)?|({FrenchPoints})\s+(de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’]))(\p{{Ll}}+\s+(de\s+|d['’]|du\s+)?)?$", Options, 10_000)]
    private static partial Regex FrenchNearPlace();

    [GeneratedRegex($@"\b((in|at|near|inside|into|outside|around|across|throughout)\s+(the\s+)?(\p{{Ll}}+\s+(of\s+)?)?|(went|go|goes|gone|going|moved|fled|came|come|return|returned|travell?ed|travel|sent|way|trip|visit|taken|back|relocated)\s+to\s+(the\s+)?|({EnglishPoints})\s+of\s+(the\s+)?|({MentionFinder.EnglishSites})\s+of\s+(the\s+)?)$", Options, 10_000)]
    private static partial Regex EnglishNearPlace();

    [GeneratedRegex(@"\b(l['’])?(île|ile|port|ville|village|province|région|lac|fleuve|mont|mer|golfe|détroit|péninsule|presqu['’]île|aéroport|gare|rue|place|palais|cap|district)\s+(de\s+la\s+|de\s+l['’]|de\s+|du\s+|d['’])?$", Options, 10_000)]
    private static partial Regex FrenchPlaceNoun();

    [GeneratedRegex(@"\b(island|port|city|town|village|province|region|lake|river|mount|sea|gulf|strait|peninsula|airport|station|street|square|palace|cape|district)\s+of\s+$", Options, 10_000)]
    private static partial Regex EnglishPlaceNoun();

    [GeneratedRegex(@"\G\s+(Island|Islands|Peninsula|Strait|River|Lake|City|Province|Airport|Station|Street|Square|Palace|Bay|Sea)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EnglishPlaceNounAfter();

    [GeneratedRegex(@"(s|x|z|ing|ly|ed|ment|tion|ness|al|ive|able|ique|eur|euse|é|ée|er|ir|ant|ent|ière|elle|ous|ful|less|ity|ism|isme|iste|ist|ian)$", Options, 10_000)]
    private static partial Regex Inflected();
}
