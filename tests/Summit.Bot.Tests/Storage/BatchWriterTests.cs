using Summit.Bot.Storage;

namespace Summit.Bot.Tests.Storage;

public sealed class BatchWriterTests
{
    [Fact]
    public async Task Everything_is_written_once_and_in_order_in_few_batches()
    {
        var (written, batches) = (new List<int>(), 0);
        var writer = new BatchWriter<int>(
            batch =>
            {
                written.AddRange(batch);
                batches++;
            }, (error, _) => throw error);
        for (var i = 0; i < 3000; i++)
            writer.Add(i).ShouldBeTrue();
        await writer.FlushAsync();
        written.ShouldBe(Enumerable.Range(0, 3000));
        writer.Add(3000);
        await writer.DisposeAsync();
        written.ShouldBe(Enumerable.Range(0, 3001));
        batches.ShouldBeLessThan(10);
        writer.Add(1).ShouldBeFalse();
        await writer.FlushAsync();
    }

    [Fact]
    public async Task What_is_added_is_written_though_nobody_asks_for_it()
    {
        var done = new TaskCompletionSource<int>();
        await using var writer = new BatchWriter<int>(batch => done.SetResult(batch[0]), (error, _) => throw error);
        writer.Add(7);
        (await done.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBe(7);
    }

    [Fact]
    public async Task A_batch_that_fails_is_told_of_and_the_next_one_is_written()
    {
        var (lost, written) = (0, new List<int>());
        await using var writer = new BatchWriter<int>(batch => (batch.Contains(1) ? () => throw new IOException("full") : (Action)(() => written.AddRange(batch)))(), (_, count) => lost += count);
        writer.Add(1);
        await writer.FlushAsync();
        writer.Add(2);
        await writer.FlushAsync();
        (lost, written.Single()).ShouldBe((1, 2));
    }

    [Fact]
    public async Task What_comes_faster_than_it_can_be_written_is_refused_and_no_memory_is_filled()
    {
        using var gate = new ManualResetEventSlim();
        var writer = new BatchWriter<int>(_ => gate.Wait(), (_, _) => { });
        var taken = Enumerable.Range(0, 100_000).Count(writer.Add);
        taken.ShouldBeInRange(10_000, 20_000);
        gate.Set();
        await writer.DisposeAsync();
    }
}
