namespace Summit.BotFramework.Tests.Support;

/// <summary>Something that a test waits for, or lets happen; waiting ends with a failure when it has not happened after a long time.</summary>
internal sealed class Signal
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set() => source.TrySetResult();

    public Task WaitAsync(CancellationToken cancellationToken = default) => source.Task.WaitAsync(Long, cancellationToken);

    /// <summary>Waits for what nobody signals, with <paramref name="meanwhile"/> before each look.</summary>
    public static async Task UntilAsync(Func<bool> isSo, Action? meanwhile = null)
    {
        for (var looks = 0; !isSo(); looks++)
        {
            looks.ShouldBeLessThan(3000, "It has not happened after a long time.");
            meanwhile?.Invoke();
            await Task.Delay(10);
        }
    }
}
