using System.Globalization;
using BenchmarkDotNet.Running;
using Summit.Bot.Benchmarks;

switch (args)
{
    case ["startup", ..]:
        return Startup.Run(args is [_, var runs] ? int.Parse(runs, CultureInfo.InvariantCulture) : 10);
    case ["turns"]:
        return await Turns.RunAsync();
    case ["directline"]:
        return await DirectLineLoad.RunAsync(conversations: 200, seconds: 30);
    case ["audit", var gold]:
        return await AuditCost.RunAsync(gold);
    case ["scale", var sets, .. var counts]:
        return await Scale.RunAsync(sets, counts.Length > 0 ? [.. counts.Select(count => int.Parse(count, CultureInfo.InvariantCulture))] : [1, 1_000, 10_000]);
    case ["lucene", var folder]:
        return LuceneComparison.Run(folder);
    case ["serve", var what, var port]:
        return await TurnServers.ServeAsync(what, int.Parse(port, CultureInfo.InvariantCulture));
    default:
        BenchmarkSwitcher.FromAssembly(typeof(AnswerBenchmarks).Assembly).Run(args);
        return 0;
}
