using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>What a question for a quantity wants it in.</summary>
public enum AskedMeasure
{
    /// <summary>Whatever is counted.</summary>
    None,

    /// <summary>Years or months of age.</summary>
    Age,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A length.</summary>
    Length,

    /// <summary>A part of a whole.</summary>
    Share,

    /// <summary>A surface.</summary>
    Area,

    /// <summary>A way in a time.</summary>
    Speed,

    /// <summary>Degrees of heat.</summary>
    Temperature,

    /// <summary>A weight.</summary>
    Weight,
}

/// <summary>Reads which measure a question wants, and whether a number is of it.</summary>
internal static partial class Measures
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Before = 12, After = 24;

    // What asks for each, and the units that tell it.
    private static readonly (AskedMeasure Measure, Regex Asks, Regex Unit)[] All =
    [
        (AskedMeasure.Age, AsksAge(), Age()),
        (AskedMeasure.Money, AsksMoney(), Money()),
        (AskedMeasure.Share, AsksShare(), Share()),
        (AskedMeasure.Weight, AsksWeight(), Weight()),
        (AskedMeasure.Area, AsksArea(), Area()),
        (AskedMeasure.Speed, AsksSpeed(), Speed()),
        (AskedMeasure.Temperature, AsksTemperature(), Temperature()),
        (AskedMeasure.Length, AsksLength(), Length()),
    ];

    /// <summary>The measure that a question wants.</summary>
    /// <param name="plain">The question, folded, with one space on either side of every word.</param>
    public static AskedMeasure Asked(string plain) => All.FirstOrDefault(measure => measure.Asks.IsMatch(plain)).Measure;

    /// <summary>Whether a number is of a measure: the unit stands in it, or right before or behind it.</summary>
    public static bool IsOf(AskedMeasure measure, string text, EntityMention number)
    {
        var start = Math.Max(0, number.Start - Before);
        var around = text.AsSpan(start, Math.Min(text.Length, number.End + After) - start);
        return Array.Find(All, one => one.Measure == measure).Unit?.IsMatch(around) ?? true;
    }

    [GeneratedRegex(@" quel(le)? age | a quel age | how old | (what|which) age ", Options, 10_000)]
    private static partial Regex AsksAge();

    [GeneratedRegex(@" a combien (?!.{0,40} (nombre|morts|victimes|blesses|pourcentage|taux) )(se (mont|chiffr)\w+|s' elev\w+|revien\w+) | (combien|how much) .{0,60}(cout\w*|pay\w*|pai\w*|vaut|valent|vend\w*|touch\w*|vers\w*|depens\w*|invest\w*|gagn\w*|cost\w*|worth|spen\w+|paid|sold|sell|earn\w*|money|argent) | (montant|prix|valeur|budget|somme|salaire|amende|price|cost|salary|budget|fine|fee) (de|du|des|d'|of|for|is|was|est) ", Options, 10_000)]
    private static partial Regex AsksMoney();

    [GeneratedRegex(@" (quel(le)?s? |what |which )(est |est le |est la |was the |is the )?(pourcentage|taux|proportion|part|percentage|rate|share) ", Options, 10_000)]
    private static partial Regex AsksShare();

    [GeneratedRegex(@" (how heavy|how much .{0,40} weigh\w*|combien pes\w+|quel (est le )?poids|(what|which) (is the )?weight|combien .{0,40} pes\w+) ", Options, 10_000)]
    private static partial Regex AsksWeight();

    [GeneratedRegex(@" (quelle (est |etait )?(la |sa )?(superficie|surface)|(superficie|surface) (de|du|des|d') .{0,40} (quelle|combien)|(what|which) (is |was )?(the |its )?(surface )?area (of|is|was|does)|how large an area) ", Options, 10_000)]
    private static partial Regex AsksArea();

    [GeneratedRegex(@" (quelle (est |etait )?(la |sa )?vitesse|how fast|(what|which) (is |was )?(the |its )?(top |maximum )?speed) ", Options, 10_000)]
    private static partial Regex AsksSpeed();

    [GeneratedRegex(@" (quelle (est |etait )?(la |sa )?temperature|how (hot|cold|warm)|(what|which) (is |was )?(the |its )?temperature) ", Options, 10_000)]
    private static partial Regex AsksTemperature();

    [GeneratedRegex(@"\b(carrés?|km2|m2|hectares?|ares?|square|acres?|ha)\b|²", Options, 10_000)]
    private static partial Regex Area();

    [GeneratedRegex(@"\b(par|à\s+l['’])\s*(heure|seconde|minute)|\b(km|m|mi)\s*/\s*[hs]\b|\b(kmh|mph|nœuds?|knots?|mach)\b|\b(an|per|a)\s+(hour|second|minute)\b", Options, 10_000)]
    private static partial Regex Speed();

    [GeneratedRegex(@"°|\b(degrés?|degrees?|celsius|fahrenheit|kelvins?)\b", Options, 10_000)]
    private static partial Regex Temperature();

    [GeneratedRegex(@"%|\b(pour\s?cent|per\s?cent|points?|tiers|moitié|quart|dixième|half|thirds?|quarters?|tenth|fifth|cinquième|tenths)\b", Options, 10_000)]
    private static partial Regex Share();

    [GeneratedRegex(@"\b(kilo\w*|grammes?|grams?|tonnes?|tons?|livres|pounds?|kg|lbs?)\b", Options, 10_000)]
    private static partial Regex Weight();

    [GeneratedRegex(@" (how (far|tall|high|deep|wide)|quelle (est la )?(distance|hauteur|altitude|profondeur|longueur|largeur)|(what|which) (is the |was the )?(altitude|height|depth|distance)|combien de (kilometres|metres)) ", Options, 10_000)]
    private static partial Regex AsksLength();

    [GeneratedRegex(@"(?<!il y a (près de |environ |plus de |presque )?)\b(\d+|vingt|trente|quarante|cinquante|soixante|(sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize)) ans\b(?! (plus|auparavant|après|avant|de ))|âgée?s?\s+de|\b(aged|age\s+of)\b|-year-old|\byears?\s+old\b", Options, 10_000)]
    private static partial Regex Age();

    [GeneratedRegex(@"[€$£¥]|\b(euros?|dollars?|francs?|livres?|roubles?|rubles?|yens?|yuans?|wons?|couronnes?|pounds?|sterling|cents?|centimes?)\b", Options, 10_000)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(kilom\w+|mètres?|centimètres?|lieues?|pieds?|miles?|met(er|re)s?|feet|foot|yards?|inch(es)?|leagues?|[ckm]?m|ft|mi|km)\b", Options, 10_000)]
    private static partial Regex Length();
}
