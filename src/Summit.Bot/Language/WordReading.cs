namespace Summit.Bot.Language;

/// <summary>What is known of a word of a language before its text is looked at. Immutable.</summary>
internal sealed class WordReading
{
    /// <summary>Whether it is a word of grammar.</summary>
    public required bool IsFunction { get; init; }

    /// <summary>Expressions of several words that begin with it; null for none.</summary>
    public required ExpressionIndex? Expressions { get; init; }

    /// <summary>What it means alone, in its own language.</summary>
    public required WordSense Own { get; init; }

    /// <summary>Expressions of the other language that begin with it, where its own has nothing; null for none.</summary>
    public required ExpressionIndex? OtherExpressions { get; init; }

    /// <summary>What it means in the other language, where its own has nothing.</summary>
    public required WordSense Other { get; init; }
}

/// <summary>What a single word means. Immutable.</summary>
/// <param name="Concepts">Its concepts; empty for a word that the lexicon does not know.</param>
/// <param name="Countries">The states that they stand for.</param>
/// <param name="Kind">Its kind with a small letter.</param>
/// <param name="CapitalizedKind">Its kind with a capital where a common word would have none.</param>
/// <param name="IsPersonName">Whether the lexicon knows it as the name of a person or an organisation.</param>
internal sealed record WordSense(IReadOnlyList<int> Concepts, IReadOnlyList<int> Countries, TermKind Kind, TermKind CapitalizedKind, bool IsPersonName);
