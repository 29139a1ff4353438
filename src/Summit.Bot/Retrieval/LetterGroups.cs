using System.IO.Hashing;
using System.Runtime.InteropServices;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// The groups of four letters of a text, within and across the edges of its words: they find what is written otherwise, inflected or
/// compounded, and names that no lexicon knows.
/// </summary>
internal static class LetterGroups
{
    /// <summary>Letters of a group.</summary>
    public const int Length = 4;

    private const int MostOnStack = 1024;

    /// <summary>Hashes of the groups, ascending and distinct.</summary>
    public static uint[] Of(IReadOnlyList<Term> terms)
    {
        Span<char> room = stackalloc char[MostOnStack];
        var letters = Letters(terms, room);
        if (letters.Length < Length)
            return [];
        var groups = new uint[letters.Length - Length + 1];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = Hash(letters.Slice(i, Length));
        Array.Sort(groups);
        var distinct = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            if (i == 0 || groups[i] != groups[distinct - 1])
                groups[distinct++] = groups[i];
        }

        return groups[..distinct];
    }

    /// <summary>The hash of a group.</summary>
    public static uint Hash(ReadOnlySpan<char> group) => XxHash32.HashToUInt32(MemoryMarshal.AsBytes(group));

    /// <summary>The words of a text, folded, with a space around each.</summary>
    /// <param name="terms">Its terms.</param>
    /// <param name="room">Where they are written, if they fit.</param>
    public static ReadOnlySpan<char> Letters(IReadOnlyList<Term> terms, Span<char> room)
    {
        var length = 1;
        for (var i = 0; i < terms.Count; i++)
            length += terms[i].Folded.Length + 1;
        if (length > room.Length)
            room = new char[length];
        room[0] = ' ';
        var at = 1;
        for (var i = 0; i < terms.Count; i++)
        {
            terms[i].Folded.CopyTo(room[at..]);
            at += terms[i].Folded.Length;
            room[at++] = ' ';
        }

        return room[..at];
    }

    /// <summary>Share of the groups that another text has, too, from 0 to 1; both ascending.</summary>
    public static double Share(ReadOnlySpan<uint> groups, ReadOnlySpan<uint> others)
    {
        var common = 0;
        for (int g = 0, o = 0; g < groups.Length && o < others.Length;)
        {
            if (groups[g] == others[o])
                common++;
            if (groups[g] <= others[o])
                g++;
            else
                o++;
        }

        return groups.Length == 0 ? 0 : common / (double)groups.Length;
    }
}
