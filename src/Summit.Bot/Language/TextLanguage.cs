namespace Summit.Bot.Language;

/// <summary>A language that the bot reads and answers in.</summary>
public enum TextLanguage
{
    /// <summary>French, code <c>fr</c>.</summary>
    French,

    /// <summary>English, code <c>en</c>.</summary>
    English,
}

/// <summary>Conversion between <see cref="TextLanguage"/> and ISO 639-1 codes.</summary>
public static class TextLanguages
{
    /// <summary>The two-letter ISO 639-1 code, lower case.</summary>
    public static string Code(this TextLanguage language) => language == TextLanguage.French ? "fr" : "en";

    /// <summary>The other one of the two languages.</summary>
    public static TextLanguage Other(this TextLanguage language) =>
        language == TextLanguage.French ? TextLanguage.English : TextLanguage.French;

    /// <summary>Reads a code or locale such as <c>fr</c>, <c>fr-CA</c> or <c>EN_us</c>; null for any other language.</summary>
    public static TextLanguage? Parse(string? code)
    {
        if (code is null || code.Length < 2 || (code.Length > 2 && code[2] is not ('-' or '_')))
            return null;
        return code[..2].ToLowerInvariant() switch { "fr" => TextLanguage.French, "en" => TextLanguage.English, _ => null };
    }
}
