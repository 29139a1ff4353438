using System.Text.RegularExpressions;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>
/// The short answer inside a sentence: a date, place, person, number or quotation, as the question asks. A span that is
/// not sure is not given: the sentence itself always is.
/// </summary>
public static partial class AnswerSpan
{
    private const int LongestQuotation = 80, FarFromVerb = 60, FarApart = 40;
    private const double SameThing = 0.9;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly AnswerTypes[] ByDistance =
        [AnswerTypes.Date, AnswerTypes.TimeOfDay, AnswerTypes.Place, AnswerTypes.Number, AnswerTypes.Duration];

    /// <summary>The span in the language of the question where there is a wording in it; null where the whole sentence answers.</summary>
    public static string? Find(QuestionAnalysis question, RankedSentence sentence)
    {
        var wording = sentence.Sentence.In(question.Language);
        var spans = ByDistance.Where(type => question.Types.HasFlag(type)).Select(type => Nearest(question, wording, type)).ToList();
        if (question.Types.HasFlag(AnswerTypes.Person) && !(question.Asks(QuestionTurns.OfPlace) && spans.Exists(span => span is not null)))
            spans.Add(Person(question, wording, sentence.Sentence.Speakers));
        if (question.Types.HasFlag(AnswerTypes.Speech) && sentence.AskedSpeakers.Count > 0)
            spans.Add(Quotation(question, wording));
        var texts = spans.OfType<EntityMention>().OrderBy(span => span.Start).Select(span => wording.Text[span.Start..span.End]).Distinct().ToList();
        return texts.Count == 0 ? null : string.Join(", ", texts);
    }

    private static IEnumerable<EntityMention> Candidates(QuestionAnalysis question, Wording wording, AnswerTypes type) =>
        wording.Mentions.Where(m => AnswerMentions.TypeOf(m.Kind) == type && AnswerMentions.CanAnswer(question, question.Terms, wording, m));

    // The words that the sentence shares with the question.
    private static List<Term> Anchors(QuestionAnalysis question, Wording wording) =>
        [.. wording.Terms.Where(term => term.Kind != TermKind.Function
            && question.Terms.Any(query => query.IsContent && TermMatching.Strength(query, term, withOpposites: false) >= TermMatching.Least))];

    private static EntityMention? Nearest(QuestionAnalysis question, Wording wording, AnswerTypes type)
    {
        var anchors = Anchors(question, wording);
        return Candidates(question, wording, type)
            .OrderBy(m => anchors.Count == 0 ? 0 : anchors.Min(term => AnswerMentions.Distance(term, m)))
            .ThenByDescending(m => m.Length)
            .FirstOrNull(_ => true);
    }

    private static EntityMention? Quotation(QuestionAnalysis question, Wording wording)
    {
        var anchors = Anchors(question, wording).FindAll(term => term.Kind == TermKind.Content);
        var quotations = wording.Mentions.Where(m => m.Kind == MentionKind.Quotation).ToList();
        // A single word is how something is called, not what is said of it.
        if (quotations.Count > 1 && !WordAsked().IsMatch(question.Text))
            quotations.RemoveAll(m => !wording.Text.AsSpan(m.Start, m.Length).Trim("«»“”\" \u00A0\u202F").ContainsAny(' ', '\u00A0'));
        if (quotations.Count == 0 || (quotations.Count > 1 && anchors.Count == 0))
            return null;
        var best = quotations.MinBy(m => anchors.Count == 0 ? 0 : anchors.Min(term => AnswerMentions.Distance(term, m)));
        return best.Length <= LongestQuotation ? best : null;
    }

