using Summit.Bot.Language;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Summit.Bot.Corpus;

/// <summary>The keys between the two <c>---</c> lines at the head of a file, each with its line.</summary>
/// <remarks>Read event by event: a flat mapping of text is all that is accepted, so nesting and aliases cost nothing.</remarks>
internal sealed class FrontMatter
{
    /// <summary>An id has at most so many characters.</summary>
    public const int MaxIdLength = 100;

    private static readonly string[] ArticleKeys = ["id", "title", "language", "published", "source", "license", "author", "url", "corrected", "status"];
    private static readonly string[] TranslationKeys = ["translationOf", "title", "language", "translator"];

    /// <summary>The keys that articles and translations may have.</summary>
    internal static readonly IReadOnlySet<string> Keys = new HashSet<string>([.. ArticleKeys, .. TranslationKeys]);

    private readonly Dictionary<string, (string Value, int Line)> _fields;

    /// <summary>Takes fields as they are.</summary>
    internal FrontMatter(Dictionary<string, (string Value, int Line)> fields) => _fields = fields;

    private FrontMatter()
        : this([])
    {
    }

    /// <summary>Does it describe a translation rather than an article?</summary>
    public bool IsTranslation => _fields.ContainsKey("translationOf");

    /// <param name="yaml">The lines between the two <c>---</c> lines; the first of them is line 2 of the file.</param>
    /// <param name="isToml">Whether it is TOML between other lines, which is not read here.</param>
    /// <exception cref="RefusedException">Bad YAML, or keys that have no place here.</exception>
    public static FrontMatter Parse(string yaml, bool isToml)
    {
        if (isToml)
            throw new RefusedException(1, "the front matter is TOML. Write it as 'key: value' lines between two lines '---', or bring the file in with: summit-bot ingest.");
        var matter = new FrontMatter();
        Read(yaml, matter.Read);

        var kind = matter.IsTranslation ? "a translation" : "an article";
        var allowed = matter.IsTranslation ? TranslationKeys : ArticleKeys;
        foreach (var (key, field) in matter._fields)
        {
            if (!allowed.Contains(key))
                throw new RefusedException(field.Line, $"unknown key '{key}'. The keys of {kind} are: {string.Join(", ", allowed)}.");
        }

        return matter;
    }

    /// <summary>The value of a key, or null where it is missing or empty.</summary>
    public string? Optional(string key) => _fields.TryGetValue(key, out var field) && field.Value.Length > 0 ? field.Value : null;

    /// <summary>The value of a key.</summary>
    /// <exception cref="RefusedException">It is missing or empty.</exception>
    public string Required(string key) =>
        Optional(key) ?? throw Refuse(key, $"key '{key}' is missing or empty. Add a line '{key}: …' to the front matter.");

    /// <summary>A refusal that points to the line of a key, or to line 1 where the key is missing.</summary>
    public RefusedException Refuse(string key, string reason) =>
        new(_fields.TryGetValue(key, out var field) ? field.Line : 1, reason);

    /// <exception cref="RefusedException">It is missing or none of the two.</exception>
    public TextLanguage Language()
    {
        var value = Required("language");
        return TextLanguages.Parse(value) ?? throw Refuse("language", $"language '{value}' is not known. Write fr or en.");
    }

    /// <summary>The day that a key states, or null where the key is missing or empty.</summary>
    /// <exception cref="RefusedException">It is no day of the calendar.</exception>
    public DateOnly? Day(string key) => Optional(key) is { } value
        ? ArticleDate.Parse(value) ?? throw Refuse(key, $"'{value}' is no date. Write year-month-day, such as 2019-04-25.")
        : null;

    /// <summary>The address, or null where it is missing or empty.</summary>
    /// <exception cref="RefusedException">It is no absolute http or https address.</exception>
    public string? Url() => Optional("url") is { } value
        ? ArticleUrl.Parse(value) ?? throw Refuse("url", $"'{value}' is no address. Write all of it, beginning with https:// or http://.")
        : null;

    /// <summary>Whether the publisher has withdrawn the article; not when nothing is said of it.</summary>
    /// <exception cref="RefusedException">The status is none of the two.</exception>
    public bool IsRetracted() => (Optional("status") ?? "published") switch
    {
        "published" => false,
        "retracted" => true,
        var other => throw Refuse("status", $"status '{other}' is not known. Write published or retracted, or remove the line."),
    };

    /// <exception cref="RefusedException">It is missing or holds other characters than a link may.</exception>
    public string Id()
    {
        var id = Required("id");
        return IsSoundId(id)
            ? id
            : throw Refuse("id", $"'{id}' is no id. Use 1 to 100 lower-case letters a-z, digits and hyphens, not a hyphen first.");
    }

    /// <summary>Whether an id can be part of a link as it stands.</summary>
    public static bool IsSoundId(string id) =>
        id.Length is > 0 and <= MaxIdLength && id[0] != '-' && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The line of the file that a mark between the two <c>---</c> lines is on.</summary>
    private static int FileLine(Mark mark) => (int)mark.Line + 1;

    /// <summary>Reads a mapping, one entry after the other.</summary>
    /// <param name="yaml">The lines between the two <c>---</c> lines.</param>
    /// <param name="readEntry">Consumes a key and its value, given the line of the file.</param>
    /// <exception cref="RefusedException">It is not a mapping.</exception>
    internal static void Read(string yaml, Action<Parser, int> readEntry)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                throw new RefusedException(1, "the front matter is empty. Add the keys of an article: " + string.Join(", ", ArticleKeys) + ".");
            if (!parser.TryConsume<MappingStart>(out _))
            {
                throw new RefusedException(
                    FileLine(parser.Current!.Start), "the front matter is not a list of keys. Write one 'key: value' a line.");
            }

            while (!parser.TryConsume<MappingEnd>(out _))
                readEntry(parser, FileLine(parser.Current!.Start));
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
        }
        catch (YamlException error)
        {
            throw new RefusedException(
                FileLine(error.Start), $"the front matter is not YAML: {error.Message} Put values with ':' or '#' in quotation marks.");
        }
    }

    private void Read(Parser parser, int line)
    {
        if (!parser.TryConsume<Scalar>(out var key) || !parser.TryConsume<Scalar>(out var value))
            throw new RefusedException(line, "only 'key: value' with a plain text as the value is read here. Write it like that.");
        if (value.Value.Any(char.IsControl))
            throw new RefusedException(line, $"the value of '{key.Value}' holds a line break or a control character. Remove it.");
        if (!_fields.TryAdd(key.Value, (TextOf(value).Trim(), line)))
            throw Twice(key.Value, line);
    }

    /// <summary>The refusal of a key that stands twice.</summary>
    internal static RefusedException Twice(string key, int line) => new(line, $"key '{key}' stands here for the second time. Remove one of them.");

    /// <summary>What a value says; nothing where it is null.</summary>
    internal static string TextOf(Scalar value) => value is { Value: "~" or "null", Style: ScalarStyle.Plain } ? "" : value.Value;
}
