using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Finds whose words, thoughts or wishes a question asks for: Putin's in "Why does Putin believe that Kim's visit is useful?".</summary>
internal sealed partial class HolderFinder(SpeechReader speech)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>The terms with those marked that name who says, thinks or wants it.</summary>
    /// <param name="terms">Terms of a clause, in order.</param>
    /// <param name="text">The clause.</param>
    public List<QueryTerm> Mark(List<QueryTerm> terms, string text)
    {
        var holders = new HashSet<int>();
        foreach (var at in Find(terms, text))
        {
            // "The Russian president", "Kim and Putin".
            var (first, last) = (at, at);
            while (first > 0 && AreOne(terms[first - 1].Term, terms[first].Term, text))
                first--;
            while (last + 1 < terms.Count && AreOne(terms[last].Term, terms[last + 1].Term, text))
                last++;
            holders.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        // "What did he congratulate her on (Macron) ?"
        if (holders.Count == 0 && HasPronounSubject(text) && text.LastIndexOf('(') is >= 0 and var bracket)
            holders.UnionWith(Enumerable.Range(0, terms.Count).Where(t => terms[t].Term.Start > bracket && LeaderResolver.CanAct(terms[t].Term)).Take(1));
        return holders.Count == 0 ? terms : [.. terms.Select((term, t) => holders.Contains(t) ? term with { IsHolder = true } : term)];
    }

    /// <summary>Whether a clause says of nobody but "he", "she" or "they" what is done: whom else it names does not do it.</summary>
    /// <param name="text">The clause.</param>
    public static bool HasPronounSubject(string text) => PronounSubject().IsMatch(text);

    /// <summary>Whether a term of a clause stands behind a preposition.</summary>
    public static bool IsPrepositional(Term term, string text) => Preposition().IsMatch(text[..term.Start]);

    private List<int> Find(List<QueryTerm> terms, string text)
    {
        var named = Enumerable.Range(0, terms.Count).Where(t => LeaderResolver.CanAct(terms[t].Term)
            && (According().IsMatch(text[..terms[t].Term.Start]) || View().IsMatch(text[terms[t].Term.End..]))).ToList();
        return named.Count > 0 ? named : [.. Enumerable.Range(0, terms.Count).Where(t => speech.IsSpeech(terms[t].Term) && !LeaderResolver.CanAct(terms[t].Term))
            .Select(t => Beside(terms, t, text)).OfType<int>()];
    }

    /// <summary>The one beside a verb who says, thinks or wants: before it, or behind it without a preposition.</summary>
    private static int? Beside(List<QueryTerm> terms, int verb, string text)
    {
        var before = verb - 1;
        while (before >= 0 && terms[before].Term.Kind == TermKind.Light && !LeaderResolver.CanAct(terms[before].Term))
            before--;
        if (before >= 0 && LeaderResolver.CanAct(terms[before].Term) && !Preposition().IsMatch(text[..terms[before].Term.Start]))
            return before;
        return verb + 1 < terms.Count && LeaderResolver.CanAct(terms[verb + 1].Term) && !HasPronounSubject(text[..terms[verb + 1].Term.Start]) && Behind().IsMatch(text[terms[verb].Term.End..terms[verb + 1].Term.Start]) ? verb + 1 : null;
    }

    // "The president of Russia" is one, "Macron de Merkel" two.
    private static bool AreOne(Term left, Term right, string text) =>
        LeaderResolver.CanAct(left) && LeaderResolver.CanAct(right) && (right.Countries.Count > 0 ? OfJoint() : Joint()).IsMatch(text[left.End..right.Start]);

    [GeneratedRegex(@"^[\s,-]*((et|and|la|le|l['’]|les|the|d['’]une?\s+(côté|part)|de\s+son\s+côté|on\s+(the\s+)?one\s+(side|hand))[\s,-]*)*$", Options, 10_000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^[\s-]*((et|and|of|de|du|d['’]|la|le|l['’]|les|the)[\s-]*)*$", Options, 10_000)]
    private static partial Regex OfJoint();

    [GeneratedRegex(@"\b(selon|d['’]après|aux\s+yeux\s+d(e|u|es)|du\s+point\s+de\s+vue\s+d(e|u|es)|à\s+en\s+croire|according\s+to|in\s+the\s+(eyes|view|opinion|words)\s+of|if\s+we\s+(believe|listen\s+to)|(la\s+|l['’])(position|opinion|avis|attitude|point\s+de\s+vue)\s+d(e|u|es)|the\s+(position|stance|view|opinion|attitude)\s+of)\s+((la|le|les|the)\s+|l['’])?$|(\bla\s+|l['’])(position|opinion|attitude)\s+d['’]$", Options, 10_000)]
    private static partial Regex According();

    [GeneratedRegex(@"^['’]s?\s+(views?|opinion|eyes|words|perspective|point\s+of\s+view|mind|stance|(position|attitude)(?=\s+(on|about|regarding|concerning|towards?)\b))\b", Options, 10_000)]
    private static partial Regex View();

    [GeneratedRegex(@"\b(of|from|with|to|about|on|for|by|de|du|des|à|au|aux|avec|sur|contre|pour|par|chez|envers)\s+((la|le|les|the)\s+|l['’])?$|\bd['’]$", Options, 10_000)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\b(did|does|do|has|have|had|is|are|was|were|will|would|can|could|should|might|may)(n['’]t)?\s+(he|she|they)\b|(?<=^\W*|\b(que|quoi|où|quand|comment|pourquoi|combien|qui|quel(le)?s?\s+\p{L}+|et|mais|alors|donc)\s+|\b(ne|se|y|en|le|la|les|lui|leur)\s+|\b[lsnmt]['’])[\p{L}'’]+(-t)?-(il|elle|ils|elles)\b|\best-ce\s+qu['’](il|elle|ils|elles)\b", Options, 10_000)]
    private static partial Regex PronounSubject();

    [GeneratedRegex(@"^[\s-]*((t|il|elle|ils|elles|donc|bien|aussi|la|le|l['’]|les|the)[\s-]*)*$", Options, 10_000)]
    private static partial Regex Behind();
}
