using System.Text.RegularExpressions;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>
/// Answers without a model: picks the shortest set of sentences that covers what is asked, or says that the articles do
/// not answer. The thresholds were set on the project's own gold set (<c>eval</c>).
/// </summary>
public sealed partial class BuiltinComposer
{
    private const double LeastSupport = 0.46, LeastSpecific = 0.2, FullSupport = 0.8, SureSupport = 0.9, TypedSupport = 0.6, GeneralSupport = 0.65, LeastCoverage = 0.2, LeastOfBest = 0.8, LeastConfidence = 0.11, SelfEvident = 0.78, ClosestCoverage = 0.25, Near = 0.9, NearWhereSupported = 0.85, Far = 4;
    private const double SureMatch = 0.7, JoinedMatch = 0.9;
    private const double TopicalSupport = 0.65, UnknownSupport = 0.65;
    private const int MostSentences = 4, MostAsGood = 3, RightBehind = 2, LongWord = 4;

    /// <summary>The kinds of thing that a sentence must hold where a question asks for them.</summary>
    internal const AnswerTypes RequiredTypes =
        AnswerTypes.Date | AnswerTypes.Place | AnswerTypes.Person | AnswerTypes.Number | AnswerTypes.TimeOfDay | AnswerTypes.Duration;

    /// <summary>Turns the evidence on each clause into an answer in the language of the question.</summary>
    public Answer Compose(Question question, IReadOnlyList<Evidence> clauses)
    {
        var chosen = new List<(RankedSentence Sentence, Evidence Evidence)>();
        foreach (var clause in clauses)
        {
            var evidence = clause.Question.GoesOn ? InArticle(clause, clauses[0]) : clause;
            var (sentences, from) = (Choose(evidence), evidence);
            if (sentences.Count == 0 && evidence.Wider is { } wider)
                (sentences, from) = (Choose(wider), wider);
            foreach (var sentence in sentences)
            {
                if (!chosen.Exists(c => c.Sentence.Article == sentence.Article && c.Sentence.Sentence.Number == sentence.Sentence.Number))
                    chosen.Add((sentence, from));
            }
        }

        if (chosen.Count == 0)
            return Refuse(question, clauses);
        return Ground(question, chosen);
    }

    /// <summary>The answer that sentences make, in reading order.</summary>
    internal static Grounded Ground(Question question, IEnumerable<(RankedSentence Sentence, Evidence Evidence)> chosen) =>
        new(question.Language, [.. chosen
            .OrderBy(c => c.Sentence.Article.Article.Id, StringComparer.Ordinal).ThenBy(c => c.Sentence.Sentence.Number)
            .Select((c, i) => new Statement(
                AnswerSpan.Find(c.Evidence.Question, c.Sentence),
                Citation.Of(c.Sentence.Article.Article, c.Sentence.Sentence.Number, i + 1, question.Language)))]);

    /// <summary>Says that the articles do not answer, and shows the closest sentence as such.</summary>
    public static NotFound Refuse(Question question, IReadOnlyList<Evidence> clauses)
    {
        var asksMore = question is { AsksMore: true, Told.Count: > 0 };
        var closest = asksMore ? null : clauses.SelectMany(clause => clause.Sentences.Take(1)).FirstOrDefault(s => s.Coverage >= ClosestCoverage);
        return new NotFound(
            question.Language,
            [.. clauses.SelectMany(clause => clause.Question.Terms.Where(term => term.IsContent).Select(term => term.Written)).Distinct()],
            closest is null ? null : Citation.Of(closest.Article.Article, closest.Sentence.Number, 1, question.Language),
            IsThirdLanguage: false) { HasNothingMore = asksMore };
    }

    /// <summary>Only what stands in the article that the first clause is about, where there is such an article and it has anything.</summary>
    private static Evidence InArticle(Evidence evidence, Evidence first)
    {
        if (first.Sentences is not [var best, ..] || best.Support < TopicalSupport)
            return evidence;
        var own = evidence.Sentences.Where(sentence => sentence.Article == best.Article).ToList();
        return own.Count > 0 ? evidence with { Sentences = own } : evidence;
    }

