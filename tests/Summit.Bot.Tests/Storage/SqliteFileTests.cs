using System.Globalization;
using Microsoft.Data.Sqlite;
using Summit.Bot.Storage;

namespace Summit.Bot.Tests.Storage;

/// <summary>A file that processes begin to use at the same moment is made by one of them, and used by all.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private const string Schema = "CREATE TABLE some (writer INTEGER)";

    private readonly string _folder = Directory.CreateTempSubdirectory("summit-file-").FullName;

    [Fact]
    public async Task A_file_that_another_process_is_just_making_is_waited_for_and_used()
    {
        using var file = new SqliteFile(_folder, "some.db", Schema, 1);
        using var other = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        other.Open();
        other.Execute($"PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; {Schema}; PRAGMA user_version = 1; INSERT INTO some VALUES (1)");

        var writing = Task.Run(() => file.Write(connection => connection.Execute("INSERT INTO some VALUES (2)")), TestContext.Current.CancellationToken);
        // Long enough for the writer to have seen the file without its tables; on a machine that is slower, it sees them.
        await Task.Delay(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken);
        other.Execute("COMMIT");
        await writing;

        Convert.ToInt32(file.Read(connection => connection.Scalar("SELECT sum(writer) FROM some"), null), CultureInfo.InvariantCulture).ShouldBe(3);
    }

    [Fact]
    public void A_file_of_a_newer_format_is_left_as_it_is()
    {
        using (var newer = new SqliteFile(_folder, "some.db", Schema, 2))
            newer.Write(connection => connection.Execute("INSERT INTO some VALUES (1)"));
        using var file = new SqliteFile(_folder, "some.db", Schema, 1);
        Should.Throw<IOException>(() => file.Write(_ => { })).Message.ShouldContain("has the format 2, which is newer than this program");
        using var again = new SqliteFile(_folder, "some.db", Schema, 2);
        Convert.ToInt32(again.Read(connection => connection.Scalar("SELECT count(*) FROM some"), null), CultureInfo.InvariantCulture).ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
