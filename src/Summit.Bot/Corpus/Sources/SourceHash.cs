using System.IO.Hashing;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Tells whether a file would be read as it was before, without reading what it says.</summary>
public static class SourceHash
{
    /// <summary>To be raised when the same bytes are read otherwise, so that all files are read again.</summary>
    private const string Version = "1";

    /// <summary>A hash of what the file holds and, of a Markdown file, of the translations below the same root, which belong to their articles.</summary>
    /// <returns>The hash, 32 hexadecimal digits, or null for a file that cannot be read; and its length in bytes.</returns>
    public static (string? Hash, long Bytes) Of(SourceRef file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var hash = new XxHash128();
            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            hash.Append(stream);
            hash.Append(System.Text.Encoding.UTF8.GetBytes($"{Version} {file.RelativePath} {(SourceKinds.Of(file.Path) == SourceKind.Markdown ? file.Translations?.Hash : null)}"));
            return (Convert.ToHexStringLower(hash.GetCurrentHash()), stream.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, 0);
        }
    }

    /// <summary>A hash of what files hold, in their order; a file that cannot be read counts as empty.</summary>
    internal static string Of(IEnumerable<SourceRef> files)
    {
        var hash = new XxHash128();
        foreach (var file in files)
            hash.Append(System.Text.Encoding.UTF8.GetBytes(Of(file with { Translations = null }).Hash ?? ""));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
