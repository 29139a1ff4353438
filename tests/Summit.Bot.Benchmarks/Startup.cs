using System.Diagnostics;
using System.Globalization;

namespace Summit.Bot.Benchmarks;

/// <summary>From the start of the process to its first answer on the command line, with an empty data folder and with a filled one.</summary>
internal static class Startup
{
    public static int Run(int runs)
    {
        var cold = new List<double>();
        var warm = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var data = Directory.CreateTempSubdirectory("summit-startup-").FullName;
            cold.Add(Ask(data));
            warm.Add(Ask(data));
            Directory.Delete(data, recursive: true);
        }

        Report("empty data folder", cold);
        Report("filled data folder", warm);
        return 0;
    }

    private static double Ask(string data)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "summit-bot.dll"), "ask", "Où et quand s'est tenu le sommet ?" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["Summit__DataPath"] = data },
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadLine() ?? "";
        var time = watch.Elapsed.TotalMilliseconds;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || !answer.Contains("Vladivostok", StringComparison.Ordinal))
            throw new InvalidOperationException($"The bot did not answer (exit code {process.ExitCode}).");
        return time;
    }

    private static void Report(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0} ms, worst {times[^1]:0} ms over {times.Count} runs"));
    }
}
