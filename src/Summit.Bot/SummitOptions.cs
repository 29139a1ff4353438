using Microsoft.Extensions.Options;

namespace Summit.Bot;

/// <summary>The configuration section <c>Summit</c>. Relative paths are relative to the working directory.</summary>
public sealed class SummitOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Summit";

    /// <summary>Folder of the store; made when it is not there. Default: <c>data</c>.</summary>
    public string DataPath { get; set; } = "data";

    /// <summary>Folder of the articles. Default: the corpus that is shipped beside the program.</summary>
    public string CorpusPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>
    /// The address that users reach this server at, such as <c>https://bot.example.org</c>: citations link there. Default: none;
    /// then links go to the request's own origin on loopback, and there are none elsewhere, since a Host header proves nothing.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How many questions are answered.</summary>
    public RateLimitOptions RateLimit { get; set; } = new();
}

/// <summary>The configuration section <c>Summit:RateLimit</c>. In Development, loopback addresses are not limited.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Questions a minute, for each remote address and for each conversation: 1 to 1,000,000, or 0 for no limit. Default: 60.</summary>
    public int PermitsPerMinute { get; set; } = 60;
}

/// <summary>Checks the options when the program starts; each message names the key.</summary>
public sealed class SummitOptionsValidator : IValidateOptions<SummitOptions>
{
    private const int MostPermits = 1_000_000;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SummitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>();
        RequirePath(options.DataPath, "Summit:DataPath", failures);
        RequirePath(options.CorpusPath, "Summit:CorpusPath", failures);
        if (options.PublicUrl is { } url
            && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0))
        {
            failures.Add("Summit:PublicUrl is not an absolute http or https address without user, query and fragment, such as https://bot.example.org.");
        }

        if (options.RateLimit.PermitsPerMinute is < 0 or > MostPermits)
            failures.Add($"Summit:RateLimit:PermitsPerMinute is {options.RateLimit.PermitsPerMinute}. Set it to 1 to {MostPermits}, or to 0 for no limit.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void RequirePath(string? path, string key, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            failures.Add($"{key} is empty or no path. Name a folder, or remove the key for the default.");
    }
}