    private static List<RankedSentence> Choose(Evidence evidence)
    {
        if (evidence.Question.AsksSummary)
            return [.. evidence.Sentences.Take(MostSentences)];
        if (evidence is { IsOfOnlyArticle: true, Question: { HasContent: false, AsksWhenOrWhere: true } })
            return [.. evidence.Sentences.OrderBy(s => s.Sentence.Number).Where(s => HoldsWhatIsAsked(s, evidence)).Take(1)];
        if (evidence is { IsOfOnlyArticle: true, Question.AsksWhetherDay: true })
            return [.. evidence.Sentences.Where(FullDate.IsIn).OrderBy(s => s.Sentence.Number).Take(1)];
        if (evidence.Question.AsksToMake || !evidence.Question.HasContent || evidence.Sentences.Count == 0 || NamesAnother(evidence) || !IsSpokenOf(evidence))
            return [];
        var topical = evidence.Sentences.Where(s => !IsOfAnother(s, evidence)).MaxBy(s => s.Support) ?? evidence.Sentences[0];
        var leastSupport = Math.Max(LeastSupport, LeastOfBest * topical.Support);
        if (evidence.Question.AsksAdvice && topical.Support < SureSupport)
            return [];
        var best = evidence.Sentences.FirstOrDefault(s => (IsEnough(s) && s.Support >= leastSupport && IsAnswer(s, evidence)) || Follows(s, topical, evidence));
        if (best is null || !Proof.Holds(evidence, best))
            return [];
        var full = evidence.Sentences.FirstOrDefault(s => FullDate.IsOf(s, best, evidence.Question) && IsEnough(s) && IsAnswer(s, evidence));
        var chosen = new List<RankedSentence> { full ?? best };
        if (full is null && !evidence.Question.AsksIdentity && !evidence.Question.AsksOfEach)
            AddAsGood(chosen, evidence);
        while (chosen.Count < MostSentences && Complement(evidence, chosen) is { } more)
            chosen.Add(more);
        return chosen;
    }

    // A short question gives little to be sure by, but all of it may be told.
    private static bool IsSpokenOf(Evidence evidence) =>
        evidence.Confidence >= LeastConfidence || evidence.Sentences.Any(s => s.Support >= SelfEvident && IsAnswer(s, evidence));

    private static bool IsEnough(RankedSentence sentence) => sentence.Coverage >= LeastCoverage && sentence.Support >= LeastSupport;

    // Where sentences of an article are so near to the best one, any of them may be the one that answers.
    private static void AddAsGood(List<RankedSentence> chosen, Evidence evidence)
    {
        var best = chosen[0];
        foreach (var sentence in evidence.Sentences)
        {
            if (chosen.Count == MostAsGood)
                return;
            if (sentence != best && IsAsGood(sentence, best, evidence.Question) && !IsOfAnother(sentence, evidence) && IsEnough(sentence) && IsAnswer(sentence, evidence)
                && !FullDate.TellsMore(best, sentence, evidence.Question) && !chosen.Exists(other => TellsTheSame(sentence, other, evidence.Question)))
                chosen.Add(sentence);
        }

        if (chosen.Exists(sentence => sentence.AskedSpeakers.Count > 0))
            chosen.RemoveAll(sentence => IsOfAnother(sentence, evidence));
    }

    // The more so where it has as much of the question; not where it lacks a person whom the question and the best one name, unless it has the words of
    // the one whose words are asked for: "your visit".
    private static bool IsAsGood(RankedSentence sentence, RankedSentence best, QuestionAnalysis question) =>
        sentence.Article == best.Article && sentence.Score >= (sentence.Support >= best.Support ? NearWhereSupported : Near) * best.Score
        && ((question.HasHolder && sentence.AskedSpeakers.Count > 0) || !LacksPerson(sentence, best, question));

    private static bool LacksPerson(RankedSentence sentence, RankedSentence best, QuestionAnalysis question) =>
        Enumerable.Range(0, question.Terms.Count).Any(t => question.Terms[t] is { IsContent: true, Term.IsPersonName: true } && best.Matches[t] >= SureMatch && sentence.Matches[t] < TermMatching.Least);

    // Of two sentences with the same short answer one is enough.
    private static bool TellsTheSame(RankedSentence sentence, RankedSentence other, QuestionAnalysis question) =>
        (question.Types & RequiredTypes) != AnswerTypes.Open && AnswerSpan.Find(question, other) is { } span && AnswerSpan.Find(question, sentence) == span;

