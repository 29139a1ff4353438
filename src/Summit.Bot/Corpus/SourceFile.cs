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

    private const string Fence = "---";

    /// <exception cref="RefusedException">The file cannot be read, is too large, is not text, or has no sound front matter.</exception>
    public static SourceFile Read(string path)
    {
        var text = Decode(ReadBytes(path));
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() != Fence)
        {
            return IsNotice(path)
                ? new SourceFile(path, Fields: null, text, 1)
                : throw new RefusedException(1, "no front matter. Begin the file with a line '---', the keys, and another line '---'.");
        }

        var close = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (close < 0)
            throw new RefusedException(1, "the front matter is not closed. End it with a line '---' of its own.");

        var fields = FrontMatter.Parse(string.Join('\n', lines[1..close]));
        var first = Array.FindIndex(lines, close + 1, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
            throw new RefusedException(close + 1, "there is no text behind the front matter. Write the text there.");
        var last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        for (var line = first; line <= last; line++)
            RefuseControlCharacters(lines[line], line + 1);
        return new SourceFile(path, fields, string.Join('\n', lines[first..(last + 1)]), first + 1);
    }

    private static byte[] ReadBytes(string path)
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

    private static string NormalizeLines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static void RefuseControlCharacters(string line, int number)
    {
        foreach (var c in line)
        {
            if (char.IsControl(c) && c != '\t')
                throw new RefusedException(number, $"control character U+{(int)c:X4} in the text. Remove it.");
        }
    }

    private static bool IsNotice(string path) => System.IO.Path.GetFileName(path).ToUpperInvariant() is "NOTICE.MD" or "README.MD";
}
