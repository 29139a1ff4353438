using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>
/// Completes a question that only makes sense after the last one, by rule: another question word ("Et où ça ?", "Why?"), another name
/// ("And Putin?"), a pronoun for the one person that was asked about ("What did he say?"). What is no such question stays as it is.
/// </summary>
public sealed partial class FollowUps
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string FrenchAsking = "à quelle heure|depuis quand|jusqu'à quand|avec qui|contre qui|chez qui|pour qui|à qui|de qui|combien de temps|combien|pourquoi|comment|quand|où|qui|quel jour|dans quel but";
    private const string EnglishAsking = "at what time|since when|until when|with whom|against whom|for whom|to whom|how long|how many|how much|what for|which day|why|how|when|where|who";

    /// <summary>The question words of the other language.</summary>
    private static readonly Dictionary<string, string> Other = Pairs(
        ("à quelle heure", "at what time"), ("depuis quand", "since when"), ("jusqu'à quand", "until when"), ("avec qui", "with whom"), ("contre qui", "against whom"),
        ("pour qui", "for whom"), ("à qui", "to whom"), ("combien de temps", "how long"), ("combien", "how many"), ("pourquoi", "why"), ("comment", "how"),
        ("quand", "when"), ("où", "where"), ("qui", "who"), ("quel jour", "which day"), ("dans quel but", "what for"));

    /// <summary>With as many words that mean something a question is taken to stand alone.</summary>
    private const int LeastOwnWords = 3;

    private readonly TermExtractor _terms;

    /// <summary>Makes it.</summary>
    public FollowUps(Linguistics linguistics)
    {
        ArgumentNullException.ThrowIfNull(linguistics);
        _terms = linguistics.Terms;
    }

    /// <summary>Completes a question by the last one of its conversation.</summary>
    /// <param name="question">The question as it was read.</param>
    /// <param name="last">The last question, completed itself; null at the beginning.</param>
    /// <returns>The completed question, or the question itself.</returns>
    public Question Complete(Question question, Question? last)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (last is null || question.Kind != QuestionKind.Articles || last.Kind != QuestionKind.Articles)
            return question;
        var text = Plain(question.Text);
        var completed = AskOtherwise(text, question.Language, last) ?? AskOfAnother(text, question.Language, last) ?? AskOfTheSame(question.Text, question.Language, last);
        return completed is null ? question : question with { Text = completed.Value.Text, WrittenIn = completed.Value.Language, IsCompleted = true };
    }

    /// <summary>Whether a question may lack what only the conversation tells: it begins as one that goes on, points back, or has hardly a word of its own.</summary>
    public bool MayFollowUp(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = Plain(question.Text);
        return Pointing().IsMatch(text) || Pronoun().IsMatch(text) || _terms.Extract(text, question.Language).Count(term => term.Kind is TermKind.Content or TermKind.Name or TermKind.Number) < LeastOwnWords;
    }

    /// <summary>"Et où ça ?": the last question with this question word.</summary>
    private (string Text, TextLanguage Language)? AskOtherwise(string text, TextLanguage language, Question last)
    {
        if (BareAsking().Match(text) is not { Success: true } match)
            return null;
        var asked = match.Groups["asking"].Value.ToLowerInvariant();
        var lastLanguage = last.WrittenIn ?? last.Language;
        var isFrench = FrenchOnly().IsMatch(asked);
        if (isFrench != (lastLanguage == TextLanguage.French))
        {
            if (!Other.TryGetValue(asked, out var translated))
                return null;
            asked = translated;
        }

        var rest = LeadingAsking().Replace(Plain(last.Text), "").TrimEnd('?', '.', '!', ' ');
        if (rest.Length == 0)
            return null;
        if (_terms.Extract(rest, lastLanguage) is [{ Start: 0, Kind: TermKind.Function or TermKind.Light }, ..])
            rest = char.ToLowerInvariant(rest[0]) + rest[1..];
        return ($"{char.ToUpperInvariant(asked[0])}{asked[1..]} {rest} ?", lastLanguage);
    }

    /// <summary>"And Putin?": the last question with this name in the place of its own.</summary>
    private (string Text, TextLanguage Language)? AskOfAnother(string text, TextLanguage language, Question last)
    {
        if (AnotherName().Match(text) is not { Success: true } match)
            return null;
        var name = match.Groups["rest"].Value.Trim();
        var terms = _terms.Extract(name, language).Where(term => term.Kind != TermKind.Function).ToList();
        if (terms.Count != 1 || terms[0].Kind != TermKind.Name)
            return null;
        var lastLanguage = last.WrittenIn ?? last.Language;
        var names = _terms.Extract(last.Text, lastLanguage).Where(term => term.Kind == TermKind.Name).ToList();
        var replaced = names.FindLast(known => known.IsPersonName == terms[0].IsPersonName) ?? names.LastOrDefault();
        if (replaced is null || replaced.Stem == terms[0].Stem)
            return null;
        var before = last.Text[..replaced.Start];
        if (Article().IsMatch(name))
            before = LastArticle().Replace(before, "");
        return (Contraction().Replace(before + name + last.Text[replaced.End..], match => Contracted(match.Value)), lastLanguage);
    }

    /// <summary>"What did he say?": the question, and whom the last one was about.</summary>
    private (string Text, TextLanguage Language)? AskOfTheSame(string text, TextLanguage language, Question last)
    {
        if (!Pronoun().IsMatch(text) || Impersonal().IsMatch(text) || _terms.Extract(text, language).Exists(term => term.Kind == TermKind.Name))
            return null;
        var persons = _terms.Extract(last.Text, last.WrittenIn ?? last.Language).Where(term => term.IsPersonName).DistinctBy(term => term.Stem).ToList();
        return persons is [var person] ? ($"{text.TrimEnd('?', '.', '!', ' ')} ({last.Text[person.Start..person.End]}) ?", language) : null;
    }

    private static string Contracted(string words) => words.ToLowerInvariant() switch
    {
        "de le " => "du ", "de les " => "des ", "à le " => "au ", _ => "aux ",
    };

    private static string Plain(string text) => text.Replace('’', '\'').Trim();

    private static Dictionary<string, string> Pairs(params ReadOnlySpan<(string French, string English)> pairs)
    {
        var both = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (french, english) in pairs)
        {
            both[french] = english;
            both[english] = french;
        }

        return both;
    }

    [GeneratedRegex($@"^((et|and|mais|but|alors|so|ok|okay|ah|oui|yes|donc)[\s,]+)*(c'(est|était)\s+)?(?<asking>{FrenchAsking}|{EnglishAsking})(\s+(ça|cela|donc|exactement|exactly|then|that|précisément|so|is that|was that))?\s*[?!.…]*$", Options, 10_000)]
    private static partial Regex BareAsking();

    [GeneratedRegex($"^({FrenchAsking})$", Options, 10_000)]
    private static partial Regex FrenchOnly();

    [GeneratedRegex($@"^((et|and|mais|but|alors|so)[\s,]+)?(qu'est-ce\s+qu(e\s+|')|({FrenchAsking}|{EnglishAsking}|que|what)\s+(est-ce\s+qu(e\s+|'))?)", Options, 10_000)]
    private static partial Regex LeadingAsking();

    [GeneratedRegex(@"^(et\s+pour|et\s+concernant|et\s+chez|quid\s+de|et|and\s+what\s+about|what\s+about|how\s+about|and\s+for|and)[\s,]+(?<rest>[^?!.,]{2,60}?)\s*[?!.…]*$", Options, 10_000)]
    private static partial Regex AnotherName();

    [GeneratedRegex(
        @"^(et|and|mais|but|alors|so|donc|then|ok|okay)\b|(?<![\p{L}])(ça|cela|ceci|ceux-ci|celles-ci|ceux-là|celui-là|celle-là|ils|elles|eux|leurs?|sa|son|ses|en|y|là-bas|that|this|these|those|it|its|they|them|their|there|one|ones|else|autres?|other|même|same|avant|après|before|after)(?![\p{L}])",
        Options, 10_000)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^(les?|la|the)\s|^l['’]", Options, 10_000)]
    private static partial Regex Article();

    [GeneratedRegex(@"(?<![\p{L}])((les?|la|the)\s+|l['’])$", Options, 10_000)]
    private static partial Regex LastArticle();

    [GeneratedRegex(@"(?<![\p{L}])(de|à) les? ", Options, 10_000)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"(?<![\p{L}])(il|elle|lui|celui-ci|celle-ci|he|she|him|his|her)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"(?<![\p{L}])(y\s+a-t-il|il\s+y\s+(a|avait|aura)|s'est-il\s+passé|se\s+passe-t-il|que\s+se\s+passe|faut-il|il\s+faut|pleut-il|s'agit-il|est-il\s+(possible|vrai|prévu|question)|reste-t-il)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Impersonal();
}
