using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Summit.Bot.Language;

namespace Summit.Bot.Corpus;

/// <summary>Computes <see cref="Article.Version"/>.</summary>
/// <remarks>
/// SHA-256 over the fields in a fixed order, each as its length in bytes (32 bits, little-endian; -1 for none) and its UTF-8 bytes,
/// so that no two different articles encode alike; the first 8 bytes of the hash, in hexadecimal.
/// </remarks>
internal static class ArticleVersion
{
    public static string Of(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] fields =
        [
            article.Id, article.Title, article.Language.Code(),
            Day(article.Published),
            article.Source, article.License, article.Text,
            article.Translation?.Language.Code(), article.Translation?.Title, article.Translation?.Translator,
        ];
        foreach (var field in fields)
            Append(hash, field);
        foreach (var sentence in article.Translation?.Sentences ?? [])
            Append(hash, sentence);
        // A sentence number names the same sentence in all that is said of one version.
        foreach (var sentence in article.Sentences)
            Append(hash, string.Create(CultureInfo.InvariantCulture, $"{sentence.Start} {sentence.Length}"));
        string?[] more = [article.Author, article.Url, Day(article.Corrected), article.IsRetracted ? "retracted" : null];
        // So that an article without any of them keeps the version that it had before there were these fields.
        foreach (var field in more.Any(field => field is not null) ? more : [])
            Append(hash, field);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Append(IncrementalHash hash, string? field)
    {
        var bytes = Encoding.UTF8.GetBytes(field ?? "");
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
