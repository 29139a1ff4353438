using System.IO.Enumeration;
using System.Runtime.InteropServices;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Walks the paths that the user names. Of each folder that is open, the names alone are held.</summary>
internal sealed class SourceFinder(Action<CorpusRefusal> refuse, Action<string> passOver)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Files of one folder that are named one by one share what is known of their translations.</summary>
    private readonly Dictionary<string, TranslationIndex> _translations = new(StringComparer.Ordinal);

    public IEnumerable<SourceRef> Find(IEnumerable<string> paths) => paths.SelectMany(path =>
        Directory.Exists(path) ? Walk(path, new TranslationIndex(path, isRecursive: true)) : NamedFile(path));

    /// <summary>The files below a folder that are read, each folder in ordinal order, linked folders not entered, since they may lead back.</summary>
    public IEnumerable<SourceRef> Walk(string root, TranslationIndex? translations, bool isRecursive = true)
    {
        var open = new Stack<(string Folder, string Relative, Queue<Entry> Entries)>();
        open.Push((root, "", Entries(root)));
        while (open.TryPeek(out var at))
        {
            if (!at.Entries.TryDequeue(out var entry))
            {
                open.Pop();
                continue;
            }

            var path = Path.Combine(at.Folder, entry.Name);
            var relative = at.Relative + entry.Name;
            if (entry.IsFolder)
            {
                if (isRecursive && !entry.IsLink && !entry.Name.StartsWith('.'))
                    open.Push((path, relative + "/", Entries(path)));
            }
            else if (SourceKinds.Of(entry.Name) is null || entry.Name.StartsWith('.'))
            {
                passOver(path);
            }
            else
            {
                yield return new SourceRef(root, path, relative) { Translations = translations };
            }
        }
    }

    private IEnumerable<SourceRef> NamedFile(string path)
    {
        if (!File.Exists(path))
        {
            refuse(new CorpusRefusal(path, 0, "there is no such file or folder, or it may not be read. Name one that is there."));
            yield break;
        }

        if (SourceKinds.Of(path) is null)
        {
            refuse(new CorpusRefusal(path, 0, $"files of this kind are not read. Convert it to one of {SourceKinds.Known}."));
            yield break;
        }

        var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        ref var translations = ref CollectionsMarshal.GetValueRefOrAddDefault(_translations, folder, out _);
        translations ??= new TranslationIndex(folder, isRecursive: false);
        yield return new SourceRef(folder, path, Path.GetFileName(path)) { Translations = translations };
    }

    private Queue<Entry> Entries(string folder)
    {
        try
        {
            var entries = new FileSystemEnumerable<Entry>(
                folder,
                static (ref entry) => new Entry(entry.FileName.ToString(), entry.IsDirectory, entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
                Everything).ToArray();
            Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return new Queue<Entry>(entries);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refuse(new CorpusRefusal(folder, 0, $"the folder cannot be read: {error.Message} Name a folder that may be read."));
            return [];
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink);
}
