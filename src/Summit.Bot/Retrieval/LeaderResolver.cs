using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// Ties "le président russe" to the person whom the same article calls so: a title of office beside a nationality and a
/// name, in apposition ("the Russian leader, Vladimir Putin"), makes the name and the title one concept in that article.
/// The concept of "who leads state n" has the negative id −1−n, beside the ids of the lexicon; a title that names no state
/// ("the two leaders") can be any of them. Who is called prime minister, chancellor or king leads the state, but who leads it need not be called
/// so: those have concepts of their own, which only an article that uses the title gives to somebody.
/// </summary>
public sealed class LeaderResolver
{
    private const int LongestApposition = 4, AnyLeader = -50_000, OfOwnTitle = 1000;

    private static readonly string[] Titles =
        ["président", "dirigeant", "chef de l'État", "homologue", "leader", "numéro un", "maître", "patron", "homme fort", "dictateur"];

    // "Who leads China?"
    private static readonly string[] Leading = ["diriger", "gouverner"];

    private static readonly string[] OwnTitles = ["Premier ministre", "chancelier", "roi"];

    private readonly Dictionary<int, int> _titles;
    private readonly HashSet<int> _leading;

    /// <summary>Makes a resolver over the linguistic data.</summary>
    public LeaderResolver(Linguistics linguistics)
    {
        _titles = Titles.Select(title => (title, Own: 0)).Concat(OwnTitles.Select((title, i) => (title, Own: i + 1)))
            .SelectMany(named => linguistics.Lexicon.ConceptsOf(named.title, TextLanguage.French, linguistics.Analyzer).Select(concept => (concept, named.Own)))
            .DistinctBy(title => title.concept).ToDictionary(title => title.concept, title => title.Own);
        _leading = [.. Leading.SelectMany(verb => linguistics.Lexicon.ConceptsOf(verb, TextLanguage.French, linguistics.Analyzer))];
    }

    /// <summary>The terms with "leader of state" concepts added to every title that stands with a nationality.</summary>
    /// <param name="terms">Terms of a sentence or a question.</param>
    /// <param name="isAsked">Whether they are of a question: its "prime minister" is not any leader.</param>
    public List<Term> ResolveTitles(List<Term> terms, bool isAsked)
    {
        ArgumentNullException.ThrowIfNull(terms);
        List<Term>? resolved = null;
        for (var i = 0; i < terms.Count; i++)
        {
            if (TitleOf(terms[i]) is not { } own)
            {
                if (isAsked && CountryBehind(terms, i) is { } led && terms[i].Concepts.Any(_leading.Contains))
                    (resolved ??= [.. terms])[i] = With(terms[i], [.. terms[i].Concepts, LeaderOf(led)]);
                continue;
            }

            var leader = (CountryBeside(terms, i) is { } country ? LeaderOf(country) : AnyLeader) - (own * OfOwnTitle);
            (resolved ??= [.. terms])[i] = With(terms[i], [.. terms[i].Concepts, .. isAsked ? [leader] : WithoutTitle(leader)]);
        }

        return resolved ?? terms;
    }

    /// <summary>Adds the names that the sentence ties to a title with a nationality, to the leader that it is; those that are there stay.</summary>
    internal static void AddAppositions(IReadOnlyList<Term> terms, Dictionary<int, int> leaders)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if ((terms[i].Lexeme.ConceptMask & IdMask.Negative) == 0 || FirstLeader(terms[i].Concepts) is not (< 0 and > AnyLeader and var leader))
                continue;
            for (var j = i + 1; j < terms.Count && j <= i + LongestApposition; j++)
            {
                if (terms[j].IsPersonName)
                {
                    foreach (var name in terms[j].Concepts)
                        leaders.TryAdd(name, leader);
                    break;
                }

                if (terms[j].Kind != TermKind.Function && terms[j].Countries.Count == 0)
                    break;
            }
        }
    }

    /// <summary>Whether both name who leads a state, and not the same one.</summary>
    public static bool AreOtherLeaders(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var (left, right) = (false, false);
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] is >= 0 or <= AnyLeader)
                continue;
            left = true;
            if (b.Contains(a[i]))
                return false;
        }

        for (var i = 0; i < b.Count && !right; i++)
            right = b[i] is < 0 and > AnyLeader;
        return left && right;
    }

    /// <summary>The terms with the article's own leaders added to their names.</summary>
    /// <param name="terms">Terms of a sentence or a question.</param>
    /// <param name="leaders">Names that the article ties to the leadership of a state.</param>
    /// <param name="asAnyLeader">Whether "the leader" of a question may mean the name: true for sentences.</param>
    public static List<Term> AddLeaders(IEnumerable<Term> terms, IReadOnlyDictionary<int, int> leaders, bool asAnyLeader)
    {
        ArgumentNullException.ThrowIfNull(leaders);
        if (leaders.Count == 0 && terms is List<Term> all)
            return all;
        List<Term> added = [.. terms];
        for (var i = 0; i < added.Count; i++)
        {
            var concepts = added[i].Concepts;
            List<int>? led = null;
            for (var c = 0; c < concepts.Count; c++)
            {
                if (leaders.TryGetValue(concepts[c], out var leader))
                    (led ??= []).AddRange(WithoutTitle(leader));
            }

            if (led is not null)
                added[i] = With(added[i], [.. concepts.Concat(led).Concat(asAnyLeader ? led.Select(AnyOf) : []).Distinct()]);
        }

        return added;
    }

    /// <summary>Whether a term names somebody, or a state or its people: who can act.</summary>
    public static bool CanAct(Term term) => term.Kind == TermKind.Name || term.Countries.Count > 0 || term.Concepts.Any(id => id < 0);

    /// <summary>The state whose leader the concept is; null for every other concept.</summary>
    public static int? CountryOf(int concept) => concept is < 0 and > AnyLeader ? (-1 - concept) % OfOwnTitle : null;

    // Who is called by an own title is who leads, too.
    private static int[] WithoutTitle(int leader)
    {
        var plain = leader <= AnyLeader ? AnyLeader : -1 - ((-1 - leader) % OfOwnTitle);
        return leader == plain ? [leader] : [leader, plain];
    }

    private static int AnyOf(int leader) => AnyLeader - ((-1 - leader) / OfOwnTitle * OfOwnTitle);

    // 0 for a title that any leader has. Of an array, not of a list: asked for every word of every sentence.
    private int? TitleOf(Term term)
    {
        foreach (var concept in term.Lexeme.Concepts)
        {
            if (_titles.TryGetValue(concept, out var own))
                return own;
        }

        return null;
    }

    /// <summary>The first concept of who leads, a state or any; 0 for none.</summary>
    private static int FirstLeader(IReadOnlyList<int> concepts)
    {
        for (var i = 0; i < concepts.Count; i++)
        {
            if (concepts[i] < 0)
                return concepts[i];
        }

        return 0;
    }

    private static int LeaderOf(int country) => -1 - country;

    private static int? CountryBeside(List<Term> terms, int i) =>
        CountryBehind(terms, i) ?? (i > 0 && terms[i - 1].Countries.Count == 1 ? terms[i - 1].Countries[0] : null);

    private static int? CountryBehind(List<Term> terms, int i)
    {
        for (var step = 1; step <= 3; step++)
        {
            if (i + step < terms.Count && terms[i + step].Countries.Count == 1)
                return terms[i + step].Countries[0];
            if (i + step >= terms.Count || terms[i + step].Kind != TermKind.Function)
                break;
        }

        return null;
    }

    private static Term With(Term term, int[] concepts) => new(term.Lexeme.With(concepts), term.Start, term.End);
}
