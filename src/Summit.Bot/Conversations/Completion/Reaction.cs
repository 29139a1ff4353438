using System.Text.RegularExpressions;

namespace Summit.Bot.Conversations.Completion;

/// <summary>What a message says about the last answer: "Twenty years, wow. And the son?", "That would have been interesting."</summary>
internal static partial class Reaction
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int MostWords = 14, MostWordsOfEcho = 4;

    /// <summary>A message without what it says before it asks; as it is where that asks something itself, or names whom the question only points to.</summary>
    public static string Remove(string text)
    {
        var ends = SentenceEnd().Matches(text);
        if (ends.Count == 0)
            return text;
        var last = ends[^1].Index + ends[^1].Length;
        var (said, asked) = (text[..last], text[last..]);
        if (!QuestionText.HasWords(asked) || WhichOne().IsMatch(asked) || !(asked.TrimEnd().EndsWith('?') || Asks(asked) || GoesOn().IsMatch(asked)) || (Pronoun().IsMatch(asked) && Name().IsMatch(said)))
            return text;
        return SentenceIn().Matches(said).All(sentence => IsReaction(sentence.Value, GoesOn().IsMatch(asked))) ? asked : text;
    }

    /// <summary>Whether a message is a remark alone: it says something of the writer or of the answer, and asks nothing.</summary>
    /// <param name="followUp">The message.</param>
    /// <param name="hasInterjection">Whether something like "wow" was said with it.</param>
    public static bool IsIt(FollowUp followUp, bool hasInterjection) =>
        !followUp.Text.Contains('?', StringComparison.Ordinal) && (!Asks(followUp.Text) || Exclaiming().IsMatch(followUp.Text)) && !GoesOn().IsMatch(followUp.Text) && Words(followUp.Text) <= MostWords
        && !followUp.Phrases.Exists(phrase => phrase.Head.Kind is Language.TermKind.Name or Language.TermKind.Number)
        && (hasInterjection || Exclamation().IsMatch(followUp.Text) || Exclaiming().IsMatch(followUp.Text) || (Sentence().IsMatch(followUp.Text) && OfTheWriter().IsMatch(followUp.Text)));

    // "On an island? Called what?" asks of the island.
    private static bool IsReaction(string sentence, bool goesOn) =>
        sentence.TrimEnd().EndsWith('?') ? goesOn && Words(sentence) <= MostWordsOfEcho && !Asking().IsMatch(sentence) : Words(sentence) <= MostWords && !Asks(sentence) && !OfMatter().IsMatch(sentence);

    private static bool Asks(string text) => Asking().IsMatch(text) || Inverted().IsMatch(text) || Wishes().IsMatch(text);

    private static int Words(string text) => Word().Count(text);

    [GeneratedRegex(@"(?<=\S)[.!?…]+\s*[»”""]?\s+(?=\S)", Options, 10_000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[^.!?…]+[.!?…]*", Options, 10_000)]
    private static partial Regex SentenceIn();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'-]*", Options, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\W*(et|mais|alors|ou|donc|and|but|or|so|then)\b(?!\s+(then|alors|much|good|sad|nice)\b)", Options, 10_000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^\W*(which\s+ones?|laquelle|lequel|lesquel(le)?s)\W*$", Options, 10_000)]
    private static partial Regex WhichOne();

    [GeneratedRegex(@"\b(qui|quoi|quel(le)?s?|lequel|laquelle|où|quand|comment|pourquoi|combien|est-ce|qu'est|who|whom|whose|which|when|where|why|how|what(?!\s+an?\b|\s+i\b))\b|\bsi\s+(?=le|la|les|il|elle)", Options, 10_000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\p{L}-(t-)?(il|elle|on|ils|elles|ce|vous|tu)\b|^\W*((ok|okay|oh|ah|hm+|well|and|but|so|now|then)[\s,]+)*(did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|might|may|any)\s", Options, 10_000)]
    private static partial Regex Inverted();

    [GeneratedRegex(@"\b((want|like|love|need|meant?|trying)\s+to\s+(know|ask|hear|see|understand)|wonder(ing)?|(veux|voudrais|souhaite|souhaiterais|aimerais|voulais)\s+(savoir|dire|demander|comprendre)|me\s+demande|tell|show|give|explain|describe|quote|cite[rz]?|list|summar\p{L}+|(dis|dites|donne[zr]?|montre[zr]?|explique[zr]?|parle[zr]?|rappelle[zr]?|raconte[zr]?)[\s-](moi|m'en|nous|de)|résume[zr]?|continue[zr]?|go\s+on|back\s+to|revenons|pour\s+revenir|about\s+the|à\s+propos)\b", Options, 10_000)]
    private static partial Regex Wishes();

    // "I am writing about the strike. What do they want?"
    [GeneratedRegex(@"\b(about|regarding|concerning|concernant|à\s+propos|au\s+sujet)\b", Options, 10_000)]
    private static partial Regex OfMatter();

    [GeneratedRegex(@"\b(il|elle|ils|elles|lui|eux|leurs?|son|sa|ses|he|she|him|her|his|they|them|their|it|its)\b", Options, 10_000)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"(?<=\p{L}[\s,]+(d'|l')?)(?!I\b)\p{Lu}\p{Ll}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\W*((ah|oh|hm+|eh|wow|waouh|ouf|aïe|ouch|aw+|lol|mdr+|(ha){2,}|ok|okay|dommage|pity|(pas\s+grave|tant\s+pis|never\s+mind|no\s+(worries|problem)|all\s+good|peu\s+importe)|yikes|nice|thanks?|merci|cool|super|sorry|désolée?|pardon|hang\s+on|hold\s+on|k|d'acc)\b|c'est\b.*!$)|\b(lol|mdr+|(ha){2,}|merci|thanks?|thx|anyway)\W*$", Options, 10_000)]
    private static partial Regex Exclamation();

    // "Quelle drôle d'idée…"
    [GeneratedRegex(@"^\W*(quel(le)?s?|what\s+an?|how)\s[^?]*[!…]\s*$", Options, 10_000)]
    private static partial Regex Exclaiming();

    [GeneratedRegex(@"[.!…]\s*$", Options, 10_000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<![\p{L}])(i|i'm|i'd|i'll|you|you're|you've|je|j'|tu|vous|on|ça|cela|c'est|c'était|that|that's|it's|this)(?![\p{L}])", Options, 10_000)]
    private static partial Regex OfTheWriter();
}
