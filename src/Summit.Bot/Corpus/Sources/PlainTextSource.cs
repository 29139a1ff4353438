namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads plain text files.</summary>
/// <remarks>
/// The first line that is not blank is the title where it has at most 150 characters and a blank line, then text, follows it; else the title is the
/// name of the file without its ending, and all is text. A front matter is honoured. The text is composed (NFC), control characters become
/// spaces, and the lines of a paragraph that is broken at a margin are joined.
/// </remarks>
internal static class PlainTextSource
{
    private const int LongestTitle = 150;
    private const string HowToState = "Begin the file with a front matter that has 'title: …' and 'language: fr' or 'language: en'";

    /// <exception cref="RefusedException">The file is not sound.</exception>
    public static Article Read(SourceRef file)
    {
        var text = SourceText.Clean(SourceText.Decode(SourceFile.ReadBytes(file.Path)));
        if (SourceFile.HasFrontMatter(text) && SourceFile.IsFrontMatterClosed(text))
            return WithFrontMatter(file, text);
        var lines = text.Split('\n');
        var first = Math.Max(0, Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line)));
        var next = Array.FindIndex(lines, first + 1, line => !string.IsNullOrWhiteSpace(line));
        var hasTitle = lines[first].Trim().Length <= LongestTitle && next > first + 1;
        var title = hasTitle ? lines[first] : SourceKinds.WithoutEnding(Path.GetFileName(file.Path));
        return new ArticleDraft(file, title, LineWrapping.Undo(lines.AsSpan(hasTitle ? next : first))) { HowToState = HowToState }.ToArticle();
    }

    private static Article WithFrontMatter(SourceRef file, string text)
    {
        var source = SourceFile.ParseAny(file.Path, text);
        if (source.Fields!.IsTranslation)
            throw source.Fields.Refuse("translationOf", "a translation is read from a Markdown file. Let its name end with .md.");
        return MarkdownSource.Draft(file, source with { Body = LineWrapping.Undo(source.Body.Split('\n')) }, HowToState).ToArticle();
    }
}
