namespace Summit.Bot.Language;

/// <summary>
/// A few ids as 64 bits, one or two for each: two lists whose masks have no bit in common have no id in common, which is what most comparisons of
/// two words come to.
/// </summary>
internal static class IdMask
{
    /// <summary>The bit that stands for any negative id.</summary>
    public const ulong Negative = 1UL << Negatives;

    private const int Negatives = 63;

    /// <summary>The mask of a list; 0 for an empty one.</summary>
    public static ulong Of(IReadOnlyList<int> ids)
    {
        ulong mask = 0;
        for (var i = 0; i < ids.Count; i++)
            mask |= 1UL << (int)((uint)ids[i] % Negatives) | (ids[i] < 0 ? Negative : 0);
        return mask;
    }
}