    // A name, a people or a number that the articles do not have says that something else is meant; so does, of yes or no, what it is asked of,
    // and what is asked for: "which hotel".
    private static bool NamesAnother(Evidence evidence)
    {
        var terms = evidence.Question.Terms;
        var subject = evidence.Question.Types == AnswerTypes.YesNo ? Enumerable.Range(0, terms.Count).FirstOrDefault(t => terms[t] is { IsContent: true, IsModifier: false }, -1) : -1;
        for (var t = 0; t < terms.Count; t++)
        {
            if (terms[t].IsContent && (terms[t].IsNamed || ((t == subject || terms[t].IsAskedFor) && terms[t].Term.Lexeme.IsNoun)) && evidence.IsAbsent(t))
                return !IsDenied(evidence, t);
            // So does a word that not even the lexicon has, where there is little of the rest.
            if (terms[t] is { IsContent: true, IsGuess: false, IsCircumstance: false, Term: { Kind: TermKind.Content, Concepts.Count: 0, Folded.Length: >= LongWord } } && evidence.Sentences[0].Support < UnknownSupport && evidence.IsAbsent(t))
                return true;
            if (IsParticular(terms[t]) && evidence.IsNearAtMost(t))
                return !IsDenied(evidence, t);
        }

        return false;
    }

    // "Did Japan draw up the roadmap?": where a sentence has all of the rest, it says who else did.
    private static bool IsDenied(Evidence evidence, int absent)
    {
        var terms = evidence.Question.Terms;
        // "… by Japan and Korea" is denied as one.
        bool IsJoined(int t) => Math.Abs(t - absent) == 1 && terms[t].IsNamed && And().IsMatch(evidence.Question.Text[terms[Math.Min(t, absent)].Term.End..terms[Math.Max(t, absent)].Term.Start]);
        var rest = Enumerable.Range(0, terms.Count).Where(t => t != absent && terms[t] is { IsContent: true, IsCircumstance: false } && !IsJoined(t)).ToList();
        return evidence.Question.Types == AnswerTypes.YesNo && (terms[absent].Term.Kind == TermKind.Name || terms[absent].IsParticular) && rest.Count(t => terms[t].Term.Kind != TermKind.Name) >= 2
            && evidence.Sentences.Any(s => rest.TrueForAll(t => s.Matches[t] >= JoinedMatch || (terms[t].Term.Kind == TermKind.Name && s.Matches[t] >= TermMatching.Least)));
    }

    // "They signed a treaty on Tuesday. They put their names to it in Vienna": where something was signed is told right behind the sentence
    // that speaks of it, which need not be said again.
    private static bool Follows(RankedSentence sentence, RankedSentence topical, Evidence evidence) =>
        (evidence.Question.Types & (RequiredTypes | AnswerTypes.Reason)) != AnswerTypes.Open
        && sentence.Article == topical.Article && sentence.Sentence.Number - topical.Sentence.Number is > 0 and <= RightBehind
        && topical.Support >= TopicalSupport && sentence.Support >= LeastSupport
        && sentence.Matches.Any(match => match >= TermMatching.Related) && HoldsWhatIsAsked(sentence, evidence);

    private static bool IsAnswer(RankedSentence sentence, Evidence evidence) =>
        HoldsAWord(evidence, sentence) && HoldsWhatIsAsked(sentence, evidence) && !IsOfAnotherSubject(sentence, evidence);

    // Whether Kim did something is not told of somebody else, where a sentence nearly as good tells something of the kind of him.
    private static bool IsOfAnotherSubject(RankedSentence sentence, Evidence evidence)
    {
        var terms = evidence.Question.Terms;
        var subject = evidence.Question.Types == AnswerTypes.YesNo ? Enumerable.Range(0, terms.Count).FirstOrDefault(t => terms[t].IsContent, -1) : -1;
        // "Did Kim and Putin shake hands?" may be told of "them".
        if (subject < 0 || terms[subject] is not { MayAct: true, IsContext: false, Term.IsPersonName: true }
            || (subject + 1 < terms.Count && terms[subject + 1].Term is { IsPersonName: true } next && And().IsMatch(evidence.Question.Text[terms[subject].Term.End..next.Start])))
            return false;
        return sentence.Matches[subject] < TermMatching.Least && evidence.Sentences.Any(other =>
            other.Matches[subject] >= SureMatch && IsEnough(other) && sentence.Score - other.Score < Far
            && Enumerable.Range(0, terms.Count).Any(t => terms[t] is { IsContent: true, IsNamed: false } && other.Matches[t] >= TermMatching.Least));
    }

