namespace Summit.Bot.Language;

/// <summary>
/// What a term is, wherever it stands: the terms of all texts that are the same word or expression share one. Immutable but for what is kept of it.
/// Safe for several threads.
/// </summary>
internal sealed record Lexeme
{
    private const int MostKept = 64;

    private Lexeme[]? _expressions, _variants;

    /// <inheritdoc cref="Term.Kind"/>
    public required TermKind Kind { get; init; }

    /// <inheritdoc cref="Term.Folded"/>
    public required string Folded { get; init; }

    /// <inheritdoc cref="Term.Stem"/>
    public required string Stem { get; init; }

    /// <inheritdoc cref="Term.Language"/>
    public required TextLanguage Language { get; init; }

    /// <inheritdoc cref="Term.Concepts"/>
    public required int[] Concepts
    {
        get;
        init
        {
            field = value;
            ConceptMask = IdMask.Of(value);
        }
    }

    /// <summary>The <see cref="IdMask"/> of <see cref="Concepts"/>.</summary>
    public ulong ConceptMask { get; private init; }

    /// <inheritdoc cref="Term.Countries"/>
    public required int[] Countries { get; init; }

    /// <summary>The words of an expression; empty for a single word.</summary>
    public required Lexeme[] Parts { get; init; }

    /// <inheritdoc cref="Term.Capitalized"/>
    public required bool Capitalized { get; init; }

    /// <inheritdoc cref="Term.IsPersonName"/>
    public required bool IsPersonName { get; init; }

    /// <inheritdoc cref="Term.IsUnlistedName"/>
    public bool IsUnlistedName => this is { Kind: TermKind.Name, Concepts.Length: 0 };

    /// <summary>Whether the lexicon knows it, and as nothing but a noun.</summary>
    public required bool IsNoun { get; init; }

    /// <summary>The same with other concepts.</summary>
    public Lexeme With(int[] concepts)
    {
        foreach (var variant in _variants ?? [])
        {
            if (variant.Concepts.AsSpan().SequenceEqual(concepts))
                return variant;
        }

        return Keep(ref _variants, this with { Concepts = concepts, Features = null, Dimensions = null, _expressions = null, _variants = null });
    }

    /// <summary>An expression that begins with this one and was kept; null where it was not.</summary>
    /// <param name="parts">Its words, this one first.</param>
    /// <param name="concepts">What it can stand for.</param>
    /// <param name="capitalized">Whether it begins with a capital.</param>
    public Lexeme? FindExpression(ReadOnlySpan<Lexeme> parts, int[] concepts, bool capitalized)
    {
        foreach (var expression in _expressions ?? [])
        {
            if (expression.Capitalized == capitalized && expression.Parts.AsSpan().SequenceEqual(parts, ReferenceEqualityComparer.Instance)
                && expression.Concepts.AsSpan().SequenceEqual(concepts))
                return expression;
        }

        return null;
    }

    /// <summary>Keeps an expression that begins with this one.</summary>
    public Lexeme KeepExpression(Lexeme expression) => Keep(ref _expressions, expression);

    // What another thread keeps at the same time is as good, and what is not kept is made anew.
    private static Lexeme Keep(ref Lexeme[]? kept, Lexeme added)
    {
        var before = Volatile.Read(ref kept);
        if (before is null || before.Length < MostKept)
            Interlocked.CompareExchange(ref kept, [.. before ?? [], added], before);
        return added;
    }

    /// <summary>Its features in the sparse leg, kept there once they are made; null before.</summary>
    public uint[]? Features { get; set; }

    /// <summary>What the embedder adds to a vector for it, kept there once it is made; null before.</summary>
    public (int Dimension, float Weight)[]? Dimensions { get; set; }
}
