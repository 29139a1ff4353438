using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

// Whether a sentence has the kind of thing that is asked for, and how well it fits what the question wants beside its words.
internal sealed partial class ArticleRanking
{
    private const double TypeBonus = 0.22, TypePenalty = 0.08, SpeakerBonus = 0.25, DecidingBonus = 0.5, PlaceBonus = 1, BenefitBonus = 1.5, OtherSpeakerPenalty = 0.2, DayAlone = 0.5;

    private static readonly AnswerTypes[] Types = [.. Enum.GetValues<AnswerTypes>().Where(type => type != AnswerTypes.Open)];

    private (int Hits, int Misses) TypeHits(AnswerTypes found)
    {
        if (_question.Types == AnswerTypes.YesNo)
            return (0, 0);
        var wanted = _question.Types & ~(AnswerTypes.YesNo | AnswerTypes.Speech);
        var (hits, misses) = (0, 0);
        foreach (var type in Types)
        {
            if (wanted.HasFlag(type))
                _ = found.HasFlag(type) ? hits++ : misses++;
        }

        return (hits, misses);
    }

    // "When" is answered best by a date that needs no other one, worse by a day of the week, worst by "nearly twenty years ago", which is best for "how long ago".
    private double DateScore(SentenceProfile sentence)
    {
        double best = 0;
        if (!_question.Types.HasFlag(AnswerTypes.Date))
            return best;
        foreach (var wording in sentence.Wordings)
        {
            foreach (var mention in wording.MentionsOf(MentionKind.Date))
            {
                if (AnswerMentions.CanAnswer(_question, _terms, wording, mention))
                    best = Math.Max(best, Precision(wording.Text.AsSpan(mention.Start, mention.Length)));
            }
        }

        return best;
    }

    private double Precision(ReadOnlySpan<char> date)
    {
        var isWeekday = MentionFinder.HasWeekday(date);
        if (_clause.AsksWeekday)
            return isWeekday ? 1 : 0;
        if (_question.Asks(QuestionTurns.HowLongAgo))
            return MentionFinder.IsAgo(date) ? 1 : isWeekday ? 0 : DayAlone;
        return date.ContainsAnyInRange('0', '9') ? 1 : isWeekday ? DayAlone : 0;
    }

    // "Was it held in Moscow?" is settled by a sentence that says where, "in May" by one that says when.
    private double SettledScore(SentenceProfile sentence)
    {
        if (_question.Types != AnswerTypes.YesNo)
            return 0;
        var (original, score) = (sentence.Original, 0.0);
        // A year is settled by one, a day of the week by any day.
        if (_question.NamesDate && original.MentionsOf(MentionKind.Date).Exists(date => !_question.NamesYear || original.Text.AsSpan(date.Start, date.Length).ContainsAnyInRange('0', '9')))
            score += DecidingBonus;
        if (_question.NamesPlace && original.MentionsOf(MentionKind.Person).Exists(mention => mention.Kind == MentionKind.Place && AnswerMentions.IsWhere(_terms, original, mention)))
            score += PlaceBonus;
        return score;
    }

    // "Who is X?": a sentence that names X beside a title introduces X.
    private double IdentityScore(SentenceProfile sentence) =>
        _question.AsksIdentity && sentence.Wordings.Any(wording => Enumerable.Range(0, wording.Terms.Count).Any(i => IsIntroduced(wording.Terms, i))) ? TypeBonus : 0;

    // "A dialogue on what?": a sentence in which "dialogue" goes on with "on" says it.
    private double TopicScore(SentenceProfile sentence) => _question.Asks(QuestionTurns.Topic) && sentence.Wordings.Any(wording => wording.Terms.Any(term =>
        Topical().IsMatch(wording.Characters.Span[term.End..]) && IsAsked(term))) ? DecidingBonus : 0;

    // "What does X gain?": a sentence in which something allows or helps X says it.
    private double BenefitScore(SentenceProfile sentence) => _question.Asks(QuestionTurns.Benefit) && sentence.Wordings.Any(wording => wording.Terms.Any(term =>
        Benefiting().IsMatch(wording.Characters.Span[..term.Start]) && Array.Exists(_terms, query => LeaderResolver.CanAct(query.Term) && TermMatching.Strength(query.Term, term) >= TopicStrength))) ? BenefitBonus : 0;

    private bool IsIntroduced(IReadOnlyList<Term> terms, int i)
    {
        if (terms[i].Kind != TermKind.Name || !Array.Exists(_terms, query => TermMatching.Strength(query.Term, terms[i]) >= TopicStrength))
            return false;
        return Enumerable.Range(Math.Max(0, i - 2), Math.Min(terms.Count, i + 3) - Math.Max(0, i - 2))
            .Any(j => j != i && !terms[j].IsPersonName && terms[j].Concepts.Any(id => id < 0));
    }

