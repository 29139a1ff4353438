using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>A term of a question and what it counts for.</summary>
/// <param name="Term">The term.</param>
/// <param name="Importance">From 0 (grammar) over 0.35 (the noun of "in which city") to 1 (names and words of content).</param>
/// <param name="Synonyms">Concepts that may stand for it.</param>
/// <param name="Related">Concepts that may tell of the same in other words.</param>
/// <param name="Opposites">Concepts that say the opposite.</param>
/// <param name="IsModifier">It is an adjective or adverb: it colours a topic but is none.</param>
public sealed record QueryTerm(Term Term, double Importance, IReadOnlyList<int> Synonyms, IReadOnlyList<int> Related, IReadOnlyList<int> Opposites, bool IsModifier)
{
    /// <summary>How it is written in the clause that it stands in; its offsets are those of that clause, also where another clause takes it over.</summary>
    public required string Written { get; init; }

    /// <summary>Whether an answer must have it, one way or another.</summary>
    public bool IsContent => Importance >= 0.9;

    /// <summary>The <see cref="IdMask"/> of <see cref="Synonyms"/>.</summary>
    internal ulong SynonymMask { get; } = IdMask.Of(Synonyms);

    /// <summary><see cref="Synonyms"/> in an array.</summary>
    internal int[] SynonymIds { get; } = [.. Synonyms];

    /// <summary><see cref="Related"/> likewise.</summary>
    internal int[] RelatedIds { get; } = [.. Related];

    /// <summary><see cref="Opposites"/> likewise.</summary>
    internal int[] OppositeIds { get; } = [.. Opposites];

    /// <summary>The <see cref="IdMask"/> of <see cref="Related"/>.</summary>
    internal ulong RelatedMask { get; } = IdMask.Of(Related);

    /// <summary>Whether it names a particular kind of person, body or thing (<see cref="Particulars"/>).</summary>
    public bool IsParticular { get; init; }

    /// <summary>Whether it is what a misspelt word may have meant.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Whether it names the place where something is or happens.</summary>
    public bool IsPlace { get; init; }

    /// <summary>Whether it is a name, a number, or a state and what is of it: who, where or how many, and not what.</summary>
    public bool IsNamed => Term.Kind is TermKind.Name or TermKind.Number || Term.Countries.Count > 0;

    /// <summary>Whether it names who says, thinks or wants what is asked for.</summary>
    public bool IsHolder { get; init; }

    /// <summary>Whether it can be who acts: it stands behind no preposition, and the clause has no "he" for that.</summary>
    public bool MayAct { get; init; } = true;

    /// <summary>Whether it is the state or the town that somebody goes to or is invited to.</summary>
    public bool IsDestination { get; init; }

    /// <summary>Whether it says what somebody does by saying something: he promises, he accuses.</summary>
    public bool IsAct { get; init; }

    /// <summary>Whether it stands right behind "which" or "what".</summary>
    public bool IsAskedFor { get; init; }

    /// <summary>Whether the conversation added it, and not who asks: it says what is spoken of, and proves nothing by itself.</summary>
    public bool IsContext { get; init; }

    /// <summary>Whether somebody else is asked for: "before him", "apart from him".</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Whether it only says when something happened: "…, when they met?".</summary>
    public bool IsCircumstance { get; init; }

    /// <summary>Whether it is a date that the day of publication can be, too.</summary>
    public bool IsPublicationDay { get; init; }
}

/// <summary>A question as the ranking sees it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Language">Its language.</param>
/// <param name="Terms">Its terms, in order; words of grammar and question words are left out. Behind them those that it takes over from another clause.</param>
/// <param name="Types">What it asks for.</param>
/// <param name="Counted">After "how many": what is counted; null otherwise.</param>
/// <param name="AsksName">It asks who bears a title or what somebody is called.</param>
/// <param name="AsksIdentity">It asks who somebody is whom it names.</param>
/// <param name="AsksSummary">It asks what the articles are about.</param>
/// <param name="NamesPlace">It says where something is or happens ("was it held in Moscow?").</param>
/// <param name="IsCoordinated">It joins several things ("what did A and B say"), which several sentences may answer.</param>
public sealed record QuestionAnalysis(
    string Text, TextLanguage Language, IReadOnlyList<QueryTerm> Terms, AnswerTypes Types, Term? Counted, bool AsksName, bool AsksIdentity,
    bool AsksSummary, bool NamesPlace, bool IsCoordinated)
{
    /// <summary>Its turns of phrase.</summary>
    public QuestionTurns Turns { get; init; }

    /// <summary>It names a year.</summary>
    public bool NamesYear { get; init; }

    /// <summary>When the articles were published that are preferred; null where that makes no difference.</summary>
    public PublicationWish? Wish { get; init; }

    /// <summary>It asks who bears a title: no state, no institution.</summary>
    public bool AsksSomebody { get; init; }

    /// <summary>It names a day, a month or a year.</summary>
    public bool NamesDate { get; init; }

    /// <summary>It comes behind another and names nobody: "… and who is his lawyer?" asks of whom the first one names.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What a quantity is wanted in.</summary>
    public AskedMeasure Measure { get; init; }

    /// <summary>Whether it has one of these turns.</summary>
    public bool Asks(QuestionTurns turns) => (Turns & turns) != QuestionTurns.None;

    /// <summary>Whether it has any word that a topic could be found by.</summary>
    public bool HasContent => Terms.Any(term => term.IsContent);

    /// <summary>Whether it says whose words, thoughts or wishes it asks for.</summary>
    public bool HasHolder => Terms.Any(term => term.IsHolder);
}
