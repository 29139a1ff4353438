using System.Text.RegularExpressions;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>What a sentence must have to answer, beside the words of the question: the kind of thing that is asked for, and what its turns of phrase want.</summary>
internal static partial class Requirements
{
    /// <summary>The kinds of thing that a sentence must hold where a question asks for them.</summary>
    public const AnswerTypes RequiredTypes =
        AnswerTypes.Date | AnswerTypes.Place | AnswerTypes.Person | AnswerTypes.Number | AnswerTypes.TimeOfDay | AnswerTypes.Duration;

    /// <summary>Share of what is particular to a question that a sentence must have.</summary>
    public const double LeastSpecific = 0.2;

    /// <summary>Distance in score from which one sentence is far behind another.</summary>
    public const double Far = 4;

    // Characters from "first" to "president", with a nationality between.
    private const int BesideTitle = 25;

    private const double FullSupport = 0.8, GeneralSupport = 0.55;

    private static readonly (QuestionTurns Turn, Func<RankedSentence, QuestionAnalysis, bool> IsMet)[] OfTurns =
    [
        (QuestionTurns.Again, static (sentence, _) => IsWorded(sentence, TurnFinder.Again())),
        (QuestionTurns.Since, static (sentence, _) => IsWorded(sentence, Since()) || HasMention(sentence, MentionKind.Duration)),
        (QuestionTurns.AtWhatPoint, static (sentence, _) => IsWorded(sentence, During()) || HasMention(sentence, MentionKind.Date) || HasMention(sentence, MentionKind.TimeOfDay)),
        (QuestionTurns.Transport, static (sentence, _) => IsWorded(sentence, Transport())),
        (QuestionTurns.WhoBothAre, static (sentence, _) => NamesTwo(sentence)),
        (QuestionTurns.WhoFirst, static (sentence, _) => IsWorded(sentence, Before())),
        (QuestionTurns.Reaction, static (sentence, _) => IsWorded(sentence, Reaction()) || (sentence.AskedSpeakers.Count > 0 && HasMention(sentence, MentionKind.Quotation))),
        (QuestionTurns.TopicOfTalk, static (sentence, _) => IsWorded(sentence, TalkAbout())),
        (QuestionTurns.Contents, static (sentence, _) => IsWorded(sentence, Containing())),
        (QuestionTurns.Manner, static (sentence, _) => IsWorded(sentence, Manner())),
        (QuestionTurns.WhichExactly, static (sentence, question) => (question.Types & RequiredTypes) != AnswerTypes.Open || !NamesNoOther(sentence, question)),
        (QuestionTurns.Tongue, static (sentence, _) => IsWorded(sentence, Tongue())),
        (QuestionTurns.Hypothesis, static (sentence, _) => IsWorded(sentence, Conditional())),
        (QuestionTurns.AnotherTime, static (sentence, _) => IsWorded(sentence, AnotherTime()) || IsWorded(sentence, Since()) || NamesAnotherYear(sentence)),
        (QuestionTurns.Afterwards, static (sentence, _) => IsWorded(sentence, Later())),
        (QuestionTurns.NameOfRelative, static (sentence, _) => sentence.Sentence.Wordings.Any(wording => Kinship.NamesRelative(wording.Text))),
        (QuestionTurns.WhyNot, static (sentence, _) => !Denies(sentence) || HasMention(sentence, MentionKind.Reason)),
    ];

    /// <summary>Whether a sentence has what is asked for.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="evidence">What was found for the clause.</param>
    public static bool AreMet(RankedSentence sentence, Evidence evidence)
    {
        var question = evidence.Question;
        if (Array.Exists(OfTurns, turn => question.Asks(turn.Turn) && !turn.IsMet(sentence, question)))
            return false;
        if (LacksKindAskedFor(sentence, question) || IsOfAnotherDestination(sentence, question) || IsOfExcluded(sentence, question) || IsOfAnotherRank(sentence, question) || IsOfAnotherAct(sentence, question) || IsDoneByAnother(sentence, question) || IsOfOthers(sentence, question) || !IsSpecific(sentence, question))
            return false;
        var required = question.Types & RequiredTypes;
        if (required != AnswerTypes.Open && (sentence.Found & required) == AnswerTypes.Open)
            return false;
        if (question.Types.HasFlag(AnswerTypes.Reason) && !sentence.Found.HasFlag(AnswerTypes.Reason) && !StandsOut(sentence, evidence))
            return false;
        return !question.Types.HasFlag(AnswerTypes.Speech) || evidence.Actors.Count == 0 || sentence.AskedSpeakers.Count > 0;
    }

