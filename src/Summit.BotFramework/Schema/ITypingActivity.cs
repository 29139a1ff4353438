namespace Summit.BotFramework.Schema;

/// <summary>The sender is composing. Has nothing beyond what every activity has.</summary>
public interface ITypingActivity : IActivity;
