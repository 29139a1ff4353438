using System.Runtime.InteropServices;

namespace Summit.Bot.Retrieval;

/// <summary>The words of a passage as the sparse leg counts them, in the form that a store keeps: their number, the words, then their weights, of 32 bits each.</summary>
/// <param name="Bytes">The block; empty for no words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PassageWords(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>How many words there are.</summary>
    public int Count => Bytes.IsEmpty ? 0 : MemoryMarshal.Read<int>(Bytes.Span);

    /// <summary>Hashes, distinct.</summary>
    public ReadOnlySpan<uint> Indices => Count == 0 ? [] : MemoryMarshal.Cast<byte, uint>(Bytes.Span.Slice(sizeof(int), Count * sizeof(uint)));

    /// <summary>The weight of each.</summary>
    public ReadOnlySpan<float> Values => Count == 0 ? [] : MemoryMarshal.Cast<byte, float>(Bytes.Span.Slice(sizeof(int) * (1 + Count), Count * sizeof(float)));

    public static PassageWords Of(SparseVector vector)
    {
        var count = vector.Indices.Length;
        var bytes = new byte[LengthOf(count)];
        MemoryMarshal.Write(bytes, count);
        MemoryMarshal.AsBytes<uint>(vector.Indices).CopyTo(bytes.AsSpan(sizeof(int)));
        MemoryMarshal.AsBytes<float>(vector.Values).CopyTo(bytes.AsSpan(sizeof(int) * (1 + count)));
        return new PassageWords(bytes);
    }

    /// <summary>Takes the words of the next passage off a block of those of several.</summary>
    public static PassageWords Take(ref ReadOnlyMemory<byte> rest)
    {
        var length = LengthOf(MemoryMarshal.Read<int>(rest.Span));
        var taken = new PassageWords(rest[..length]);
        rest = rest[length..];
        return taken;
    }

    private static int LengthOf(int count) => sizeof(int) * (1 + (2 * count));
}
