using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Summit.Bot.Benchmarks;

/// <summary>
/// The processor time of one request, side by side in one run: 32 connections send messages with expectReplies to a bare API, to
/// an echo turn and to the whole bot, in turns, and the time that each server's process has used is divided by the requests.
/// </summary>
internal static class Turns
{
    private const int Connections = 32, WarmUp = 10_000, Requests = 4000, Rounds = 5;

    private const string Message = """
        {"type":"message","id":"activity-1","timestamp":"2026-01-01T12:00:00.000Z","channelId":"msteams","serviceUrl":"http://127.0.0.1:1/","deliveryMode":"expectReplies",
         "from":{"id":"29:1-user","name":"Alex","aadObjectId":"00000000-0000-0000-0000-000000000001"},"recipient":{"id":"28:bot","name":"Summit.Bot"},
         "conversation":{"id":"a:conversation","conversationType":"personal","tenantId":"00000000-0000-0000-0000-000000000002"},
         "textFormat":"plain","locale":"fr-FR","text":"Où et quand s'est tenu le sommet ?","channelData":{"tenant":{"id":"00000000-0000-0000-0000-000000000002"}},
         "entities":[{"type":"clientInfo","locale":"fr-FR","country":"FR","platform":"Web","timezone":"Europe/Paris"}]}
        """;

    public static async Task<int> RunAsync()
    {
        string[] names = [TurnServers.Bare, TurnServers.Echo, TurnServers.Bot];
        var servers = names.Select(Start).ToList();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { Timeout = TimeSpan.FromSeconds(60) };
            foreach (var server in servers)
                await WaitAsync(http, server.Port);
            foreach (var server in servers)
                await SendAsync(http, server.Port, WarmUp);
            var times = names.ToDictionary(name => name, _ => new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (name, server) in names.Zip(servers))
                    times[name].Add(await MeasureAsync(http, server));
            }

            var bare = Median(times[TurnServers.Bare]);
            foreach (var name in names)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-5} {Median(times[name]),7:0} µs of processor time a request, {Median(times[name]) / bare:0.00} times the bare API ({string.Join(" ", times[name].Select(t => t.ToString("0", CultureInfo.InvariantCulture)))})"));
            return 0;
        }
        finally
        {
            servers.ForEach(server => server.Process.Kill());
        }
    }

    internal static (Process Process, int Port) Start(string what)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo("dotnet", [typeof(Turns).Assembly.Location, "serve", what, port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        };
        return (Process.Start(start)!, port);
    }

    private static async Task<double> MeasureAsync(HttpClient http, (Process Process, int Port) server)
    {
        server.Process.Refresh();
        var before = server.Process.TotalProcessorTime;
        await SendAsync(http, server.Port, Requests);
        server.Process.Refresh();
        return (server.Process.TotalProcessorTime - before).TotalMicroseconds / Requests;
    }

    private static async Task SendAsync(HttpClient http, int port, int count)
    {
        var address = new Uri($"http://127.0.0.1:{port}/api/messages");
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(async () =>
        {
            var message = Encoding.UTF8.GetBytes(Message.Replace("a:conversation", string.Create(CultureInfo.InvariantCulture, $"a:conversation-{connection}"), StringComparison.Ordinal));
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var content = new ByteArrayContent(message);
                content.Headers.ContentType = new("application/json", "utf-8");
                using var response = await http.PostAsync(address, content);
                var answer = await response.Content.ReadAsByteArrayAsync();
                if (!response.IsSuccessStatusCode || answer.Length < 200)
                    throw new InvalidOperationException($"The server answered {response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
            }
        })));
    }

    internal static async Task WaitAsync(HttpClient http, int port)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                (await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (i < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
