using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>The words of a text as the sparse leg counts them: stems, concepts and states, each by a hash of its kind and name.</summary>
internal static class SparseFeatures
{
    private const int MostOnStack = 128;

    /// <summary>Takes every feature of the terms with its weight, in reading order; words of grammar are left out.</summary>
    public static void Visit<T>(IReadOnlyList<Term> terms, ref T visitor, double share = 1) where T : struct, IFeatureVisitor
    {
        for (var i = 0; i < terms.Count; i++)
            Visit(terms[i], ref visitor, share);
    }

    /// <summary>Takes every feature of a term with its weight.</summary>
    public static void Visit<T>(Term term, ref T visitor, double share = 1) where T : struct, IFeatureVisitor
    {
        if (term.Kind == TermKind.Function)
            return;
        visitor.Add(Stem(term.Stem), share);
        for (var i = 0; i < term.Concepts.Count; i++)
            visitor.Add(Number('c', term.Concepts[i]), share * 0.8);
        for (var i = 0; i < term.Countries.Count; i++)
            visitor.Add(Number('k', term.Countries[i]), share * 0.5);
        if (term.Parts.Count > 0)
            Visit(term.Parts, ref visitor, share * 0.5);
    }

    private static uint Stem(string stem)
    {
        Span<char> name = stem.Length + 2 <= MostOnStack ? stackalloc char[stem.Length + 2] : new char[stem.Length + 2];
        (name[0], name[1]) = ('s', ':');
        stem.CopyTo(name[2..]);
        return XxHash32.HashToUInt32(MemoryMarshal.AsBytes(name));
    }

    private static uint Number(char kind, int id)
    {
        Span<char> name = stackalloc char[16];
        (name[0], name[1]) = (kind, ':');
        id.TryFormat(name[2..], out var length, provider: CultureInfo.InvariantCulture);
        return XxHash32.HashToUInt32(MemoryMarshal.AsBytes(name[..(length + 2)]));
    }
}

/// <summary>Takes the features of a text.</summary>
internal interface IFeatureVisitor
{
    /// <summary>Takes one.</summary>
    /// <param name="feature">Its hash.</param>
    /// <param name="weight">Above 0, at most 1.</param>
    void Add(uint feature, double weight);
}
