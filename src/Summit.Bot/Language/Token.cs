namespace Summit.Bot.Language;

/// <summary>A word of a text after analysis.</summary>
/// <param name="Folded">Lower case, without accents, elision (<c>l'</c>) and possessive (<c>'s</c>).</param>
/// <param name="Stem">The stem of <paramref name="Folded"/> in the language of the text.</param>
/// <param name="Start">Offset of the word in the text, in UTF-16 units, after an elided article.</param>
/// <param name="Length">Length of the word in the text, in UTF-16 units.</param>
public readonly record struct Token(string Folded, string Stem, int Start, int Length)
{
    /// <summary>Offset just after the word.</summary>
    public int End => Start + Length;
}
