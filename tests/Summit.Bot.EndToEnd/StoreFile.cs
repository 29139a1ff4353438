using Microsoft.Data.Sqlite;

namespace Summit.Bot.EndToEnd;

/// <summary>The file of a store, as a stranger changes it.</summary>
internal static class StoreFile
{
    public static void Execute(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "summit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
