using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>The command of infra/teams, and the limits that Teams sets to what it makes.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private readonly string _folder = Directory.CreateTempSubdirectory("summit-teams-").FullName;

    [Fact]
    public async Task The_package_is_what_Teams_takes_and_the_same_each_time()
    {
        var first = await MakeAsync("first.zip");
        var second = await MakeAsync("second.zip");
        (await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllBytesAsync(second, TestContext.Current.CancellationToken));
        await using var zip = await ZipFile.OpenReadAsync(first, TestContext.Current.CancellationToken);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "fr.json", "color.png", "outline.png"]);
        var text = Read(zip, "manifest.json");
        var manifest = JsonNode.Parse(text)!;
        text.ShouldNotContain("${");
        manifest["id"]!.GetValue<string>().ShouldBe(AppId);
        manifest["bots"]![0]!["botId"]!.GetValue<string>().ShouldBe(AppId);
        manifest["developer"]!["name"]!.GetValue<string>().ShouldBe("Ça & \"là\"");
        manifest["developer"]!["privacyUrl"]!.GetValue<string>().ShouldBe("https://example.org/privacy?a=1&b=2");
        manifest["developer"]!["termsOfUseUrl"]!.GetValue<string>().ShouldBe("https://bot.example.org/");
        manifest["validDomains"]!.AsArray().Select(domain => domain!.GetValue<string>()).ShouldBe(["bot.example.org"]);
        manifest["manifestVersion"]!.GetValue<string>().ShouldBe("1.22");
        CheckTexts(Texts(manifest));

        var french = JsonNode.Parse(Read(zip, "fr.json"))!.AsObject().Where(p => p.Key != "$schema").ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());
        french.Keys.Order(StringComparer.Ordinal).ShouldBe(Texts(manifest).Keys.Order(StringComparer.Ordinal));
        CheckTexts(french);

        var color = Png(zip, "color.png");
        (color.Width, color.Height).ShouldBe((192, 192));
        color.Pixels.ShouldAllBe(pixel => pixel.Alpha == 255);
        var outline = Png(zip, "outline.png");
        (outline.Width, outline.Height).ShouldBe((32, 32));
        outline.Pixels.ShouldAllBe(pixel => pixel.Red == 255 && pixel.Green == 255 && pixel.Blue == 255);
        outline.Pixels.Count(pixel => pixel.Alpha == 255).ShouldBeInRange(100, 700);
    }

    [Theory]
    [InlineData("--app-id", "--host", "bot.example.org")]
    [InlineData("--app-id", "--app-id", "nonsense", "--host", "bot.example.org")]
    [InlineData("--host", "--app-id", AppId)]
    [InlineData("--host", "--app-id", AppId, "--host", "https://bot.example.org/")]
    [InlineData("--privacy", "--app-id", AppId, "--host", "bot.example.org", "--privacy", "http://example.org")]
    [InlineData("--version", "--app-id", AppId, "--host", "bot.example.org", "--version", "1")]
    [InlineData("--frobnicate", "--frobnicate", "1")]
    [InlineData("--host", "--app-id", AppId, "--host")]
    public async Task A_wrong_option_ends_with_2_and_one_line_that_names_it(string named, params string[] args)
    {
        var (exitCode, output, error) = await RunAsync(args);
        exitCode.ShouldBe(2, error);
        output.ShouldBeEmpty();
        error.ShouldContain(named);
        error.TrimEnd().Split('\n').Length.ShouldBe(1, error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The limits of the manifest's schema.</summary>
    private static void CheckTexts(Dictionary<string, string> texts)
    {
        foreach (var (key, text) in texts)
        {
            var limit = key switch
            {
                "name.short" => 30,
                "name.full" => 100,
                "description.short" => 80,
                "description.full" => 4000,
                _ when key.EndsWith(".title", StringComparison.Ordinal) => 32,
                _ => 128,
            };
            text.Length.ShouldBeInRange(1, limit, key);
        }
    }

    private static Dictionary<string, string> Texts(JsonNode manifest)
    {
        var texts = new Dictionary<string, string>();
        foreach (var group in new[] { "name", "description" })
        {
            foreach (var size in new[] { "short", "full" })
                texts.Add($"{group}.{size}", manifest[group]![size]!.GetValue<string>());
        }

        var commands = manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();
        commands.Count.ShouldBeInRange(1, 10);
        for (var i = 0; i < commands.Count; i++)
        {
            foreach (var part in new[] { "title", "description" })
                texts.Add($"bots[0].commandLists[0].commands[{i}].{part}", commands[i]![part]!.GetValue<string>());
        }

        return texts;
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static (int Width, int Height, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels) Png(ZipArchive zip, string name)
    {
        using var file = new MemoryStream();
        using (var entry = zip.GetEntry(name)!.Open())
            entry.CopyTo(file);
        var bytes = file.ToArray();
        var width = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20));
        // One IDAT behind the header of 13 bytes.
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(33));
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(bytes, 41, length), CompressionMode.Decompress))
            zlib.CopyTo(inflated);
        var rows = inflated.ToArray();
        var pixels = new List<(byte, byte, byte, byte)>();
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * (width * 4 + 1) + 1, width * 4);
            for (var x = 0; x < width; x++)
                pixels.Add((row[x * 4], row[x * 4 + 1], row[x * 4 + 2], row[x * 4 + 3]));
        }

        return (width, height, pixels);
    }

    private static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", "infra/teams/package.cs", "--", .. args])
        {
            WorkingDirectory = Repository(), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private async Task<string> MakeAsync(string name)
    {
        var file = Path.Combine(_folder, name);
        var (exitCode, _, error) = await RunAsync(
            "--app-id", AppId, "--host", "bot.example.org", "--developer", "Ça & \"là\"", "--privacy", "https://example.org/privacy?a=1&b=2", "--output", file);
        exitCode.ShouldBe(0, error);
        return file;
    }
}
