namespace Summit.BotFramework.Tests.Support;

/// <summary>A bot in one line.</summary>
internal sealed class TestBot(Func<ITurnContext, CancellationToken, Task> onTurn) : IBot
{
    public TestBot(Func<ITurnContext, Task> onTurn)
        : this((turn, _) => onTurn(turn))
    {
    }

    public static TestBot Silent { get; } = new(_ => Task.CompletedTask);

    public static TestBot Echo { get; } = new(turn => turn.SendActivityAsync($"You said {turn.Activity.Text ?? "nothing"}"));

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => onTurn(turnContext, cancellationToken);
}
