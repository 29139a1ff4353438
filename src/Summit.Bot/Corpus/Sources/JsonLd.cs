using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Summit.Bot.Corpus.Sources;

/// <summary>What the JSON-LD of a page says of its article, in the terms of schema.org. Broken JSON is passed over, nothing in it is run or loaded.</summary>
internal sealed record JsonLd
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public string? Headline { get; private init; }

    public string? Author { get; private init; }

    public string? Publisher { get; private init; }

    public string? License { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public string? Body { get; private init; }

    public DateOnly? Published { get; private init; }

    public DateOnly? Modified { get; private init; }

    /// <summary>The first article in the page's JSON-LD that has a headline, else the first; empty where there is none.</summary>
    public static JsonLd Find(IHtmlDocument document)
    {
        JsonLd? first = null;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            foreach (var found in Read(script.TextContent))
            {
                if (found.Headline is not null)
                    return found;
                first ??= found;
            }
        }

        return first ?? new JsonLd();
    }

    private static List<JsonLd> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var nodes = Nodes(document.RootElement).ToList();
            return nodes.Where(IsArticle).Select(node => Of(node, nodes)).ToList();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Nodes),
        JsonValueKind.Object when json.TryGetProperty("@graph", out var graph) => Nodes(graph).Prepend(json),
        JsonValueKind.Object => [json],
        _ => [],
    };

    /// <summary>The terms for articles end with "Article" (NewsArticle), "BlogPosting" (LiveBlogPosting) or "Report".</summary>
    private static bool IsArticle(JsonElement node) => node.TryGetProperty("@type", out var type) && JsonWords.Of(type) is { } types
        && types.Split(", ").Any(one => one.EndsWith("Article", StringComparison.Ordinal) || one.EndsWith("BlogPosting", StringComparison.Ordinal) || one is "Report");

    private static JsonLd Of(JsonElement node, List<JsonElement> nodes) => new()
    {
        Headline = Words(node, "headline", nodes) ?? Words(node, "name", nodes),
        Author = Words(node, "author", nodes),
        Publisher = Words(node, "publisher", nodes),
        License = Words(node, "license", nodes),
        Url = Address(node, "url") ?? Address(node, "mainEntityOfPage"),
        Language = node.TryGetProperty("inLanguage", out var language) && language.ValueKind == JsonValueKind.Object && language.TryGetProperty("alternateName", out var code)
            ? JsonWords.Of(code)
            : Words(node, "inLanguage", nodes),
        Body = Words(node, "articleBody", nodes),
        Published = ArticleDate.Parse(Words(node, "datePublished", nodes)),
        Modified = ArticleDate.Parse(Words(node, "dateModified", nodes)),
    };

    private static string? Words(JsonElement node, string key, List<JsonElement> nodes)
    {
        if (!node.TryGetProperty(key, out var value))
            return null;
        var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1);
        var words = string.Join(", ", values.Select(one => JsonWords.Of(Referred(one, nodes))).Where(one => !string.IsNullOrWhiteSpace(one)));
        return words.Length > 0 ? WebUtility.HtmlDecode(words) : null;
    }

    /// <summary>What a reference such as <c>{"@id": "#publisher"}</c> means.</summary>
    private static JsonElement Referred(JsonElement value, List<JsonElement> nodes)
    {
        if (Id(value) is not { } id || value.TryGetProperty("name", out _))
            return value;
        var known = nodes.FirstOrDefault(node => Id(node) == id);
        return known.ValueKind == JsonValueKind.Object ? known : value;
    }

    private static string? Id(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private static string? Address(JsonElement node, string key)
    {
        if (!node.TryGetProperty(key, out var value))
            return null;
        return ArticleUrl.Parse(value.ValueKind == JsonValueKind.String ? value.GetString() : Id(value));
    }
}