    private static bool HoldsWhatIsAsked(RankedSentence sentence, Evidence evidence)
    {
        var question = evidence.Question;
        if ((question.AsksAgain && !IsWorded(sentence, QuestionAnalyzer.Again())) || (question.AsksTransport && !IsWorded(sentence, QuestionAnalyzer.Transport())))
            return false;
        if (question.AsksSince && !IsWorded(sentence, Since()) && !sentence.Sentence.Wordings.Any(wording => wording.MentionsOf(MentionKind.Duration).Count > 0))
            return false;
        if (LacksKindAskedFor(sentence, question) || IsOfAnotherDestination(sentence, question) || LacksDetail(sentence, question))
            return false;
        if (question.AsksAtWhatPoint && !IsWorded(sentence, During()) && !sentence.Sentence.Wordings.Any(wording => wording.MentionsOf(MentionKind.Date).Count + wording.MentionsOf(MentionKind.TimeOfDay).Count > 0))
            return false;
        if (question.AsksWhoBothAre && !sentence.Sentence.Wordings.Any(wording => PersonsIn(wording) > 1))
            return false;
        if (IsOfExcluded(sentence, question))
            return false;
        if (question.AsksTopicOfTalk && !IsWorded(sentence, TalkAbout()))
            return false;
        if (question.AsksWhyNot && IsWorded(sentence, Denial()) && !sentence.Sentence.Wordings.Any(wording => wording.MentionsOf(MentionKind.Reason).Count > 0))
            return false;
        var required = question.Types & RequiredTypes;
        if (!IsSpecific(sentence, question))
            return false;
        if (required != AnswerTypes.Open && (sentence.Found & required) == AnswerTypes.Open)
            return false;
        if (question.Types.HasFlag(AnswerTypes.Reason) && !sentence.Found.HasFlag(AnswerTypes.Reason) && !StandsOut(sentence, evidence))
            return false;
        return !question.Types.HasFlag(AnswerTypes.Speech) || evidence.Actors.Count == 0 || sentence.AskedSpeakers.Count > 0;
    }

    // Who leads a state is one, by name or title.
    private static int PersonsIn(Wording wording) => wording.Terms.Where(term => !wording.KinOwners.Contains(term.Lexeme))
        .Select(term => (Term: term, State: term.Concepts.Select(LeaderResolver.CountryOf).FirstOrDefault(country => country is not null)))
        .Where(person => person.State is not null || person.Term.IsPersonName || person.Term.IsUnlistedName)
        .DistinctBy(person => (person.State, person.State is null ? person.Term.Stem : null)).Count();

    // "Before Kim Jong-un": what is told of him is not asked for, but what is told of his father.
    private static bool IsOfExcluded(RankedSentence sentence, QuestionAnalysis question) =>
        question.Terms.Any(query => query.IsExcluded && sentence.Sentence.Wordings.Any(wording => Array.Exists(wording.Meaningful, word =>
            !wording.KinOwners.Contains(word) && TermMatching.Strength(query, word, withOpposites: false) >= JoinedMatch)));

    private static bool IsParticular(QueryTerm term) => term is { IsParticular: true, IsContent: true, IsCircumstance: false, IsGuess: false };

    // "Which companies" is told of companies, or by names that the question has not.
    private static bool LacksKindAskedFor(RankedSentence sentence, QuestionAnalysis question)
    {
        for (var t = 0; t < question.Terms.Count; t++)
        {
            if (question.Terms[t].IsAskedFor && IsParticular(question.Terms[t]) && sentence.Matches[t] < SureMatch)
                return !HoldsNewName(sentence, question);
        }

        return false;
    }

    // More is asked than that there is something: how it was taken, what it holds, by which way, which.
    private static bool LacksDetail(RankedSentence sentence, QuestionAnalysis question) =>
        (question.AsksReaction && !IsWorded(sentence, Reaction()) && (sentence.AskedSpeakers.Count == 0 || !sentence.Sentence.Wordings.Any(wording => wording.MentionsOf(MentionKind.Quotation).Count > 0)))
        || (question.AsksContents && !IsWorded(sentence, Containing()))
        || (question.AsksManner && !IsWorded(sentence, Manner()))
        || (question.AsksWhichExactly && (question.Types & RequiredTypes) == AnswerTypes.Open && NamesNoOther(sentence, question));

