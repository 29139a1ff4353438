using System.Security.Cryptography;
using System.Text;
using Summit.Bot.Language;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Makes the id of an article that comes from elsewhere. The same input always has the same id.</summary>
internal static class SourceId
{
    private const int HashDigits = 8, MostRead = 400;

    /// <summary>The given id, else one from the address, else one from the path below the root, without its ending.</summary>
    public static string Of(string? given, string? url, string relativePath)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return Sound(given.Trim());
        return ArticleUrl.Parse(url) is { } address
            ? WithHash(Readable(address), address)
            : Sound(SourceText.Nfc(SourceKinds.WithoutEnding(relativePath.Replace('\\', '/'))));
    }

    /// <summary>The id itself where it is sound; else what it can keep of it, and eight digits of a hash, so that no two ids become one.</summary>
    public static string Sound(string id) => FrontMatter.IsSoundId(id) ? id : WithHash(id, id);

    private static string WithHash(string readable, string hashed)
    {
        var id = new StringBuilder();
        foreach (var c in TextAnalyzer.Fold(SourceText.Nfc(readable[..Math.Min(readable.Length, MostRead)])))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                id.Append(c);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        id.Length = Math.Min(id.Length, FrontMatter.MaxIdLength - HashDigits - 1);
        var kept = id.ToString().Trim('-');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed)))[..HashDigits];
        return $"{(kept.Length > 0 ? kept : "article")}-{hash}";
    }

    /// <summary>The host without "www.", and what follows it.</summary>
    private static string Readable(string url)
    {
        var rest = url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..];
        return rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
    }
}
