using System.Globalization;
using Spectre.Console;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Ingesting;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Shows how far an ingest or a rebuild is: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere.</summary>
internal abstract class IngestDisplay : IDisposable
{
    /// <summary>What suits where standard error goes.</summary>
    public static IngestDisplay Start()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal ? new Bar(console) : new Lines();
    }

    public abstract void Show(IngestProgress progress);

    public abstract void Show(CorpusRefusal refusal);

    public abstract void Dispose();

    private static string Line(CorpusRefusal refusal) => $"refused: {PlainText.OneLine(refusal.ToString())}";

    private sealed class Lines : IngestDisplay
    {
        private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

        private readonly long _started = TimeProvider.System.GetTimestamp();
        private long _shown = TimeProvider.System.GetTimestamp();

        public override void Show(IngestProgress progress)
        {
            if (TimeProvider.System.GetElapsedTime(_shown) < Period)
                return;
            _shown = TimeProvider.System.GetTimestamp();
            var rate = progress.Articles / TimeProvider.System.GetElapsedTime(_started).TotalSeconds;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{progress.Articles} articles, {(progress.BytesTotal > 0 ? 100 * progress.BytesRead / progress.BytesTotal : 100)} %, {rate:0} articles a second"));
        }

        public override void Show(CorpusRefusal refusal) => Console.Error.WriteLine(Line(refusal));

        public override void Dispose()
        {
            // Nothing is shown that would have to be ended.
        }
    }

    private sealed class Bar : IngestDisplay
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<ProgressTask> _task = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly long _started = TimeProvider.System.GetTimestamp();
        private readonly IAnsiConsole _console;
        private readonly Task _running;

        public Bar(IAnsiConsole console)
        {
            _console = console;
            _running = console.Progress().AutoClear(true)
                .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
                .StartAsync(async context =>
                {
                    _task.SetResult(context.AddTask("reading", maxValue: 1));
                    await _ended.Task;
                });
        }

        public override void Show(IngestProgress progress)
        {
            var task = _task.Task.GetAwaiter().GetResult();
            task.MaxValue = Math.Max(1, progress.BytesTotal);
            task.Value = progress.BytesRead;
            var rate = progress.Articles / Math.Max(0.001, TimeProvider.System.GetElapsedTime(_started).TotalSeconds);
            task.Description = string.Create(CultureInfo.InvariantCulture, $"{progress.Articles} articles, {rate:0}/s");
        }

        public override void Show(CorpusRefusal refusal) => _console.WriteLine(Line(refusal));

        public override void Dispose()
        {
            _ended.TrySetResult();
            _running.GetAwaiter().GetResult();
        }
    }
}
