using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Summit.Bot.Storage;

/// <summary>
/// A SQLite file beside the articles, for what one kind of data needs. Made when something is first written; one connection is kept
/// open, used by one thread at a time. A file that is damaged is set aside and begun anew; one of a newer format is left as it is.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const int Corrupt = 11, NotADatabase = 26, Seconds = 5;

    private readonly Lock _gate = new();
    private readonly string _schema;
    private readonly int _format;
    private SqliteConnection? _connection;

    /// <summary>Names a file; nothing is opened yet.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="schema">Makes the tables.</param>
    /// <param name="format">Number of the schema, from 1; one that raises it also has to say how older files are taken over.</param>
    public SqliteFile(string folder, string name, string schema, int format)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), name);
        _schema = schema;
        _format = format;
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>Reads; what is not there yet reads as <paramref name="empty"/>.</summary>
    /// <exception cref="IOException">The file cannot be used; the message names it.</exception>
    public T Read<T>(Func<SqliteConnection, T> read, T empty)
    {
        lock (_gate)
            return _connection is null && !File.Exists(Path) ? empty : Guard(read);
    }

    /// <summary>Writes in one transaction.</summary>
    /// <exception cref="IOException">The file cannot be used; the message names it.</exception>
    public void Write(Action<SqliteConnection> write)
    {
        lock (_gate)
        {
            Guard(connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                write(connection);
                transaction.Commit();
                return true;
            });
        }
    }

    /// <summary>Deletes, and takes what was deleted out of the file and its log, too; does nothing where there is no file.</summary>
    /// <exception cref="IOException">The file cannot be used; the message names it.</exception>
    public void Erase(Action<SqliteConnection> delete)
    {
        lock (_gate)
        {
            if (_connection is null && !File.Exists(Path))
                return;
            Write(delete);
            Guard(connection => connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    private T Guard<T>(Func<SqliteConnection, T> action)
    {
        try
        {
            return action(_connection ??= Open());
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Corrupt or NotADatabase)
        {
            Dispose();
            File.Move(Path, string.Create(CultureInfo.InvariantCulture, $"{Path}.damaged-{DateTime.UtcNow:yyyyMMddHHmmssfff}"));
            throw new IOException($"{Path} was damaged and has been set aside; it is begun anew.", error);
        }
        catch (Exception error) when (error is SqliteException or UnauthorizedAccessException)
        {
            throw new IOException($"{Path} cannot be used ({error.Message.TrimEnd('.')}). Make it and its folder writable, with room on the disk, or name another folder with Summit:DataPath.", error);
        }
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, DefaultTimeout = Seconds }.ToString());
        try
        {
            connection.Open();
            // secure_delete: https://sqlite.org/pragma.html#pragma_secure_delete; what was deleted is overwritten with zeros.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
            if (ReadFormat(connection) < _format)
                Make(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Make(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have made it while this one waited.
        if (ReadFormat(connection) < _format)
        {
            connection.Execute(_schema);
            connection.SetFormat(_format);
        }

        transaction.Commit();
    }

    private int ReadFormat(SqliteConnection connection)
    {
        var format = connection.Format();
        return format <= _format
            ? format
            : throw new IOException($"{Path} has the format {format}, which is newer than this program. Use the newer program, or name another folder with Summit:DataPath.");
    }
}
