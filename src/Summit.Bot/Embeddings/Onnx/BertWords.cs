using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Summit.Bot.Embeddings.Onnx;

/// <summary>
/// Cuts a text into the words that WordPiece cuts on, as the tokenizer of BERT does. That of Microsoft.ML.Tokenizers joins the words around a
/// line break, and drops signs such as <c>$</c>, <c>€</c> and <c>+</c>.
/// </summary>
internal sealed class BertWords
{
    private static readonly (int First, int Last)[] Ideographs =
    [
        (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
    ];

    private readonly bool _isLower, _isBare, _isCutAtIdeographs;

    /// <summary>Reads what a folder says of it.</summary>
    public BertWords(JsonElement config)
    {
        _isLower = config.At("do_lower_case").Truth() ?? true;
        _isBare = config.At("strip_accents").Truth() ?? _isLower;
        _isCutAtIdeographs = config.At("tokenize_chinese_chars").Truth() ?? true;
    }

    /// <summary>The words of a sound text, with one space or more between them.</summary>
    public string Spaced(string text)
    {
        var words = new StringBuilder(text.Length + 16);
        foreach (var rune in (_isBare ? text.Normalize(NormalizationForm.FormD) : text).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
                words.Append(' ');
            else if (IsDropped(rune, category) || (_isBare && category == UnicodeCategory.NonSpacingMark))
                continue;
            else if (IsPunctuation(rune) || (_isCutAtIdeographs && IsIdeograph(rune.Value)))
                words.Append(' ').Append(rune).Append(' ');
            else
                words.Append(_isLower ? Rune.ToLowerInvariant(rune) : rune);
        }

        return words.ToString();
    }

    private static bool IsDropped(Rune rune, UnicodeCategory category) =>
        rune.Value == 0xFFFD || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    // What ASCII has besides letters and digits counts as punctuation, also where Unicode calls it a symbol.
    private static bool IsPunctuation(Rune rune) => rune.IsAscii ? rune.Value is > ' ' and < 0x7F && !Rune.IsLetterOrDigit(rune) : Rune.IsPunctuation(rune);

    private static bool IsIdeograph(int value) => value >= 0x3400 && Array.Exists(Ideographs, range => value >= range.First && value <= range.Last);
}
