using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Summit.Bot.Answering;

namespace Summit.Bot.Channels;

/// <summary>Where citations link to: sentences on the article pages of this server.</summary>
public sealed class ArticleLinks
{
    private readonly string? _origin;

    private ArticleLinks(string? origin) => _origin = origin;

    /// <summary>Links for a request: to the public address, or to the request's own origin when both ends are this machine.</summary>
    /// <param name="options">Names the public address.</param>
    /// <param name="request">The request; null where there is none, as on the command line.</param>
    public static ArticleLinks For(SummitOptions options, HttpRequest? request)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.PublicUrl is { } url)
            return new ArticleLinks(url.AbsoluteUri.TrimEnd('/'));
        return new ArticleLinks(request is not null && IsLoopback(request) ? $"{request.Scheme}://{request.Host.Value}" : null);
    }

    /// <summary>Whether a request comes from this machine and names it in its Host header.</summary>
    public static bool IsLoopback(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote) && IsLoopback(request.Host.Host);
    }

    /// <summary>Whether a host's name means this machine.</summary>
    public static bool IsLoopback(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>The address of the home page, with a slash at the end; null where none is known.</summary>
    public string? Home => _origin is null ? null : _origin + "/";

    /// <summary>The sentence on the article's page; null where no address is known.</summary>
    public string? To(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return _origin is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{_origin}/articles/{citation.ArticleId}?v={citation.ArticleVersion}#s{citation.Sentence}");
    }
}
