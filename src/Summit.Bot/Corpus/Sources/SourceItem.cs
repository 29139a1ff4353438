namespace Summit.Bot.Corpus.Sources;

/// <summary>What one place of a file held: an article, or the reason why there is none.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">The line that the article stands on in a JSON file, or that the refusal points to, counted from 1; 0 for the whole file.</param>
/// <param name="Article">The article; null where it is refused.</param>
/// <param name="Refusal">Why there is no article; null where there is one.</param>
public sealed record SourceItem(string File, int Line, Article? Article, CorpusRefusal? Refusal)
{
    internal static SourceItem Of(SourceRef file, int line, Article article) => new(file.Path, line, article, Refusal: null);

    internal static SourceItem Of(SourceRef file, RefusedException refused) =>
        new(file.Path, refused.Line, Article: null, new CorpusRefusal(file.Path, refused.Line, refused.Message));
}
