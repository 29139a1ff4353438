using System.Text.RegularExpressions;

namespace Summit.Bot.Language;

/// <summary>The kinds of expression that can be the short answer to a question.</summary>
public enum MentionKind
{
    /// <summary>A date, a day, or a period.</summary>
    Date,

    /// <summary>A time of day.</summary>
    TimeOfDay,

    /// <summary>A place where something is: after a preposition of place, or with its noun ("on Russky Island").</summary>
    Place,

    /// <summary>A country, city or region that is spoken of otherwise, often for its government.</summary>
    State,

    /// <summary>A person or an organisation.</summary>
    Person,

    /// <summary>A quantity.</summary>
    Number,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Words between quotation marks.</summary>
    Quotation,

    /// <summary>A clause that gives a cause or a purpose.</summary>
    Reason,
}

/// <summary>A stretch of a text that can be a short answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public readonly record struct EntityMention(MentionKind Kind, int Start, int Length)
{
    /// <summary>Offset just after it.</summary>
    public int End => Start + Length;
}

/// <summary>Finds dates, places, persons, numbers, quotations and reasons in a sentence.</summary>
public sealed partial class MentionFinder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const string FrenchMonths = "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
    private const string FrenchDays = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
    private const string EnglishMonths = "January|February|March|April|May|June|July|August|September|October|November|December";
    private const string EnglishDays = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
    private const string FrenchNumbers = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|dizaine|dizaines|centaine|centaines|milliers|millions?|milliards?";
    private const string EnglishNumbers = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|dozens?|millions?|billions?";

    /// <summary>The kinds that are found apart from each other; <see cref="MentionKind.Person"/> stands for those of names, which are found together.</summary>
    internal static readonly IReadOnlyList<MentionKind> Apart =
        [MentionKind.Date, MentionKind.TimeOfDay, MentionKind.Number, MentionKind.Duration, MentionKind.Quotation, MentionKind.Reason, MentionKind.Person];

    private readonly Lexicon _lexicon;

    /// <summary>Whether a word is the name of a month or of a day of the week, in either language.</summary>
    public static bool IsCalendarWord(string word) => CalendarWord().IsMatch(word);

    /// <summary>Whether a text names a day of the week, in either language.</summary>
    public static bool HasWeekday(ReadOnlySpan<char> text) => Weekday().IsMatch(text);

    /// <summary>Makes a finder that knows the names of the lexicon.</summary>
    public MentionFinder(Lexicon lexicon) => _lexicon = lexicon;

    /// <summary>The mentions in <paramref name="text"/>, in reading order; of two that overlap in one kind the longer one.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="language">Its language.</param>
    public IReadOnlyList<EntityMention> Find(string text, IReadOnlyList<Term> terms, TextLanguage language)
    {
        var mentions = Apart.SelectMany(kind => Find(kind, text, terms, language)).ToList();
        mentions.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        return mentions;
    }

    /// <summary>As <see cref="Find(string, IReadOnlyList{Term}, TextLanguage)"/>, of one of the kinds <see cref="Apart"/>.</summary>
    internal List<EntityMention> Find(MentionKind kind, string text, IReadOnlyList<Term> terms, TextLanguage language)
    {
        var french = language == TextLanguage.French;
        var mentions = new List<EntityMention>();
        var pattern = kind switch
        {
            MentionKind.Date => french ? FrenchDate() : EnglishDate(),
            MentionKind.TimeOfDay => french ? FrenchTime() : EnglishTime(),
            MentionKind.Number => french ? FrenchNumber() : EnglishNumber(),
            MentionKind.Duration => french ? FrenchDuration() : EnglishDuration(),
            MentionKind.Quotation => Quotation(),
            MentionKind.Reason => french ? FrenchReason() : EnglishReason(),
            _ => null,
        };
        if (pattern is null)
            AddNames(mentions, text, terms, language);
        else
            Add(mentions, kind, pattern.Matches(text));
        return mentions;
    }

    private static void Add(List<EntityMention> mentions, MentionKind kind, MatchCollection matches)
    {
        foreach (var match in matches.Where(match => match.Length > 0))
        {
            var group = match.Groups["span"];
            mentions.Add(new EntityMention(kind, group.Success ? group.Index : match.Index, group.Success ? group.Length : match.Length));
        }
    }

    private void AddNames(List<EntityMention> mentions, string text, IReadOnlyList<Term> terms, TextLanguage language)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (term.Kind != TermKind.Name || !text.AsSpan(term.Start, term.End - term.Start).ContainsAnyInRange('A', 'Z'))
                continue;
            var start = term.Start;
            var end = term.End;
            while (i + 1 < terms.Count && IsOneName(text, terms[i], terms[i + 1]))
                end = terms[++i].End;
            // "Jong-un" is one name though its last word alone would be an article.
            while (i + 1 < terms.Count && terms[i + 1].Start == end + 1 && text[end] == '-')
                end = terms[++i].End;
            mentions.Add(NameMention(text, term, start, end, language));
        }
    }

    private EntityMention NameMention(string text, Term term, int start, int end, TextLanguage language)
    {
        if (!IsPlace(text, term, start, language))
            return new EntityMention(MentionKind.Person, start, end - start);
        // "l'île Rousski", "port de Vladivostok": the noun that says what the place is belongs to the short answer.
        var noun = (language == TextLanguage.French ? FrenchPlaceNoun() : EnglishPlaceNoun()).Match(text[..start]);
        var from = noun.Success ? noun.Index : start;
        if (language == TextLanguage.English && EnglishPlaceNounAfter().Match(text[end..]) is { Success: true } after)
            end += after.Length;
        var located = (language == TextLanguage.French ? FrenchLocative() : EnglishLocative()).IsMatch(text[..from]);
        return new EntityMention(located ? MentionKind.Place : MentionKind.State, from, end - from);
    }

    private static bool IsOneName(string text, Term left, Term right) =>
        right.Kind == TermKind.Name && right.Start - left.End <= 1 && char.IsUpper(text[right.Start])
        && (left.Concepts.Count == 0 || right.Concepts.Count == 0);

    private bool IsPlace(string text, Term term, int start, TextLanguage language)
    {
        // Who leads a state is none of the lexicon's concepts.
        var known = term.Concepts.Where(id => id >= 0 && _lexicon.Concepts[id].Kind is ConceptKind.Place or ConceptKind.Name).ToList();
        if (known.Count > 0)
            return known.Exists(id => _lexicon.Concepts[id].Kind == ConceptKind.Place);
        var before = text[..start];
        var after = text[term.End..];
        return language == TextLanguage.French ? FrenchPlaceNoun().IsMatch(before) : EnglishPlaceNoun().IsMatch(before) || EnglishPlaceNounAfter().IsMatch(after);
    }

    [GeneratedRegex($@"\b((({FrenchDays})\s+)?\d{{1,2}}(er)?\s+({FrenchMonths})(\s+\d{{4}})?|({FrenchMonths})\s+\d{{4}}|en\s+(?<span>(1[5-9]|20)\d\d)|\b(1[5-9]|20)\d\d\b|il\s+y\s+a\s+(près\s+de\s+|environ\s+|plus\s+de\s+|presque\s+|quelques\s+)?(\w+\s+)?(an|ans|années|mois|jours|semaines|siècles?)|({FrenchDays})|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(hier|aujourd['’]hui|demain|la veille|le lendemain)|pendant\s+la\s+(?<span>[Gg]uerre\s+froide))\b", Options, 10_000)]
    private static partial Regex FrenchDate();

    [GeneratedRegex($@"\b((({EnglishDays}),?\s+)?\d{{1,2}}(st|nd|rd|th)?\s+({EnglishMonths})(,?\s+\d{{4}})?|(({EnglishDays}),?\s+)?({EnglishMonths})\s+\d{{1,2}}(st|nd|rd|th)?(,?\s+\d{{4}})?|({EnglishMonths})\s+\d{{4}}|(1[5-9]|20)\d\d|((nearly|almost|about|some|over|more\s+than)\s+)?\w+\s+(years?|months?|weeks?|days?|decades?)\s+ago|({EnglishDays})|(yesterday|today|tomorrow)|during\s+the\s+(?<span>Cold\s+War))\b", Options, 10_000)]
    private static partial Regex EnglishDate();

    [GeneratedRegex(@"\b\d{1,2}\s?h(eures?)?(\s?\d{2})?\b|\b(midi|minuit)\b", Options, 10_000)]
    private static partial Regex FrenchTime();

    [GeneratedRegex(@"\b\d{1,2}(:\d{2})?\s?([ap]\.?m\.?)|\b\d{1,2}:\d{2}\b|\b(noon|midnight)\b", Options, 10_000)]
    private static partial Regex EnglishTime();

    [GeneratedRegex($@"\b\d+([\s.,  ]\d+)*(\s?%)?|\b({FrenchNumbers})\b(\s+(de\s+)?(ans|années|millions|milliards|mille|fois|jours|mois|pays|\w+s)\b)?", Options, 10_000)]
    private static partial Regex FrenchNumber();

    [GeneratedRegex($@"\b\d+([.,]\d+)*(\s?%)?|\b({EnglishNumbers})\b(\s+(years|million|billion|hundred|thousand|times|days|months|countries|\w+s)\b)?", Options, 10_000)]
    private static partial Regex EnglishNumber();

    [GeneratedRegex($@"(?<!il y a (près de |environ |plus de |presque )?)\b(\d+|une?|{FrenchNumbers})\s+(secondes?|minutes?|heures?|jours?|semaines?|mois|ans|années?)\b", Options, 10_000)]
    private static partial Regex FrenchDuration();

    [GeneratedRegex($@"\b(\d+|an?|one|{EnglishNumbers})\s+(seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b(?!\s+ago)", Options, 10_000)]
    private static partial Regex EnglishDuration();

    [GeneratedRegex(@"\b((à|a|au|aux|en)\s+|(sur|dans|près\s+de|vers|depuis)\s+(la\s+|le\s+|l['’]|les\s+)?)$", Options, 10_000)]
    private static partial Regex FrenchLocative();

    [GeneratedRegex(@"\b(in|at|on|near|inside|from)\s+(the\s+)?$", Options, 10_000)]
    private static partial Regex EnglishLocative();

    [GeneratedRegex(@"«\s*(?<span>[^«»]+?)\s*[»«]|“(?<span>[^“”]+?),?”|""(?<span>[^""]+?),?""", Options, 10_000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\b(afin\s+(de|d['’]|que)|pour\s+(?=\w+(er|ir|re)\b)|parce\s+qu|car\s|en\s+raison\s+d|à\s+cause\s+d|grâce\s+à|dans\s+le\s+but|en\s+vue\s+d|puisqu|(doit|devait|doivent)\s+permettre|permettre\s+(à|de)|(aide|aider|aidera)\s+(à|de)|dans\s+le\s+cadre\s+d|visant\s+à|vise\s+à|cherche\s+|accus\w+\s+|(irrit|provoqu|caus|inquiét|entraîn|motiv|fâch|agac|mécontent)\w+\s+)[^.;]*", Options, 10_000)]
    private static partial Regex FrenchReason();

    [GeneratedRegex(@"\b(in\s+order\s+to|because|so\s+that|due\s+to|owing\s+to|thanks\s+to|as\s+part\s+of|aimed\s+at|aims\s+to|(is|was|are)\s+meant\s+to|for\s+the\s+purpose|(will|to)\s+help\s+(us\s+)?(to\s+)?|to\s+(strengthen|develop|find|allow|support|discuss|resolve|obtain|seek)|seeking|accus\w+|(irritat|anger|provok|caus|worr|upset|annoy|prompt)\w+)\b[^.;]*", Options, 10_000)]
    private static partial Regex EnglishReason();

    [GeneratedRegex(@"\b(l['’])?(île|ile|port|ville|village|province|région|lac|fleuve|mont|mer|golfe|détroit|péninsule|presqu['’]île|aéroport|gare|rue|place|palais|cap|district)\s+(de\s+la\s+|de\s+l['’]|de\s+|du\s+|d['’])?$", Options, 10_000)]
    private static partial Regex FrenchPlaceNoun();

    [GeneratedRegex(@"\b(island|port|city|town|village|province|region|lake|river|mount|sea|gulf|strait|peninsula|airport|station|street|square|palace|cape|district)\s+of\s+$", Options, 10_000)]
    private static partial Regex EnglishPlaceNoun();

    [GeneratedRegex(@"^\s+(Island|Islands|Peninsula|Strait|River|Lake|City|Province|Airport|Station|Street|Square|Palace|Bay|Sea)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EnglishPlaceNounAfter();

    [GeneratedRegex($"^({FrenchMonths}|{FrenchDays}|{EnglishMonths}|{EnglishDays})$", Options, 10_000)]
    private static partial Regex CalendarWord();

    [GeneratedRegex($@"\b({FrenchDays}|{EnglishDays})\b", Options, 10_000)]
    private static partial Regex Weekday();
}
