using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Summit.Bot.Corpus;

/// <summary>
/// Reads front matter that other systems wrote (Jekyll, Hugo, Eleventy and their like): what they name otherwise is taken under the names of this one,
/// and what has no name here is passed over.
/// </summary>
/// <remarks>
/// <c>date</c> is the day of publication, <c>lang</c> and <c>locale</c> the language, <c>authors</c> the author, <c>canonical_url</c> and its spellings the address; a name
/// of this system has precedence. Of lists the texts count, of authors only; other values that are no text are passed over. Drafts
/// (<c>draft: true</c>, Jekyll's <c>published: false</c>) are refused, and an address below the site (<c>/posts/a/</c>) says nothing.
/// </remarks>
internal static class ForeignFrontMatter
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = "published", ["lang"] = "language", ["locale"] = "language", ["authors"] = "author",
        ["canonical"] = "url", ["canonical_url"] = "url", ["canonicalUrl"] = "url", ["canonical-url"] = "url",
    };

    /// <param name="yaml">The lines between the two <c>---</c> lines; the first of them is line 2 of the file.</param>
    /// <exception cref="RefusedException">Bad YAML, a key that stands twice, or a draft.</exception>
    public static FrontMatter Parse(string yaml)
    {
        var own = new Dictionary<string, (string Value, int Line)>();
        var others = new Dictionary<string, (string Value, int Line)>();
        var seen = new HashSet<string>();
        FrontMatter.Read(yaml, (parser, line) =>
        {
            if (!parser.TryConsume<Scalar>(out var key))
                throw new RefusedException(line, "a key of the front matter is not a text. Write one 'key: value' a line.");
            if (!seen.Add(key.Value))
                throw FrontMatter.Twice(key.Value, line);
            var value = OneLine(Read(parser, key.Value));
            if ((key.Value is "draft" && value is "true") || (key.Value is "published" && value is "false"))
                throw new RefusedException(line, $"it is a draft: '{key.Value}: {value}'. Remove the line when it is published.");
            if (value.Length == 0 || (key.Value is "published" && value is "true") || (key.Value is "url" && value[0] == '/'))
                return;
            if (FrontMatter.Keys.Contains(key.Value))
                own.Add(key.Value, (value, line));
            else if (Synonyms.TryGetValue(key.Value, out var name))
                others.TryAdd(name, (value, line));
        });
        foreach (var (key, field) in others)
            own.TryAdd(key, field);
        return new FrontMatter(own);
    }

    /// <summary>A text, or the texts of a list of authors; nothing for anything else.</summary>
    private static string Read(IParser parser, string key)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return FrontMatter.TextOf(scalar);
        if (key is not ("author" or "authors") || !parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return "";
        }

        var names = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var name))
                names.Add(FrontMatter.TextOf(name).Trim());
            else
                parser.SkipThisAndNestedEvents();
        }

        return string.Join(", ", names.Where(name => name.Length > 0));
    }

    // A text may be folded over several lines.
    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
