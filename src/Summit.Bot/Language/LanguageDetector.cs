using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
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
    private const double FunctionWord = 2, SharedWord = 1.5, LexiconWord = 1, Letter = 1.5, Elision = 2;
    private const int MostOnStack = 64, MostTraits = 100_000;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Others = new Dictionary<string, FrozenSet<string>>
    {
        ["es"] = Set("""
            el la los las lo un una unos unas del al de en a y o que se le les es son fue fueron ser estar esta estan este esto ese eso donde cuando quien quienes como
            por para porque pero con sin sobre entre hasta desde segun cual cuales cuanto cuanta cuantos cuantas no si muy mas hay habra ha han hola gracias su sus dos
            primera primero vez dijo dice dicho hablo hablaron hizo hace quiere puede presidente lider
            """),
        ["de"] = Set("""
            der die das des dem den ein eine einen einem einer und oder ist sind war waren wird werden wurde wurden wer wo wann wie warum wieso was welche welcher
            welches hat haben hatte nicht kein keine von vom mit zu zum zur im in auf aus an am bei fur uber unter nach vor sich er sie es wir ihr man viele viel
            auch nur noch schon mehr sein seine hallo danke gesagt sagte sagt will wollen kann konnen soll muss gibt gab kommt kam kamen macht fand sucht treffen menschen
            """),
        ["it"] = Set("""
            il lo la i gli le un uno una del dello della dei degli delle di da dal dalla in nel nella nelle con su sul sulla per tra fra e ed o che chi cosa come
            dove quando quale quali quanto quanti perche non si sono sara ha hanno stato stata stati era erano essere ci anche piu ciao grazie detto dice parlato
            incontro incontrati prima volta due cerca vuole
            """),
        ["pt"] = Set("""
            o a os as um uma uns umas do da dos das no na nos nas ao aos em de com para por pelo pela e ou que quem qual quais onde quando quanto quantos como porque
            nao sim sao foi foram ser esta estao entre sobre se ele ela eles elas seu sua mais muito ola obrigado obrigada disse diz falou primeira vez presidente busca
            """),
        ["nl"] = Set("""
            de het een en of is zijn was waren wordt werd werden wie wat waar wanneer waarom hoe welke hoeveel heeft hebben had niet geen van voor op met in uit aan
            bij naar over tussen zich hij zij ze wij u ook nog maar meer hallo bedankt gezegd zei zegt wil vond plaats elkaar ontmoet
            """),
        ["pl"] = Set("w we z ze na do od o i a czy kto co gdzie kiedy dlaczego jak ile jest sa byl byla bylo byli sie nie tak dla przez po przed miedzy ktory ktora prezydent prezydentem dziekuje"),
        ["sv"] = Set("var vem vad nar varfor hur vilken ar och eller en ett den det de inte har hade med pa av for till fran mellan om sig han hon blev tack hej"),
        ["da"] = Set("hvor hvem hvad hva nar hvorfor hvordan hvilken er og eller en et den det de ikke har hadde havde med pa av af for til fra mellom mellem om seg sig han hun ble blev takk tak hei hej"),
        ["tr"] = Set("ve ile bir bu ne nerede neden nasil kac hangi mi mu icin olarak oldu olan da de degil var yok gibi kadar merhaba yapildi"),
        ["ro"] = Set("si sau in pe la cu din de un o unde cand cine ce cum cat care este sunt a au fost nu pentru dintre intre avut loc multumesc"),
        ["cs"] = Set("a v ve na se si je jsou byl byla bylo byli kdo co kde kdy proc jak kolik ktery ktera neni pro mezi po pred konal dekuji"),
        ["hu"] = Set("a az egy es hol ki mi mikor miert hogyan melyik van volt nem hogy meg koszonom"),
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> ForeignMarks = SearchValues.Create("¿¡");

    /// <summary>Beside A to Z: the letters of French, and of English loans.</summary>
    private static readonly SearchValues<char> OwnLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzàâæçèéêëîïôœùûüÿ");

    private static readonly SearchValues<char> FrenchMarks = SearchValues.Create("àâçèéêëîïôùûœÀÂÇÈÉÊËÎÏÔÙÛŒ«»");

    private readonly Lexicon _lexicon;
    private readonly WordCache<WordTraits> _traits = new(MostTraits);

    /// <summary>Makes a detector that knows the words of the lexicon.</summary>
    public LanguageDetector(Lexicon lexicon) => _lexicon = lexicon;

    /// <summary>The language of <paramref name="text"/>, as far as it can be told.</summary>
    public DetectedLanguage Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsOtherScript(text))
            return new DetectedLanguage(null, IsThirdLanguage: true);
        double french = 0, english = 0;
        Span<double> third = stackalloc double[Others.Count];
        third.Clear();
        var foreign = text.AsSpan().ContainsAny(ForeignMarks) ? FunctionWord * 2 : 0;
        var isNamesOnly = true;
        for (var (start, end) = NextWord(text, 0); start >= 0; (start, end) = NextWord(text, end))
        {
            var isCapital = char.IsUpper(text[start]);
            isNamesOnly &= isCapital;
            var traits = TraitsOf(text.AsSpan(start, end - start));
            // A name may come from anywhere.
            if ((!isCapital || start == 0) && traits.HasForeignLetter)
                foreign += FunctionWord;
            french += traits.French;
            english += traits.English;
            for (var others = traits.Others; others != 0; others &= others - 1)
                third[BitOperations.TrailingZeroCount(others)] += traits.OtherWeight;
        }

        for (var rest = text.AsSpan(); rest.IndexOfAny(FrenchMarks) is >= 0 and var at; rest = rest[(at + 1)..])
            french += Letter;
        // "Van Gogh ?" is a name and nothing else.
        var other = foreign;
        foreach (var sum in third)
            other = Math.Max(other, sum + foreign);
        if (isNamesOnly)
            other = 0;
        var own = Math.Max(french, english);
        if (other > own + 0.5 && other >= (own == 0 ? FunctionWord : 1.5 * FunctionWord))
            return new DetectedLanguage(null, IsThirdLanguage: true);
        return Math.Abs(french - english) < 0.5
            ? new DetectedLanguage(null, IsThirdLanguage: false)
            : new DetectedLanguage(french > english ? TextLanguage.French : TextLanguage.English, IsThirdLanguage: false);
    }

    private WordTraits TraitsOf(ReadOnlySpan<char> written)
    {
        if (written.Length > MostOnStack)
            return Keep(Lower(written));
        Span<char> lower = stackalloc char[written.Length];
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            // What is below U+0300 is composed already.
            if (c >= '\u0300' && c != '’')
                return Keep(Lower(written));
            lower[i] = c == '’' ? '\'' : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c < '\u0080' ? c : char.ToLowerInvariant(c);
        }

        ReadOnlySpan<char> word = lower.Trim('\'');
        return _traits.TryGet(word, out var traits) ? traits : Keep(word.ToString());
    }

    private static string Lower(ReadOnlySpan<char> written) => written.ToString().Replace('’', '\'').Trim('\'').Normalize().ToLowerInvariant();

    private WordTraits Keep(string word) => _traits.TryGet(word, out var traits) ? traits : _traits.Keep(word, Weigh(word));

    private WordTraits Weigh(string word)
    {
        var folded = TextAnalyzer.Fold(word);
        var (french, english) = Elisions(word);
        var frenchFunction = FunctionWords.IsFunction(folded, TextLanguage.French);
        var englishFunction = FunctionWords.IsFunction(folded, TextLanguage.English);
        if (frenchFunction != englishFunction)
        {
            french += frenchFunction ? FunctionWord : 0;
            english += englishFunction ? FunctionWord : 0;
        }
        else if (!frenchFunction)
        {
            var inFrench = _lexicon.HasWord(folded, TextLanguage.French) || FunctionWords.Light(TextLanguage.French).Contains(folded);
            var inEnglish = _lexicon.HasWord(folded, TextLanguage.English) || FunctionWords.Light(TextLanguage.English).Contains(folded);
            french += inFrench && !inEnglish ? LexiconWord : 0;
            english += inEnglish && !inFrench ? LexiconWord : 0;
        }

        var (others, i) = (0u, 0);
        foreach (var (_, words) in Others)
            others |= (words.Contains(folded) ? 1u : 0) << i++;
        return new WordTraits(word.Any(c => char.IsLetter(c) && !OwnLetters.Contains(c)), french, english, others, frenchFunction || englishFunction ? SharedWord : FunctionWord);
    }

    private static (double French, double English) Elisions(string word)
    {
        var apostrophe = word.IndexOf('\'');
        if (apostrophe <= 0)
            return (0, 0);
        var elided = word.Length > apostrophe + 1 && word[..apostrophe] is "l" or "d" or "qu" or "n" or "s" or "c" or "j" or "t" or "m" or "jusqu" or "lorsqu" or "puisqu";
        if (elided && word[(apostrophe + 1)..] is not ("s" or "t" or "d" or "m" or "ll" or "re" or "ve"))
            return (Elision, 0);
        return word[(apostrophe + 1)..] is "s" or "t" or "re" or "ve" or "ll" or "d" or "m" ? (0, Elision) : (0, 0);
    }

    private static bool IsOtherScript(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u024F'))
            return false;
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

    /// <summary>The next word from a place on; at −1 where there is none.</summary>
    private static (int Start, int End) NextWord(string text, int from)
    {
        var start = -1;
        for (var i = from; i <= text.Length; i++)
        {
            var inWord = i < text.Length && IsInWord(text[i]);
            if (inWord && start < 0)
                start = i;
            if (!inWord && start >= 0 && !IsInsideName(text, start, i))
                return (start, i);
        }

        return (-1, text.Length);
    }

    private static bool IsInWord(char c) =>
        char.IsLetter(c) || c is '\'' or '’' || (c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    // "Jong-un" is one name, though "un" alone is an article; "Est-ce" at the start of a sentence is none.
    private static bool IsInsideName(string text, int start, int hyphen) =>
        start > 0 && hyphen + 1 < text.Length && text[hyphen] == '-' && char.IsUpper(text[start]) && char.IsLetter(text[hyphen + 1])
        && !text.AsSpan(0, start).TrimEnd().EndsWith(".") && !text.AsSpan(0, start).TrimEnd().EndsWith("?");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    /// <summary>What a word tells of the language that it stands in.</summary>
    /// <param name="HasForeignLetter">Whether neither language has one of its letters.</param>
    /// <param name="French">Its weight for French.</param>
    /// <param name="English">Its weight for English.</param>
    /// <param name="Others">The other languages that have it as a word of grammar, a bit each.</param>
    /// <param name="OtherWeight">Its weight for each of them.</param>
    private sealed record WordTraits(bool HasForeignLetter, double French, double English, uint Others, double OtherWeight);
}
