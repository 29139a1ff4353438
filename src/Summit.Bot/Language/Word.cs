namespace Summit.Bot.Language;

/// <summary>A word of a language, wherever it stands. Safe for several threads.</summary>
/// <param name="folded">Lower case, without accents.</param>
/// <param name="stem">Its stem in that language.</param>
internal sealed class Word(string folded, string stem)
{
    /// <summary>Lower case, without accents.</summary>
    public string Folded { get; } = folded;

    /// <summary>Its stem in the language.</summary>
    public string Stem { get; } = stem;

    /// <summary>What the extractor of the same linguistic data has read in it; null before it has.</summary>
    public WordReading? Reading { get; set; }
}
