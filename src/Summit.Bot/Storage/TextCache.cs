namespace Summit.Bot.Storage;

/// <summary>Texts under the hash of what they were made of, in a file: what is cheaper to keep than to make again. A file that cannot be used keeps nothing.</summary>
internal sealed partial class TextCache(string folder, string name, ILogger logger) : IDisposable
{
    private const int Format = 1;

    private readonly SqliteFile _file = new(folder, name, "CREATE TABLE text (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID", Format);

    /// <summary>The text under a key; null when there is none.</summary>
    public string? Find(string key)
    {
        try
        {
            return _file.Read(connection => connection.Scalar("SELECT value FROM text WHERE key = $key", ("$key", key)) as string, null);
        }
        catch (IOException error)
        {
            Log.Failed(logger, error.Message);
            return null;
        }
    }

    /// <summary>Keeps a text.</summary>
    public void Add(string key, string text)
    {
        try
        {
            _file.Write(connection => connection.Execute("INSERT OR REPLACE INTO text VALUES ($key, $text)", ("$key", key), ("$text", text)));
        }
        catch (IOException error)
        {
            Log.Failed(logger, error.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What was made is not kept, and will be made again. {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
