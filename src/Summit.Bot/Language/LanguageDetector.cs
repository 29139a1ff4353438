using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Summit.Bot.Language;

/// <summary>What language a question is in.</summary>
/// <param name="Language">French or English; null when nothing in the text tells them apart.</param>
/// <param name="IsThirdLanguage">The text is in some other language; <paramref name="Language"/> is then null.</param>
public readonly record struct DetectedLanguage(TextLanguage? Language, bool IsThirdLanguage);

/// <summary>
/// Tells French from English in texts as short as a chat question, with or without accents: words of grammar count most,
/// then words that the lexicon has in one language only, then letters and elisions. Names that both languages share count nothing.
/// </summary>
public sealed class LanguageDetector
{
    private const double FunctionWord = 2, LexiconWord = 1, Letter = 1.5, Elision = 2;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Others = new Dictionary<string, FrozenSet<string>>
    {
        ["es"] = Set("el los las del una donde cuando quien quienes como por para fue fueron cual cuanto cuantos con sobre esta estan porque pero muy hola gracias se le que es"),
        ["de"] = Set("der die das und ist wer wo wann wie warum hat haben ein eine einen nicht von mit zu im den dem auf sich wurde wird sind war fur uber welche hallo danke"),
        ["it"] = Set("gli della dello delle dove quando chi perche che sono con nel nella alla di cosa quale quanti stato stata incontro hanno il si e ciao grazie"),
        ["pt"] = Set("os da das dos onde quando quem nao sao foi em uma com para qual quantos porque entre ola obrigado que"),
        ["nl"] = Set("het een waar wanneer wie waarom hebben van op met niet zijn heeft welke hoeveel tussen hallo bedankt wat"),
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> ForeignLetters = SearchValues.Create("¿¡ñßäöüãõ");

    private readonly HashSet<string> _frenchWords;
    private readonly HashSet<string> _englishWords;

    /// <summary>Makes a detector that knows the words of the lexicon.</summary>
    public LanguageDetector(Lexicon lexicon, TextAnalyzer analyzer)
    {
        _frenchWords = Words(lexicon, analyzer, TextLanguage.French);
        _englishWords = Words(lexicon, analyzer, TextLanguage.English);
    }

    /// <summary>The language of <paramref name="text"/>, as far as it can be told.</summary>
    public DetectedLanguage Detect(string text)
    {
        if (IsOtherScript(text))
            return new DetectedLanguage(null, IsThirdLanguage: true);
        double french = 0, english = 0;
        var third = new double[Others.Count];
        foreach (var word in WordsOf(text))
        {
            var folded = TextAnalyzer.Fold(word);
            Weigh(word, folded, ref french, ref english);
            var i = 0;
            foreach (var (_, words) in Others)
                third[i++] += words.Contains(folded) ? FunctionWord : 0;
        }

        foreach (var c in text)
            french += "àâçèéêëîïôùûœÀÂÇÈÉÊËÎÏÔÙÛŒ«»".Contains(c) ? Letter : 0;
        if (text.AsSpan().ContainsAny(ForeignLetters))
            third[0] += Letter * 2;
        var other = third.Max();
        if (other >= 2 * FunctionWord && other > Math.Max(french, english) + 0.5)
            return new DetectedLanguage(null, IsThirdLanguage: true);
        return Math.Abs(french - english) < 0.5
            ? new DetectedLanguage(null, IsThirdLanguage: false)
            : new DetectedLanguage(french > english ? TextLanguage.French : TextLanguage.English, IsThirdLanguage: false);
    }

    private void Weigh(string word, string folded, ref double french, ref double english)
    {
        var apostrophe = word.IndexOf('\'');
        if (apostrophe > 0)
        {
            var elided = word.Length > apostrophe + 1 && word[..apostrophe] is "l" or "d" or "qu" or "n" or "s" or "c" or "j" or "t" or "m" or "jusqu" or "lorsqu" or "puisqu";
            if (elided && word[(apostrophe + 1)..] is not ("s" or "t" or "d" or "m" or "ll" or "re" or "ve"))
                french += Elision;
            else if (word[(apostrophe + 1)..] is "s" or "t" or "re" or "ve" or "ll" or "d" or "m")
                english += Elision;
        }

        var frenchFunction = FunctionWords.IsFunction(folded, TextLanguage.French);
        var englishFunction = FunctionWords.IsFunction(folded, TextLanguage.English);
        if (frenchFunction != englishFunction)
        {
            french += frenchFunction ? FunctionWord : 0;
            english += englishFunction ? FunctionWord : 0;
            return;
        }

        if (frenchFunction)
            return;
        var inFrench = _frenchWords.Contains(folded) || FunctionWords.Light(TextLanguage.French).Contains(folded);
        var inEnglish = _englishWords.Contains(folded) || FunctionWords.Light(TextLanguage.English).Contains(folded);
        if (inFrench != inEnglish)
        {
            french += inFrench ? LexiconWord : 0;
            english += inEnglish ? LexiconWord : 0;
        }
    }

    private static bool IsOtherScript(string text)
    {
        int latin = 0, other = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
                continue;
            if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00)
                latin++;
            else
                other++;
        }

        return other > latin;
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark);
            if (inWord && start < 0)
                start = i;
            if (inWord || start < 0 || IsInsideName(text, start, i))
                continue;
            yield return text[start..i].Replace('’', '\'').Trim('\'').ToLowerInvariant();
            start = -1;
        }
    }

    // "Jong-un" is one name, though "un" alone is an article; "Est-ce" at the start of a sentence is none.
    private static bool IsInsideName(string text, int start, int hyphen) =>
        start > 0 && hyphen + 1 < text.Length && text[hyphen] == '-' && char.IsUpper(text[start]) && char.IsLetter(text[hyphen + 1])
        && !text.AsSpan(0, start).TrimEnd().EndsWith(".") && !text.AsSpan(0, start).TrimEnd().EndsWith("?");

    private static HashSet<string> Words(Lexicon lexicon, TextAnalyzer analyzer, TextLanguage language)
    {
        var words = new HashSet<string>();
        foreach (var form in lexicon.Concepts.SelectMany(concept => language == TextLanguage.French ? concept.French : concept.English))
            words.UnionWith(analyzer.Analyze(form, language).Select(token => token.Folded));
        return words;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
