using System.Runtime.InteropServices;

namespace Summit.Bot.Retrieval;

/// <summary>
/// Numbers of 16 bits: the upper half of one of 32 bits, with its sign, its exponent and 8 significant bits (bfloat16). Half the memory, and to
/// make one of 32 bits of it again is a shift.
/// </summary>
internal static class BrainFloats
{
    /// <summary>The nearest ones; of two that are as near the even one.</summary>
    public static ushort[] Round(ReadOnlySpan<float> numbers)
    {
        var rounded = new ushort[numbers.Length];
        var bits = MemoryMarshal.Cast<float, uint>(numbers);
        for (var i = 0; i < rounded.Length; i++)
            rounded[i] = (ushort)((bits[i] + 0x7FFF + ((bits[i] >> 16) & 1)) >> 16);
        return rounded;
    }

    /// <summary>The same numbers with 32 bits.</summary>
    public static float[] Widen(ReadOnlySpan<ushort> numbers)
    {
        var wide = new float[numbers.Length];
        for (var i = 0; i < wide.Length; i++)
            wide[i] = BitConverter.UInt32BitsToSingle((uint)numbers[i] << 16);
        return wide;
    }
}
