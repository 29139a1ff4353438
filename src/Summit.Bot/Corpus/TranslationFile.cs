namespace Summit.Bot.Corpus;

/// <summary>Reads the translation of an article: one line a sentence, blank lines not counted.</summary>
internal static class TranslationFile
{
    /// <exception cref="RefusedException">It does not go with the article.</exception>
    public static ArticleTranslation Read(SourceFile file, Article article)
    {
        var fields = file.Fields!;
        var language = fields.Language();
        if (language == article.Language)
        {
            throw fields.Refuse(
                "language", $"article '{article.Id}' is written in this language itself. Translate it into the other one.");
        }

        return new ArticleTranslation(
            language, fields.Required("title"), fields.Required("translator"), ReadSentences(file, article));
    }

    private static List<string> ReadSentences(SourceFile file, Article article)
    {
        var sentences = new List<string>();
        var tooMany = 0;
        var number = file.BodyLine - 1;
        foreach (var line in file.Body.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            sentences.Add(line.Trim());
            if (sentences.Count == article.Sentences.Count + 1)
                tooMany = number;
        }

        if (sentences.Count == article.Sentences.Count)
            return sentences;
        throw new RefusedException(
            tooMany > 0 ? tooMany : number,
            $"article '{article.Id}' has {article.Sentences.Count} sentences, this translation {sentences.Count} lines: "
            + (tooMany > 0 ? "this line is the first too many. " : "it runs out after this line. ")
            + "Write one line a sentence, in the same order.");
    }
}