    private static bool HoldsNewName(RankedSentence sentence, QuestionAnalysis question) => sentence.Sentence.Wordings.Any(wording =>
        Array.Exists(wording.Meaningful, word => word.IsUnlistedName && !question.Terms.Any(term => TermMatching.Strength(term, word, withOpposites: false) >= SureMatch)));

    // "Which sanctions exactly" is told by no sentence that says "sanctions" and goes on.
    private static bool NamesNoOther(RankedSentence sentence, QuestionAnalysis question) =>
        Enumerable.Range(0, question.Terms.Count).Any(t => question.Terms[t] is { IsAskedFor: true, IsContent: true } && sentence.Matches[t] >= SureMatch) && !HoldsNewName(sentence, question);

    // "Did he go to Pyongyang?" is told by who goes there, or by where else he went; not by what "Pyongyang" wants. When he will go is told of a place there.
    private static bool IsOfAnotherDestination(RankedSentence sentence, QuestionAnalysis question)
    {
        var isAhead = question.Types == AnswerTypes.Date && Ahead().IsMatch(question.Text);
        if ((question.Types != AnswerTypes.YesNo && !isAhead) || !question.Terms.Any(term => term.IsDestination))
            return false;
        if (isAhead)
            return !sentence.Sentence.Wordings.Any(wording => Array.Exists(wording.Meaningful, word => IsAt(word, question)));
        var words = Enumerable.Range(0, question.Terms.Count).Where(t => !question.Terms[t].IsNamed).ToList();
        var content = words.FindAll(t => question.Terms[t].IsContent);
        var isWorded = content.Count > 0 ? content.Exists(t => sentence.Matches[t] >= SureMatch) : words.Exists(t => sentence.Matches[t] >= TermMatching.Related);
        return !isWorded || !sentence.Sentence.Wordings.Any(wording => wording.MentionsOf(MentionKind.Person).Exists(mention => mention.Kind == MentionKind.Place));
    }

    private static bool IsAt(Lexeme word, QuestionAnalysis question) =>
        word is { Kind: TermKind.Name, IsPersonName: false } && question.Terms.Any(term => term.IsDestination && term.Term.Countries.Any(country => word.Countries.Contains(country)));

    // What another says is not what the one says whose words are asked for.
    private static bool IsOfAnother(RankedSentence sentence, Evidence evidence) =>
        sentence.AskedSpeakers.Count == 0 && sentence.Sentence.Speakers.Count > 0 && evidence.Question.HasHolder;

    /// <summary>Whether a sentence says that something is not so.</summary>
    internal static bool Denies(RankedSentence sentence) => IsWorded(sentence, Denial());

    private static bool IsWorded(RankedSentence sentence, Regex pattern) => sentence.Sentence.Wordings.Any(wording => pattern.IsMatch(wording.Text));

    // A reason may be told in a way that is not seen. A sentence that has nearly all of the question gives it rather than one far behind; why
    // something is not so is another matter than that it is not.
    private static bool StandsOut(RankedSentence sentence, Evidence evidence) =>
        sentence == evidence.Sentences[0] && sentence.Support >= FullSupport && !Denial().IsMatch(evidence.Question.Text)
        && !evidence.Sentences.Any(other => other.Found.HasFlag(AnswerTypes.Reason) && sentence.Score - other.Score < Far);

    // A sentence that has nothing but what half of the article is about answers only if that is most of the question, or if it has what is asked for.
    private static bool IsSpecific(RankedSentence sentence, QuestionAnalysis question) =>
        sentence.SpecificSupport >= LeastSpecific || sentence.Support >= GeneralSupport
        || (sentence.Support >= TypedSupport
            && ((sentence.Found & question.Types & (RequiredTypes | AnswerTypes.Reason)) != AnswerTypes.Open || (question.Types.HasFlag(AnswerTypes.Speech) && sentence.AskedSpeakers.Count > 0)));

