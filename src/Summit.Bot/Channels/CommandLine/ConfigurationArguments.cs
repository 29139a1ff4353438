using System.Text.RegularExpressions;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>
/// Takes settings such as <c>--Summit:DataPath=/var/lib/summit</c> or <c>--Summit:DataPath /var/lib/summit</c> out of the
/// arguments, wherever they stand before <c>--</c>; the colon, or one of the ecosystem's own root keys, tells them from options.
/// </summary>
internal static partial class ConfigurationArguments
{
    /// <summary>The settings, each as <c>--key=value</c>, and what is left.</summary>
    /// <exception cref="UsageException">A setting has no value.</exception>
    public static (string[] Settings, string[] Others) Split(IReadOnlyList<string> args)
    {
        var settings = new List<string>();
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                rest.AddRange(args.Skip(i));
                break;
            }

            if (!Setting().IsMatch(args[i]))
                rest.Add(args[i]);
            else if (args[i].Contains('=', StringComparison.Ordinal))
                settings.Add(args[i]);
            else if (i + 1 < args.Count)
                settings.Add($"{args[i]}={args[++i]}");
            else
                throw new UsageException($"The setting {args[i]} has no value. Write {args[i]}=value.");
        }

        return ([.. settings], [.. rest]);
    }

    [GeneratedRegex(@"^--([A-Za-z]\w*(:[\w.]+)+|MicrosoftApp\w+)(=|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Setting();
}
