using System.Collections.Frozen;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Which Markdown files of a folder translate which others. Safe for several threads.</summary>
/// <remarks>
/// Made when it is first asked for, from the heads of the files alone, and of the articles only those that have a translation are held.
/// A file that is not sound has no place in it: it is refused when it is read.
/// </remarks>
internal sealed class TranslationIndex(string folder, bool isRecursive)
{
    /// <summary>A longer front matter is not looked at here.</summary>
    private const int MaxHead = 64 * 1024;

    private readonly Lazy<FrozenDictionary<string, Pair>> _pairs = new(() => Pairs(folder, isRecursive));

    /// <summary>Changes when any of the translations does.</summary>
    public string Hash => field ??= SourceHash.Of(_pairs.Value.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Translations));

    /// <summary>The translations of an article, in ordinal order of their places; the first that is sound counts.</summary>
    public IReadOnlyList<SourceRef> Of(string articleId) => _pairs.Value.TryGetValue(articleId, out var pair) ? pair.Translations : [];

    /// <summary>The file of the article that has this id and a translation; null where there is none.</summary>
    public SourceRef? OriginalOf(string articleId) => _pairs.Value.TryGetValue(articleId, out var pair) ? pair.Original : null;

    private static FrozenDictionary<string, Pair> Pairs(string folder, bool isRecursive)
    {
        var pairs = new Dictionary<string, Pair>(StringComparer.Ordinal);
        foreach (var (file, fields) in Heads(folder, isRecursive))
        {
            if (fields.Optional("translationOf") is not { } original)
                continue;
            var id = SourceId.Sound(original);
            if (!pairs.TryGetValue(id, out var pair))
                pairs.Add(id, pair = new Pair());
            pair.Translations.Add(file);
        }

        foreach (var (file, fields) in pairs.Count > 0 ? Heads(folder, isRecursive) : [])
        {
            if (!fields.IsTranslation && pairs.TryGetValue(SourceId.Of(fields.Optional("id"), fields.Optional("url"), file.RelativePath), out var pair))
                pair.Original ??= file;
        }

        return pairs.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(SourceRef File, FrontMatter Fields)> Heads(string folder, bool isRecursive)
    {
        foreach (var file in new SourceFinder(static _ => { }, static _ => { }).Walk(folder, translations: null, isRecursive))
        {
            if (SourceKinds.Of(file.Path) == SourceKind.Markdown && Head(file.Path) is { } fields)
                yield return (file, fields);
        }
    }

    private static FrontMatter? Head(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[MaxHead];
            var read = stream.ReadAtLeast(bytes, MaxHead, throwOnEndOfStream: false);
            // So that no character is cut in two.
            var end = read < MaxHead ? read : Array.LastIndexOf(bytes, (byte)'\n', read - 1) + 1;
            var text = SourceText.Decode(bytes.AsSpan(0, end));
            return SourceFile.HasFrontMatter(text) ? SourceFile.ParseAnyFields(text) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or RefusedException)
        {
            return null;
        }
    }

    private sealed class Pair
    {
        public List<SourceRef> Translations { get; } = [];

        public SourceRef? Original { get; set; }
    }
}
