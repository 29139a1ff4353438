using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;
using Summit.Qdrant.Tests.Server;

namespace Summit.Bot.Benchmarks;

/// <summary>
/// What an archive costs: the program itself ingests made articles twice and answers, as processes of their own; then their index is loaded
/// here and searched. See <see cref="ScaleCorpus"/> for the articles.
/// </summary>
internal static class Scale
{
    private const int Questions = 1080, Measured = 360, Starts = 3;

    private const string Question = "Où les deux dirigeants se sont-ils rencontrés ?";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "summit-bot.dll");

    public static async Task<int> RunAsync(string sets, IReadOnlyList<int> counts)
    {
        var pooled = PooledSets.Read(sets, Questions);
        Print($"| store | articles | sentences | cold ingest s | articles/s | no-op ingest s | first answer after start s | retrieval p50 ms | p95 ms | memory MB | disk MB |");
        Print($"|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var count in counts)
        {
            var work = Directory.CreateTempSubdirectory("summit-scale-").FullName;
            try
            {
                ScaleCorpus.Write(Path.Combine(work, "articles"), pooled.Articles, count);
                await MeasureAsync("embedded", work, count, pooled.Questions, []);
                await using var qdrant = await QdrantServer.StartNewAsync();
                // Its search compares every point with a question in turn: fewer questions tell as much.
                await MeasureAsync("Qdrant's protocol, loopback", work, count, [.. pooled.Questions.Where((_, i) => i % (1 + (count / 1000)) == 0)], [$"--Summit:Store:Provider=Qdrant", $"--Summit:Store:Qdrant:Url={qdrant.Address}", "--Summit:Store:Qdrant:Timeout=00:01:00"]);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(string name, string work, int count, IReadOnlyList<(string Text, TextLanguage Language)> questions, string[] settings)
    {
        var data = Path.Combine(work, $"data-{name.Split(' ')[0]}");
        string[] arguments = [$"--Summit:DataPath={data}", .. settings];
        string[] ingest = ["ingest", Path.Combine(work, "articles"), .. arguments];
        var cold = await RunAsync(ingest);
        var again = await RunAsync(ingest);
        // The first start also warms up the client; each of the others is one more.
        var starts = new List<double>();
        for (var i = 0; i < Starts; i++)
            starts.Add((await FirstAnswerAsync(arguments, [])).Seconds);
        var (last, memory) = await FirstAnswerAsync(arguments, questions);
        var first = At([.. starts.Skip(1), last], 0.5);
        var (sentences, times) = Search(data, settings, questions);
        var disk = Directory.Exists(data) ? Directory.GetFiles(data, "summit.db*").Sum(file => new FileInfo(file).Length) : 0;
        Print($"| {name} | {count} | {sentences} | {cold:0.0} | {count / cold:0} | {again:0.0} | {first:0.00} | {At(times, 0.5):0.00} | {At(times, 0.95):0.00} | {memory / 1e6:0} | {disk / 1e6:0} |");
    }

    /// <summary>Seconds that a command takes.</summary>
    private static async Task<double> RunAsync(string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException($"{await output}\n{await error}");
    }

    /// <summary>Seconds from the start of a server to its first answer, and the bytes of memory it has when it has answered all questions.</summary>
    private static async Task<(double Seconds, long Memory)> FirstAnswerAsync(string[] arguments, IReadOnlyList<(string Text, TextLanguage Language)> questions)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var started = Stopwatch.GetTimestamp();
        using var process = Start([$"--urls={address.GetLeftPart(UriPartial.Authority)}", "--Summit:RateLimit:PerAddress=0", "--Summit:RateLimit:PerConversation=0", .. arguments]);
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
            while (!await TryAskAsync(client, Question))
                await Task.Delay(10);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            foreach (var (text, _) in questions)
                await TryAskAsync(client, text);
            process.Refresh();
            return (seconds, process.WorkingSet64);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> TryAskAsync(HttpClient client, string question)
    {
        try
        {
            using var response = await client.PostAsync(new Uri("/api/ask", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { question }));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The time that the retrieval of each question takes, in milliseconds, from the question to ranked sentences; each question once.</summary>
    private static (int Sentences, List<double> Times) Search(string data, string[] settings, IReadOnlyList<(string Text, TextLanguage Language)> questions)
    {
        var options = new SummitOptions { DataPath = data };
        if (settings.Length > 0)
            (options.Store.Provider, options.Store.Qdrant.Url) = (StoreProvider.Qdrant, new Uri(settings[1].Split('=')[1]));
        var served = new ServedIndex(ArticleStores.Of(options), options.CorpusPath, NullLogger.Instance, () => new BuiltinEmbedder(Linguistics.Shared));
        served.Open();
        var times = new List<double>();
        // The others load and compile what these use; no question is asked twice.
        var shuffled = questions.ToArray();
        new Random(Measured).Shuffle(shuffled);
        foreach (var (text, language) in shuffled)
        {
            var started = Stopwatch.GetTimestamp();
            served.Retriever.Retrieve(new Question(text, language, QuestionKind.Articles, "bench"));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var sentences = served.Retriever.Index.SentenceCount;
        served.Dispose();
        return (sentences, times[^Math.Min(Measured, 1 + (times.Count / 2))..]);
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
    {
        UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "Warning" },
    })!;

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double At(IEnumerable<double> times, double share) => times.Order().ToList() is var sorted ? sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))] : 0;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
