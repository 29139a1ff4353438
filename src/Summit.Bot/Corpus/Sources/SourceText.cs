using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Turns the bytes of files from elsewhere into text.</summary>
internal static class SourceText
{
    private const int Windows1252 = 1252;

    /// <summary>What stands in no text: the bytes without a meaning in Windows-1252, and control characters but those of lines, and the one that ends files of DOS.</summary>
    private static readonly SearchValues<byte> NotText = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 30, 31, 127, 0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    /// <summary>Decodes by the byte order mark, else as UTF-8 where the bytes are that, else as declared, else as Windows-1252.</summary>
    /// <remarks>
    /// Bytes that are UTF-8 beyond ASCII are so by intent, whatever is declared: many pages are saved as UTF-8 with the declaration of another encoding.
    /// </remarks>
    /// <returns>The text without a byte order mark; lines end with <c>\n</c>.</returns>
    /// <exception cref="RefusedException">It is no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        var text = ByMark(bytes) ?? ByContent(bytes, declared);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new RefusedException(0, "the file holds NUL characters, so it is not text. Save it as UTF-8 text.");
        return SourceFile.NormalizeLines(text);
    }

    /// <summary>Composed form (NFC), so that an accented letter is one character; a surrogate without its other half becomes U+FFFD.</summary>
    public static string Nfc(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        return string.Create(text.Length, text, static (chars, text) =>
        {
            CopySound(text, chars);
            chars.Replace('\uFFFE', '\uFFFD');
        }).Normalize();
    }

    /// <summary>The text with a space for each control character but line breaks and tabs, composed (NFC).</summary>
    public static string Clean(string text) => Nfc(WithoutControls(text));

    /// <summary>The text with <c>\n</c> as the only line break and a space for each control character but tabs.</summary>
    public static string WithoutControls(string text)
    {
        text = SourceFile.NormalizeLines(text);
        return text.Any(IsUnwanted)
            ? string.Create(text.Length, text, static (chars, text) =>
            {
                for (var i = 0; i < chars.Length; i++)
                    chars[i] = IsUnwanted(text[i]) ? ' ' : text[i];
            })
            : text;
    }

    /// <summary>One line, with single spaces.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', WithoutControls(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    private static string? ByMark(ReadOnlySpan<byte> bytes)
    {
        // UTF-32 first: its little-endian mark begins with that of UTF-16.
        Encoding[] marked = [Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8];
        foreach (var encoding in marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
                return encoding.GetString(bytes[encoding.Preamble.Length..]);
        }

        return null;
    }

    private static string ByContent(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.Contains((byte)0))
            throw new RefusedException(0, "the file holds NUL bytes, so it is not text. Save it as UTF-8 text.");
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        if (declared is not null && Declared(declared) is { } encoding)
            return encoding.GetString(bytes);
        var bad = bytes.IndexOfAny(NotText);
        if (bad >= 0)
            throw new RefusedException(0, $"byte 0x{bytes[bad]:X2} at {bad} is neither UTF-8 nor Windows-1252, so it is not text. Save the file as UTF-8 text.");
        return CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!.GetString(bytes);
    }

    /// <summary>The encoding of that name; null for an unknown one, those that browsers read as Windows-1252, and those that the bytes have been seen not to be.</summary>
    private static Encoding? Declared(string name)
    {
        if (name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) || name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII")
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void CopySound(string text, Span<char> chars)
    {
        text.CopyTo(chars);
        for (var i = 0; i < chars.Length; i++)
        {
            if (!char.IsSurrogate(chars[i]))
                continue;
            if (i + 1 < chars.Length && char.IsSurrogatePair(chars[i], chars[i + 1]))
                i++;
            else
                chars[i] = '\uFFFD';
        }
    }
}
