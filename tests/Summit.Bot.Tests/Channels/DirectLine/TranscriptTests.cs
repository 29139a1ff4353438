using System.Text;
using System.Text.Json.Nodes;
using Summit.Bot.Channels.DirectLine;

namespace Summit.Bot.Tests.Channels.DirectLine;

public sealed class TranscriptTests
{
    /// <summary>Whatever is added, replaced and dropped, a client that follows by watermark ends with what is there, each activity once unless it was replaced.</summary>
    [Fact]
    public void A_client_that_follows_has_what_is_there_in_the_end()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var transcript = new Transcript();
            var client = new Dictionary<string, string>(StringComparer.Ordinal);
            var there = new Dictionary<string, string>(StringComparer.Ordinal);
            var passing = new HashSet<string>(StringComparer.Ordinal);
            long watermark = 0;
            for (var step = 0; step < 120; step++)
            {
                var id = $"a{(random.Next(4) == 0 ? random.Next(step + 1) : step)}";
                var isPassing = random.Next(5) == 0;
                if (!isPassing)
                {
                    foreach (var gone in passing)
                        there.Remove(gone);
                    passing.Clear();
                }

                passing.Remove(id);
                if (isPassing)
                    passing.Add(id);
                there[id] = $"text {step} é";
                transcript.Add(id, Json(id, there[id]), isPassing);
                if (random.Next(3) == 0)
                    Follow();
            }

            Follow();
            // A passing one that the client has seen stays with it until it forgets it by itself.
            foreach (var (id, text) in there)
                client[id].ShouldBe(text, $"seed {seed}");
            Everything(transcript).Select(a => a["id"]!.GetValue<string>()).ShouldBe(there.Keys, ignoreOrder: true);

            void Follow()
            {
                for (var isEmpty = false; !isEmpty;)
                {
                    (var json, var next, isEmpty) = transcript.Read(watermark, out _);
                    next.ShouldBeGreaterThanOrEqualTo(watermark);
                    watermark = next;
                    foreach (var activity in Activities(json))
                        client[activity["id"]!.GetValue<string>()] = activity["text"]!.GetValue<string>();
                }
            }
        }
    }

    [Fact]
    public void The_oldest_go_beyond_the_bounds()
    {
        var many = new Transcript();
        for (var i = 0; i < Transcript.MostActivities + 100; i++)
            many.Add($"a{i}", Json($"a{i}", "x"));
        Everything(many).Select(a => a["id"]!.GetValue<string>()).ShouldBe(Enumerable.Range(100, Transcript.MostActivities).Select(i => $"a{i}"));

        var large = new Transcript();
        for (var i = 0; i < 40; i++)
            large.Add($"a{i}", Json($"a{i}", new string('x', 60_000)));
        Everything(large).Count.ShouldBeInRange(1, Transcript.MostBytes / 60_000);
        Everything(large)[^1]["id"]!.GetValue<string>().ShouldBe("a39");
    }

    [Fact]
    public async Task Who_waits_is_woken_by_what_comes_next()
    {
        var transcript = new Transcript();
        transcript.Read(0, out var changed).IsEmpty.ShouldBeTrue();
        changed.IsCompleted.ShouldBeFalse();
        transcript.Add("a", Json("a", "x"));
        await changed.WaitAsync(TimeSpan.FromSeconds(10));
        transcript.Read(0, out var next).IsEmpty.ShouldBeFalse();
        next.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void A_watermark_of_another_time_is_taken_for_the_nearest()
    {
        var transcript = new Transcript();
        transcript.Add("a", Json("a", "x"));
        transcript.Read(99, out _).Watermark.ShouldBe(1);
    }

    private static byte[] Json(string id, string text) => Encoding.UTF8.GetBytes(new JsonObject { ["id"] = id, ["text"] = text }.ToJsonString());

    private static List<JsonNode> Activities(byte[] frame) => [.. JsonNode.Parse(frame)!["activities"]!.AsArray().Select(a => a!)];

    private static List<JsonNode> Everything(Transcript transcript)
    {
        var all = new List<JsonNode>();
        long watermark = 0;
        while (true)
        {
            var (json, next, isEmpty) = transcript.Read(watermark, out _);
            if (isEmpty)
                return all;
            all.AddRange(Activities(json));
            watermark = next;
        }
    }
}
