using System.Buffers.Binary;
using System.IO.Hashing;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Summit.Bot.Storage;

/// <summary>
/// The checksum of storage (Castagnoli's polynomial; RFC 3720, appendix B.4), which processors have an instruction for: at a start, when
/// most of a store is read, the hashes of libraries run in code that the runtime has not compiled well yet.
/// </summary>
internal sealed class Crc32C() : NonCryptographicHashAlgorithm(sizeof(uint))
{
    private uint _crc = uint.MaxValue;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Append(ReadOnlySpan<byte> source)
    {
        var crc = _crc;
        for (; source.Length >= sizeof(ulong); source = source[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(source));
        foreach (var one in source)
            crc = BitOperations.Crc32C(crc, one);
        _crc = crc;
    }

    /// <inheritdoc/>
    public override void Reset() => _crc = uint.MaxValue;

    /// <inheritdoc/>
    protected override void GetCurrentHashCore(Span<byte> destination) => BinaryPrimitives.WriteUInt32LittleEndian(destination, ~_crc);
}
