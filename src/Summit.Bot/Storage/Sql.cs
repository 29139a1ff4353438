using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Summit.Bot.Storage;

/// <summary>Short forms of the calls to SQLite. Every statement is a constant of this program; values are parameters.</summary>
internal static class Sql
{
    public static void Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar();
    }

    public static IEnumerable<SqliteDataReader> Query(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Rows(Command(connection, sql, parameters));

    /// <summary>The number of the schema, as SQLite keeps it for applications; 0 for a file without tables.</summary>
    public static int Format(this SqliteConnection connection) => Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);

    public static void SetFormat(this SqliteConnection connection, int format) => connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {format}"));

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A blob where it lies, until the reader moves on; empty for NULL.</summary>
    public static ReadOnlySpan<byte> BlobSpan(this SqliteDataReader row, int column) => raw.sqlite3_column_blob(row.Handle, column);

    private static IEnumerable<SqliteDataReader> Rows(SqliteCommand command)
    {
        using (command)
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                yield return reader;
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // See above: no statement is made of data.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
