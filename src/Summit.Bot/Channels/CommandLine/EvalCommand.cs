using System.CommandLine;
using System.Text.Json;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Embeddings;
using Summit.Bot.Evaluating;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Measures the answers to a set of questions, or the search on public sets.</summary>
internal static class EvalCommand
{
    private static readonly string DefaultSet = OwnSets.FileIn(OwnSets.Folder, OwnSets.Development[0]);

    /// <summary>The command.</summary>
    public static Command Create(string[] settings)
    {
        var file = new Argument<string?>("set.jsonl")
        {
            Description = $"Questions with the sentences that a right answer cites, or dialogues of them, one JSON object a line. [default: {DefaultSet}, from the working directory upwards]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var failures = new Option<bool>("--failures") { Description = "List each answer that is wrong or cites too much, and why." };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of a Markdown table." };
        var all = new Option<bool>("--all") { Description = "Ask all own sets, and print the totals of each language: of every set, and of those on the shipped article as one." };
        var baseline = new Option<bool>("--baseline") { Description = $"Measure all own sets, or with --retrieval public ones, and write the figures to {OwnSets.Folder}/{Baseline.FileName}, which the tests compare to." };
        var retrieval = new Option<string?>("--retrieval") { Description = "Instead, measure the search on the sets in a folder: NAME.passages.jsonl.gz and NAME.questions.dev.jsonl.gz; with the embedder that is configured.", HelpName = "folder" };
        var sets = new Option<string[]>("--set") { Description = "With --retrieval: of these sets alone. [default: all]", HelpName = "name" };
        var pooled = new Option<bool>("--pooled") { Description = "With --retrieval: the sets as one, each question asked on the passages of all." };
        var ablate = new Option<bool>("--ablate") { Description = "With --retrieval: what each leg of the search and each feature of the ranking is worth, here and on the own sets." };
        var train = new Option<bool>("--train") { Description = "With --retrieval: learn the weights of the ranking, and print them and their cross-validation." };
        var command = new Command("eval", "Asks every question of a set and prints how the answers score.") { file, failures, json, all, baseline, retrieval, sets, pooled, ablate, train };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var search = parsed.GetValue(retrieval) is { } folder ? new RetrievalCommand(folder, parsed.GetValue(sets) ?? [], parsed.GetValue(pooled), parsed.GetValue(json)) : null;
            if (search is null && (parsed.GetValue(sets) is { Length: > 0 } || parsed.GetValue(pooled) || parsed.GetValue(ablate) || parsed.GetValue(train)))
                throw new UsageException("--set, --pooled, --ablate and --train say how the search is measured. Add the folder of the sets: --retrieval folder.");
            if (search is not null && (parsed.GetValue(file) is not null || parsed.GetValue(failures) || parsed.GetValue(all)))
                throw new UsageException("--retrieval measures the search, not the answers. Leave out the file, --failures and --all.");
            if ((parsed.GetValue(baseline) || parsed.GetValue(all)) && (parsed.GetValue(file) is not null || parsed.GetValue(failures)))
                throw new UsageException("--all and --baseline measure all own sets. Leave out the file and --failures.");
            if (parsed.GetValue(baseline) && parsed.GetValue(all))
                throw new UsageException("--baseline writes what --all prints. Name one of them.");
            bool[] outputs = [parsed.GetValue(json) && !parsed.GetValue(ablate), parsed.GetValue(baseline), parsed.GetValue(ablate), parsed.GetValue(train)];
            if (outputs.Count(wanted => wanted) > 1)
                throw new UsageException("Name one of --json, --baseline, --ablate and --train; --ablate may be printed as --json.");
            var options = SummitCommandLine.ReadOptions(settings);
            if (parsed.GetValue(train))
                search!.Train(Console.Out);
            else if (parsed.GetValue(ablate))
                await WithCoreAsync(options, core => search!.AblateAsync(core, options.Conversations, Console.Out, cancellationToken));
            else if (search is not null && parsed.GetValue(baseline))
                BaselineCommand.WritePublic(search.Results(), Console.Out);
            else if (search is not null)
            {
                using var embedder = Embedders.Of(options);
                search.Measure(embedder, Console.Out);
            }
            else if (parsed.GetValue(baseline))
                await WithCoreAsync(options, core => BaselineCommand.WriteOwnAsync(core, options.Conversations, Console.Out, cancellationToken));
            else if (parsed.GetValue(all))
                await WithCoreAsync(options, core => PrintAllAsync(core, options.Conversations, parsed.GetValue(json), cancellationToken));
            else
                await RunAsync(options, parsed.GetValue(file), parsed.GetValue(failures), parsed.GetValue(json), cancellationToken);
            return SummitCommandLine.Done;
        });
        return command;
    }

    private static async Task RunAsync(SummitOptions options, string? path, bool failures, bool json, CancellationToken cancellationToken)
    {
        path ??= OwnSets.Find() is { } own
            ? OwnSets.FileIn(own, OwnSets.Development[0])
            : throw new UsageException($"There is no {DefaultSet} here or in a folder above. Name a set: summit-bot eval set.jsonl");
        if (!File.Exists(path))
            throw new UsageException($"The file {path} does not exist. Name a set of questions, or none for {DefaultSet}.");
        var set = QuestionSet.Read(path);
        if (failures && OwnSets.HeldOut.Contains(set.Name))
            throw new UsageException($"{path} is held out: its totals say something only while nobody reads its failures. Leave out --failures, or name another set.");
        await WithCoreAsync(options, async core =>
        {
            var report = AnswerReport.Of(set.Name, await AnswerEvaluation.RunAsync(set, core, options.Conversations, cancellationToken));
            if (json)
                Console.Out.WriteLine(JsonSerializer.Serialize(report, EvaluationJson.Readable.AnswerReport));
            else
                report.WriteTable(Console.Out);
            if (failures && !json)
                report.WriteFailures(Console.Out);
        });
    }

    private static async Task PrintAllAsync(BotCore core, ConversationsOptions options, bool json, CancellationToken cancellationToken)
    {
        var reports = await OwnSets.MeasureAsync(BaselineCommand.Folder(), core, options, cancellationToken);
        var pooled = AnswerReport.Of(OwnSets.Pooled, [.. reports.Where(report => OwnSets.OnShippedArticle.Contains(report.Set)).SelectMany(report => report.Questions)]);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize([.. reports, pooled with { Questions = [] }], EvaluationJson.Readable.IReadOnlyListAnswerReport));
        else
            AnswerReport.WriteTotals([.. reports, pooled], Console.Out);
    }

    private static async Task WithCoreAsync(SummitOptions options, Func<BotCore, Task> run)
    {
        var spending = ConversationStores.Of(options, TimeProvider.System, StandardErrorLogger.Instance);
        await using var closing = spending as IAsyncDisposable;
        using var core = BotCore.Load(options, spending, StandardErrorLogger.Instance);
        await run(core);
    }
}
