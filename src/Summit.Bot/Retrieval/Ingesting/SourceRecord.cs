using Summit.Bot.Corpus.Sources;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval.Ingesting;

/// <summary>Something that was read: an article or a refusal of a file, or, with neither, that the file is at its end.</summary>
/// <param name="Path">The whole path of the file.</param>
/// <param name="Item">What was found; null for the end of the file.</param>
/// <param name="Hash">With the end: the hash of what was read; null where it was not read, since it has not changed.</param>
/// <param name="Bytes">With the end: the length of the file.</param>
internal sealed record SourceRecord(string Path, SourceItem? Item, string? Hash, long Bytes)
{
    /// <summary>Reads files, one record after the other; those that were ingested to their end as they are now are not read again.</summary>
    public static IEnumerable<SourceRecord> ReadAll(IEnumerable<SourceRef> files, StoreState state)
    {
        foreach (var file in files)
        {
            var path = System.IO.Path.GetFullPath(file.Path);
            var (hash, bytes) = SourceHash.Of(file);
            if (hash is not null && state.Sources.GetValueOrDefault(path) == hash)
            {
                yield return new SourceRecord(path, null, null, bytes);
                continue;
            }

            foreach (var item in SourceReader.Read(file))
                yield return new SourceRecord(path, item, null, 0);
            yield return new SourceRecord(path, null, hash ?? "", bytes);
        }
    }
}
