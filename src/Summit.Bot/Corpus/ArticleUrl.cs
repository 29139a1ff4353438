namespace Summit.Bot.Corpus;

/// <summary>Tells the address of an article from other text.</summary>
internal static class ArticleUrl
{
    private const int Longest = 2000;

    /// <summary>The address as it is written, or null for what is no absolute http or https address, or has a user name in it.</summary>
    public static string? Parse(string? value)
    {
        value = value?.Trim();
        return value is { Length: > 0 and <= Longest } && !value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? value
            : null;
    }
}
