using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Retrieval.Store;

/// <summary>The contract on the SQLite store.</summary>
public sealed class EmbeddedStoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-test-").FullName;

    public override ValueTask DisposeAsync()
    {
        SqliteStore.ForgetConnections();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override IArticleStore Open() => new SqliteStore(_folder);
}
