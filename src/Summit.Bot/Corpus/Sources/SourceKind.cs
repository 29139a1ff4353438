namespace Summit.Bot.Corpus.Sources;

/// <summary>How a file is read.</summary>
internal enum SourceKind
{
    Markdown,
    PlainText,
    Html,
    Pdf,
    Json,
    JsonLines,
}

/// <summary>Tells the kind of a file by its name.</summary>
internal static class SourceKinds
{
    /// <summary>The endings that are read, as a message names them.</summary>
    public const string Known = ".md, .markdown, .txt, .text, .html, .htm, .xhtml, .pdf, .json, .jsonl, .ndjson, .jsonl.gz and .ndjson.gz";

    private static readonly (string Ending, SourceKind Kind)[] Endings =
    [
        (".md", SourceKind.Markdown), (".markdown", SourceKind.Markdown), (".txt", SourceKind.PlainText), (".text", SourceKind.PlainText),
        (".html", SourceKind.Html), (".htm", SourceKind.Html), (".xhtml", SourceKind.Html), (".pdf", SourceKind.Pdf), (".json", SourceKind.Json),
        (".jsonl", SourceKind.JsonLines), (".ndjson", SourceKind.JsonLines), (".jsonl.gz", SourceKind.JsonLines), (".ndjson.gz", SourceKind.JsonLines),
    ];

    /// <summary>The kind of a file, or null where files of this name are not read.</summary>
    public static SourceKind? Of(string path) =>
        Endings.Where(known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase)).Select(known => (SourceKind?)known.Kind).FirstOrDefault();

    /// <summary>The path without the ending that tells the kind.</summary>
    public static string WithoutEnding(string path)
    {
        var ending = Endings.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase)).Ending ?? "";
        return path[..^ending.Length];
    }
}
