namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads Markdown files: with front matter as <see cref="CorpusLoader"/> does, without it by their first heading.</summary>
/// <remarks>
/// The text is kept as it stands. Without front matter, a heading that the file begins with is its title and no part of the text.
/// Id and language may be missing here. A translation is part of its article, which is a Markdown file of the same root.
/// </remarks>
internal static class MarkdownSource
{
    private const string HowToState = "State it with 'language: fr' or 'language: en' in a front matter";

    /// <exception cref="RefusedException">The file is not sound.</exception>
    public static Article? Read(SourceRef file)
    {
        var text = SourceText.Decode(SourceFile.ReadBytes(file.Path));
        if (!SourceFile.HasFrontMatter(text))
            return SourceFile.IsNotice(file.Path) ? null : WithoutFrontMatter(file, text);
        var source = SourceFile.ParseAny(file.Path, text);
        var translations = file.Translations ?? new TranslationIndex(Path.GetDirectoryName(file.Path) is { Length: > 0 } folder ? folder : ".", isRecursive: false);
        if (source.Fields!.IsTranslation)
        {
            CheckTranslation(file, source, translations);
            return null;
        }

        var article = Draft(file, source, HowToState).ToArticle();
        return TranslationOf(article, translations) is { } translation ? WithTranslation(article, translation.Content) : article;
    }

    /// <summary>The article that a front matter and the text behind it make.</summary>
    /// <exception cref="RefusedException">The front matter lacks a title, or a value in it is not sound.</exception>
    public static ArticleDraft Draft(SourceRef file, SourceFile source, string howToState)
    {
        var fields = source.Fields!;
        return new ArticleDraft(file, fields.Required("title"), source.Body)
        {
            Id = fields.Optional("id"),
            Language = fields.Optional("language"),
            Published = fields.Day("published"),
            Corrected = fields.Day("corrected"),
            Source = fields.Optional("source"),
            License = fields.Optional("license"),
            Author = fields.Optional("author"),
            Url = fields.Url(),
            IsRetracted = fields.IsRetracted(),
            HowToState = howToState,
        };
    }

    private static Article WithoutFrontMatter(SourceRef file, string text)
    {
        var lines = text.Split('\n');
        var (title, first) = MarkdownHeading.Find(lines);
        if (title is null)
            throw new RefusedException(1, "there is no title. Begin the file with a heading '# …', or with a front matter that has 'title: …'.");
        for (var line = 0; line < lines.Length; line++)
            SourceFile.RefuseControlCharacters(lines[line], line + 1);
        while (first < lines.Length && string.IsNullOrWhiteSpace(lines[first]))
            first++;
        var end = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line)) + 1;
        return new ArticleDraft(file, title, string.Join('\n', lines[Math.Min(first, end)..end])) { HowToState = HowToState }.ToArticle();
    }

    /// <summary>The first sound translation of an article, and its file.</summary>
    private static (SourceRef File, ArticleTranslation Content)? TranslationOf(Article article, TranslationIndex translations)
    {
        foreach (var file in translations.Of(article.Id))
        {
            try
            {
                var source = SourceFile.ParseAny(file.Path, SourceText.Decode(SourceFile.ReadBytes(file.Path)));
                return (file, TranslationFile.Read(source, article));
            }
            catch (RefusedException)
            {
                // It is refused when it is read itself.
            }
        }

        return null;
    }

    private static void CheckTranslation(SourceRef file, SourceFile source, TranslationIndex translations)
    {
        var id = SourceId.Sound(source.Fields!.Required("translationOf"));
        if (translations.OriginalOf(id) is not { } original)
        {
            throw source.Fields.Refuse(
                "translationOf", $"there is no Markdown article '{id}' to translate in {file.Root}, or it was refused. Correct the id or add the article.");
        }

        var article = Draft(original, SourceFile.ParseAny(original.Path, SourceText.Decode(SourceFile.ReadBytes(original.Path))), HowToState).ToArticle();
        TranslationFile.Read(source, article);
        if (TranslationOf(article, translations) is { } first && first.File.RelativePath != file.RelativePath)
        {
            throw source.Fields.Refuse(
                "translationOf", $"article '{id}' already has a translation into this language, {first.File.Path}. Remove one of them.");
        }
    }

    private static Article WithTranslation(Article article, ArticleTranslation translation)
    {
        var whole = article with { Translation = translation };
        return whole with { Version = ArticleVersion.Of(whole) };
    }
}