    /// <summary>Whether a sentence says that something is not so.</summary>
    public static bool Denies(RankedSentence sentence) => IsWorded(sentence, Denial());

    private static bool IsWorded(RankedSentence sentence, Regex pattern) => sentence.Sentence.Wordings.Any(wording => pattern.IsMatch(wording.Text));

    private static bool NamesAnotherYear(RankedSentence sentence) => sentence.Sentence.Wordings.Any(wording =>
        wording.Terms.Any(term => QuestionAnalyzer.IsYear(term) && term.Folded != $"{sentence.Article.Article.Published?.Year}"));

    private static bool HasMention(RankedSentence sentence, MentionKind kind) => sentence.Sentence.Wordings.Any(wording => wording.MentionsOf(kind).Count > 0);

    // A sentence that has nothing but what half of the article is about answers only if that is most of the question, or if it has what is asked for.
    private static bool IsSpecific(RankedSentence sentence, QuestionAnalysis question) =>
        sentence.SpecificSupport >= LeastSpecific || sentence.Support >= FullSupport
        || (sentence.Support >= GeneralSupport
            && (TellsSomething(sentence, question) || (sentence.Found & question.Types & (RequiredTypes | AnswerTypes.Reason)) != AnswerTypes.Open
                || (question.Types.HasFlag(AnswerTypes.Speech) && sentence.AskedSpeakers.Count > 0)));

    // Names, and when it was, tell nothing of what is asked: "What did Kim eat when he met Putin?"
    private static bool TellsSomething(RankedSentence sentence, QuestionAnalysis question) =>
        !question.Terms.Any(term => term is { IsContent: true, IsCircumstance: true })
        && Enumerable.Range(0, question.Terms.Count).Any(t => question.Terms[t] is { IsContent: true, IsNamed: false } && sentence.Matches[t] >= TermMatching.Least);

    // A reason may be told in a way that is not seen. A sentence that has nearly all of the question gives it rather than one far behind; why
    // something is not so is another matter than that it is not.
    private static bool StandsOut(RankedSentence sentence, Evidence evidence) =>
        sentence == evidence.Sentences[0] && sentence.Support >= FullSupport && !Denial().IsMatch(evidence.Question.Text)
        && !evidence.Sentences.Any(other => other.Found.HasFlag(AnswerTypes.Reason) && sentence.Score - other.Score < Far);

    // "Which companies" is told of companies, or by names that the question has not.
    private static bool LacksKindAskedFor(RankedSentence sentence, QuestionAnalysis question)
    {
        for (var t = 0; t < question.Terms.Count; t++)
        {
            if (question.Terms[t].IsAskedFor && CandidateAnswer.IsParticular(question.Terms[t]) && sentence.Matches[t] < CandidateAnswer.SureMatch)
                return !HoldsNewName(sentence, question);
        }

        return false;
    }

    private static bool HoldsNewName(RankedSentence sentence, QuestionAnalysis question) => sentence.Sentence.Wordings.Any(wording =>
        Array.Exists(wording.Meaningful, word => word.IsUnlistedName && !question.Terms.Any(term => TermMatching.Strength(term, word, withOpposites: false) >= CandidateAnswer.SureMatch)));

    // "Which sanctions exactly" is told by no sentence that says "sanctions" and goes on.
    private static bool NamesNoOther(RankedSentence sentence, QuestionAnalysis question) =>
        Enumerable.Range(0, question.Terms.Count).Any(t => question.Terms[t] is { IsAskedFor: true, IsContent: true } && sentence.Matches[t] >= CandidateAnswer.SureMatch) && !HoldsNewName(sentence, question);

    // "Before Kim Jong-un": what is told of him is not asked for, but what is told of his father.
    private static bool IsOfExcluded(RankedSentence sentence, QuestionAnalysis question) =>
        question.Terms.Any(query => query.IsExcluded && sentence.Sentence.Wordings.Any(wording => Array.Exists(wording.Meaningful, word =>
            !wording.KinOwners.Contains(word) && TermMatching.Strength(query, word, withOpposites: false) >= CandidateAnswer.JoinedMatch)));

