namespace Summit.Bot.Corpus.Sources;

/// <summary>Finds and reads the articles under paths that the user names.</summary>
/// <remarks>
/// The kinds of files: Markdown, plain text, HTML, PDF, JSON and JSON lines (also compressed with gzip). Nothing is loaded from the network,
/// and nothing in a file is run. A file is at most 10 MB long; of JSON lines, a line is.
/// </remarks>
public static class SourceReader
{
    /// <summary>The files that may hold articles, as they are asked for, in ordinal order of the names within each folder.</summary>
    /// <param name="paths">Files and folders. Folders are entered, except those below them that are links or begin with a dot.</param>
    /// <param name="refuse">Is told of each path that does not exist, cannot be read, or is a named file of a kind that is not read.</param>
    /// <param name="passOver">Is told the path of each file below a folder whose kind is not read, or whose name begins with a dot.</param>
    public static IEnumerable<SourceRef> Find(IEnumerable<string> paths, Action<CorpusRefusal> refuse, Action<string>? passOver = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(refuse);
        return new SourceFinder(refuse, passOver ?? (static _ => { })).Find(paths);
    }

    /// <summary>Reads one file: its articles and its refusals, one at a time and in the order of the file.</summary>
    /// <remarks>
    /// What is wrong with the file is returned, never thrown. Nothing is returned for a notice without front matter, an empty JSON file and a
    /// translation: that is part of its article. Two articles may have the same id.
    /// </remarks>
    public static IEnumerable<SourceItem> Read(SourceRef file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return SourceKinds.Of(file.Path) switch
        {
            SourceKind.Markdown => One(file, MarkdownSource.Read),
            SourceKind.PlainText => One(file, PlainTextSource.Read),
            SourceKind.Html => One(file, HtmlSource.Read),
            SourceKind.Pdf => One(file, PdfSource.Read),
            SourceKind.Json => JsonSource.Read(file),
            SourceKind.JsonLines => JsonLinesSource.Read(file),
            _ => [SourceItem.Of(file, new RefusedException(0, $"files of this kind are not read. Convert it to one of {SourceKinds.Known}."))],
        };
    }

    private static IEnumerable<SourceItem> One(SourceRef file, Func<SourceRef, Article?> read)
    {
        SourceItem? item;
        try
        {
            item = read(file) is { } article ? SourceItem.Of(file, 0, article) : null;
        }
        catch (RefusedException refused)
        {
            item = SourceItem.Of(file, refused);
        }

        if (item is not null)
            yield return item;
    }
}
