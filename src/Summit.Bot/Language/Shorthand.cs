using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Summit.Bot.Language;

/// <summary>What people write short in chats ("ki", "pk", "wat", "b4"), and what they mean.</summary>
public sealed partial class Shorthand
{
    private readonly FrozenDictionary<string, string> _french;
    private readonly FrozenDictionary<string, string> _english;

    private Shorthand(Dictionary<string, string> french, Dictionary<string, string> english)
    {
        _french = french.ToFrozenDictionary(StringComparer.Ordinal);
        _english = english.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Reads lines <c>fr|en ⇥ what is meant ⇥ written written …</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names it.</exception>
    public static Shorthand Read(TextReader reader)
    {
        Dictionary<string, string> french = [], english = [];
        foreach (var (number, columns) in TabSeparated.Read(reader, "shorthand.tsv", columnCount: 3))
        {
            var language = TextLanguages.Parse(columns[0])
                ?? throw new InvalidDataException($"shorthand.tsv:{number}: the language is '{columns[0]}', not fr or en.");
            foreach (var written in columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!(language == TextLanguage.French ? french : english).TryAdd(written, columns[1]))
                    throw new InvalidDataException($"shorthand.tsv:{number}: '{written}' stands twice.");
            }
        }

        return new Shorthand(french, english);
    }

    /// <summary>The text in full words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language; null to go by the short words themselves, which hardly ever mean something in both.</param>
    public string Expand(string text, TextLanguage? language)
    {
        var words = Word().Matches(text).Select(match => TextAnalyzer.Fold(match.Value)).ToList();
        language ??= words.Count(_french.ContainsKey) > words.Count(_english.ContainsKey) ? TextLanguage.French : TextLanguage.English;
        var known = language == TextLanguage.French ? _french : _english;
        var isLoud = !text.Any(char.IsLower);
        return words.Exists(known.ContainsKey) ? Word().Replace(text, match => isLoud || match.Value.Any(char.IsLower) || !char.IsUpper(match.Value[0]) ? Meaning(match, known) : match.Value) : text;
    }

    // Capitals among small letters are initials.
    private static string Meaning(Match match, FrozenDictionary<string, string> known) => known.GetValueOrDefault(TextAnalyzer.Fold(match.Value), match.Value);

    [GeneratedRegex(@"[\p{L}\p{N}]+(?!['’\p{L}\p{N}])(?<!['’][\p{L}\p{N}]+)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Word();
}
