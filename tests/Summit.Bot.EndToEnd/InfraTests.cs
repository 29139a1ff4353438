using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Summit.Bot.EndToEnd;

/// <summary>The compose files say what the program understands. Docker itself is not needed here, and not run.</summary>
public sealed partial class InfraTests
{
    [Theory]
    [InlineData("compose.yaml", 1)]
    [InlineData("compose.cluster.yaml", 3)]
    public async Task Compose_starts_the_bot_with_settings_that_it_has_and_Qdrant_pinned_kept_checked_and_with_a_key(string file, int nodes)
    {
        var services = Map(Load(file)["services"]);
        var bot = Map(services["bot"]);
        var environment = Map(bot["environment"]).ToDictionary(e => e.Key, e => Substituted(e.Value.ToString()));
        environment.Keys.ShouldAllBe(key => key.StartsWith("Summit__", StringComparison.Ordinal));
        // An unknown setting, or one out of its range, ends the program with exit code 1; a bad command of a sound one with 2.
        var settings = environment.Select(e => $"--{e.Key.Replace("__", ":", StringComparison.Ordinal)}={e.Value}");
        var run = await BotProcess.RunAsync(null, ["eval", "/no/such/file", .. settings]);
        run.Error.ShouldContain("/no/such/file");
        run.ExitCode.ShouldBe(2);
        (await BotProcess.RunAsync(null, ["index", "rebuild", .. settings, "--Summit:Store:Qdrant:Timeout=00:00:01", "--Summit:Store:Qdrant:Url=http://127.0.0.1:1"])).Error.ShouldContain("Qdrant at http://127.0.0.1:1 cannot be reached");

        var qdrant = services.Where(service => service.Key.StartsWith("qdrant", StringComparison.Ordinal)).Select(service => Map(service.Value)).ToList();
        qdrant.Count.ShouldBe(nodes);
        foreach (var node in qdrant.Select(Merged))
        {
            node["image"].ToString().ShouldMatch(@"^qdrant/qdrant:v\d+\.\d+\.\d+$");
            node["volumes"].ToString().ShouldContain(":/qdrant/storage");
            Map(node["healthcheck"]).ShouldContainKey("test");
            Map(node["environment"])["QDRANT__SERVICE__API_KEY"].ToString().ShouldStartWith("${QDRANT_API_KEY:?");
        }
    }

    [Fact]
    public void The_image_is_built_from_what_is_there()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "infra", "Dockerfile"));
        foreach (var source in lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1]))
            Path.Exists(Path.Combine(Root(), source)).ShouldBeTrue(source);
        // What the build takes from beside src is in the image, too.
        var beside = Directory.GetFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories).SelectMany(file => Beside().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value)).Distinct().ToList();
        beside.ShouldNotBeEmpty();
        beside.ShouldAllBe(folder => lines.Contains($"COPY {folder} {folder}"));
        lines.ShouldContain("""ENTRYPOINT ["dotnet", "/app/summit-bot.dll"]""");
        File.Exists(Path.Combine(AppContext.BaseDirectory, "summit-bot.dll")).ShouldBeTrue();
    }

    private static YamlMappingNode Load(string file)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Root(), "infra", file));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static Dictionary<string, YamlNode> Map(YamlNode node) => ((YamlMappingNode)node).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value);

    private static Dictionary<string, YamlNode> Merged(Dictionary<string, YamlNode> node) => node.TryGetValue("<<", out var shared) ? Map(shared).Concat(node).ToDictionary(p => p.Key, p => p.Value) : node;

    /// <summary>With the default that compose takes where a variable is not set, or a made-up value.</summary>
    private static string Substituted(string value) => Variable().Replace(value, match => match.Groups["default"].Success ? match.Groups["default"].Value : "a-value");

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    [GeneratedRegex(@"\$\{\w+(:-(?<default>[^}]*)|:\?[^}]*)?\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"""\.\.\\\.\.\\(?<folder>\w+)\\", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Beside();
}
