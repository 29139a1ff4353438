using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>The question words of both languages.</summary>
internal static partial class AskingWords
{
    public const string FrenchNouns = "jour|date|année|mois|heure|moment|époque|période|occasion|ville|pays|île|endroit|lieu|région|port|raison";
    public const string EnglishNouns = "day|date|year|month|time|hour|period|era|occasion|city|town|country|island|place|region|port|reason";

    public const string French = $"à\\s+quelle\\s+heure|((il\\s+y\\s+a|depuis|pendant)\\s+)?combien\\s+de\\s+temps|depuis\\s+quand|jusqu'à\\s+quand|à\\s+partir\\s+de\\s+quand|(avec|contre|chez|pour|par|à|de)\\s+qui|pour\\s+quoi\\s+faire|dans\\s+quel\\s+but|(sur|de|à|contre|avec|à\\s+propos\\s+de)\\s+quoi|(((à|de|dans|en|sur|vers|pour)\\s+)?quel(le)?s?\\s+({FrenchNouns}))|selon\\s+(quoi|quel(le)?\\s+\\p{{L}}+)|pour\\s+(arriver|aboutir|parvenir)\\s+à\\s+quoi|dans\\s+quel\\s+cadre|combien|pourquoi|comment|quand|où|qui";

    public const string English = $"how\\s+long\\s+ago|for\\s+how\\s+long|how\\s+long|since\\s+when|until\\s+when|(with|against|for|to|by|from)\\s+whom?|who\\s+(with|against|for|to|by|from)|based\\s+on\\s+what|along\\s+(what|which)\\s+lines|according\\s+to\\s+(what|which)\\s+\\p{{L}}+|(about|on|of|with|against|over|by)\\s+what|how\\s+many|how\\s+much|how\\s+come|how\\s+often|what\\s+for|((in|on|at|from|to|for)\\s+)?(which|what)\\s+({EnglishNouns})|whereabouts|why|how|when|where|who";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["how come"] = "why", ["what for"] = "why", ["whereabouts"] = "where", ["pour quoi faire"] = "pourquoi",
        ["what time"] = "at what time", ["which island"] = "on which island", ["what island"] = "on what island", ["which city"] = "in which city", ["what city"] = "in what city", ["which country"] = "in which country", ["what country"] = "in what country",
        ["quelle île"] = "sur quelle île", ["quelle ville"] = "dans quelle ville", ["quel pays"] = "dans quel pays", ["who with"] = "with whom", ["with who"] = "with whom", ["against who"] = "against whom", ["for who"] = "for whom", ["to who"] = "to whom", ["by who"] = "by whom", ["from who"] = "from whom", ["who against"] = "against whom", ["who for"] = "for whom", ["who to"] = "to whom", ["who by"] = "by whom", ["who from"] = "from whom",
    };

    private static readonly (string French, string English)[] Pairs =
    [
        ("à quelle heure", "at what time"), ("depuis combien de temps", "for how long"), ("il y a combien de temps", "how long ago"), ("combien de temps", "how long"), ("depuis quand", "since when"),
        ("jusqu'à quand", "until when"), ("avec qui", "with whom"), ("contre qui", "against whom"), ("pour qui", "for whom"), ("par qui", "by whom"), ("à qui", "to whom"), ("de qui", "from whom"),
        ("combien", "how many"), ("combien", "how much"), ("pourquoi", "why"), ("comment", "how"), ("quand", "when"), ("où", "where"), ("qui", "who"), ("quel jour", "which day"), ("quel jour", "what day"),
        ("à quelle date", "on what date"), ("en quelle année", "in what year"), ("en quelle année", "in which year"), ("dans quelle ville", "in which city"), ("dans quelle ville", "in what city"), ("dans quel pays", "in which country"),
        ("dans quel pays", "in what country"), ("dans quel but", "why"), ("sur quoi", "about what"), ("sur quoi", "on what"), ("de quoi", "of what"), ("avec quoi", "with what"), ("contre quoi", "against what"), ("à quelle époque", "in which period"), ("à quelle occasion", "on which occasion"), ("pour quelle raison", "for what reason"),
    ];

    /// <summary>The question word as it opens a question in a language; null where it is of the other one and has no match.</summary>
    public static string? In(string asked, TextLanguage language)
    {
        asked = Spaces().Replace(asked.ToLowerInvariant(), " ");
        asked = Usual.GetValueOrDefault(asked, asked);
        if (IsFrench().IsMatch(asked) == (language == TextLanguage.French))
            return asked;
        return language == TextLanguage.French ? Array.Find(Pairs, pair => pair.English == asked).French : Array.Find(Pairs, pair => pair.French == asked).English;
    }

    [GeneratedRegex($"^({French})$", Options, 10_000)]
    private static partial Regex IsFrench();

    [GeneratedRegex(@"\s+", Options, 10_000)]
    private static partial Regex Spaces();
}
