using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Summit.Bot.EndToEnd;

/// <summary>The built program as a process of its own, with a data folder of its own.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string? _data;
    private readonly StringBuilder _log = new();

    private BotProcess(Process process, string? data, Uri address)
    {
        _process = process;
        _data = data;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Starts the server and waits until it can answer.</summary>
    public static Task<BotProcess> ServeAsync(string environment = "Development", params string[] args) =>
        ServeAsync(environment, data: null, args);

    /// <summary>Starts the server in Development on a data folder, which stays when it ends.</summary>
    public static Task<BotProcess> ServeOnAsync(string data, params string[] args) => ServeAsync("Development", data, args);

    /// <summary>Starts the server and waits until it listens, whether it can answer or not.</summary>
    public static Task<BotProcess> ListenAsync(params string[] args) => ServeAsync("Development", data: null, args, until: "/healthz");

    /// <summary>Starts the server again at an address where one was.</summary>
    public static Task<BotProcess> ServeAtAsync(Uri address, string data, params string[] args) => ServeAsync("Development", data, args, address: address);

    private static async Task<BotProcess> ServeAsync(string environment, string? data, string[] args, string until = "/readyz", Uri? address = null, int attempts = 3)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("summit-e2e-").FullName;
        var url = address ?? new Uri($"http://127.0.0.1:{FreePort()}");
        var process = Process.Start(StartInfo(folder, ["--urls", url.GetLeftPart(UriPartial.Authority), .. args], environment))!;
        var bot = new BotProcess(process, data is null ? folder : null, url);
        var limit = Stopwatch.StartNew();
        while (limit.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
        {
            try
            {
                if ((await bot.Client.GetAsync(until)).IsSuccessStatusCode)
                    return bot;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        await bot.DisposeAsync();
        // What was free when it was looked for, another test may have taken before the server listened.
        if (address is null && attempts > 1 && bot.Log.Contains("address already in use", StringComparison.Ordinal))
            return await ServeAsync(environment, data, args, until, attempts: attempts - 1);
        throw new InvalidOperationException($"The server did not get ready:\n{bot.Log}");
    }

    /// <summary>Begins a command that goes on until it is told to stop.</summary>
    public static BotProcess Begin(string data, params string[] args) => new(Process.Start(StartInfo(data, args, "Production"))!, data: null, new Uri("http://127.0.0.1"));

    /// <summary>The text of the answer to a question.</summary>
    public async Task<string> AskTextAsync(string question)
    {
        using var response = await Client.PostAsync(new Uri("/api/ask", UriKind.Relative), JsonContent.Create(new { question }));
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string? data, params string[] args)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("summit-e2e-").FullName;
        using var process = Process.Start(StartInfo(folder, args, "Production"))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        if (data is null)
            Directory.Delete(folder, recursive: true);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Tells the process to stop, as an orchestrator does: SIGTERM.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public async Task<int> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Bytes of memory that the process has to itself.</summary>
    public long PrivateMemory
    {
        get
        {
            _process.Refresh();
            return _process.PrivateMemorySize64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_data is not null)
            Directory.Delete(_data, recursive: true);
    }

    /// <summary>How the built program is started.</summary>
    public static ProcessStartInfo StartInfo(string data, IEnumerable<string> args, string environment) => new("dotnet", [
        Path.Combine(AppContext.BaseDirectory, "summit-bot.dll"), .. args])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        Environment = { ["Summit__DataPath"] = data, ["ASPNETCORE_ENVIRONMENT"] = environment, ["NO_COLOR"] = "1" },
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Append(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }
}
