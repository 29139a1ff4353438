using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>Finds what a pronoun stands for, and nothing where that is not clear.</summary>
internal sealed partial class Referents(Context context)
{
    private static readonly HashSet<string> Children = ["fils", "fille", "son", "daughter"];
    private static readonly HashSet<string> Parents = ["pere", "mere", "father", "mother"];

    /// <summary>The one person whom the conversation is about.</summary>
    /// <param name="gender">Of the pronoun that stands for him or her.</param>
    public Phrase? Person(PhraseGender gender = PhraseGender.Unknown) => Named() ?? (One(context.Phrases) is { } one && MayBe(one, gender) ? one : null) ?? (Persons(context.Phrases) is { Count: > 0 } asked
        // Where two are asked about together, one alone is whom the answer names beside them.
        ? Only(Persons(context.Told).FindAll(told => !asked.Exists(person => IsSame(person, told))))
        : Only(Persons(context.Told)) ?? One(context.Earlier));

    /// <summary>Whom the answer named, where the question asked who.</summary>
    private Phrase? Named() => Who().IsMatch(context.Body) && context.Phrases.Exists(phrase => phrase.Kind == PhraseKind.Person)
        ? Only(Distinct(context.Told.Where(told => told is { Kind: PhraseKind.Person, IsPlural: false } && (told.Head.Kind == TermKind.Name || told.Owner is not null) && !context.All.Any(asked => IsSame(asked, told)))))
        : null;

