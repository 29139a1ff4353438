using System.Text;
using System.Threading.Channels;

namespace Summit.Bot.EndToEnd;

/// <summary>The edge holds whatever is sent to it.</summary>
[Collection(BothCores.Name)]
public sealed class FuzzTests
{
    private const int Bodies = 20_000, WarmUp = 5_000, Seed = 25_04_2019, Connections = 8;

    /// <summary>
    /// Memory that the process may have grown by since the warm-up: the garbage collector's own room, the compiler's, and the
    /// conversations that are remembered, of which there are at most 10,000. A leak of 8 KB a request would be 120 MB.
    /// </summary>
    private const long MostGrowth = 100L * 1024 * 1024;

    [Fact]
    public async Task Twenty_thousand_bodies_cause_no_fault_and_leave_no_memory_behind()
    {
        await using var bot = await BotProcess.ServeAsync();
        var statuses = new int[600];
        await SendAsync(bot, new HostileBodies(Seed), WarmUp, statuses);
        var before = bot.PrivateMemory;
        await SendAsync(bot, new HostileBodies(Seed + 1), Bodies - WarmUp, statuses);
        var grown = bot.PrivateMemory - before;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{string.Join(", ", statuses.Index().Where(s => s.Item > 0).Select(s => $"{s.Index}: {s.Item}"))}; memory {before >> 20} MB + {grown >> 20} MB");
        statuses.Sum().ShouldBe(Bodies);
        statuses[200].ShouldBeGreaterThan(Bodies / 10, "hardly any body came through to the bot");
        grown.ShouldBeLessThan(MostGrowth);
        (await bot.Client.GetAsync("/readyz", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        string.Join('\n', bot.Log.Split('\n').SkipWhile(line => !line.StartsWith("fail:", StringComparison.Ordinal)).Take(20)).ShouldBeEmpty();
    }

    private static async Task SendAsync(BotProcess bot, HostileBodies bodies, int count, int[] statuses)
    {
        var queue = Channel.CreateBounded<(string Path, string ContentType, byte[] Body)>(100);
        var workers = Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            await foreach (var (path, contentType, body) in queue.Reader.ReadAllAsync())
            {
                using var content = new ByteArrayContent(body);
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
                using var response = await bot.Client.PostAsync(path, content);
                var status = (int)response.StatusCode;
                Interlocked.Increment(ref statuses[status]);
                var sent = $"{status} for {path}, {contentType}: {Convert.ToBase64String(body.AsSpan(0, Math.Min(body.Length, 2000)))}\n{Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 500)))}";
                if (status is not (200 or 501))
                    await EdgeTests.ShouldBeProblemAsync(response, status);
                // 501 is the protocol's word for an invoke that the bot does not know.
                (status < 500 || (status == 501 && path == "/api/messages")).ShouldBeTrue(sent);
            }
        })).ToList();
        for (var i = 0; i < count && !workers.Exists(w => w.IsFaulted); i++)
            await queue.Writer.WriteAsync(bodies.Next());
        queue.Writer.Complete();
        await Task.WhenAll(workers);
    }
}
