using System.Diagnostics.CodeAnalysis;

namespace Summit.BotFramework;

/// <summary>The rest of a turn: the middleware that comes next, or the bot.</summary>
/// <param name="cancellationToken">Ends it.</param>
[SuppressMessage("Naming", "CA1711", Justification = "The name that bots written for the Bot Framework know.")]
public delegate Task NextDelegate(CancellationToken cancellationToken);
