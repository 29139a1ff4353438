using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Reads what a question asks for, and by which words, from its question words and word order.</summary>
public sealed partial class QuestionAnalyzer
{
    private const double FrameImportance = 0.35, LightImportance = 0.2;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Nouns after "quel", "which", "what", or alone in a keyword question, that name the kind of answer rather than the topic.
    private static readonly FrozenDictionary<string, AnswerTypes> FrameNouns = new Dictionary<string, AnswerTypes>
    {
        ["date jour mois annee moment epoque periode quand day month year date time period when"] = AnswerTypes.Date,
        ["heure hour o'clock"] = AnswerTypes.TimeOfDay,
        ["lieu endroit ville pays localisation region place location city town venue country where spot"] = AnswerTypes.Place,
        ["personne gens personnalite nom noms qui person people name names who"] = AnswerTypes.Person,
        ["nombre chiffre combien montant quantite number amount figure count"] = AnswerTypes.Number,
        ["raison raisons motif cause causes but objectif objectifs finalite pourquoi visee reason reasons purpose goal goals aim aims objective objectives why cause"] = AnswerTypes.Reason,
        ["declaration declarations propos paroles mots citation statement statements remarks words quote"] = AnswerTypes.Speech,
    }.SelectMany(pair => pair.Key.Split(' ').Select(word => (word, pair.Value))).DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Value);

    private static readonly FrozenSet<string> EnglishAuxiliaries = """
        did does do is are was were has have had will would can could should may might must am isn't aren't wasn't weren't didn't doesn't
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private readonly Linguistics _linguistics;
    private readonly LeaderResolver _leaders;

    /// <summary>Makes an analyzer over the linguistic data.</summary>
    public QuestionAnalyzer(Linguistics linguistics, LeaderResolver leaders)
    {
        _linguistics = linguistics;
        _leaders = leaders;
    }

    /// <summary>Analyses a question written in <paramref name="language"/>.</summary>
    public QuestionAnalysis Analyze(string text, TextLanguage language)
    {
        var plain = $" {Spaces().Replace(TextAnalyzer.Fold(text.Replace('’', '\'')).Replace('-', ' ').Replace("'", "' ", StringComparison.Ordinal), " ")} ";
        var types = language == TextLanguage.French ? FrenchTypes(plain, text) : EnglishTypes(plain);
        var terms = new List<QueryTerm>();
        foreach (var term in _leaders.ResolveTitles(_linguistics.Terms.Extract(text, language)))
        {
            var importance = Importance(term, plain, language, ref types);
            if (importance > 0)
                terms.Add(new QueryTerm(term, importance));
        }

        if (types == AnswerTypes.Open && IsYesNo(plain, text, language))
            types |= AnswerTypes.YesNo;
        return new QuestionAnalysis(text, language, terms, types, IsCoordinated(plain, language), IsNegated(plain, language));
    }

    private static double Importance(Term term, string plain, TextLanguage language, ref AnswerTypes types)
    {
        if (term.Kind == TermKind.Function)
            return 0;
        if (FrameNouns.TryGetValue(term.Folded, out var type) && IsAskedFor(term, plain, language))
        {
            types |= type;
            return FrameImportance;
        }

        return term.Kind == TermKind.Light ? LightImportance : 1;
    }

    // "quelle est la date du sommet", "in which city", "date du sommet ?", "what is the purpose of": the noun stands right
    // after the question word, with at most "est la" or "was the" between, or opens a question that has no verb.
    private static bool IsAskedFor(Term term, string plain, TextLanguage language)
    {
        var word = Regex.Escape(term.Folded);
        var pattern = language == TextLanguage.French
            ? $@" (quel|quels|quelle|quelles|c' est quoi|quoi|connaitre|savoir|donne moi|donnez moi|dis moi|indique moi) ((est|sont|etait|etaient|fut|serait|sera|a ete) )?((la|le|l'|les|leur|leurs|son|sa|ses|ce|un|une) )?((principal|principale|principaux|principales|vrai|seul|deux) )?{word}\b|^ ((la|le|l'|les|pour|dans|a|au|en|de) ){{0,2}}{word}\b"
            : $@" (what|which|what' s|whats|know|tell me|give me) ((is|are|was|were|would be|kind of) )?((the|their|its|his|her|this|a|an) )?((main|exact|stated|real) )?{word}\b|^ ((the|in|on|for) ){{0,2}}{word}\b";
        return Regex.IsMatch(plain, pattern, Options, TimeSpan.FromSeconds(1));
    }

    private static AnswerTypes FrenchTypes(string plain, string text)
    {
        var types = AnswerTypes.Open;
        if (FrenchWhen().IsMatch(plain))
            types |= AnswerTypes.Date;
        if (FrenchWhere().IsMatch(plain) || text.Contains('ù', StringComparison.OrdinalIgnoreCase))
            types |= AnswerTypes.Place;
        if (FrenchWho().IsMatch(plain))
            types |= AnswerTypes.Person;
        if (FrenchHowMany().IsMatch(plain))
            types |= AnswerTypes.Number;
        if (FrenchWhy().IsMatch(plain))
            types |= AnswerTypes.Reason;
        if (FrenchSaid().IsMatch(plain))
            types |= AnswerTypes.Speech;
        return types;
    }

    private static AnswerTypes EnglishTypes(string plain)
    {
        var types = AnswerTypes.Open;
        if (EnglishWhen().IsMatch(plain))
            types |= AnswerTypes.Date;
        if (EnglishWhere().IsMatch(plain))
            types |= AnswerTypes.Place;
        if (EnglishWho().IsMatch(plain))
            types |= AnswerTypes.Person;
        if (EnglishHowMany().IsMatch(plain))
            types |= AnswerTypes.Number;
        if (EnglishWhy().IsMatch(plain))
            types |= AnswerTypes.Reason;
        if (EnglishSaid().IsMatch(plain))
            types |= AnswerTypes.Speech;
        return types;
    }

    private static bool IsYesNo(string plain, string text, TextLanguage language)
    {
        if (language == TextLanguage.French)
            return !FrenchWhat().IsMatch(plain) && (FrenchYesNo().IsMatch(plain) || text.TrimEnd().EndsWith('?') && FrenchFiniteVerb().IsMatch(plain));
        var first = plain.Trim().Split(' ', 2)[0];
        return EnglishAuxiliaries.Contains(first) || EnglishYesNo().IsMatch(plain);
    }

    private static bool IsCoordinated(string plain, TextLanguage language) =>
        language == TextLanguage.French
            ? plain.Contains(" et ", StringComparison.Ordinal) || plain.Contains(" ainsi que ", StringComparison.Ordinal) || plain.Contains(" chacun", StringComparison.Ordinal) || plain.Contains(" respectif", StringComparison.Ordinal)
            : plain.Contains(" and ", StringComparison.Ordinal) || plain.Contains(" each ", StringComparison.Ordinal) || plain.Contains(" both ", StringComparison.Ordinal) || plain.Contains(" as well as ", StringComparison.Ordinal);

    private static bool IsNegated(string plain, TextLanguage language) =>
        language == TextLanguage.French ? FrenchNegation().IsMatch(plain) : EnglishNegation().IsMatch(plain);

    [GeneratedRegex(@"[\s,;:.!?«»""()]+", Options, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" quand (?!meme)| (depuis|jusqu' a|a partir de) quand | il y a combien de temps | depuis combien de temps | quel(le)? (jour|date|annee|mois|periode|epoque|moment) ", Options, 1000)]
    private static partial Regex FrenchWhen();

    [GeneratedRegex(@"^ ((et|mais|alors|dis|dites|d'|jusqu'|vers|par|moi|peux tu me dire|sais tu) )*ou |(?<= )(savoir|dire|moi|et|quand|d'|est ce que) ou (?!quand)|^ .* (a|va|vont|sont|est|eu lieu|passe|tenu|tient|deroule) ou $| (a|dans|sur|vers|pour|de) quel(le)?s? (endroit|lieu|ville|pays|ile|port|region|continent) | c' est ou ", Options, 1000)]
    private static partial Regex FrenchWhere();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|avec|de|par|pour|chez|contre|en presence de) )*qui | (et|savoir|dire|moi|c' est|est ce|avec|de|a|par|contre) qui | quel(le)?s? (dirigeant|president|leader|personne|personnalite|responsable|chef|homme|femme)", Options, 1000)]
    private static partial Regex FrenchWho();

    [GeneratedRegex(@" combien (?!de temps)| quel nombre | quel age | quelle (distance|taille|somme|duree|part|proportion) ", Options, 1000)]
    private static partial Regex FrenchHowMany();

    [GeneratedRegex(@" pourquoi | pour quel(le)?s? (raison|motif|cause)s? | dans quel(le)? (but|objectif|optique|perspective) | a quoi (sert|servir|servait|doit servir) | qu' est ce qui (explique|pousse|motive) | en vue de quoi | pour quoi ", Options, 1000)]
    private static partial Regex FrenchWhy();

    [GeneratedRegex(@" (qu'|que|quoi) ?((est ce que?|est ce qu') )?((il|elle|ils) )?.{0,40}\b(dit|dire|dis|declare|declarer|affirme|annonce|repondu|confie|ajoute|exprime|promis|pense|penser|espere|espérer|souhaite|veut|veulent|souhaitait|voulait|attend) ", Options, 1000)]
    private static partial Regex FrenchSaid();

    [GeneratedRegex(@" (qu'|que|quoi|quel|quelle|quels|quelles|comment|lequel|laquelle|lesquels) (?!il |elle |on )|^ qu'", Options, 1000)]
    private static partial Regex FrenchWhat();

    [GeneratedRegex(@"^ .{0,60}\best ce (que?|qu') | t (il|elle|ils|elles|on) |\b(sont|ont|est|etait|etaient|vont|peuvent|veulent|doivent|avaient|avait|peut|veut) (ils|elles|il|elle|on|ce) | (vrai que|confirmer que|savoir si|dire si) ", Options, 1000)]
    private static partial Regex FrenchYesNo();

    [GeneratedRegex(@" (a|ont|est|sont|va|vont|etait|avait|sera|peut|doit|veut|souhaite|cherche|s' est|se sont) ", Options, 1000)]
    private static partial Regex FrenchFiniteVerb();

    [GeneratedRegex(@" (pas|jamais|aucun|aucune|rien|sans|refuse|ni) ", Options, 1000)]
    private static partial Regex FrenchNegation();

    [GeneratedRegex(@" when | (what|which) (day|date|month|year|time period) | how long ago | since when ", Options, 1000)]
    private static partial Regex EnglishWhen();

    [GeneratedRegex(@" where | (in|at|on|to|from) (what|which) (place|city|town|country|island|port|location|venue|region) | whereabouts ", Options, 1000)]
    private static partial Regex EnglishWhere();

    [GeneratedRegex(@" who | whom | whose | who' s | (what|which) (leader|president|person|man|woman|official|leaders|presidents)", Options, 1000)]
    private static partial Regex EnglishWho();

    [GeneratedRegex(@" how (many|much|old|long|far|big|tall|often)(?! ago) ", Options, 1000)]
    private static partial Regex EnglishHowMany();

    [GeneratedRegex(@" why | what for | for (what|which) (reason|purpose) | how come | what (prompted|motivated|explains|is the point) ", Options, 1000)]
    private static partial Regex EnglishWhy();

    [GeneratedRegex(@" what .{0,45}\b(say|said|says|tell|told|state|declare|declared|announce|announced|think|thinks|promise|promised|hope|hopes|hoped|want|wants|wanted|expect|expects|expected|express|expressed) ", Options, 1000)]
    private static partial Regex EnglishSaid();

    [GeneratedRegex(@" (is it true|whether|confirm that|do you know if|tell me if) ", Options, 1000)]
    private static partial Regex EnglishYesNo();

    [GeneratedRegex(@" (not|never|no|none|without|neither|nor) |n' t ", Options, 1000)]
    private static partial Regex EnglishNegation();
}
