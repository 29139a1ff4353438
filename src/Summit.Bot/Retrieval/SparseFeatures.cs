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
            Visit(terms[i].Lexeme, ref visitor, share);
    }

    /// <summary>Takes every feature of a word or expression with its weight.</summary>
    public static void Visit<T>(Lexeme lexeme, ref T visitor, double share = 1) where T : struct, IFeatureVisitor
    {
        if (lexeme.Kind == TermKind.Function)
            return;
        var features = lexeme.Features ??= Of(lexeme);
        for (var i = 0; i < features.Length; i++)
            visitor.Add(features[i], share * (i == 0 ? 1 : i <= lexeme.Concepts.Length ? 0.8 : 0.5));
        foreach (var part in lexeme.Parts)
            Visit(part, ref visitor, share * 0.5);
    }

    /// <summary>The feature of a concept.</summary>
    public static uint OfConcept(int id) => Number('c', id);

    /// <summary>Its stem, then its concepts, then its states.</summary>
    private static uint[] Of(Lexeme lexeme) => [Stem(lexeme.Stem), .. lexeme.Concepts.Select(OfConcept), .. lexeme.Countries.Select(id => Number('k', id))];

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
