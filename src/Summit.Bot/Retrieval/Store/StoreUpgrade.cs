using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Summit.Bot.Storage;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Takes over what an earlier program wrote into the embedded store: an article that was ingested is nowhere else, and vectors may have cost money.</summary>
internal static class StoreUpgrade
{
    /// <summary>The format whose vectors have numbers of 32 bits, and whose checksums are XXH64.</summary>
    public const int From = 4;

    /// <summary>Rewrites the articles, in the transaction of the connection.</summary>
    /// <exception cref="StoreDamagedException">An article is not what was written.</exception>
    public static void Run(SqliteConnection connection)
    {
        foreach (var id in connection.Query("SELECT id FROM article").Select(row => row.GetString(0)).ToList())
        {
            var (rows, checksum) = ArticleRows.ReadOne(connection, id).ToList()[0];
            if (rows.Checksum(new XxHash64()) != checksum)
                throw rows.Damaged();
            // Read as numbers of 16 bits, they are twice as many.
            rows = rows with { Vectors = BrainFloats.Round(MemoryMarshal.Cast<ushort, float>(rows.Vectors.Span)) };
            connection.Execute("UPDATE derived SET vectors = $vectors WHERE number = (SELECT number FROM article WHERE id = $id)", ("$id", id), ("$vectors", rows.VectorBytes()));
            connection.Execute("UPDATE article SET checksum = $checksum WHERE id = $id", ("$id", id), ("$checksum", rows.Checksum()));
        }
    }
}
