#!/usr/bin/env dotnet
#:package System.IO.Hashing
#:property PublishAot=false
#:property RootNamespace=Summit.Teams
#:property NoWarn=$(NoWarn);CA1050;MA0047;MA0048;CA1852;CA1515

// Makes the app package of Microsoft Teams: manifest, French texts and both icons in one zip. The same options give the same bytes.
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

const string Usage = """
    Makes the Teams app package of Summit.Bot.

    dotnet run infra/teams/package.cs -- --app-id GUID --host HOST [options]

      --app-id GUID     the bot's app id in Azure Bot Service (MicrosoftAppId)
      --host HOST       the host that citations link to, such as bot.example.org
      --privacy URL     your privacy statement          [default: https://HOST/]
      --terms URL       your terms of use               [default: https://HOST/]
      --website URL     the developer's site            [default: https://HOST/]
      --developer NAME  who publishes the app, at most 32 characters [default: Summit.Bot]
      --version V       three numbers, such as 1.0.0; raise it with every upload [default: 1.0.0]
      --output FILE     where the package goes          [default: summit-bot-teams.zip]
    """;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(Usage);
    return 0;
}

var options = new Dictionary<string, string>
{
    ["--app-id"] = "", ["--host"] = "", ["--privacy"] = "", ["--terms"] = "", ["--website"] = "", ["--developer"] = "Summit.Bot", ["--version"] = "1.0.0",
    ["--output"] = "summit-bot-teams.zip",
};
for (var i = 0; i < args.Length; i += 2)
{
    if (!options.ContainsKey(args[i]))
        return Fail($"The option {args[i]} is not known. See --help.");
    if (i + 1 == args.Length)
        return Fail($"The option {args[i]} has no value.");
    options[args[i]] = args[i + 1];
}

if (!Guid.TryParseExact(options["--app-id"], "D", out var id))
    return Fail("--app-id is missing or no GUID such as 00000000-0000-0000-0000-000000000000: give the bot's MicrosoftAppId.");
var host = options["--host"];
if (Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal))
    return Fail("--host is missing or no host name: give the host of Summit:PublicUrl, such as bot.example.org, without https:// and path.");
foreach (var key in new[] { "--privacy", "--terms", "--website" })
{
    if (options[key].Length == 0)
        options[key] = $"https://{host}/";
    if (!Uri.TryCreate(options[key], UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || options[key].Length > 2048)
        return Fail($"{key} is no https address: Teams takes no other.");
}

if (options["--developer"].Trim().Length is 0 or > 32)
    return Fail("--developer is empty or longer than 32 characters.");
if (!Regex.IsMatch(options["--version"], @"^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)))
    return Fail("--version is not three numbers such as 1.0.0.");

var folder = Path.GetDirectoryName(Source())!;
var manifest = File.ReadAllText(Path.Combine(folder, "manifest.json"));
foreach (var (name, value) in new[]
{
    ("appId", id.ToString("D")), ("host", host), ("privacy", options["--privacy"]), ("terms", options["--terms"]), ("website", options["--website"]),
    ("developer", options["--developer"].Trim()), ("version", options["--version"]),
})
{
    manifest = manifest.Replace($"${{{name}}}", JsonEncodedText.Encode(value).ToString(), StringComparison.Ordinal);
}

try
{
    using var zip = new ZipArchive(File.Create(options["--output"]), ZipArchiveMode.Create);
    Add(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest.ReplaceLineEndings("\n")));
    Add(zip, "fr.json", Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(folder, "fr.json")).ReplaceLineEndings("\n")));
    Add(zip, "color.png", Icon.Draw(192, safe: 120, background: (0x24, 0x40, 0x6E)));
    Add(zip, "outline.png", Icon.Draw(32, safe: 30, background: null));
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"package: {options["--output"]} cannot be written: {error.Message} Name another file with --output.");
    return 1;
}

Console.WriteLine($"{options["--output"]} is ready to be uploaded to Teams.");
return 0;

static int Fail(string message)
{
    Console.Error.WriteLine($"package: {message}");
    return 2;
}

static void Add(ZipArchive zip, string name, byte[] content)
{
    var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
    // The first day that a zip can name, so that the same content gives the same bytes.
    entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    using var stream = entry.Open();
    stream.Write(content);
}

static string Source([CallerFilePath] string path = "") => path;

/// <summary>A summit under quotation marks, in white.</summary>
internal static class Icon
{
    /// <summary>Points inside a pixel that are looked at, in each direction.</summary>
    private const int Samples = 4;

    private static readonly (double X, double Y)[] Mountain = [(0.02, 0.92), (0.36, 0.30), (0.52, 0.56), (0.64, 0.42), (0.98, 0.92)];

    /// <summary>A PNG file.</summary>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="safe">Width of the square in the middle that the drawing stays in.</param>
    /// <param name="background">Colour behind it; null for none.</param>
    public static byte[] Draw(int size, int safe, (byte Red, byte Green, byte Blue)? background)
    {
        var pixels = new MemoryStream();
        for (var y = 0; y < size; y++)
        {
            pixels.WriteByte(0);
            for (var x = 0; x < size; x++)
            {
                var white = Coverage(x, y, size, safe);
                if (background is var (red, green, blue))
                    pixels.Write([Mix(red, white), Mix(green, white), Mix(blue, white), 255]);
                else
                    pixels.Write([255, 255, 255, (byte)Math.Round(255 * white)]);
            }
        }

        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(pixels.ToArray());
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        // Eight bits a channel, with alpha.
        header[8] = 8;
        header[9] = 6;
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", compressed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc32.HashToUInt32(body));
        return chunk;
    }

    private static byte Mix(byte colour, double white) => (byte)Math.Round(colour + (255 - colour) * white);

    private static double Coverage(int x, int y, int size, int safe)
    {
        var inside = 0;
        for (var i = 0; i < Samples * Samples; i++)
        {
            var (px, py) = (x + (i % Samples + 0.5) / Samples, y + (i / Samples + 0.5) / Samples);
            inside += IsInside((px - (size - safe) / 2.0) / safe, (py - (size - safe) / 2.0) / safe) ? 1 : 0;
        }

        return (double)inside / (Samples * Samples);
    }

    private static bool IsInside(double x, double y) => IsInMountain(x, y) || IsInQuote(x - 0.60, y - 0.17) || IsInQuote(x - 0.82, y - 0.17);

    /// <summary>A closing quotation mark about its centre: a dot with a tail.</summary>
    private static bool IsInQuote(double x, double y) =>
        x * x + y * y <= 0.075 * 0.075 || (y > 0 && y < 0.17 && x <= 0.075 - 0.35 * y && x >= 0.02 - 0.35 * y);

    /// <summary>Inside a polygon: a ray to the right crosses its border an odd number of times.</summary>
    private static bool IsInMountain(double x, double y)
    {
        var inside = false;
        for (int i = 0, j = Mountain.Length - 1; i < Mountain.Length; j = i++)
        {
            var (a, b) = (Mountain[i], Mountain[j]);
            if (a.Y > y != b.Y > y && x < (b.X - a.X) * (y - a.Y) / (b.Y - a.Y) + a.X)
                inside = !inside;
        }

        return inside;
    }
}
