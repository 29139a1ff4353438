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

    /// <summary>People or a body that have no name of their own: "les ouvriers", "the court".</summary>
    Group,

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
    /// <summary>
    /// The kinds that are found apart from each other; <see cref="MentionKind.Person"/> stands for those of names, which are found together,
    /// <see cref="MentionKind.Place"/> for places without one.
    /// </summary>
    internal static readonly IReadOnlyList<MentionKind> Apart =
        [MentionKind.Date, MentionKind.TimeOfDay, MentionKind.Number, MentionKind.Duration, MentionKind.Quotation, MentionKind.Reason, MentionKind.Person, MentionKind.Place, MentionKind.Group];

    private readonly NameFinder _names;

    /// <summary>Whether a word is the name of a month or of a day of the week, in either language.</summary>
    public static bool IsCalendarWord(string word) => CalendarWord().IsMatch(word);

    /// <summary>Whether a text names a day of the week, in either language.</summary>
    public static bool HasWeekday(ReadOnlySpan<char> text) => Weekday().IsMatch(text);

    /// <summary>Whether a date is told by how long it is ago, in either language.</summary>
    public static bool IsAgo(ReadOnlySpan<char> date) => Ago().IsMatch(date);

    /// <summary>The day of the week that a text names first, in small letters; null where it names none.</summary>
    public static string? WeekdayIn(string text) => Weekday().Match(text) is { Success: true } day ? day.Value.ToLowerInvariant() : null;

    /// <summary>Makes a finder that knows the names of the lexicon.</summary>
    public MentionFinder(Lexicon lexicon) => _names = new NameFinder(lexicon);

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
        switch (kind)
        {
            case MentionKind.Person:
                return _names.Find(text, terms, language);
            case MentionKind.Place:
                AddSites(mentions, text, french);
                break;
            case MentionKind.Date:
                foreach (var pattern in french ? FrenchDates : EnglishDates)
                    Add(mentions, kind, pattern.Matches(text));
                DropOverlaps(mentions);
                break;
            default:
                Add(mentions, kind, PatternOf(kind, french).Matches(text));
                break;
        }

        return mentions;
    }

    private static Regex PatternOf(MentionKind kind, bool french) => kind switch
    {
        MentionKind.TimeOfDay => french ? FrenchTime() : EnglishTime(),
        MentionKind.Number => french ? FrenchNumber() : EnglishNumber(),
        MentionKind.Duration => french ? FrenchDuration() : EnglishDuration(),
        MentionKind.Quotation => Quotation(),
        MentionKind.Reason => french ? FrenchReason() : EnglishReason(),
        MentionKind.Group => french ? FrenchGroup() : EnglishGroup(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is not found by a pattern."),
    };

    // "25 avril 2019" holds "avril 2019" and "2019".
    private static void DropOverlaps(List<EntityMention> mentions)
    {
        mentions.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var end = 0;
        mentions.RemoveAll(mention =>
        {
            if (mention.Start < end)
                return true;
            end = mention.End;
            return false;
        });
    }

    private static void Add(List<EntityMention> mentions, MentionKind kind, MatchCollection matches)
    {
        foreach (var match in matches.Where(match => match.Length > 0))
        {
            var group = match.Groups["span"];
            mentions.Add(new EntityMention(kind, group.Success ? group.Index : match.Index, group.Success ? group.Length : match.Length));
        }
    }
}
