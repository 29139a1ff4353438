using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Summit.Bot.Corpus;

/// <summary>Tells whether files were added, removed or written, without reading them.</summary>
internal static class FileStamp
{
    /// <summary>A hash of names, lengths and times of the last writing, in the order of the paths.</summary>
    public static ulong Of(IEnumerable<string> paths)
    {
        var hash = new XxHash64();
        foreach (var file in paths.Select(path => new FileInfo(path)))
        {
            var line = file.Exists ? $"{file.FullName}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\n" : $"{file.FullName}\n";
            hash.Append(MemoryMarshal.AsBytes(line.AsSpan()));
        }

        return hash.GetCurrentHashAsUInt64();
    }
}