    private double SpeechScore(SentenceProfile sentence, int[] speakers)
    {
        if (_clause.Actors.Length == 0)
            return 0;
        // Whose thought or wish it is, is told by what others say least of all.
        if (_question.HasHolder)
            return speakers.Length > 0 ? DecidingBonus : sentence.Speakers.Count > 0 ? -DecidingBonus : 0;
        if (!_question.Types.HasFlag(AnswerTypes.Speech))
            return 0;
        return speakers.Length > 0 ? SpeakerBonus : sentence.ReportsSpeech ? -OtherSpeakerPenalty : -TypePenalty;
    }

    // Something new: a date that the question already names does not answer "when".
    private AnswerTypes Found(SentenceProfile sentence)
    {
        var found = AnswerTypes.Open;
        foreach (var wording in sentence.Wordings)
        {
            foreach (var kind in _clause.Wanted)
                found |= Found(wording, kind, found);
        }

        var asksWho = _question.Types.HasFlag(AnswerTypes.Person) && !_question.AsksName;
        var asksTimes = _question.Counted is { } times && (times.Folded is "fois" or "times" or "time" || MeetingNoun().IsMatch(times.Folded));
        // "No agreement" says how many there are.
        if (_question.Counted is { } counted && sentence.Wordings.Any(wording => wording.Terms.Any(term =>
            TermMatching.Strength(counted, term) >= TopicStrength && None().IsMatch(wording.Characters.Span[..term.Start]))))
            found |= AnswerTypes.Number;
        if (!asksWho && !asksTimes)
            return found;
        foreach (var wording in sentence.Wordings)
        {
            foreach (var term in wording.Terms)
            {
                // "The Russian president said": who that is, too, tells who.
                if (asksWho && !_question.Asks(QuestionTurns.Others) && (term.Lexeme.ConceptMask & IdMask.Negative) != 0 && term.Concepts.Any(id => LeaderResolver.CountryOf(id) is not null) && !IsAsked(term))
                    found |= AnswerTypes.Person;
                // "For the first time", "their first summit" say how many there were.
                if (asksTimes && IsOrdinal(term.Lexeme))
                    found |= AnswerTypes.Number;
            }
        }

        return found;
    }

    private AnswerTypes Found(Wording wording, MentionKind kind, AnswerTypes found)
    {
        foreach (var mention in wording.MentionsOf(kind))
        {
            var type = AnswerMentions.TypeOf(mention.Kind);
            // The name of an island is a name.
            if (_question.AsksName && type == AnswerTypes.Place)
                type = AnswerTypes.Person;
            if (_question.Types.HasFlag(type) && !found.HasFlag(type) && !(_question.Asks(QuestionTurns.Others) && type == AnswerTypes.Person && (mention.Kind == MentionKind.State || IsInTitle(wording, mention))) && AnswerMentions.CanAnswer(_question, _terms, wording, mention))
                found |= type;
        }

        return found;
    }

    // Who the article is about is nobody else.
    private bool IsInTitle(Wording wording, EntityMention mention) => wording.Terms.Any(term =>
        term.Kind != TermKind.Function && term.Start < mention.End && term.End > mention.Start && _article.TitleTerms.Any(word => TermMatching.Strength(word, term) >= TopicStrength));

    private bool IsAsked(Term term) => Array.Exists(_terms, query => query.IsContent && TermMatching.Strength(query.Term, term) >= TopicStrength);

    [GeneratedRegex(@"^(\s\p{L}+)?[\s»”""]*(sur|au sujet|à propos|concernant|about|on|regarding|concerning|over)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Topical();

    [GeneratedRegex(@"\b(perme(t|tre|ttre|ttra|ttrait|ttent)|profit\p{L}*|bénéfici\p{L}*|offr\p{L}*|apport\p{L}*|rapport\p{L}*|serv\p{L}*|utile|avantag\p{L}*|donn\p{L}*|allow\p{L}*|enabl\p{L}*|let|lets|benefit\p{L}*|giv(e|es|ing)|gave|offer\p{L}*|bring\p{L}*|serv\p{L}*|useful|good)\s+((à|aux?|pour|to|for)\s+)?((la|le|les|the)\s+|l['’])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Benefiting();

    [GeneratedRegex("^(sommets?|rencontres?|reunions?|entretiens?|entrevues?|visites?|tete a tetes?|summits?|meetings?|visits?|encounters?|talks)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MeetingNoun();

    [GeneratedRegex(@"\b(aucune?|no|zéro|zero|pas\s+d(e|['’])|not\s+any|without(\s+any)?|sans|ni|nor)\s*(\p{L}+[\s'’]+){0,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex None();
}
