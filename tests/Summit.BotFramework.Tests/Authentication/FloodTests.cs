using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

/// <summary>A sender with a valid token and nothing but nonsense to say. Alone, since it measures the memory of the process.</summary>
[CollectionDefinition(nameof(FloodTests), DisableParallelization = true)]
[Collection(nameof(FloodTests))]
public sealed class FloodTests
{
    private const int Requests = 20_000;
    private const int Senders = 8;

    private static readonly string[] Nonsense =
    [
        "null", "true", "-1e999", "\"\"", "[]", "{}", "{\"type\":5}", "{\"type\":\"message\"", "{\"type\":\"message\",\"from\":[]}", "\u0000", "]", "{\"\":{}}",
    ];

    [Fact]
    public async Task Twenty_thousand_malformed_activities_are_refused_without_an_error_and_without_growing()
    {
        await using var bot = await AuthenticatedBot.StartAsync(TestBot.Silent, keepsLog: false);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Senders });
        client.BaseAddress = bot.Server.Client.BaseAddress;
        client.Timeout = TimeSpan.FromSeconds(10);
        var token = bot.ChannelToken();
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();

        await SendAsync(0, Requests / 4);
        var before = LiveBytes();
        await SendAsync(Requests / 4, Requests);
        var grown = LiveBytes() - before;

        statuses.Values.Sum().ShouldBe(Requests);
        statuses.Keys.ShouldAllBe(status => (int)status < 500, string.Join(", ", statuses));
        statuses.GetValueOrDefault(HttpStatusCode.BadRequest).ShouldBeGreaterThan(Requests / 4, string.Join(", ", statuses));
        grown.ShouldBeLessThan(16 * 1024 * 1024);
        bot.Issuer.Fetches.ShouldBe(1);

        async Task SendAsync(int from, int to)
        {
            var next = from - 1;
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
            {
                for (var i = Interlocked.Increment(ref next); i < to; i = Interlocked.Increment(ref next))
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(Malformed(i, bot.Connector.Url)) };
                    request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                    using var response = await client.SendAsync(request);
                    statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
                }
            }));
        }
    }

    /// <summary>The same for the same number: a failure can be repeated.</summary>
    private static byte[] Malformed(int number, string serviceUrl)
    {
        var random = new Random(number);
        switch (number % 6)
        {
            case 0:
                return Encoding.UTF8.GetBytes(Nonsense[random.Next(Nonsense.Length)]);
            case 1:
                var noise = new byte[random.Next(2000)];
                random.NextBytes(noise);
                return noise;
            case 2:
                var whole = Encoding.UTF8.GetBytes(Samples.Message(serviceUrl));
                return whole[..random.Next(whole.Length)];
            case 3:
                var changed = Encoding.UTF8.GetBytes(Samples.TeamsChannelMessage(serviceUrl));
                for (var i = 0; i < 5; i++)
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                return changed;
            case 4:
                var activity = JsonNode.Parse(Samples.Message(serviceUrl))!.AsObject();
                activity[activity.ElementAt(random.Next(activity.Count)).Key] = JsonNode.Parse(Nonsense[random.Next(6)].Replace("-1e999", "7", StringComparison.Ordinal));
                return Encoding.UTF8.GetBytes(activity.ToJsonString());
            default:
                return Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{new string('[', random.Next(3000))}}""");
        }
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
