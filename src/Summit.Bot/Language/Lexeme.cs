namespace Summit.Bot.Language;

/// <summary>What a term is, wherever it stands: the terms of all texts that are the same word share one. Immutable but for what others keep of it.</summary>
internal sealed record Lexeme
{
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

    /// <inheritdoc cref="Term.Parts"/>
    public required Term[] Parts { get; init; }

    /// <inheritdoc cref="Term.Capitalized"/>
    public required bool Capitalized { get; init; }

    /// <inheritdoc cref="Term.IsPersonName"/>
    public required bool IsPersonName { get; init; }

    /// <summary>Whether the lexicon knows it, and as nothing but a noun.</summary>
    public required bool IsNoun { get; init; }

    /// <summary>The same with other concepts.</summary>
    public Lexeme With(int[] concepts) => this with { Concepts = concepts, Features = null, Dimensions = null };

    /// <summary>Its features in the sparse leg, kept there once they are made; null before.</summary>
    public uint[]? Features { get; set; }

    /// <summary>What the embedder adds to a vector for it, kept there once it is made; null before.</summary>
    public (int Dimension, float Weight)[]? Dimensions { get; set; }
}
