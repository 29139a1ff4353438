using System.Diagnostics.CodeAnalysis;

namespace Summit.BotFramework.Schema;

/// <summary>Activity types that pass between a bot and its adapter and never reach a channel as such.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The name that bots written for the Bot Framework know.")]
public static class ActivityTypesEx
{
    /// <summary>The answer to an invoke; its value is an <see cref="BotFramework.InvokeResponse"/>.</summary>
    public const string InvokeResponse = "invokeResponse";
}
