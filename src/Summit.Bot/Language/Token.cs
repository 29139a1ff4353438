using System.Runtime.InteropServices;

namespace Summit.Bot.Language;

/// <summary>A word of a text after analysis.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Token
{
    internal Token(Word word, int start, int length)
    {
        Word = word;
        Start = start;
        Length = length;
    }

    /// <summary>Lower case, without accents, elision (<c>l'</c>) and possessive (<c>'s</c>).</summary>
    public string Folded => Word.Folded;

    /// <summary>The stem of <see cref="Folded"/> in the language of the text.</summary>
    public string Stem => Word.Stem;

    /// <summary>Offset of the word in the text, in UTF-16 units, after an elided article.</summary>
    public int Start { get; }

    /// <summary>Length of the word in the text, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>Offset just after the word.</summary>
    public int End => Start + Length;

    /// <summary>The word in the language of the text.</summary>
    internal Word Word { get; init; }
}
