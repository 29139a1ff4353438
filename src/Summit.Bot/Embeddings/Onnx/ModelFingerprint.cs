using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Summit.Bot.Embeddings.Onnx;

/// <summary>What tells the files of one model from those of another.</summary>
/// <param name="Hash">Hash of all files.</param>
/// <param name="HasDynamicScales">
/// Whether the model is quantized with scales that are taken from what it is given: then the texts of one batch would change each other's vectors.
/// </param>
internal sealed record ModelFingerprint(string Hash, bool HasDynamicScales)
{
    private const int Block = 1 << 20;

    private static readonly ConcurrentDictionary<(string File, long Size, DateTime Written), (byte[] Hash, bool HasDynamicScales)> Known = new();

    /// <summary>Begins the names of the operators that take their scales so.</summary>
    private static ReadOnlySpan<byte> DynamicOperator => "DynamicQuantize"u8;

    /// <summary>Reads the files; each once in a process, while it is not written to.</summary>
    /// <exception cref="SetupException">One cannot be read.</exception>
    public static ModelFingerprint Of(ModelFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in folder.Files)
            hash.AppendData(Read(file).Hash);
        return new ModelFingerprint(Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8)), Read(folder.Model).HasDynamicScales);
    }

    private static (byte[] Hash, bool HasDynamicScales) Read(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return Known.GetOrAdd((file, info.Length, info.LastWriteTimeUtc), key => Scan(key.File));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ModelFolder.Broken(file, error);
        }
    }

    private static (byte[] Hash, bool HasDynamicScales) Scan(string file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        // Blocks overlap, so that no name is cut in two.
        var overlap = DynamicOperator.Length;
        var buffer = new byte[overlap + Block];
        var isFound = false;
        for (int read; (read = stream.ReadAtLeast(buffer.AsSpan(overlap), Block, throwOnEndOfStream: false)) > 0;)
        {
            hash.AppendData(buffer, overlap, read);
            isFound = isFound || buffer.AsSpan(0, overlap + read).IndexOf(DynamicOperator) >= 0;
            buffer.AsSpan(read, overlap).CopyTo(buffer);
        }

        return (hash.GetHashAndReset(), isFound);
    }
}
