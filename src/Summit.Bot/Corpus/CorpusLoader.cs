namespace Summit.Bot.Corpus;

/// <summary>Reads a folder of articles and their translations.</summary>
/// <remarks>
/// Every <c>*.md</c> file below the folder is an article (front matter with id, title, language and, where known, published, source, license,
/// author, url, corrected and status, then the text) or a translation (translationOf, title, language and translator, then one line a sentence; blank lines do
/// not count). NOTICE.md and README.md without front matter are passed over, and so are folders whose name begins with a dot.
/// </remarks>
public static class CorpusLoader
{
    /// <summary>Reads a folder. What is wrong with a file or a folder is returned as a refusal, never thrown.</summary>
    public static CorpusLoadResult Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var refusals = new List<CorpusRefusal>();
        var files = ReadFiles(folder, refusals);

        var articles = new Dictionary<string, (Article Article, SourceFile File)>();
        foreach (var file in files.Where(f => f.Fields is { IsTranslation: false }))
        {
            Attempt(file.Path, refusals, () =>
            {
                var article = ReadArticle(file);
                if (articles.TryGetValue(article.Id, out var other))
                    throw file.Fields!.Refuse("id", $"id '{article.Id}' is already the id of {other.File.Path}. Give one of them another id.");
                articles.Add(article.Id, (article, file));
            });
        }

        var translations = new Dictionary<string, SourceFile>();
        foreach (var file in files.Where(f => f.Fields is { IsTranslation: true }))
        {
            Attempt(file.Path, refusals, () =>
            {
                var id = file.Fields!.Required("translationOf");
                if (!articles.TryGetValue(id, out var original))
                {
                    throw file.Fields.Refuse(
                        "translationOf", $"there is no article '{id}' to translate, or it was refused. Correct the id or add the article.");
                }

                var translation = TranslationFile.Read(file, original.Article);
                if (!translations.TryAdd(id, file))
                {
                    throw file.Fields.Refuse(
                        "translationOf",
                        $"article '{id}' already has a translation into this language, {translations[id].Path}. Remove one of them.");
                }

                articles[id] = (original.Article with { Translation = translation }, original.File);
            });
        }

        var result = articles.Values
            .OrderBy(a => SortKey(a.File.Path), StringComparer.Ordinal)
            .Select(a => a.Article with { Version = ArticleVersion.Of(a.Article) })
            .ToList();
        return new CorpusLoadResult(
            result, articles.ToDictionary(pair => pair.Key, pair => pair.Value.File.Path), [.. refusals.OrderBy(r => SortKey(r.File), StringComparer.Ordinal)]);
    }

    /// <summary>Reads a folder that must hold at least one sound article.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mayBeEmpty">Asked where it holds none: whether it may; null where it may not.</param>
    /// <exception cref="CorpusException">It does not exist, or holds none and may not be empty.</exception>
    public static CorpusLoadResult LoadOrThrow(string folder, Func<bool>? mayBeEmpty = null)
    {
        if (!Directory.Exists(folder))
            throw new CorpusException($"The corpus folder {Path.GetFullPath(folder)} does not exist. Name a folder of articles with Summit:CorpusPath, or remove the key for the shipped corpus.");
        var corpus = Load(folder);
        if (corpus.Articles.Count > 0 || (corpus.Refusals.Count == 0 && mayBeEmpty?.Invoke() == true))
            return corpus;
        var why = corpus.Refusals.Count > 0 ? $" The first file that was refused: {corpus.Refusals[0]}" : "";
        throw new CorpusException($"The corpus folder {Path.GetFullPath(folder)} holds no article. Put articles (*.md) there, take others in with summit-bot ingest, or name another folder with Summit:CorpusPath.{why}");
    }

    /// <summary>Changes when a file of the folder is added, removed or written: a hash of names, lengths and times of the last writing.</summary>
    public static ulong Stamp(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var paths = new List<string>();
        FindFiles(folder, paths, []);
        return FileStamp.Of(paths.OrderBy(SortKey, StringComparer.Ordinal));
    }

    private static List<SourceFile> ReadFiles(string folder, List<CorpusRefusal> refusals)
    {
        var files = new List<SourceFile>();
        var paths = new List<string>();
        FindFiles(folder, paths, refusals);
        foreach (var path in paths.OrderBy(SortKey, StringComparer.Ordinal))
            Attempt(path, refusals, () => files.Add(SourceFile.Read(path)));
        return files;
    }

    /// <summary>Walks the folder. Linked folders are not entered, since they may lead back; linked files are read.</summary>
    private static void FindFiles(string root, List<string> paths, List<CorpusRefusal> refusals)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            Attempt(folder, refusals, () =>
            {
                foreach (var entry in Entries(folder))
                {
                    if (entry is FileInfo && entry.Extension.Equals(".md", StringComparison.OrdinalIgnoreCase))
                        paths.Add(Path.Combine(folder, entry.Name));
                    else if (entry is DirectoryInfo && entry.LinkTarget is null && !entry.Name.StartsWith('.'))
                        folders.Push(Path.Combine(folder, entry.Name));
                }
            });
        }
    }

    private static FileSystemInfo[] Entries(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            throw new RefusedException(0, "there is no such folder. Name a folder that holds articles as *.md files.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(0, $"the folder cannot be read: {error.Message} Name a folder that may be read.");
        }
    }

    private static Article ReadArticle(SourceFile file)
    {
        var fields = file.Fields!;
        return new Article(
            fields.Id(), Version: "", fields.Required("title"), fields.Language(), fields.Day("published"),
            fields.Optional("source"), fields.Optional("license"), file.Body, SentenceSplitter.Split(file.Body), Translation: null)
        {
            Author = fields.Optional("author"),
            Url = fields.Url(),
            Corrected = fields.Day("corrected"),
            IsRetracted = fields.IsRetracted(),
        };
    }

    private static void Attempt(string path, List<CorpusRefusal> refusals, Action read)
    {
        try
        {
            read();
        }
        catch (RefusedException refused)
        {
            refusals.Add(new CorpusRefusal(path, refused.Line, refused.Message));
        }
    }

    private static string SortKey(string path) => path.Replace('\\', '/');
}

/// <summary>There are no articles; the message says where they were looked for, and the way out.</summary>
public sealed class CorpusException : Exception
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public CorpusException(string message) : base(message)
    {
    }
}
