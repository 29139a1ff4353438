using System.Text;
using System.Text.Unicode;

namespace Summit.Bot.Corpus;

/// <summary>A file as it was read: its front matter, and its text behind that.</summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Fields">The front matter; null for a notice or read-me without any, which is not an article.</param>
/// <param name="Body">The text without blank lines around it; lines end with <c>\n</c>.</param>
/// <param name="BodyLine">The line of the file that <paramref name="Body"/> begins on, counted from 1.</param>
internal sealed record SourceFile(string Path, FrontMatter? Fields, string Body, int BodyLine)
{
    /// <summary>Larger files are refused.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const string YamlFence = "---", TomlFence = "+++";

    /// <exception cref="RefusedException">The file cannot be read, is too large, is not text, or has no sound front matter.</exception>
    public static SourceFile Read(string path) => Parse(path, Decode(ReadBytes(path)), FrontMatter.Parse);

    /// <summary>Whether a text begins with the line that opens a front matter.</summary>
    public static bool HasFrontMatter(string text) => text.AsSpan(0, text.AsSpan().IndexOf('\n') is >= 0 and var end ? end : text.Length).TrimEnd() is YamlFence or TomlFence;

    /// <summary>Reads a text that is decoded already, with lines that end with <c>\n</c>; its front matter may be one of another system.</summary>
    /// <exception cref="RefusedException">It has no sound front matter, or no text.</exception>
    public static SourceFile ParseAny(string path, string text) => Parse(path, text, ForeignFrontMatter.Parse);

    private static SourceFile Parse(string path, string text, Func<string, bool, FrontMatter> read)
    {
        if (!HasFrontMatter(text))
        {
            return IsNotice(path)
                ? new SourceFile(path, Fields: null, text, 1)
                : throw new RefusedException(1, "no front matter. Begin the file with a line '---', the keys, and another line '---'.");
        }

        var (fields, lines, close) = ParseFields(text, read);
        var first = Array.FindIndex(lines, close + 1, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
            throw new RefusedException(close + 1, "there is no text behind the front matter. Write the text there.");
        var last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        for (var line = first; line <= last; line++)
            RefuseControlCharacters(lines[line], line + 1);
        return new SourceFile(path, fields, string.Join('\n', lines[first..(last + 1)]), first + 1);
    }

    /// <summary>Reads the front matter alone, which may be one of another system.</summary>
    /// <exception cref="RefusedException">It is not sound.</exception>
    public static FrontMatter ParseAnyFields(string text) => ParseFields(text, ForeignFrontMatter.Parse).Fields;

    private static (FrontMatter Fields, string[] Lines, int Close) ParseFields(string text, Func<string, bool, FrontMatter> read)
    {
        var lines = text.Split('\n');
        var close = CloseOf(lines);
        if (close < 0)
            throw new RefusedException(1, $"the front matter is not closed. End it with a line '{lines[0].TrimEnd()}' of its own.");
        return (read(string.Join('\n', lines[1..close]), lines[0].TrimEnd() == TomlFence), lines, close);
    }

    /// <summary>Whether the front matter that a text begins with has an end.</summary>
    public static bool IsFrontMatterClosed(string text) => CloseOf(text.Split('\n')) > 0;

    private static int CloseOf(string[] lines) => Array.FindIndex(lines, 1, line => line.TrimEnd() == lines[0].TrimEnd());

    /// <exception cref="RefusedException">The file cannot be read or is too large.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length <= MaxBytes)
                return File.ReadAllBytes(path);
            throw new RefusedException(0, $"the file has {length} bytes, more than {MaxBytes} (10 MB). Split it into several articles.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(0, $"the file cannot be read: {error.Message} Check that it exists and may be read.");
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false);
        if (status != System.Buffers.OperationStatus.Done)
        {
            var before = NormalizeLines(Encoding.UTF8.GetString(bytes[..read]));
            throw new RefusedException(before.AsSpan().Count('\n') + 1, $"byte 0x{bytes[read]:X2} is not UTF-8. Save the file as UTF-8.");
        }

        return NormalizeLines(new string(chars, 0, written).TrimStart('\uFEFF'));
    }

    /// <summary>The text with lines that end with <c>\n</c>.</summary>
    public static string NormalizeLines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <exception cref="RefusedException">The line holds a control character other than a tab.</exception>
    public static void RefuseControlCharacters(string line, int number)
    {
        foreach (var c in line)
        {
            if (char.IsControl(c) && c != '\t')
                throw new RefusedException(number, $"control character U+{(int)c:X4} in the text. Remove it.");
        }
    }

    /// <summary>Whether a file speaks of the others rather than being an article, when it has no front matter.</summary>
    public static bool IsNotice(string path) => System.IO.Path.GetFileName(path).ToUpperInvariant() is "NOTICE.MD" or "README.MD";
}
