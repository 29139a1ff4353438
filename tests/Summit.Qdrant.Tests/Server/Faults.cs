namespace Summit.Qdrant.Tests.Server;

/// <summary>What a server does wrong when a test asks for it. Methods are named as in the protocol, such as <c>Upsert</c>.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _calls = [];
    private int _unavailable;
    private int _rateLimited;
    private int? _retryAfter;
    private (string Method, int Call, bool Applied)? _kill;

    /// <summary>How long every call waits before it is served.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How often a method has been called, refused calls included.</summary>
    public int CallsOf(string method)
    {
        lock (_lock)
            return _calls.GetValueOrDefault(method);
    }

    /// <summary>The next calls are answered UNAVAILABLE.</summary>
    public void Unavailable(int times) => _unavailable = times;

    /// <summary>The next calls are answered RESOURCE_EXHAUSTED, with or without the seconds after which to try again.</summary>
    public void RateLimit(int times, int? retryAfter)
    {
        _rateLimited = times;
        _retryAfter = retryAfter;
    }

    /// <summary>The server dies at a call, counted from 1 and from now, before or after the call took effect; it never answers.</summary>
    public void KillAt(string method, int call, bool applied)
    {
        lock (_lock)
            _kill = (method, CallsOf(method) + call, applied);
    }

    internal Fate Next(string method)
    {
        lock (_lock)
        {
            var count = _calls[method] = _calls.GetValueOrDefault(method) + 1;
            if (_kill is { } kill && kill.Method == method && kill.Call == count)
            {
                _kill = null;
                return kill.Applied ? Fate.KilledAfter : Fate.KilledBefore;
            }
            if (_unavailable > 0)
            {
                _unavailable--;
                return Fate.Unavailable;
            }
            if (_rateLimited > 0)
            {
                _rateLimited--;
                return Fate.RateLimited;
            }
            return Fate.Served;
        }
    }

    internal int? RetryAfter => _retryAfter;
}

internal enum Fate
{
    Served,
    Unavailable,
    RateLimited,
    KilledBefore,
    KilledAfter,
}
