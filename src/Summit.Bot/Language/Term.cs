using System.Runtime.InteropServices;

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
[StructLayout(LayoutKind.Auto)]
public readonly struct Term
{
    internal Term(Lexeme lexeme, int start, int end)
    {
        Lexeme = lexeme;
        Start = start;
        End = end;
    }

    /// <summary>Whether it can carry a topic.</summary>
    public TermKind Kind => Lexeme.Kind;

    /// <summary>Folded text; the words of an expression are separated by a space.</summary>
    public string Folded => Lexeme.Folded;

    /// <summary>Stem; the stems of an expression are separated by a space.</summary>
    public string Stem => Lexeme.Stem;

    /// <summary>Offset of its first character in the text, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>Offset just after its last character.</summary>
    public int End { get; }

    /// <summary>The language it was read in.</summary>
    public TextLanguage Language => Lexeme.Language;

    /// <summary>The concepts that it can stand for; empty for a word the lexicon does not know.</summary>
    public IReadOnlyList<int> Concepts => Lexeme.Concepts;

    /// <summary>Countries that it belongs to (name, capital, people, government), as ids of <see cref="Language.Countries"/>.</summary>
    public IReadOnlyList<int> Countries => Lexeme.Countries;

    /// <summary>Whether it is an expression of several words.</summary>
    public bool IsExpression => Lexeme.Parts.Length > 0;

    /// <summary>Whether the text writes it with a capital where a common word would have none.</summary>
    public bool Capitalized => Lexeme.Capitalized;

    /// <summary>Whether the lexicon knows it as the name of a person or an organisation.</summary>
    public bool IsPersonName => Lexeme.IsPersonName;

    /// <summary>Whether it is written as a name, and the lexicon does not know it.</summary>
    internal bool IsUnlistedName => Lexeme.IsUnlistedName;

    /// <summary>What it is apart from its place.</summary>
    internal Lexeme Lexeme { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Folded}/{Kind}";
}
