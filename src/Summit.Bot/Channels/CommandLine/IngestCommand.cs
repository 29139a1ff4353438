using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Ingesting;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Brings articles of other files into the store.</summary>
internal static class IngestCommand
{
    /// <summary>How often watched paths are looked at; what changed is ingested when it is left alone between two looks.</summary>
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(1);

    public static Command Create(string[] settings)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files and folders of articles: Markdown, text, HTML, PDF, JSON, JSON lines.", Arity = ArgumentArity.OneOrMore,
        };
        var prune = new Option<bool>("--prune") { Description = "Remove articles that were ingested from these paths and are not there any more." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; say what would be done, and what the embedder would cost." };
        var watch = new Option<bool>("--watch") { Description = "Go on, and ingest what is added or changed, until the command is stopped." };
        var command = new Command("ingest", "Brings the articles of files into the store; those that have not changed are passed over. Exit code 1 when something was refused.")
        {
            paths, prune, dryRun, watch,
        };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(watch) && parsed.GetValue(dryRun)
            ? throw new UsageException("ingest takes one of --watch and --dry-run, not both.")
            : RunAsync(settings, parsed.GetRequiredValue(paths), new IngestOptions { Prunes = parsed.GetValue(prune), IsDryRun = parsed.GetValue(dryRun) }, parsed.GetValue(watch), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string[] paths, IngestOptions options, bool watches, CancellationToken cancellationToken)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        cancellationToken = stopped.Token;
        ulong done = 0;
        try
        {
            if (!watches)
                return await IngestAsync(settings, paths, options, cancellationToken);
            for (ulong? last = null; ; await Task.Delay(WatchPeriod, cancellationToken))
            {
                var stamp = Ingester.Stamp(paths);
                if (stamp == last && stamp != done)
                {
                    await IngestAsync(settings, paths, options, cancellationToken);
                    done = stamp;
                }

                last = stamp;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return watches ? SummitCommandLine.Done : SummitCommandLine.Say(SummitCommandLine.Failed, "It was stopped. What was written by then stays; the same command goes on from there.");
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stopped.Cancel();
        }
    }

    private static async Task<int> IngestAsync(string[] settings, string[] paths, IngestOptions options, CancellationToken cancellationToken)
    {
        var configured = SummitCommandLine.ReadOptions(settings);
        WarmUp.Begin();
        _ = PassageCutter.WarmUpAsync();
        var store = ArticleStores.Of(configured);
        using var embedder = Embedders.Of(configured);
        var indexer = new Indexer(Linguistics.Shared, embedder, store, new SpeechReader(Linguistics.Shared));
        if (!options.IsDryRun)
            indexer.Synchronize(CorpusLoader.Load(configured.CorpusPath), cancellationToken);
        var started = TimeProvider.System.GetTimestamp();
        IngestReport report;
        using (var progress = IngestDisplay.Start())
        {
            report = await new Ingester(indexer, store, embedder).IngestAsync(
                paths, options with { OnProgress = progress.Show, OnRefusal = progress.Show }, cancellationToken);
        }

        Console.Out.WriteLine(Summary(report, options, TimeProvider.System.GetElapsedTime(started)));
        return report.Refused > 0 ? SummitCommandLine.Failed : SummitCommandLine.Done;
    }

    private static string Summary(IngestReport report, IngestOptions options, TimeSpan time)
    {
        var articles = report.Added + report.Changed;
        List<string> parts =
        [
            $"{report.Added} added", $"{report.Changed} changed", $"{report.Unchanged} unchanged", $"{report.Removed} removed", $"{report.Refused} refused",
        ];
        if (report.Missing > 0)
            parts.Add($"{report.Missing} are gone and stay (remove them with --prune)");
        if (report.PassedOver > 0)
            parts.Add($"{report.PassedOver} files of other kinds passed over");
        var rate = articles == 0 ? "" : $", {articles / Math.Max(0.001, time.TotalSeconds):0} articles a second";
        var head = options.IsDryRun ? "Nothing was written. It would be: " : "";
        var cost = report.Cost is { } known ? $"\nTo embed: {known}." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{head}{string.Join(", ", parts)}; {report.Files} files with {report.Sentences} new sentences in {time.TotalSeconds:0.0} s{rate}.{cost}");
    }
}
