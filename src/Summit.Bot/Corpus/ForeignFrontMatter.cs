using Tomlyn.Parsing;
using Tomlyn.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Summit.Bot.Corpus;

/// <summary>
/// Reads front matter that other systems wrote (Jekyll, Hugo, Zola, Eleventy and their like), in YAML or TOML: what they name otherwise is taken under
/// the names of this one, and what has no name here is passed over.
/// </summary>
/// <remarks>
/// <c>date</c> is the day of publication, <c>lang</c> and <c>locale</c> the language, <c>authors</c> the author, <c>canonical_url</c> and its spellings the address; a name
/// of this system has precedence. Of lists the texts count, of authors only; other values that are no text are passed over, and so are the tables of
/// TOML. Drafts (<c>draft: true</c>, Jekyll's <c>published: false</c>) are refused, and an address below the site (<c>/posts/a/</c>) says nothing.
/// </remarks>
internal sealed class ForeignFrontMatter
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = "published", ["lang"] = "language", ["locale"] = "language", ["authors"] = "author",
        ["canonical"] = "url", ["canonical_url"] = "url", ["canonicalUrl"] = "url", ["canonical-url"] = "url",
    };

    private readonly Dictionary<string, (string Value, int Line)> _own = [];
    private readonly Dictionary<string, (string Value, int Line)> _others = [];

    private ForeignFrontMatter()
    {
    }

    /// <param name="block">The lines between the two fences; the first of them is line 2 of the file.</param>
    /// <param name="isToml">Whether it is TOML, else YAML.</param>
    /// <exception cref="RefusedException">It is not sound, a key stands twice, or it is a draft.</exception>
    public static FrontMatter Parse(string block, bool isToml)
    {
        var matter = new ForeignFrontMatter();
        if (isToml)
            matter.ReadToml(block);
        else
            matter.ReadYaml(block);
        foreach (var (key, field) in matter._others)
            matter._own.TryAdd(key, field);
        return new FrontMatter(matter._own);
    }

    private void ReadYaml(string yaml)
    {
        var seen = new HashSet<string>();
        FrontMatter.Read(yaml, (parser, line) =>
        {
            if (!parser.TryConsume<Scalar>(out var key))
                throw new RefusedException(line, "a key of the front matter is not a text. Write one 'key: value' a line.");
            if (!seen.Add(key.Value))
                throw FrontMatter.Twice(key.Value, line);
            Add(key.Value, Read(parser, key.Value), line);
        });
    }

    private void ReadToml(string toml)
    {
        var document = SyntaxParser.Parse(toml);
        if (document.HasErrors)
        {
            var error = document.Diagnostics.First(diagnostic => diagnostic.Kind == DiagnosticMessageKind.Error);
            throw new RefusedException(LineOf(error.Span), $"the front matter is not TOML: {error.Message}");
        }

        foreach (var entry in document.KeyValues)
        {
            if (entry.Key?.DotKeys.ChildrenCount == 0 && KeyOf(entry.Key) is { } key)
                Add(key, Read(entry.Value, key), LineOf(entry.Span));
        }
    }

    private void Add(string key, string value, int line)
    {
        // A text may be folded over several lines.
        value = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if ((key is "draft" && value is "true") || (key is "published" && value is "false"))
            throw new RefusedException(line, $"it is a draft: '{key}: {value}'. Remove the line when it is published.");
        if (value.Length == 0 || (key is "published" && value is "true") || (key is "url" && value[0] == '/'))
            return;
        if (FrontMatter.Keys.Contains(key))
            _own.Add(key, (value, line));
        else if (Synonyms.TryGetValue(key, out var name))
            _others.TryAdd(name, (value, line));
    }

    /// <summary>A text, or the texts of a list of authors; nothing for anything else.</summary>
    private static string Read(IParser parser, string key)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return FrontMatter.TextOf(scalar);
        if (!IsList(key) || !parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return "";
        }

        var names = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var name))
                names.Add(FrontMatter.TextOf(name));
            else
                parser.SkipThisAndNestedEvents();
        }

        return Joined(names);
    }

    /// <summary>The same of TOML, whose days and truth values are no texts.</summary>
    private static string Read(ValueSyntax? value, string key) => value switch
    {
        StringValueSyntax text => text.Value ?? "",
        DateTimeValueSyntax day => day.Token?.Text ?? "",
        BooleanValueSyntax truth => truth.Value ? "true" : "false",
        ArraySyntax list when IsList(key) => Joined(list.Items.Select(item => (item.Value as StringValueSyntax)?.Value ?? "")),
        _ => "",
    };

    private static bool IsList(string key) => key is "author" or "authors";

    private static string Joined(IEnumerable<string> names) => string.Join(", ", names.Select(name => name.Trim()).Where(name => name.Length > 0));

    private static string? KeyOf(KeySyntax key) => key.Key switch
    {
        BareKeySyntax bare => bare.Key?.Text,
        StringValueSyntax quoted => quoted.Value,
        _ => null,
    };

    // Of a block that begins on line 2; its own lines are counted from 0.
    private static int LineOf(SourceSpan span) => span.Start.Line + 2;
}
