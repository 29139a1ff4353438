using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>What a phrase names.</summary>
internal enum PhraseKind
{
    /// <summary>A thing, an event, a matter.</summary>
    Thing,

    /// <summary>A person, an organisation, or who holds an office.</summary>
    Person,

    /// <summary>A state, its capital or its people.</summary>
    State,

    /// <summary>Another place.</summary>
    Place,
}

/// <summary>The gender that an article shows; English has none.</summary>
internal enum PhraseGender
{
    /// <summary>The article does not tell.</summary>
    Unknown,

    /// <summary>le, un, ce.</summary>
    Masculine,

    /// <summary>la, une, cette.</summary>
    Feminine,
}

/// <summary>A name or a noun of a question, with its article and the words that belong to it.</summary>
/// <param name="Text">Its words, with the article.</param>
/// <param name="Start">Where they begin.</param>
/// <param name="CoreStart">Where they begin without the article.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Head">The word that says so.</param>
/// <param name="Language">Its language.</param>
internal sealed record Phrase(string Text, int Start, int CoreStart, PhraseKind Kind, Term Head, TextLanguage Language)
{
    /// <summary>The offset after its last word.</summary>
    public int End => Start + Text.Length;

    /// <summary>The article and its like, in lower case; empty for none.</summary>
    public string Article => Text[..(CoreStart - Start)].Trim().ToLowerInvariant();

    /// <summary>The words without the article.</summary>
    public string Core => Text[(CoreStart - Start)..];

    /// <summary>The preposition before it, in lower case; empty for none.</summary>
    public string Preposition { get; init; } = "";

    /// <summary>Whether it names what takes place: a meeting, a visit, a trial.</summary>
    public bool IsEvent { get; init; }

    /// <summary>Whether it stands for several.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether a conjunction ties it to another phrase of its kind.</summary>
    public bool IsCoordinated { get; init; }

    /// <summary>Whether it stands in the brackets of a question that was completed before.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>The state that the words of a person's phrase name, by its number: of "the American president".</summary>
    public int? Nationality { get; init; }

    /// <summary>Whose it is, in "le père de Kim" and "Kim's father".</summary>
    public Phrase? Owner { get; init; }

    /// <summary>The gender of the article.</summary>
    public PhraseGender Gender => Language == TextLanguage.English ? PhraseGender.Unknown : Article switch
    {
        "le" or "un" or "ce" or "cet" or "du" or "au" => PhraseGender.Masculine,
        "la" or "une" or "cette" or "sa" or "ma" or "quelle" => PhraseGender.Feminine,
        _ => PhraseGender.Unknown,
    };
}
