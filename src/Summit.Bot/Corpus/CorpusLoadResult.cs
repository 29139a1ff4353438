namespace Summit.Bot.Corpus;

/// <summary>What a folder of articles held.</summary>
/// <param name="Articles">The articles that are sound, in ordinal order of their files' paths.</param>
/// <param name="Files">Path of each article's file by the article's id, beginning with the folder that was asked for.</param>
/// <param name="Refusals">The files that are not sound, in ordinal order; they never stop the others.</param>
public sealed record CorpusLoadResult(IReadOnlyList<Article> Articles, IReadOnlyDictionary<string, string> Files, IReadOnlyList<CorpusRefusal> Refusals);

/// <summary>Why a file is not part of the corpus.</summary>
/// <param name="File">Path of the file, or of the folder that could not be read, beginning with the folder that was asked for.</param>
/// <param name="Line">The line to look at, counted from 1; 0 where no line is concerned.</param>
/// <param name="Reason">What is wrong, and what to do about it.</param>
public sealed record CorpusRefusal(string File, int Line, string Reason)
{
    /// <summary>The form that editors and terminals link: <c>path:line: reason</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Reason}" : $"{File}: {Reason}";
}
