namespace Summit.Bot.Retrieval.Store;

/// <summary>
/// Takes many short arrays into few large ones: what is loaded to stay is then not moved again and again by the garbage collector. Not safe
/// for several threads.
/// </summary>
internal sealed class Slab<T>
{
    private const int Least = 1 << 12, Most = 1 << 22;

    private T[] _current = [];
    private int _used;
    private int _next = Least;

    public ReadOnlyMemory<T> Add(ReadOnlySpan<T> values)
    {
        if (values.Length > _current.Length - _used)
            (_current, _used, _next) = (GC.AllocateUninitializedArray<T>(Math.Max(values.Length, _next)), 0, Math.Min(2 * _next, Most));
        var place = _current.AsMemory(_used, values.Length);
        values.CopyTo(place.Span);
        _used += values.Length;
        return place;
    }
}