    [GeneratedRegex(@"^((de|à|avec|contre|par|chez|of|with|to|by|against)\s+)?(qui|whom?)(?![\p{L}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Who();

    /// <summary>Somebody who was called by another: "Kim's father".</summary>
    public Phrase? Nameless()
    {
        static bool IsNameless(Phrase phrase) => phrase is { Kind: PhraseKind.Person, IsPlural: false, Owner: not null } && phrase.Head.Kind != TermKind.Name;
        return context.Phrases.Find(IsNameless) ?? (Who().IsMatch(context.Body) ? null : context.Told.Find(IsNameless));
    }

    /// <summary>The state of a person, where the conversation told of which one he is.</summary>
    public int? StateOf(Phrase person) =>
        new[] { [person], context.Phrases, context.Told, context.Earlier }.SelectMany(phrases => phrases)
            .FirstOrDefault(known => known is { Kind: PhraseKind.Person, Nationality: not null } && IsSame(known, person))?.Nationality;

    /// <summary>"The latter": the person named last.</summary>
    public Phrase? Latter() => context.Phrases.FindLast(phrase => phrase.Kind == PhraseKind.Person && !phrase.IsBracketed);

    /// <summary>The person beside the one asked about.</summary>
    public Phrase? OtherPerson()
    {
        if ((One(context.Phrases) ?? (Persons(context.Phrases).Count == 0 ? Only(Persons(context.Told)) : null)) is not { } one)
            return null;
        foreach (var phrases in new[] { context.Phrases, context.Told, context.Earlier })
        {
            var others = Persons([.. Context.WithOwners(phrases)]).FindAll(person => person.Owner is null && !IsSame(person, one));
            if (others.Count == 0)
                others = Distinct(phrases.Where(phrase => IsOffice(phrase) && !IsSame(phrase, one)));
            if (others.Count > 0)
                return Only(others);
        }

        return null;
    }

    /// <summary>"the son", "la fille": of whose parent the conversation spoke.</summary>
    public Phrase? Child(Phrase phrase) =>
        phrase.Owner is null && Children.Contains(phrase.Head.Folded) && phrase.Article is "le" or "la" or "the"
            ? new[] { context.Phrases, context.Told }.SelectMany(phrases => phrases).FirstOrDefault(known => known.Owner is not null && Parents.Contains(known.Head.Folded))?.Owner
            : null;

    /// <summary>All persons of the last turn, or all states; a phrase that names several.</summary>
    public List<Phrase> Several(bool isObject)
    {
        foreach (var kind in new[] { PhraseKind.Person, PhraseKind.State })
        {
            if (Distinct(context.All.Where(phrase => phrase.Kind == kind)) is { Count: > 1 } several)
                return several;
        }

        // "Did they agree?" is asked of people where there are any, "about them" of what they talk about.
        var mayBeThings = isObject || !context.Phrases.Exists(phrase => phrase.Kind is PhraseKind.Person or PhraseKind.State);
        if (context.Phrases.Find(phrase => phrase.IsPlural && (mayBeThings || phrase.Kind != PhraseKind.Thing)) is { } plural)
            return [plural];
        // "What does Macron want?", "What does Merkel want?", "Do they agree?"
        if (Distinct(context.Phrases.Concat(context.Earlier).Where(phrase => phrase is { Kind: PhraseKind.Person, IsPlural: false })) is { Count: 2 } both && context.Phrases.Exists(phrase => phrase.Kind == PhraseKind.Person))
            return both;
        var named = Distinct(context.All.Where(phrase => phrase.Kind is PhraseKind.Person or PhraseKind.State));
        if (named.Count > 1)
            return named;
        return Persons(context.Told) is { Count: 2 } told ? told : [];
    }

    /// <summary>The thing or state that "it" stands for.</summary>
    public Phrase? Thing(PhraseGender gender = PhraseGender.Unknown, bool isPlural = false)
    {
        bool Agrees(Phrase phrase) => phrase.IsPlural == isPlural && phrase.Preposition is not ("pendant" or "durant" or "during" or "since" or "depuis" or "until" or "avant" or "après" or "before" or "after") && (gender == PhraseGender.Unknown || phrase.Gender == PhraseGender.Unknown || phrase.Gender == gender);
        var fitting = context.Phrases.FindAll(phrase => phrase.Kind is PhraseKind.Thing or PhraseKind.State && Agrees(phrase));
        return (gender == PhraseGender.Unknown ? null : fitting.Find(phrase => !phrase.IsBracketed && phrase.Preposition.Length == 0 && phrase.Gender == gender)) ?? fitting.Find(phrase => !phrase.IsBracketed && phrase.Preposition.Length == 0) ?? fitting.FirstOrDefault();
    }

    /// <summary>What takes place, of which the conversation spoke: "the summit", not "a dialogue" that somebody hopes for.</summary>
    public Phrase? Event() => context.Phrases.Find(IsThatEvent) ?? context.Told.Find(IsThatEvent) ?? context.Earlier.Find(IsThatEvent);

    private static bool IsThatEvent(Phrase phrase) => phrase.IsEvent && phrase.Article is not ("un" or "une" or "des" or "a" or "an");

    /// <summary>The matter that was asked about: the last of its things.</summary>
    public Phrase? Matter() =>
        context.Phrases.FindLast(phrase => phrase.Preposition is "sur" or "about" or "on" && !phrase.IsBracketed)
        ?? context.Phrases.FindLast(phrase => phrase.Kind == PhraseKind.Thing && !phrase.IsBracketed) ?? context.Phrases.Find(phrase => phrase.Kind is PhraseKind.Thing or PhraseKind.Place);

    /// <summary>The place that was asked about or told.</summary>
    public Phrase? Place() =>
        context.Phrases.Find(IsPlace) ?? context.Told.Find(phrase => phrase.Kind == PhraseKind.Place) ?? context.Told.Find(IsPlace) ?? context.Earlier.Find(IsPlace);

    /// <summary>Who or what the last question is about: its subject.</summary>
    public static Phrase? Subject(IEnumerable<Phrase> phrases, PhraseKind kind)
    {
        var all = phrases.Where(phrase => phrase.Kind == kind).ToList();
        return all.Find(phrase => phrase.Preposition.Length == 0) ?? all.FirstOrDefault();
    }

    /// <summary>Whether both name the same.</summary>
    public static bool IsSame(Phrase a, Phrase b) => a.Head.Stem == b.Head.Stem || a.Kind != PhraseKind.Thing && a.Head.Concepts.Intersect(b.Head.Concepts).Any();

    private static Phrase? One(IReadOnlyList<Phrase> phrases) => Subject(phrases, PhraseKind.Person) is { IsPlural: false, IsCoordinated: false } one ? one : null;

    // "le président russe", "the German chancellor": an office that a state or a field tells apart.
    private static bool IsOffice(Phrase phrase) =>
        phrase is { Kind: PhraseKind.Person, IsPlural: false, Owner: null } && phrase.Head.Kind != TermKind.Name && phrase.Article is "le" or "la" or "the" && phrase.Core.Contains(' ', StringComparison.Ordinal);

    // "Sa femme" is no "il".
    private static bool MayBe(Phrase phrase, PhraseGender gender) => phrase.Head.Kind == TermKind.Name || phrase.Gender is PhraseGender.Unknown || gender is PhraseGender.Unknown || phrase.Gender == gender;

    private static Phrase? Only(List<Phrase> phrases) => phrases.Count == 1 ? phrases[0] : null;

    private static bool IsPlace(Phrase phrase) =>
        phrase.Kind == PhraseKind.Place || phrase.Kind == PhraseKind.State && phrase.Preposition is "à" or "en" or "au" or "dans" or "in" or "at" or "to" or "sur" or "on";

    private static List<Phrase> Persons(IReadOnlyList<Phrase> phrases) => Distinct(phrases.Where(phrase => phrase.Kind == PhraseKind.Person && phrase.Head.Kind == TermKind.Name));

    private static List<Phrase> Distinct(IEnumerable<Phrase> phrases)
    {
        var distinct = new List<Phrase>();
        foreach (var phrase in phrases)
        {
            if (!distinct.Exists(known => IsSame(known, phrase)))
                distinct.Add(phrase);
        }

        return distinct;
    }
}
