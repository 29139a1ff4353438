namespace Summit.BotFramework.Schema;

/// <summary>A named call, answered by an <see cref="InvokeResponse"/>.</summary>
public interface IInvokeActivity : IActivity
{
    /// <inheritdoc cref="Activity.Name"/>
    string? Name { get; set; }

    /// <inheritdoc cref="Activity.Value"/>
    object? Value { get; set; }
}
