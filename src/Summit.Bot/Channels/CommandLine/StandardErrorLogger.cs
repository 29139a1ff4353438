using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Shows warnings and errors of a command as lines on standard error; what is less is not shown.</summary>
internal sealed class StandardErrorLogger : ILogger
{
    private StandardErrorLogger()
    {
    }

    public static StandardErrorLogger Instance { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Console.Error.WriteLine($"summit-bot: {(logLevel == LogLevel.Warning ? "warning" : "error")}: {PlainText.OneLine(formatter(state, exception))}");
    }
}

/// <summary>The same, for a class that asks for a logger of its own.</summary>
internal sealed class StandardErrorLogger<T> : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => StandardErrorLogger.Instance.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        StandardErrorLogger.Instance.Log(logLevel, eventId, state, exception, formatter);
}