    // Loose relations, contradictions and context prove little: a noun, a verb or a name must stand in the sentence itself,
    // or else every word of content must be there in other words.
    private static bool HoldsAWord(Evidence evidence, RankedSentence sentence)
    {
        var question = evidence.Question;
        var content = Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t] is { IsContent: true, IsGuess: false }).ToList();
        // Where a misspelt word is all there is, it is what was meant; of many articles there is always one that has it.
        if (content.Count == 0 && evidence.IsOfOnlyArticle)
            content = [.. Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t].IsContent)];
        // What the conversation added says nothing of what is asked now, where the question has words of its own; "did they get it?" and "why there?" have none.
        if (content.Exists(t => !question.Terms[t].IsContext))
            content.RemoveAll(t => question.Terms[t].IsContext);
        else if (content.Count > 0 && (question.Types == AnswerTypes.YesNo || (question.Types.HasFlag(AnswerTypes.Reason) && !sentence.Found.HasFlag(AnswerTypes.Reason))))
            return false;
        // Nor does what is said of the time: "Where did he sleep during his visit?"
        if (question.Types != AnswerTypes.YesNo && content.Exists(t => question.Terms[t].IsCircumstance) && content.Exists(t => !question.Terms[t].IsCircumstance)
            && content.TrueForAll(t => question.Terms[t].IsCircumstance || sentence.Matches[t] < TermMatching.Least))
            return false;
        // What somebody says need not name who says it.
        return content.Exists(t => (!question.Terms[t].IsModifier || sentence.AskedSpeakers.Count > 0) && sentence.Matches[t] >= SureMatch)
            || (content.Count > 0 && content.TrueForAll(t => sentence.Matches[t] >= TermMatching.Related));
    }

    // Another sentence joins when it holds a type of answer, a speaker or a joined word that those chosen lack.
    private static RankedSentence? Complement(Evidence evidence, List<RankedSentence> chosen)
    {
        var question = evidence.Question;
        var missing = question.Types & RequiredTypes & ~chosen.Aggregate(AnswerTypes.Open, (all, s) => all | s.Found);
        var speakers = (question.Types.HasFlag(AnswerTypes.Speech) || question.HasHolder) && question.IsCoordinated
            ? evidence.Actors.Except(chosen.SelectMany(s => s.AskedSpeakers)).ToHashSet() : [];
        if (question.AsksOfEach)
            return chosen.Count > 1 ? null : evidence.Sentences.FirstOrDefault(sentence => sentence.Support >= LeastSupport && sentence.AskedSpeakers.Count > 0 && sentence.Sentence.Speakers.Except(chosen[0].Sentence.Speakers).Any());
        return evidence.Sentences.Except(chosen).FirstOrDefault(sentence =>
            sentence.Support >= LeastSupport
            // What an older article says may not be so any more.
            && (question.Wish is null || sentence.Article.Article.Published == chosen[0].Article.Article.Published)
            && ((sentence.Found & missing) != AnswerTypes.Open
                || sentence.AskedSpeakers.Any(speakers.Contains)
                || (question.IsCoordinated && MayBeSeveral(question, sentence) && HoldsWhatLacks(question, sentence, chosen))));
    }

    private static bool MayBeSeveral(QuestionAnalysis question, RankedSentence sentence) =>
        question.Types is AnswerTypes.Open or AnswerTypes.YesNo or AnswerTypes.Speech || (question.Types == AnswerTypes.Number && sentence.Found.HasFlag(AnswerTypes.Number));

    // "Were Russia and Korea allies" asks of both at once: a sentence that has nothing but Russia to add adds nothing.
    private static bool HoldsWhatLacks(QuestionAnalysis question, RankedSentence sentence, List<RankedSentence> chosen)
    {
        if (sentence.SpecificSupport < LeastSpecific)
            return false;
        var content = Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t].IsContent).ToList();
        // What somebody said of one thing and of another he may say in other words.
        var leastMatch = question.Types.HasFlag(AnswerTypes.Speech) ? TermMatching.Synonym : JoinedMatch;
        var saysMore = content.Exists(t => question.Terms[t].Term.Kind != TermKind.Name && sentence.Matches[t] >= TermMatching.Synonym && chosen.TrueForAll(c => c.Matches[t] < sentence.Matches[t]));
        return content.Exists(t => (saysMore || question.Terms[t].Term.Kind != TermKind.Name)
            && sentence.Matches[t] >= leastMatch && chosen.TrueForAll(c => c.Matches[t] < TermMatching.Least));
    }
}
