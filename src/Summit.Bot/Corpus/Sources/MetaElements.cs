using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Summit.Bot.Corpus.Sources;

/// <summary>The values of the meta elements of a page by their name, property, itemprop or http-equiv, in lower case.</summary>
internal sealed class MetaElements
{
    private static readonly string[] NameAttributes = ["property", "name", "itemprop", "http-equiv"];

    private readonly ILookup<string, string> _values;

    public MetaElements(IHtmlDocument document)
    {
        var pairs =
            from element in document.QuerySelectorAll("meta[content]")
            from attribute in NameAttributes
            let name = element.GetAttribute(attribute)
            let value = element.GetAttribute("content")
            where !string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(value)
            select (Name: name.Trim().ToLowerInvariant(), Value: value.Trim());
        _values = pairs.ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>The first value of the first name that has one.</summary>
    public string? First(params string[] names) => names.SelectMany(name => _values[name]).FirstOrDefault();

    /// <summary>All values of the first name that has any in words, with commas: some sites name the author by the address of a profile.</summary>
    public string? Words(params string[] names) => names
        .Select(name => string.Join(", ", _values[name].Where(value => !value.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)))
        .FirstOrDefault(words => words.Length > 0);

    /// <summary>The first value that is a day.</summary>
    public DateOnly? Day(params string[] names) => names.SelectMany(name => _values[name]).Select(ArticleDate.Parse).FirstOrDefault(day => day is not null);
}
