using System.Buffers;
using System.Collections.Frozen;

namespace Summit.Bot.Corpus;

/// <summary>What a full stop means behind a word that may be an abbreviation.</summary>
internal static class Abbreviations
{
    /// <summary>Longer words are no abbreviation; it also bounds how far the splitter looks back.</summary>
    private const int LongestWord = 16;

    /// <summary>What may stand between the start of a sentence and the numeral of an item.</summary>
    private static readonly SearchValues<char> BeforeItem = SearchValues.Create("(«\"“-–—*• \u00A0\u202F");

    /// <summary>A name or the rest of the phrase always follows. Case counts: "Gen." is a general, "gen" is not.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeName = Set("""
        M MM Mme Mmes Mlle Mlles Dr Drs Pr Prof Mgr Mr Mrs Ms Messrs Gen Gov Sen Sens Rep Reps Lt Col Sgt Cpl Capt Cmdr Maj Adm
        Hon Rev Pres Supt Insp Det Brig Amb St Ste Mt Ft Fr vs v cf eg ie viz ca approx env av apr
        """);

    /// <summary>An abbreviation in front of a number; elsewhere a word that may end a sentence ("the art.", "sept.").</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = Set("""
        No Nos no nos n n° N° nº Nº p pp art Art arts vol Vol vols fig Fig figs chap Chap ch sect Sect sec Sec par t l b d r s max min
        ed éd ann tel Tel tél Tél
        janv févr fév avr juill juil août sept oct nov déc
        Janv Févr Avr Juil Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Déc
        """);

    /// <summary>May stand inside a sentence or end it: what follows decides.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Either = Set("""
        Jr Sr jr sr Inc Ltd Co Cos Corp Bros Cie Plc Ave Blvd Rd Dept Univ Assn al c Esq
        Ala Ariz Ark Calif Colo Conn Fla Ill Kan Mich Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Md Mass
        """);

    /// <summary>Words that begin a sentence far more often than they follow an abbreviation inside one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstWords = Set("""
        The A An This That These Those It He She They We You I His Her Its Their Our My There Here
        In On At By For From With Without Under Over After Before Since During Until While When Where Why How What Who Which
        As If Although Though Because But And Or So Yet However Moreover Meanwhile Then Thus Also Both Each Every All Some Many
        Most Several Other Others Another One Two Three No Not Now Once Only Even Despite According To
        Le La Les L Un Une Des Du D Ce Cet Cette Ces C Il Elle Ils Elles On Nous Vous Je J Tu Son Sa Ses Leur Leurs Notre Nos
        En Dans Sur Sous Par Pour Avec Sans Après Avant Depuis Pendant Durant Lors Lorsque Quand Comme Si Mais Et Ou Or Donc Car
        Selon Malgré Ainsi Alors Aussi Cependant Toutefois Pourtant Enfin Puis Ensuite Plusieurs Certains Certaines Tous Toutes Tout
        Aucun Aucune Chaque Deux Trois À Au Aux Entre Vers Chez Dès De S N Qu Qui Que Quel Quelle Y
        """);

    /// <summary>Decides on one full stop that white space and a plausible first word follow.</summary>
    /// <param name="line">The paragraph.</param>
    /// <param name="from">Where the sentence began.</param>
    /// <param name="stop">Where the full stop is.</param>
    /// <param name="next">Where the word behind it begins.</param>
    public static bool FullStopEndsSentence(ReadOnlySpan<char> line, int from, int stop, int next)
    {
        var start = stop;
        while (start > from && stop - start <= LongestWord && IsWordPart(line[start - 1]))
            start--;
        var word = line[start..stop].TrimStart("-.");
        if (word.IsEmpty || word.Length > LongestWord)
            return true;

        var number = next < line.Length && char.IsDigit(line[next]);
        if (IsListNumeral(word))
            return start - from > LongestWord || line[from..start].ContainsAnyExcept(BeforeItem);
        if (BeforeName.Contains(word))
            return false;
        if (BeforeNumber.Contains(word))
            return !number;
        var initial = word.Length == 1 && char.IsUpper(word[0]);
        if (initial && FollowsInitial(line[from..], start - from))
            return false;
        if (initial || Either.Contains(word) || IsDotted(word))
            return !number && IsUsualFirstWord(line[next..]);
        return true;
    }

    /// <summary>Does the text begin with a word that usually begins a sentence, such as an article or a pronoun?</summary>
    public static bool IsUsualFirstWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length <= LongestWord && char.IsLetter(text[length]))
            length++;
        if (length == text.Length || text[length] is '.' or '-')
            return false;
        var elided = text[length] is '\'' or '’';
        return (elided || length > 1 || text[0] is 'A' or 'À' or 'I' or 'Y') && FirstWords.Contains(text[..length]);
    }

    /// <summary>The second of two initials, as in "W. E. B. Du Bois": a family name follows, whatever it looks like.</summary>
    private static bool FollowsInitial(ReadOnlySpan<char> line, int start) =>
        start >= 3 && char.IsWhiteSpace(line[start - 1]) && line[start - 2] == '.' && char.IsUpper(line[start - 3])
        && (start == 3 || !IsWordPart(line[start - 4]));

    /// <summary>"1.", "12." or "a." in front of an item.</summary>
    private static bool IsListNumeral(ReadOnlySpan<char> word) => word.Length <= 2 && !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>Letters with dots between them, in groups of at most two: U.S, O.N.U, J.-C, a.m, Ph.D.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        var dots = 0;
        var group = 0;
        foreach (var c in word)
        {
            if (c == '.')
            {
                dots++;
                group = 0;
            }
            else if (c != '-' && (!char.IsLetter(c) || ++group > 2))
            {
                return false;
            }
        }

        return dots > 0;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '°' or 'º';

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) => words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