    // Who was the first president, or who will be the next one, is not told by who is president.
    private static bool IsOfAnotherRank(RankedSentence sentence, QuestionAnalysis question)
    {
        if (!question.Types.HasFlag(AnswerTypes.Person))
            return false;
        var rank = question.Terms.FirstOrDefault(term => Rank().IsMatch(term.Term.Folded));
        var title = rank is null ? null : question.Terms.FirstOrDefault(term => term.Term.Lexeme.IsNoun && term.Term.Countries.Count == 0 && Math.Abs(term.Term.Start - rank.Term.Start) is > 0 and <= BesideTitle);
        // Where more is asked than who bears it, that may tell who is meant.
        if (title is null || question.Terms.Any(term => term is { IsContent: true, IsNamed: false } && term != rank && term != title))
            return false;
        return !sentence.Sentence.Wordings.Any(wording => wording.Terms.Any(word => IsOf(rank!, word)
            && wording.Terms.Any(other => Math.Abs(other.Start - word.Start) is > 0 and <= BesideTitle && other.Kind != TermKind.Name && IsOf(title, other))));
        static bool IsOf(QueryTerm query, Term word) => TermMatching.Strength(query, word, withOpposites: false) >= TermMatching.Synonym;
    }

    // "Did Kim shake hands with Trump?" is not told by "they shook hands", where the article is of Kim and another; but by whom he met instead.
    private static bool IsOfOthers(RankedSentence sentence, QuestionAnalysis question)
    {
        if (question.Types is not (AnswerTypes.YesNo or AnswerTypes.Number))
            return false;
        var persons = Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t] is { IsContent: true, IsContext: false, Term.IsPersonName: true }).ToList();
        return persons.Count > 1 && persons.Exists(t => sentence.Matches[t] < TermMatching.Least && !sentence.Article.TitleTerms.Any(term => TermMatching.Strength(question.Terms[t].Term, term) >= TermMatching.Synonym))
            && (question.Types == AnswerTypes.Number || !NamesTwo(sentence));
    }

    // What somebody promised is not told by what he said; nor is whether he commented, where nothing else is asked.
    private static bool IsOfAnotherAct(RankedSentence sentence, QuestionAnalysis question) =>
        (question.Types.HasFlag(AnswerTypes.Speech) || (question.Types == AnswerTypes.YesNo && question.Terms.All(term => !term.IsContent || term.IsNamed || IsTold(term)))) && question.HasHolder && question.Terms.Any(IsTold)
        && Enumerable.Range(0, question.Terms.Count).All(t => !IsTold(question.Terms[t]) || sentence.Matches[t] < TermMatching.Synonym);

    // "Did China ask for it, too?" is not told by that Russia did, nor by what else China did.
    private static bool IsDoneByAnother(RankedSentence sentence, QuestionAnalysis question) =>
        question.Types == AnswerTypes.YesNo && question.Terms.Any(term => term is { IsHolder: true, IsContext: false }) && Likewise().IsMatch(question.Text)
        && Enumerable.Range(0, question.Terms.Count).Any(t => question.Terms[t] is { IsContent: true, IsContext: false } term && (term.IsNamed || term.Term.Lexeme.IsNoun || Array.Exists(term.Term.Lexeme.Parts, part => part.IsNoun) || IsTold(term)) && sentence.Matches[t] < TermMatching.Least);

    private static bool IsTold(QueryTerm term) => term is { IsAct: true, IsContent: true, IsNamed: false, IsModifier: false };

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
        var isWorded = content.Count > 0 ? content.Exists(t => sentence.Matches[t] >= CandidateAnswer.SureMatch) : words.Exists(t => sentence.Matches[t] >= TermMatching.Related);
        return !isWorded || !sentence.Sentence.Wordings.Any(wording => wording.MentionsOf(MentionKind.Person).Exists(mention => mention.Kind == MentionKind.Place));
    }

    private static bool IsAt(Lexeme word, QuestionAnalysis question) =>
        word is { Kind: TermKind.Name, IsPersonName: false } && question.Terms.Any(term => term.IsDestination && term.Term.Countries.Any(country => word.Countries.Contains(country)));

    private static bool NamesTwo(RankedSentence sentence) => sentence.Sentence.Wordings.Any(wording => PersonsIn(wording) > 1);

    // Who leads a state is one, by name or title.
    private static int PersonsIn(Wording wording) => wording.Terms.Where(term => !wording.KinOwners.Contains(term.Lexeme))
        .Select(term => (Term: term, State: term.Concepts.Select(LeaderResolver.CountryOf).FirstOrDefault(country => country is not null)))
        .Where(person => person.State is not null || person.Term.IsPersonName || person.Term.IsUnlistedName)
        .DistinctBy(person => (person.State, person.State is null ? person.Term.Stem : null)).Count();
}
