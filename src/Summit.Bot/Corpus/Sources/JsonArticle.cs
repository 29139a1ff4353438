using System.Text.Json;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads an article from a JSON object. Its text stays as it is, but for line breaks and control characters; keys that are not known are ignored.</summary>
internal static class JsonArticle
{
    public const string HowToState = "Add \"language\": \"fr\" or \"language\": \"en\"";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>Reads the object that begins on a line.</summary>
    /// <exception cref="RefusedException">It is no JSON object, or no sound article.</exception>
    public static Article Read(SourceRef file, int line, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(file, line, document.RootElement);
        }
        catch (JsonException error)
        {
            // The library counts lines and bytes from 0.
            throw new RefusedException(line + (int)(error.LineNumber ?? 0), $"this is not JSON, at byte {error.BytePositionInLine + 1} of the line: {Short(error)} Correct it, or write the file anew.");
        }
    }

    private static Article Read(SourceRef file, int line, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new RefusedException(line, "this is no JSON object. Write an article as {\"id\": …, \"title\": …, \"text\": …}.");
        var fields = new JsonFields(json, line);
        var title = fields.Text("title", "headline");
        var published = fields.Day("published", "datePublished", "date");
        var modified = fields.Day("dateModified");
        var url = fields.Text("url");
        return new ArticleDraft(
            file,
            title ?? throw new RefusedException(line, "there is no title. Add a key \"title\" with text."),
            SourceText.WithoutControls(fields.Text("text", "articleBody") ?? throw new RefusedException(line, "there is no text. Add a key \"text\" with the text of the article.")))
        {
            Line = line,
            Id = fields.Text("id"),
            Language = fields.Text("language", "lang", "inLanguage"),
            Published = published,
            Corrected = fields.Day("corrected") ?? (modified > published ? modified : null),
            Source = fields.Text("source", "publisher"),
            License = fields.Text("license"),
            Author = fields.Text("author"),
            Url = url is null || ArticleUrl.Parse(url) is not null
                ? url
                : throw new RefusedException(line, $"'{url}' is no address. Write all of it, beginning with https:// or http://, or remove \"url\"."),
            IsRetracted = fields.Text("status") switch
            {
                null or "published" => false,
                "retracted" => true,
                var other => throw new RefusedException(line, $"status '{other}' is not known. Write \"published\" or \"retracted\", or remove \"status\"."),
            },
            PlaceName = $"{SourceKinds.WithoutEnding(file.RelativePath)}-{title}",
            HowToState = HowToState,
        }.ToArticle();
    }

    /// <summary>The first sentence of the library's message: the rest repeats the place.</summary>
    private static string Short(JsonException error) => error.Message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? error.Message[..(end + 1)] : error.Message;
}
