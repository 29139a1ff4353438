using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Summit.Bot.Storage;

namespace Summit.Bot.Auditing;

/// <summary>
/// How every answer came about, in <c>audit.db</c> of the data folder, each as long as <see cref="AuditOptions.Retention"/> says. Records are
/// written in batches off the way of the answer: a process that is killed loses those of its last half second, and one that is stopped none.
/// </summary>
public sealed partial class AuditLog : IAsyncDisposable
{
    private const int Format = 1;

    // All of it grows at its end. An index on conversations would be written all over, at a page for each answer; to look through the
    // narrow rows when one is forgotten costs less.
    private const string Schema = """
        CREATE TABLE answer (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, time INTEGER NOT NULL, conversation TEXT, status TEXT NOT NULL);
        CREATE TABLE record (number INTEGER PRIMARY KEY, json BLOB NOT NULL);
        """;

    private const string Records = "SELECT json FROM answer JOIN record USING (number)";

    private readonly SqliteFile _file;
    private readonly BatchWriter<Row> _writer;
    private readonly TimeSpan _retention;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private long _lost;

    /// <summary>Makes the log; nothing is opened yet.</summary>
    public AuditLog(IOptions<SummitOptions> options, TimeProvider time, ILogger<AuditLog> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _file = new SqliteFile(options.Value.DataPath, "audit.db", Schema, Format);
        _writer = new BatchWriter<Row>(Write, (error, count) => Log.Lost(logger, count, error.Message));
        _retention = options.Value.Audit.Retention;
        _time = time;
        _logger = logger;
    }

    /// <summary>Records an answer; returns at once.</summary>
    public void Add(AuditedAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (_retention == TimeSpan.Zero)
            return;
        // Made here and now: all that went into an answer would otherwise be kept alive until it is written, which costs more than this.
        var record = AuditRecord.Of(answer);
        if (!_writer.Add(new Row(record.Id, record.Time.ToUnixTimeMilliseconds(), answer.Conversation, record.Status, Bytes(record))) && Interlocked.Increment(ref _lost) is var lost && long.IsPow2(lost))
            Log.Lost(_logger, lost, "Answers are given faster than the disk takes their records.");
    }

    /// <summary>The record of an answer; null when there is none, or not any more.</summary>
    /// <exception cref="IOException">The log cannot be read; the message says why.</exception>
    public AuditRecord? Find(string id) =>
        _file.Read(connection => connection.Query(Records + " WHERE id = $id AND time > $oldest", ("$id", id), ("$oldest", Oldest())).Select(Read).FirstOrDefault(), null);

    /// <summary>The records of answers of a status, oldest first.</summary>
    /// <param name="status">As <see cref="Answering.Answer.Status"/>.</param>
    /// <exception cref="IOException">The log cannot be read; the message says why.</exception>
    public IReadOnlyList<AuditRecord> FindByStatus(string status) => _file.Read(
        connection => connection.Query(Records + " WHERE status = $status AND time > $oldest ORDER BY number", ("$status", status), ("$oldest", Oldest())).Select(Read).ToList(), []);

    /// <summary>Takes what its user wrote out of the records of a conversation, wherever they were written, and the conversation with it.</summary>
    /// <param name="conversation">Hash of channel and conversation.</param>
    /// <exception cref="IOException">They could not be written; the message says why.</exception>
    public async Task ForgetAsync(string conversation)
    {
        await _writer.FlushAsync();
        _file.Erase(connection =>
        {
            var records = connection.Query(Records + " WHERE conversation = $conversation", ("$conversation", conversation)).Select(Read).ToList();
            foreach (var record in records)
                connection.Execute("UPDATE record SET json = $json WHERE number = (SELECT number FROM answer WHERE id = $id)", ("$json", Bytes(record.Scrubbed())), ("$id", record.Id));
            connection.Execute("UPDATE answer SET conversation = NULL WHERE conversation = $conversation", ("$conversation", conversation));
        });
    }

    /// <summary>Deletes what is older than it may be.</summary>
    /// <exception cref="IOException">It could not be deleted; the message says why.</exception>
    public void Sweep() => _file.Erase(connection =>
    {
        connection.Execute("DELETE FROM record WHERE number IN (SELECT number FROM answer WHERE time <= $oldest)", ("$oldest", Oldest()));
        connection.Execute("DELETE FROM answer WHERE time <= $oldest", ("$oldest", Oldest()));
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _file.Dispose();
    }

    // With the default encoder the generated code writes by itself, in a quarter of the time.
    private static byte[] Bytes(AuditRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, AuditJson.Default.AuditRecord);

    private static AuditRecord Read(SqliteDataReader row) => JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(0), AuditJson.Default.AuditRecord)!;

    private long Oldest() => (_time.GetUtcNow() - _retention).ToUnixTimeMilliseconds();

    private void Write(IReadOnlyList<Row> rows) => _file.Write(connection =>
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO answer (id, time, conversation, status) VALUES ($id, $time, $conversation, $status); INSERT INTO record VALUES (last_insert_rowid(), $json)";
        var values = Array.ConvertAll(["$id", "$time", "$conversation", "$status", "$json"], name => insert.Parameters.Add(name, name switch
        {
            "$time" => SqliteType.Integer,
            "$json" => SqliteType.Blob,
            _ => SqliteType.Text,
        }));
        foreach (var row in rows)
        {
            values[0].Value = row.Id;
            values[1].Value = row.Time;
            values[2].Value = row.Conversation;
            values[3].Value = row.Status;
            values[4].Value = row.Json;
            insert.ExecuteNonQuery();
        }
    });

    private sealed record Row(string Id, long Time, string Conversation, string Status, byte[] Json);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Count} answers were given that are not in the audit. {Reason}")]
        public static partial void Lost(ILogger logger, long count, string reason);
    }
}
