using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Reads what a question asks for, and by which words, from its question words and word order.</summary>
public sealed partial class QuestionAnalyzer
{
    private const double FrameImportance = 0.35, LightImportance = 0.12, InheritedImportance = 0.34;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Nouns after "quel", "which", "what", or alone in a keyword question, that name the kind of answer rather than the topic.
    private static readonly FrozenDictionary<string, AnswerTypes> FrameNouns = new Dictionary<string, AnswerTypes>
    {
        ["date jour mois annee moment epoque periode quand weekday day month year date period when"] = AnswerTypes.Date,
        ["heure hour time"] = AnswerTypes.TimeOfDay,
        ["lieu endroit ville pays localisation region place location city town venue country where spot"] = AnswerTypes.Place,
        ["personne gens personnalite nom noms qui person people name names who"] = AnswerTypes.Person,
        ["nombre chiffre montant quantite number amount figure count"] = AnswerTypes.Number,
        ["duree duration length"] = AnswerTypes.Duration,
        ["raison raisons motif cause causes but objectif objectifs finalite pourquoi visee reason reasons purpose goal goals aim aims objective objectives why cause"] = AnswerTypes.Reason,
        ["temps"] = AnswerTypes.Open,
        ["declaration declarations propos paroles mots citation statement statements remarks words quote"] = AnswerTypes.Speech,
    }.SelectMany(pair => pair.Key.Split(' ').Select(word => (word, pair.Value))).DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Value);

    private static readonly FrozenSet<string> EnglishAuxiliaries = """
        did does do is are was were has have had will would can could should may might must am isn't aren't wasn't weren't didn't doesn't
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private readonly Linguistics _linguistics;
    private readonly LeaderResolver _leaders;
    private readonly SpeechReader _speech;

    /// <summary>Makes an analyzer over the linguistic data.</summary>
    public QuestionAnalyzer(Linguistics linguistics, LeaderResolver leaders, SpeechReader speech)
    {
        _speech = speech;
        _linguistics = linguistics;
        _leaders = leaders;
    }

    /// <summary>
    /// Analyses a question written in <paramref name="language"/>: one analysis a clause. "Who … and why …?" has two
    /// clauses; the second keeps the names of the first, at less weight, since it may only say "they" of them.
    /// </summary>
    public IReadOnlyList<QuestionAnalysis> Analyze(string text, TextLanguage language)
    {
        var whole = AnalyzeClause(text, language);
        var clauses = (language == TextLanguage.French ? FrenchClause() : EnglishClause()).Split(text)
            .Select(clause => AnalyzeClause(clause, language)).ToList();
        if (clauses.Count < 2 || clauses.Exists(clause => !clause.Terms.Any(term => term.IsContent || term.Importance >= FrameImportance)) || !clauses[0].HasContent)
            return [whole];
        var names = clauses[0].Terms.Where(IsTopical).Select(term => term with { Importance = InheritedImportance }).ToList();
        return [clauses[0], .. clauses.Skip(1).Select(clause =>
            clause.Terms.Any(IsTopical) ? clause : clause with { Terms = [.. clause.Terms, .. names] })];
    }

    private QuestionAnalysis AnalyzeClause(string text, TextLanguage language)
    {
        var plain = $" {Spaces().Replace(TextAnalyzer.Fold(text.Replace('’', '\'')).Replace('-', ' ').Replace("'", "' ", StringComparison.Ordinal), " ").Trim()} ";
        var types = language == TextLanguage.French ? FrenchTypes(plain, text) : EnglishTypes(plain);
        var terms = new List<QueryTerm>();
        Term? counted = null;
        foreach (var term in _leaders.ResolveTitles(_linguistics.Terms.Extract(text, language)))
        {
            var importance = Importance(term, plain, language, ref types);
            if (importance <= 0)
                continue;
            if (counted is null && types.HasFlag(AnswerTypes.Number) && importance >= LightImportance && IsCounted(term, text, language))
                counted = term;
            terms.Add(new QueryTerm(
                term, importance, [.. term.Concepts.SelectMany(_linguistics.Related.Related).Distinct()],
                [.. term.Concepts.SelectMany(_linguistics.Related.Opposites).Distinct()], IsModifier(term)));
        }

        if (terms.Exists(term => _speech.IsSpeech(term.Term)) && (language == TextLanguage.French ? FrenchSaid() : EnglishSaid()).IsMatch(plain))
            types |= AnswerTypes.Speech;
        if (types == AnswerTypes.Open && IsYesNo(plain, text, language))
            types = AnswerTypes.YesNo;
        var asksName = (language == TextLanguage.French ? FrenchName() : EnglishName()).IsMatch(plain);
        var content = terms.FindAll(term => term.IsContent);
        var asksIdentity = asksName && content.Count > 0 && content.TrueForAll(term => term.Term.IsPersonName);
        if (asksIdentity)
            types = AnswerTypes.Open;
        else if (asksName)
            types |= AnswerTypes.Person;
        return new QuestionAnalysis(
            text, language, terms, types, counted, asksName && !asksIdentity, asksIdentity, content.Count == 0 && Summary().IsMatch(plain),
            terms.Exists(term => IsLocated(term.Term, text)), IsCoordinated(plain, language));
    }

    private bool IsModifier(Term term) =>
        term.Concepts.Count > 0 && term.Concepts.All(id => id >= 0 && _linguistics.Lexicon.Concepts[id].Kind is ConceptKind.Adjective or ConceptKind.Adverb);

    private bool IsLocated(Term term, string text) =>
        term.Concepts.Any(id => id >= 0 && _linguistics.Lexicon.Concepts[id].Kind == ConceptKind.Place) && Preposition().IsMatch(text[..term.Start]);

    private static bool IsTopical(QueryTerm term) =>
        term.Term.Kind == TermKind.Name || term.Term.Countries.Count > 0 || term.Term.Concepts.Any(id => id < 0);

    // "combien de soldats", "how many soldiers", "le nombre de soldats".
    private static bool IsCounted(Term term, string text, TextLanguage language) =>
        (language == TextLanguage.French ? FrenchBeforeCounted() : EnglishBeforeCounted()).IsMatch(text[..term.Start]);

    private static double Importance(Term term, string plain, TextLanguage language, ref AnswerTypes types)
    {
        if (term.Kind == TermKind.Function)
            return 0;
        if (FrameNouns.TryGetValue(term.Folded, out var type) && IsAskedFor(term, plain, language))
        {
            // "Which country accuses" asks for who, "in which country" for where.
            if (type == AnswerTypes.Place && !Located().IsMatch(plain) && term.Folded is "pays" or "country")
                type = AnswerTypes.Person;
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
            ? $@" (quel|quels|quelle|quelles|c' est quoi|quoi|connaitre|savoir|donne moi|donnez moi|dis moi|indique moi) ((est|sont|etait|etaient|fut|serait|sera|a ete) )?((la|le|l'|les|leur|leurs|son|sa|ses|ce|un|une) )?((principal|principale|principaux|principales|vrai|seul|deux) )?{word}\b| combien de {word}\b|^ ((la|le|l'|les|pour|dans|a|au|en|de) ){{0,2}}{word}\b"
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
        if (!types.HasFlag(AnswerTypes.Date) && FrenchHowLong().IsMatch(plain))
            types |= AnswerTypes.Duration;
        else if (!types.HasFlag(AnswerTypes.Date) && FrenchHowMany().IsMatch(plain))
            types |= AnswerTypes.Number;
        if (plain.Contains(" quelle heure ", StringComparison.Ordinal))
            types |= AnswerTypes.TimeOfDay;
        if (FrenchWhy().IsMatch(plain))
            types |= AnswerTypes.Reason;
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
        if (!types.HasFlag(AnswerTypes.Date) && EnglishHowLong().IsMatch(plain))
            types |= AnswerTypes.Duration;
        else if (!types.HasFlag(AnswerTypes.Date) && EnglishHowMany().IsMatch(plain))
            types |= AnswerTypes.Number;
        if (EnglishTime().IsMatch(plain))
            types |= AnswerTypes.TimeOfDay;
        if (EnglishWhy().IsMatch(plain))
            types |= AnswerTypes.Reason;
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

    [GeneratedRegex(@"[\s,;:.!?«»""()]+", Options, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" quand (?!meme)| (depuis|jusqu' a|a partir de) quand | il y a combien | remontent? a (quand|combien) | quel(le)? (jour|date|annee|mois|periode|epoque|moment) ", Options, 1000)]
    private static partial Regex FrenchWhen();

    [GeneratedRegex(@"^ ((et|mais|alors|dis|dites|d'|jusqu'|vers|par|moi|peux tu me dire|sais tu) )*ou |(?<= )(savoir|dire|moi|et|quand|d'|est ce que) ou (?!quand)|^ .* (a|va|vont|sont|est|eu lieu|passe|tenu|tient|deroule) ou $| (a|dans|sur|vers|pour|de) quel(le)?s? (endroit|lieu|ville|pays|ile|port|region|continent) | c' est ou ", Options, 1000)]
    private static partial Regex FrenchWhere();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|avec|de|par|pour|chez|contre|en presence de) )*qui | (et|savoir|dire|moi|c' est|avec|de|a|par|contre|devant|chez|envers|selon|entre) qui |^ qui est ce  quel(le)?s? (dirigeant|president|leader|personne|personnalite|responsable|chef|homme|femme)", Options, 1000)]
    private static partial Regex FrenchWho();

    [GeneratedRegex(@" combien | quel nombre | quel age | quelle (distance|taille|somme|part|proportion) ", Options, 1000)]
    private static partial Regex FrenchHowMany();

    [GeneratedRegex(@" combien de (temps|jours|heures|minutes|mois|annees|semaines) | quelle duree ", Options, 1000)]
    private static partial Regex FrenchHowLong();

    [GeneratedRegex(@" how long (?!ago)| how many (days|hours|minutes|months|years|weeks) (did|does|has|have|will|was|is) ", Options, 1000)]
    private static partial Regex EnglishHowLong();

    [GeneratedRegex(@" (what|which) (time|hour) (?!period)", Options, 1000)]
    private static partial Regex EnglishTime();

    [GeneratedRegex(@" pourquoi | pour quel(le)?s? (raison|motif|cause)s? | dans quel(le)? (but|objectif|optique|perspective) | a quoi (sert|servir|servait|doit servir) | qu' est ce qui (explique|pousse|motive) | en vue de quoi | pour quoi ", Options, 1000)]
    private static partial Regex FrenchWhy();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|de) )*(que|qu'|quoi) | (savoir|dire|moi) ce (que|qu') | (a|de) quoi | quel(le)?s? (propos|paroles|declarations?|compliments?) |^ .{0,40} quoi $", Options, 1000)]
    private static partial Regex FrenchSaid();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|de|en|sur|avec|par|pour|dans|contre|selon) )*(que|qu'|quoi|lequel|laquelle|lesquels|lesquelles) | (quels?|quelles?|comment) | (a|de|en|sur|avec|par|pour|contre|c' est|savoir|dire|moi) quoi | qu' est ce ", Options, 1000)]
    private static partial Regex FrenchWhat();

    [GeneratedRegex(@"^ .{0,60}\best ce (que?|qu') | t (il|elle|ils|elles|on) |\b(sont|ont|est|etait|etaient|vont|peuvent|veulent|doivent|avaient|avait|peut|veut) (ils|elles|il|elle|on|ce) | (vrai que|confirmer que|savoir si|dire si|je parie) | (non|n' est ce pas|hein|pas vrai|si|je me trompe|c' est (ca|vrai|exact)) $", Options, 1000)]
    private static partial Regex FrenchYesNo();

    [GeneratedRegex(@" (a|ont|est|sont|va|vont|etait|avait|sera|peut|doit|veut|souhaite|cherche|s' est|se sont) ", Options, 1000)]
    private static partial Regex FrenchFiniteVerb();

    [GeneratedRegex(@"^ (and |so |but |since |until |by )*when | (and|or|know|me|where|since|exactly) when | when $| (what|which) (day|weekday|date|month|year|time period) | how (long|many (years|months|weeks|days)) ago | since when ", Options, 1000)]
    private static partial Regex EnglishWhen();

    [GeneratedRegex(@"^ (and |so |but |from )*where | (and|or|know|me|when|from|exactly) where | where $| (in|at|on|to|from) (what|which) (place|city|town|country|island|port|location|venue|region) | whereabouts ", Options, 1000)]
    private static partial Regex EnglishWhere();

    [GeneratedRegex(@" who | whom | whose | who' s | (what|which) (leader|president|person|man|woman|official|leaders|presidents)", Options, 1000)]
    private static partial Regex EnglishWho();

    [GeneratedRegex(@" how (many|much|old|far|big|tall|often) ", Options, 1000)]
    private static partial Regex EnglishHowMany();

    [GeneratedRegex(@" why | what for | for (what|which) (reason|purpose) | how come | what (prompted|motivated|explains|is the point) ", Options, 1000)]
    private static partial Regex EnglishWhy();

    [GeneratedRegex(@" what (?!.{0,40} when )", Options, 1000)]
    private static partial Regex EnglishSaid();

    [GeneratedRegex(@" (is it true|whether|confirm that|do you know if|tell me if) |( correct| right| true| yes| no|n' t (it|they|he|she|there)) $", Options, 1000)]
    private static partial Regex EnglishYesNo();

    // A second question begins after "et" or "and": a question word, with its preposition, or a verb before its subject.
    [GeneratedRegex(@"(?<=\S)\s*[,;?]?\s+et\s+(?=((à|a|de|d'|dans|sur|avec|par|pour|en|chez)\s+)?(qui|que|qu['’]|quoi|où|quand|comment|pourquoi|combien|quel(le)?s?|est-ce)\b|y\s+a|[\p{L}]+(-t)?-(il|elle|on|ils|elles|ce)\b|y\s+aura|(ont|sont|a|est|va|vont|avait|avaient)-)|\s*\?\s+(?=\p{Lu})|\s\+\s", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FrenchClause();

    [GeneratedRegex(@"(?<=\S)\s*[,;?]?\s+and\s+(?=((in|on|at|to|from|with|by|for)\s+)?(what|who|whom|whose|which|when|where|why|how)\b|(did|does|do|is|are|was|were|will|has|have|had|can|could|should|would)\s)|\s*\?\s+(?=\p{Lu})|\s\+\s", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishClause();

    [GeneratedRegex(@" comment (s' ?appel\w+|se nomm\w+) | (quel est|donne moi|connaitre) (le|son) nom | (nom|prenom|surnom|titre) (de|du|des|d') | c' est qui | qui (est|etait|sont) (?!ce )(?!\w+(e|i|u|s|t) (a|par|de|au) )", Options, 1000)]
    private static partial Regex FrenchName();

    [GeneratedRegex(@" (what' ?s|what is|what was|what are) (the )?((first|last|full) )?names? | names? of | (is|was) .{0,40} (called|named) | who (is|was|are|' s) (the|a|an|\w+' s)? ?(?!\w+ing )", Options, 1000)]
    private static partial Regex EnglishName();

    [GeneratedRegex(@"\b(combien\s+d(e\s+|['’])|nombre\s+d(e\s+|es\s+|['’])|quel\s+)$", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FrenchBeforeCounted();

    [GeneratedRegex(@"\b((how\s+many\s+|number\s+of\s+)(\p{L}+\s+)?|how\s+)$", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishBeforeCounted();

    [GeneratedRegex(@" (dans|en|vers|de|a) quel(le)?s? | (in|to|from) (which|what) ", Options, 1000)]
    private static partial Regex Located();

    [GeneratedRegex(@"\b(à|a|au|aux|en|sur|dans|in|at|on)\s+(l['’]|the\s+)?$", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Preposition();

    [GeneratedRegex(@" (de quoi (parle|parlent|traite|traitent|est il question|s' agit|il s' agit)|resume\w*|resumer|sujets? (de|des) (l' )?articles?|(what is|what' s|what are) .{0,20}articles? about|summari[sz]e|summary|gist) ", Options, 1000)]
    private static partial Regex Summary();
}
