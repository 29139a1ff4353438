namespace Summit.Bot.Language;

/// <summary>How much of a topic a term can carry.</summary>
public enum TermKind
{
    /// <summary>A word of grammar.</summary>
    Function,

    /// <summary>A word that says little of a topic: <c>faire</c>, <c>thing</c>.</summary>
    Light,

    /// <summary>A word with a meaning of its own.</summary>
    Content,

    /// <summary>A person, organisation or place, known to the lexicon or written as a name.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A word or expression of a text, with what it can mean.</summary>
public sealed class Term
{
    /// <summary>Whether it can carry a topic.</summary>
    public required TermKind Kind { get; init; }

    /// <summary>Folded text; the words of an expression are separated by a space.</summary>
    public required string Folded { get; init; }

    /// <summary>Stem; the stems of an expression are separated by a space.</summary>
    public required string Stem { get; init; }

    /// <summary>Offset of its first character in the text, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>Offset just after its last character.</summary>
    public required int End { get; init; }

    /// <summary>The language it was read in.</summary>
    public required TextLanguage Language { get; init; }

    /// <summary>The concepts that it can stand for; empty for a word the lexicon does not know.</summary>
    public required IReadOnlyList<int> Concepts { get; init; }

    /// <summary>Countries that it belongs to (name, capital, people, government), as ids of <see cref="Language.Countries"/>.</summary>
    public required IReadOnlyList<int> Countries { get; init; }

    /// <summary>The words of an expression, each a term; empty for a single word.</summary>
    public required IReadOnlyList<Term> Parts { get; init; }

    /// <summary>Whether the text writes it with a capital where a common word would have none.</summary>
    public bool Capitalized { get; init; }

    /// <summary>Whether the lexicon knows it as the name of a person or an organisation.</summary>
    public bool IsPersonName { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Folded}/{Kind}";
}
