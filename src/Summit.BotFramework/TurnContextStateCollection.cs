namespace Summit.BotFramework;

/// <summary>Objects that live as long as a turn, by name or by type. Not safe for concurrent writing.</summary>
public sealed class TurnContextStateCollection : Dictionary<string, object?>
{
    /// <summary>Creates an empty collection; names are compared without regard to case.</summary>
    public TurnContextStateCollection()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The object of that name; null if there is none, or one of another type.</summary>
    public T? Get<T>(string key)
        where T : class =>
        TryGetValue(key, out var value) ? value as T : null;

    /// <summary>The object stored under its type's name; null if there is none.</summary>
    public T? Get<T>()
        where T : class =>
        Get<T>(KeyOf<T>());

    /// <summary>Stores an object under a name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add<T>(string key, T value)
        where T : class =>
        base.Add(key, value);

    /// <summary>Stores an object under its type's name.</summary>
    /// <exception cref="ArgumentException">There is one already.</exception>
    public void Add<T>(T value)
        where T : class =>
        base.Add(KeyOf<T>(), value);

    /// <summary>Stores an object under a name, in place of what was there.</summary>
    public void Set<T>(string key, T? value)
        where T : class =>
        this[key] = value;

    /// <summary>Stores an object under its type's name, in place of what was there.</summary>
    public void Set<T>(T? value)
        where T : class =>
        this[KeyOf<T>()] = value;

    private static string KeyOf<T>() => typeof(T).FullName!;
}
