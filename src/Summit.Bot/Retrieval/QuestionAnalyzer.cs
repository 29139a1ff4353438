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
        ["date jour mois annee epoque periode quand weekday day month year date period when"] = AnswerTypes.Date,
        ["heure hour time"] = AnswerTypes.TimeOfDay,
        ["lieu endroit ville pays coin localisation region place location city town venue country countries nation nations where whereabouts spot"] = AnswerTypes.Place,
        ["personne personnes gens personnalite personnalites personnages individus nom noms qui person people name names who"] = AnswerTypes.Person,
        ["nombre chiffre montant quantite pourcentage taux proportion altitude hauteur profondeur longueur largeur poids prix cout valeur salaire budget somme temperature vitesse superficie age score number amount figure count percentage rate altitude height depth weight price cost value salary sum temperature speed score size"] = AnswerTypes.Number,
        ["duree duration length"] = AnswerTypes.Duration,
        ["raison raisons motif cause causes but objectif objectifs finalite pourquoi visee reason reasons purpose goal goals aim aims objective objectives why cause point interet utilite"] = AnswerTypes.Reason,
        ["attitude posture stance poste fonction metier profession statut position job post office occupation temps moment sujet sujets theme themes domaine domaines secteur secteurs aspect aspects contexte context backdrop subject subjects topic topics sector sectors field fields area areas state etat"] = AnswerTypes.Open,
        ["declaration declarations propos paroles mots citation statement statements remarks words quote adjectif adjectifs adjective adjectives mot terme termes terms expression expressions word"] = AnswerTypes.Speech,
    }.SelectMany(pair => pair.Key.Split(' ').Select(word => (word, pair.Value))).DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Value);

    private static readonly FrozenSet<string> EnglishAuxiliaries = """
        did does do is are was were has have had will would can could should may might must am
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    // One form of each concept is enough.
    private static readonly string[] Motions = ["aller", "venir", "voyager", "voyage", "arriver", "visite", "partir"];

    private readonly HashSet<int> _motions;
    private readonly Linguistics _linguistics;
    private readonly LeaderResolver _leaders;
    private readonly SpeechReader _speech;
    private readonly HolderFinder _holders;

    /// <summary>Makes an analyzer over the linguistic data.</summary>
    public QuestionAnalyzer(Linguistics linguistics, LeaderResolver leaders, SpeechReader speech)
    {
        _speech = speech;
        _holders = new HolderFinder(speech);
        ArgumentNullException.ThrowIfNull(linguistics);
        _linguistics = linguistics;
        _motions = [.. Motions.SelectMany(form => linguistics.Lexicon.ConceptsOf(form, TextLanguage.French, linguistics.Analyzer))];
        _leaders = leaders;
    }

    /// <summary>
    /// Analyses a question written in <paramref name="language"/>: one analysis a clause. "Who … and why …?" has two
    /// clauses; the second keeps the names of the first, at less weight, since it may only say "they" of them. "In which city and on which
    /// island was it?" asks for two places of the same.
    /// </summary>
    public IReadOnlyList<QuestionAnalysis> Analyze(string text, TextLanguage language)
    {
        var whole = AnalyzeClause(text, language);
        var clauses = Clauses(text, language).Select(clause => AnalyzeClause(clause, language)).ToList();
        if (clauses is [{ HasContent: false, Types: not AnswerTypes.Open } first, { HasContent: true } second] && first.Types == second.Types && first.Terms.Count > 0)
            clauses[0] = first with { Terms = [.. first.Terms, .. second.Terms.Where(term => !Determiner().IsMatch(second.Text[..term.Term.Start]))] };
        if (clauses.Count < 2 || clauses.Exists(clause => !clause.Asks(QuestionTurns.WhenOrWhere) && !clause.Terms.Any(term => term.IsContent || term.Importance >= FrameImportance)) || (!clauses[0].HasContent && !clauses[0].Asks(QuestionTurns.WhenOrWhere)))
            return [whole];
        var names = clauses[0].Terms.Where(IsTopical).Select(term => term with { Importance = InheritedImportance }).ToList();
        var topic = clauses[0].Terms.Where(term => term is { IsContent: true, IsAskedFor: false }).ToList();
        // "What does Kim expect, and what is he looking for against Washington?"
        var holders = names.FindAll(name => name.IsHolder) is { Count: > 0 } held ? held : names.FindAll(name => name.MayAct).Take(1).ToList();
        return [clauses[0], .. clauses.Skip(1).Select(clause =>
            clause is { HasHolder: false } && HolderFinder.HasPronounSubject(clause.Text) && holders.Count > 0 ? clause with { Terms = [.. clause.Terms, .. holders.Select(name => name with { IsHolder = true })], GoesOn = true }
            : clause.Terms.Any(IsTopical) ? clause
            // "Which island was the summit on, and what was the date?"
            : !clause.HasContent && clause.Types != AnswerTypes.Open && topic.Exists(term => !IsTopical(term)) ? clause with { Terms = [.. clause.Terms, .. topic], GoesOn = true }
            : clause with { Terms = [.. clause.Terms, .. names], GoesOn = true })];
    }

    // "The city and the island of the summit" are asked for by two questions.
    private static IEnumerable<string> Clauses(string text, TextLanguage language)
    {
        var isFrench = language == TextLanguage.French;
        return (isFrench ? FrenchClause() : EnglishClause()).Split(text).SelectMany(clause =>
            (isFrench ? FrenchJoined() : EnglishJoined()).Match(clause) is { Success: true } joined
                ? new[] { joined.Groups["first"].Value, joined.Groups["second"].Value }.Select(noun => $"{(isFrench ? "quel" : "which")} {noun} {joined.Groups["rest"].Value}")
                : [clause]);
    }

    private QuestionAnalysis AnalyzeClause(string text, TextLanguage language)
    {
        // Blanked, so that offsets stay as they are.
        var asked = Aside().Replace(Tag().Replace(Opening().Replace(text, Blank, 1), ""), Blank);
        var plain = $" {Spaces().Replace(TextAnalyzer.Fold(text.Replace('’', '\'')).Replace('-', ' ').Replace("'", "' ", StringComparison.Ordinal), " ").Trim()} ";
        // "When's" asks as "when is" does.
        if (language == TextLanguage.English)
            plain = WhenIs().Replace(plain, " is ");
        var types = language == TextLanguage.French ? FrenchTypes(plain, text) : EnglishTypes(plain);
        var terms = new List<QueryTerm>();
        Term? counted = null;
        var idle = (language == TextLanguage.French ? FrenchIdle() : EnglishIdle()).Matches(plain).Select(match => match.Value).ToHashSet();
        var isOfMood = OfMood().IsMatch(plain);
        foreach (var term in _leaders.ResolveTitles(_linguistics.Terms.Extract(asked, language), isAsked: true))
        {
            var importance = Importance(term, plain, language, idle, ref types);
            if (importance <= 0)
                continue;
            if (counted is null && types.HasFlag(AnswerTypes.Number) && importance >= LightImportance && IsCounted(term, text, language))
                counted = term;
            var isExcluded = term is { Kind: TermKind.Name, Countries.Count: 0 } && Excluding().IsMatch(text.AsSpan(0, term.Start));
            if (isExcluded)
                importance = FrameImportance;
            var isAskedFor = AskedFor().IsMatch(text.AsSpan(0, term.Start));
            terms.Add(new QueryTerm(
                term, importance, Relations(term, _linguistics.Related.Synonyms), Relations(term, _linguistics.Related.Related),
                Relations(term, _linguistics.Related.Opposites), IsModifier(term) && !isOfMood && !Kept().IsMatch(text.AsSpan(0, term.Start)))
            {
                Written = text[term.Start..term.End], IsPlace = IsLocated(term, text), IsAskedFor = isAskedFor, IsAct = _speech.IsOwnAct(term), IsDestination = IsDestination(term, text), IsExcluded = isExcluded, IsParticular = _linguistics.Particulars.Contains(term, isAskedFor),
            });
        }

        var turns = TurnFinder.Find(plain, language);
        if (turns.HasFlag(QuestionTurns.Benefit))
            terms = terms.ConvertAll(term => BenefitWord().IsMatch(term.Term.Folded) ? term with { Importance = Math.Min(term.Importance, LightImportance) } : term);

        // "A Monday, a Thursday or a Saturday?"
        if (terms.Count(term => TurnFinder.IsWeekday(term.Term)) > 1)
        {
            types |= AnswerTypes.Date;
            terms = terms.ConvertAll(term => TurnFinder.IsWeekday(term.Term) ? term with { Importance = LightImportance } : term);
        }

        // Why somebody came takes for granted that he did.
        if (types == AnswerTypes.Reason)
            terms = terms.ConvertAll(term => IsMotion(term.Term) ? term with { Importance = Math.Min(term.Importance, LightImportance) } : term);
        // "What is the state of the talks" asks for nothing stated.
        if ((language == TextLanguage.French ? FrenchView() : EnglishView()).IsMatch(plain)
            || (terms.Exists(term => term.Importance != FrameImportance && !term.IsModifier && _speech.IsSpeech(term.Term)) && (language == TextLanguage.French ? FrenchSaid() : EnglishSaid()).IsMatch(plain) && !Hypothetical().IsMatch(plain)))
            types |= AnswerTypes.Speech;
        if (turns.HasFlag(QuestionTurns.AtWhatPoint))
            types &= ~AnswerTypes.Reason;
        // "Why did they refuse to…?" takes for granted what a sentence may deny, as a yes or no would.
        if (types == AnswerTypes.Reason && TurnFinder.AsksWhyWait(plain))
        {
            types = AnswerTypes.YesNo;
        }
        else if (types == AnswerTypes.Reason && TurnFinder.AsksWhyNot(plain, language))
        {
            types = AnswerTypes.YesNo;
            turns |= QuestionTurns.WhyNot;
        }

        if (types == AnswerTypes.Open && IsYesNo(plain, text, language))
            types = AnswerTypes.YesNo;
        var asksOffice = (language == TextLanguage.French ? FrenchOffice() : EnglishOffice()).IsMatch(plain);
        var asksName = !types.HasFlag(AnswerTypes.Reason) && (language == TextLanguage.French ? FrenchName() : EnglishName()).IsMatch(plain);
        terms = _holders.Mark(WithCircumstance(terms, text, language), text);
        var hasPronoun = HolderFinder.HasPronounSubject(text);
        terms = terms.ConvertAll(term => (hasPronoun && !term.IsHolder) || HolderFinder.IsPrepositional(term.Term, text) ? term with { MayAct = false } : term);
        var content = terms.FindAll(term => term.IsContent);
        var asksSomebody = asksName && types.HasFlag(AnswerTypes.Person);
        var named = asksOffice ? content.FindAll(term => !OfficeWord().IsMatch(term.Term.Folded)) : content;
        var asksIdentity = (asksName || asksOffice) && named.Count > 0 && named.TrueForAll(term => MayBeSomebody(term.Term));
        // "What is his job?" is who he is.
        if (asksIdentity)
            (types, terms) = (AnswerTypes.Open, asksOffice ? named : terms);
        else if (asksName)
            types |= AnswerTypes.Person;
        return new QuestionAnalysis(
            text, language, terms, types, counted, asksName && !asksIdentity, asksIdentity, content.Count == 0 && Summary().IsMatch(plain),
            terms.Exists(term => term.IsPlace), IsCoordinated(plain, language))
        {
            AsksSomebody = asksSomebody,
            Turns = turns | TurnFinder.Find(text, plain, language, types, terms),
            NamesDate = plain.Contains(" in may ", StringComparison.Ordinal) || terms.Exists(term => MentionFinder.IsCalendarWord(term.Term.Folded) || IsYear(term.Term)),
            NamesYear = terms.Exists(term => IsYear(term.Term)),
            Measure = counted is null && types.HasFlag(AnswerTypes.Number) ? Measures.Asked(plain) : AskedMeasure.None,
        };
    }

    private static string Blank(Match match) => new(' ', match.Length);

    /// <summary>Marks what only says when something happened, unless nothing but names would be left.</summary>
    private static List<QueryTerm> WithCircumstance(List<QueryTerm> terms, string text, TextLanguage language)
    {
        var matches = (language == TextLanguage.French ? FrenchCircumstance() : EnglishCircumstance()).Matches(text).ToList();
        matches.AddRange((language == TextLanguage.French ? FrenchEvent() : EnglishEvent()).Matches(text));
        if (matches.Count == 0)
            return terms;
        var marked = terms.ConvertAll(term => matches.Any(match => term.Term.Start >= match.Index && term.Term.End <= match.Index + match.Length) ? term with { IsCircumstance = true } : term);
        return marked.Exists(term => term is { IsCircumstance: false, IsContent: true, Term.Kind: not TermKind.Name }) ? marked : terms;
    }

    private static IReadOnlyList<int> Relations(Term term, Func<int, IReadOnlyList<int>> of) => [.. term.Concepts.SelectMany(of).Distinct()];

    private bool IsModifier(Term term) =>
        term.Concepts.Count > 0 && term.Concepts.All(id => id >= 0 && _linguistics.Lexicon.Concepts[id].Kind is ConceptKind.Adjective or ConceptKind.Adverb);

    private bool IsMotion(Term term) => term.Kind == TermKind.Content && term.Concepts.Any(_motions.Contains);

    private bool IsLocated(Term term, string text) =>
        (term.IsUnlistedName || term.Folded is "capitale" or "capital" || term.Concepts.Any(id => id >= 0 && _linguistics.Lexicon.Concepts[id].Kind == ConceptKind.Place)) && Preposition().IsMatch(text[..term.Start]);

    /// <summary>Whether a term is the number of a year.</summary>
    internal static bool IsYear(Term term) => term.Kind == TermKind.Number && Year().IsMatch(term.Folded);

    private static bool IsDestination(Term term, string text) => term.Countries.Count > 0 && Destination().IsMatch(text[..term.Start]);

    // "Claire" is an adjective, too.
    private static bool MayBeSomebody(Term term) => term.Countries.Count == 0 && (term.Kind == TermKind.Name || (term.Kind == TermKind.Content && term.Capitalized));

    private static bool IsTopical(QueryTerm term) => LeaderResolver.CanAct(term.Term);

    // "combien de soldats", "how many soldiers", "le nombre de soldats".
    private static bool IsCounted(Term term, string text, TextLanguage language) =>
        term.Folded is not ("many" or "much") && (language == TextLanguage.French ? FrenchBeforeCounted() : EnglishBeforeCounted()).IsMatch(text[..term.Start]);

    private static double Importance(Term term, string plain, TextLanguage language, HashSet<string> idle, ref AnswerTypes types)
    {
        if (term.Kind == TermKind.Function)
            return 0;
        // "Name the port that…" asks for the port.
        if (term.Folded is "name" && EnglishNameThe().IsMatch(plain))
            return LightImportance;
        // "La venue de Kim" is no place.
        if (FrameNouns.TryGetValue(term.Folded, out var type) && !(language == TextLanguage.French && term.Folded is "venue") && IsAskedFor(term, plain, language))
        {
            var isState = type == AnswerTypes.Place && term.Folded is "pays" or "country" or "countries" or "nation" or "nations";
            if (isState && TurnFinder.AsksOfPlace(plain))
            {
                type = AnswerTypes.Person | AnswerTypes.Place;
            }
            // "Which country accuses" asks for who, "in which country" for where.
            else if (isState && !Located().IsMatch(plain))
            {
                // "What were the two countries to each other?"
                if (EnglishWhatAre().IsMatch(plain))
                    return 1;
                type = AnswerTypes.Person;
            }

            // "Combien de jours" asks for no day, "combien de personnes" for nobody.
            if (type is not (AnswerTypes.Date or AnswerTypes.Person) || !(plain.Contains($" combien de {term.Folded} ", StringComparison.Ordinal) || plain.Contains($" combien d' {term.Folded} ", StringComparison.Ordinal)))
                types |= type;
            return FrameImportance;
        }

        return term.Kind == TermKind.Light || idle.Contains(term.Folded) ? LightImportance : 1;
    }

    // "quelle est la date du sommet", "in which city", "date du sommet ?", "what is the purpose of": the noun stands right
    // after the question word, with at most "est la" or "was the" between, or opens a question that has no verb.
    private static bool IsAskedFor(Term term, string plain, TextLanguage language)
    {
        var word = Regex.Escape(term.Folded);
        // "Place of the meeting?" asks for one, "the place was guarded" does not.
        var alone = term.Folded is "where" or "whereabouts" or "when" or "who" or "why" or "quand" or "qui" or "pourquoi" ? word
            : $@"{word}\b(?! (est|etait|sont|etaient|a ete|sera|semble|semblait|is|was|were|will|has|had|seems|seemed)\b)";
        var pattern = language == TextLanguage.French
            ? $@" (quel|quels|quelle|quelles|c' est quoi|quoi|connaitre|savoir|faudrait|cherche|voudrais|aimerais|besoin de|donne moi|donnez moi|dis moi|indique moi) (a la fois )?((est|sont|etait|etaient|fut|serait|sera|a ete) )?((la|le|l'|les|leur|leurs|son|sa|ses|ce|un|une) )?((principal|principale|principaux|principales|vrai|seul|deux) )?{word}\b| combien d(e|') {word}\b| quel(le)?s? (jour|mois|annee|date|ville|pays) et (quel(le)?s? )?{word}\b| quel(le)?s? (?!(est|sont|etait|etaient|fut|a|ont|avait|va|doit|peut)\b)\w+ {word}\b| (nom|noms) (de|du|des|d') ((la|le|l'|les|cette|ce) )?{word}\b| (preciser|connaitre|indiquer|donner) ((moi|nous) )?(la|le|l') {word}\b|^ ((la|le|l'|les|pour|dans|a|au|en|de) ){{0,2}}{alone}"
            : $@" (what|which|what' s|whats|know|tell me|give me|need|want) (both )?((is|are|was|were|would be|kind of) )?((the|their|its|his|her|this|a|an) )?((main|exact|stated|real|calendar|full|precise|two|three) )?{word}\b| (what|which) (day|month|year|date|city|country|time) and (what |which )?{word}\b| (what|which) (?!(is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|might|may|must|the|a|an|in|on|at|of|for|to|about|happened|kind|sort|else)\b)\w+ {word}\b| names? (of )?the {word}\b|^ ((the|in|on|for|host) ){{0,2}}((day|month|year|date|city|country|time) and )?{alone}";
        return Regex.IsMatch(plain, pattern, Options, TimeSpan.FromSeconds(1));
    }

    private static AnswerTypes FrenchTypes(string plain, string text)
    {
        var types = AnswerTypes.Open;
        if (FrenchWhen().IsMatch(plain) && !FrenchWhile().IsMatch(plain))
            types |= AnswerTypes.Date;
        if ((FrenchWhere().IsMatch(plain) || WhereAt().IsMatch(text)) && !FrenchState().IsMatch(plain))
            types |= AnswerTypes.Place;
        if (FrenchWho().IsMatch(plain) || FrenchWhoBehind().IsMatch(text))
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
            return !FrenchWhat().IsMatch(plain) && !FrenchWhatBehind().IsMatch(text) && (FrenchYesNo().IsMatch(plain) || text.TrimEnd().EndsWith('?') && FrenchFiniteVerb().IsMatch(plain));
        var first = plain.Trim().Split(' ', 2)[0];
        return EnglishAuxiliaries.Contains(first) || EnglishYesNo().IsMatch(plain);
    }

    private static bool IsCoordinated(string plain, TextLanguage language) =>
        language == TextLanguage.French
            ? plain.Contains(" et ", StringComparison.Ordinal) || plain.Contains(" ainsi que ", StringComparison.Ordinal) || plain.Contains(" chacun", StringComparison.Ordinal) || plain.Contains(" respectif", StringComparison.Ordinal)
            : plain.Contains(" and ", StringComparison.Ordinal) || plain.Contains(" each ", StringComparison.Ordinal) || plain.Contains(" both ", StringComparison.Ordinal) || plain.Contains(" as well as ", StringComparison.Ordinal);
}
