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

    /// <summary>
    /// What it means where it is not what it looks like: with its accent in French ("signé", "sûr"), before an object in English ("building a
    /// house"); null where that is the same.
    /// </summary>
    public required WordSense? Otherwise { get; init; }

    /// <summary>Expressions of the other language that begin with it, where its own has nothing; null for none.</summary>
    public required ExpressionIndex? OtherExpressions { get; init; }

    /// <summary>What it means in the other language, where its own has nothing.</summary>
    public required WordSense Other { get; init; }
}

/// <summary>What a single word means: as a term with a small letter, and with a capital where a common word would have none. Immutable.</summary>
internal sealed record WordSense(bool HasConcepts, Lexeme Small, Lexeme Capitalized);
