namespace Summit.Bot.Corpus.Sources;

/// <summary>A file that may hold articles.</summary>
/// <param name="Root">The folder that the user named, or the folder of the file that the user named.</param>
/// <param name="Path">Where the file is, beginning with what the user named.</param>
/// <param name="RelativePath">Where it is below <paramref name="Root"/>, with <c>/</c> between folders on every system.</param>
public sealed record SourceRef(string Root, string Path, string RelativePath)
{
    /// <summary>The translations among the files of the same root; null where the file was not found by <see cref="SourceReader.Find"/>.</summary>
    internal TranslationIndex? Translations { get; init; }
}
