using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>Puts words together so that they read well: contractions, elisions, number of the verb, the other language.</summary>
internal sealed partial class Wording(Linguistics linguistics)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly Dictionary<string, string> French = Both("a ont", "est sont", "va vont", "veut veulent", "doit doivent", "peut peuvent", "fait font", "dit disent", "était étaient", "avait avaient", "sera seront", "aura auront", "pense pensent", "attend attendent", "demande demandent", "cherche cherchent", "propose proposent");

    private static readonly Dictionary<string, string> English = Both("does do", "is are", "was were", "has have", "wants want", "says say");

    /// <summary>The phrase in a language, as it stands in a sentence.</summary>
    public string In(Phrase phrase, TextLanguage language)
    {
        if (phrase.Language == language)
            return WithoutContraction(phrase);
        // Only what is one concept of the lexicon can be said in the other language.
        var concept = phrase.Head.Concepts.FirstOrDefault(id => id >= 0, -1);
        if (concept < 0 || phrase.Core.Length > phrase.Head.End - phrase.Head.Start)
            return WithoutContraction(phrase);
        var known = linguistics.Lexicon.Concepts[concept];
        var word = (language == TextLanguage.French ? known.French : known.English)[0];
        return phrase.Article.Length > 0 && phrase.Kind == PhraseKind.Thing && language == TextLanguage.English ? $"the {word}" : word;
    }

    /// <summary>The phrase in brackets: "this meeting" is "the meeting" there.</summary>
    public string Bracketed(Phrase phrase, TextLanguage language)
    {
        var text = In(phrase, language);
        if (phrase.Article is "la" or "le" or "les" or "the" or "l'")
            text = char.ToLowerInvariant(text[0]) + text[1..];
        return phrase.Kind == PhraseKind.Thing ? Demonstrative().Replace(text, match => Definite(match.Groups["word"].Value, match.Index + match.Length < text.Length && IsVowel(text[match.Index + match.Length]))) : text;
    }

    /// <summary>The name of a state, in brackets.</summary>
    public string Bracketed(int country, TextLanguage language) => linguistics.Countries.NameOf(country, language);

    /// <summary>A text with a capital at its beginning.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A text with the phrase replaced by words.</summary>
    public static string Replace(string text, Phrase phrase, string words, bool isPlural)
    {
        var before = text[..phrase.Start];
        if (phrase.Article is "du" or "des" && phrase.Preposition == "de")
            before += "de ";
        else if (phrase.Article is "au" or "aux")
            before += "à ";
        var after = text[phrase.End..];
        if (isPlural != phrase.IsPlural && phrase.Preposition.Length == 0)
            (before, after) = Agree(before, after, phrase.Language);
        if (before.Length == 0)
            words = Capital(words);
        return Join(before + words + after);
    }

    /// <summary>"de le" is "du", "que Obama" is "qu'Obama".</summary>
    public static string Join(string text) => Elided().Replace(Contraction().Replace(text, match => Contract(match.Value)), "${word}'");

    private static (string Before, string After) Agree(string before, string after, TextLanguage language)
    {
        var pairs = language == TextLanguage.French ? French : English;
        if (LastWord().Match(before) is { Success: true } last && pairs.TryGetValue(last.Groups["word"].Value.ToLowerInvariant(), out var other))
            return (before[..last.Groups["word"].Index] + other + " ", after);
        if (FirstWord().Match(after) is { Success: true } first && pairs.TryGetValue(first.Groups["word"].Value.ToLowerInvariant(), out other))
            return (before, Inverted().Replace($" {other}{after[first.Length..]}", match => match.Value.EndsWith('s') ? match.Value[..^1] : match.Value + "s", 1));
        return (before, after);
    }

    private static string WithoutContraction(Phrase phrase) => (phrase.Article, phrase.Preposition) switch
    {
        ("du" or "au", "de" or "à") => $"le {phrase.Core}",
        ("des" or "aux", "de" or "à") => $"les {phrase.Core}",
        _ => phrase.Text,
    };

    private static string Definite(string word, bool beforeVowel) => word.ToLowerInvariant() switch
    {
        "ce" or "cet" or "son" => beforeVowel ? "l'" : "le ", "cette" or "sa" => beforeVowel ? "l'" : "la ", "ces" or "ses" or "leurs" => "les ", _ => "the ",
    };

    private static string Contract(string words) => words.ToLowerInvariant() switch
    {
        "de le " => "du ", "de les " => "des ", "à le " => "au ", _ => "aux ",
    };

    private static bool IsVowel(char letter) => "aeiouyàâéèêëîïôûùh".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);

    private static Dictionary<string, string> Both(params ReadOnlySpan<string> pairs)
    {
        var both = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var words = pair.Split(' ');
            both[words[0]] = words[1];
            both[words[1]] = words[0];
        }

        return both;
    }

    [GeneratedRegex(@"^(?<word>this|that|these|those|ce|cet|cette|ces|sa|son|ses|leurs|his|her|their|its)\s+", Options, 10_000)]
    private static partial Regex Demonstrative();

    [GeneratedRegex(@"(?<![\p{L}])(de|à) les? ", Options, 10_000)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"(?<![\p{L}'])(?<word>d|qu)e (?=[aeiouàâéèêëîïôûù])", Options, 10_000)]
    private static partial Regex Elided();

    [GeneratedRegex(@"(?<![\p{L}])(?<word>\p{L}+)\s+$", Options, 10_000)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^\s+(?<word>\p{L}+)(?![\p{L}])", Options, 10_000)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"(?<=-(t-)?)(ils?|elles?)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Inverted();
}
