using BenchmarkDotNet.Running;
using Summit.Bot.Benchmarks;

if (args is ["startup", ..])
    return Startup.Run(args is [_, var runs] ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture) : 10);
BenchmarkSwitcher.FromAssembly(typeof(AnswerBenchmarks).Assembly).Run(args);
return 0;