    [GeneratedRegex(@"\b(adjecti|qualifi|décri|descri|mots?\b|termes?\b|words?\b|terms?\b|épithète|call|appel|nomm|characteri)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex WordAsked();

    // "Who" asks for the subject of a verb, for what stands behind a preposition, or for the bearer of a title; where neither
    // settles it, only a sentence with one other name does.
    private static EntityMention? Person(QuestionAnalysis question, Wording wording, IReadOnlySet<int> speakers)
    {
        var candidates = Candidates(question, wording, AnswerTypes.Person).Where(m => m.Kind != MentionKind.Group).ToList();
        if (question.AsksName)
            candidates.AddRange(Candidates(question, wording, AnswerTypes.Place));
        candidates = [.. candidates.Concat(Leaders(question, wording)).OrderBy(m => m.Start)];
        if (candidates.Count == 0)
            return null;
        // Both, as they stand together.
        if (question.Asks(QuestionTurns.WhoBothAre))
            return candidates is [var one, var other] && other.Start - one.End <= FarApart ? one with { Length = other.End - one.Start } : null;
        if (PrepositionAsked().Match(question.Text) is { Success: true } asked)
        {
            var preposition = asked.Groups["preposition"].Value;
            return Joined(wording, candidates.FirstOrNull(m => EndsWithWord(wording.Text[..m.Start], preposition)));
        }

        // Whose something is, is told in too many ways.
        if (OwnerAsked().IsMatch(question.Text))
            return null;

        if (question.AsksName)
            return candidates[0];
        if (SpeakerAsked().IsMatch(question.Text) && speakers.Count > 0)
            return candidates.FirstOrNull(m => wording.Terms.Any(term => term.Start >= m.Start && term.End <= m.End && term.Concepts.Any(speakers.Contains)));

        if (SubjectAsked().IsMatch(question.Text))
        {
            if (Verb(question, wording) is not ({ } verb, var strength))
                return null;
            // "Who might be irritated by X?": where the sentence says that X irritates somebody, it is whom the verb acts on.
            if (PatientAsked().IsMatch(question.Text) && !PassiveBefore().IsMatch(wording.Text[..verb.Start]))
                return Joined(wording, candidates.FirstOrNull(m => m.Start >= verb.End && m.Start - verb.End <= FarFromVerb));
            if (candidates.FirstOrNull(m => m.Start >= verb.End && Agent().IsMatch(wording.Text[verb.End..m.Start])) is { } agent)
                return Joined(wording, agent);
            // Who takes a dim view of something is whom the verb acts on where the sentence says that something irritates.
            var isSure = strength >= TermMatching.Synonym && !verb.Lexeme.IsNoun && (strength >= 1 || !AsksInExpression(question));
            return isSure ? Joined(wording, candidates.LastOrNull(m => m.End <= verb.Start && verb.Start - m.End <= FarFromVerb)) : null;
        }

        return candidates.Count == 1 ? candidates[0] : null;
    }

    // "The Russian president", where no name stands beside it.
    private static IEnumerable<EntityMention> Leaders(QuestionAnalysis question, Wording wording)
    {
        var terms = wording.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            var title = terms[i];
            if (title.IsPersonName || title.Kind == TermKind.Name || !title.Concepts.Any(id => LeaderResolver.CountryOf(id) is not null)
                || question.Terms.Any(query => TermMatching.Strength(query.Term, title) >= SameThing))
                continue;
            var (first, last) = (i > 0 && IsPeople(terms[i - 1]) ? terms[i - 1] : title, i + 1 < terms.Count && IsPeople(terms[i + 1]) ? terms[i + 1] : title);
            var span = new EntityMention(MentionKind.Person, first.Start, last.End - first.Start);
            if (!wording.Mentions.Any(m => m.Kind == MentionKind.Person && AnswerMentions.Distance(title, m) <= span.Length))
                yield return span;
        }
    }

    private static bool IsPeople(Term term) => term.Countries.Count > 0 && term.Kind != TermKind.Name;

    // The word of the sentence that stands for the first verb of the question, or for its first noun where it has no verb.
    private static (Term? Verb, double Strength) Verb(QuestionAnalysis question, Wording wording) =>
        question.Terms.Where(IsWord).OrderBy(query => query.Term.Lexeme.IsNoun)
            .Select(query => wording.Terms.Select(term => (Term: (Term?)term, Strength: TermMatching.Strength(query, term, withOpposites: false))).MaxBy(match => match.Strength))
            .FirstOrDefault(match => match.Strength >= TermMatching.Least);

    private static bool AsksInExpression(QuestionAnalysis question) =>
        question.Terms.Any(query => IsWord(query) && query.Term.Lexeme is { IsNoun: false, Parts.Length: > 0 });

    private static bool IsWord(QueryTerm query) => query is { IsContent: true, Term: { Kind: TermKind.Content, Capitalized: false } };

    // "la Chine et la Russie" is one answer.
    private static EntityMention? Joined(Wording wording, EntityMention? found)
    {
        if (found is not { } mention)
            return null;
        foreach (var next in wording.Mentions.Where(m => m.Start > mention.End && m.Kind is MentionKind.Person or MentionKind.State or MentionKind.Place))
        {
            if (Conjunction().IsMatch(wording.Text[mention.End..next.Start]))
                return mention with { Length = next.End - mention.Start };
        }

        return mention;
    }

    private static bool EndsWithWord(string before, string word) =>
        Regex.IsMatch(before, $@"\b{Regex.Escape(word)}\s+((la|le|les|the)\s+|l['’])?$", Options, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\b(?<preposition>avec|contre|devant|chez|envers|selon|with|against|from|in\s+front\s+of|before|to|for|about)\s+(qui|quel(le)?s?|whom|who|which|what)\b|\b(?<preposition>avec|contre)\s+qui\b|\bwho\b.*\b(?<preposition>with|against|from)\s*\?", Options, 10_000)]
    private static partial Regex PrepositionAsked();

    [GeneratedRegex(@"\b(qui|who)\s+((a|ont|avait|has|have|had|also|is|was)\s+)?((d'|d’)?(dit|disait|disent|déclar\p{L}*|affirm\p{L}+|annonc\p{L}+|assur\p{L}+|estim\p{L}+|juge|parl\p{L}+|évoqu\p{L}+|ajout\p{L}+)|say(s|ing)?|said|declare[sd]?|state[sd]|announce[sd]?|claim(s|ed)?|mention(s|ed)|spoke|speaks|talk(s|ed)|t(ells?|old)|call(s|ed)\s+for)\b", Options, 10_000)]
    private static partial Regex SpeakerAsked();

    [GeneratedRegex(@"\bwhose\b|\b(à|de)\s+(qui|quel(le)?s?)\b", Options, 10_000)]
    private static partial Regex OwnerAsked();

    [GeneratedRegex(@"\b(par\s+qui|by\s+(whom|who))\b|\bwho\b.*\bby\s*\?|^\W*name\s+the\b.*\bwho\b|\b(qui|who)\s+(?!did\b|do\b|does\b|has\s+\p{Lu}|is\b|was\b|are\b|est\b|sont\b)|\b(quel(le)?s?\s+((deux|trois|autres?)\s+)?(pays|dirigeants?|président|responsables?)|(which|what)\s+((two|three|other)\s+)?(country|countries|leaders?|president|nations?))\b", Options, 10_000)]
    private static partial Regex SubjectAsked();

    [GeneratedRegex(@"\b(qui|who)\s+(\p{L}+\s+){0,6}(être|été|be|been|get|got|have\s+(his|her|their)\s+\p{L}+)\s+(\p{L}+(ment|ly)\s+)?\p{L}{3,}(\s+(par|by)\b|\s*[?.]|$)", Options, 10_000)]
    private static partial Regex PatientAsked();

    [GeneratedRegex(@"\b(être|est|sont|était|étaient|été|fut|furent|sera|seront|be|been|is|are|was|were)\s+(\p{L}+(ment|ly)\s+)?$", Options, 10_000)]
    private static partial Regex PassiveBefore();

    [GeneratedRegex(@"^\s*(e|s|es)?\s*(par|by)\s+((la|le|les|the)\s+|l['’])?$", Options, 10_000)]
    private static partial Regex Agent();

    [GeneratedRegex(@"^\s*(,|et|and)\s+((la|le|les|the)\s+|l['’])?$", Options, 10_000)]
    private static partial Regex Conjunction();
}
