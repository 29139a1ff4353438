using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Finds the <see cref="QuestionTurns"/> of a question: each by its wording, where the question asks for what it can be a turn of.</summary>
internal static partial class TurnFinder
{
    private const AnswerTypes TimesAndPlaces = AnswerTypes.Date | AnswerTypes.Place;

    private static readonly Turn[] Worded =
    [
        new(QuestionTurns.Calendar, Calendar(), Calendar(), types => types.HasFlag(AnswerTypes.Date)),
        new(QuestionTurns.Period, Period(), Period(), types => types.HasFlag(AnswerTypes.Date)),
        new(QuestionTurns.Since, SinceWhen(), SinceWhen()),
        new(QuestionTurns.HowLongAgo, HowLongAgo(), HowLongAgo()),
        new(QuestionTurns.AtWhatPoint, AtWhatPoint(), AtWhatPoint()),
        new(QuestionTurns.WhenOrWhere, Happened(), Happened(), types => (types & TimesAndPlaces) != AnswerTypes.Open),
        new(QuestionTurns.Again, Another(), Another(), types => types == AnswerTypes.YesNo),
        new(QuestionTurns.OfPlace, OfPlace(), OfPlace(), types => types.HasFlag(AnswerTypes.Place)),
        new(QuestionTurns.Transport, FrenchTravel(), EnglishTravel()),
        new(QuestionTurns.WhoBothAre, Both(), Both(), types => types.HasFlag(AnswerTypes.Person)),
        new(QuestionTurns.WhoFirst, WhoFirst(), WhoFirst()),
        new(QuestionTurns.Others, Others(), Others()),
        new(QuestionTurns.OfEach, OfEach(), OfEach(), types => types.HasFlag(AnswerTypes.Speech)),
        new(QuestionTurns.Reaction, Reacted(), Reacted()),
        new(QuestionTurns.Topic, FrenchTopic(), EnglishTopic(), types => (types & ~AnswerTypes.Speech) == AnswerTypes.Open),
        new(QuestionTurns.TopicOfTalk, TopicOfTalk(), TopicOfTalk()),
        new(QuestionTurns.Contents, Contents(), Contents()),
        new(QuestionTurns.Manner, HowExactly(), HowExactly()),
        new(QuestionTurns.WhichExactly, WhichExactly(), WhichExactly()),
        new(QuestionTurns.Contents, WhatTheyAre(), WhatTheyAre(), types => (types & ~AnswerTypes.Speech) is AnswerTypes.Open or AnswerTypes.YesNo),
        new(QuestionTurns.Benefit, Benefit(), Benefit()),
        new(QuestionTurns.Hypothesis, Hypothesis(), Hypothesis()),
        new(QuestionTurns.AnotherTime, AnotherTime(), AnotherTime()),
        new(QuestionTurns.Afterwards, FrenchAfter(), EnglishAfter(), types => types is AnswerTypes.YesNo or AnswerTypes.Open or AnswerTypes.Place),
        new(QuestionTurns.NameOfRelative, FrenchNameOfRelative(), EnglishNameOfRelative()),
        new(QuestionTurns.Advice, FrenchAdvice(), EnglishAdvice()),
        new(QuestionTurns.ToMake, FrenchMake(), EnglishMake()),
    ];

    /// <summary>The turns that a question may have whatever it asks for.</summary>
    /// <param name="plain">The question, folded; see the patterns.</param>
    /// <param name="language">Its language.</param>
    public static QuestionTurns Find(string plain, TextLanguage language) => Find(plain, language, static turn => turn.MayBe is null);

    /// <summary>The turns that a question can have only where it asks for something, or with some words.</summary>
    /// <param name="text">The question.</param>
    /// <param name="plain">The same, folded.</param>
    /// <param name="language">Its language.</param>
    /// <param name="types">What it asks for.</param>
    /// <param name="terms">Its terms.</param>
    public static QuestionTurns Find(string text, string plain, TextLanguage language, AnswerTypes types, List<QueryTerm> terms)
    {
        var turns = Find(plain, language, turn => turn.MayBe?.Invoke(types) == true);
        if ((types & (TimesAndPlaces | AnswerTypes.TimeOfDay)) != AnswerTypes.Open && Again().IsMatch(text))
            turns |= QuestionTurns.Again;
        if (SaysWhat().IsMatch(plain) && !terms.Exists(term => LeaderResolver.CanAct(term.Term)))
            turns |= QuestionTurns.Contents;
        if (language == TextLanguage.English && EnglishHow().IsMatch(plain)
            && terms.Exists(term => (term.IsPlace || term.Term.Kind == TermKind.Name || term.Term.Countries.Count > 0) && Towards().IsMatch(text[..term.Term.Start])))
            turns |= QuestionTurns.Transport;
        if (terms.Exists(term => term.Term.Countries.Count > 0 && (language == TextLanguage.French ? FrenchTongue() : EnglishTongue()).IsMatch(text.AsSpan(0, term.Term.Start))))
            turns |= QuestionTurns.Tongue;
        if (SayThis().IsMatch(text))
            turns |= QuestionTurns.ToMake;
        if (types == AnswerTypes.YesNo && terms.Exists(term => term.IsContent) && terms.TrueForAll(term => !term.IsContent || IsWeekday(term.Term) || QuestionAnalyzer.IsYear(term.Term)))
            turns |= QuestionTurns.WhetherDay;
        return turns;
    }

    private static QuestionTurns Find(string plain, TextLanguage language, Predicate<Turn> mayBe)
    {
        var turns = QuestionTurns.None;
        foreach (var turn in Worded)
        {
            if (mayBe(turn) && (language == TextLanguage.French ? turn.French : turn.English).IsMatch(plain))
                turns |= turn.Name;
        }

        return turns;
    }

    /// <summary>Whether a question asks for a place that is spoken of.</summary>
    /// <param name="plain">The question, folded.</param>
    public static bool AsksOfPlace(string plain) => OfPlace().IsMatch(plain);

    /// <summary>Whether a question for a reason asks why something is not so.</summary>
    /// <param name="plain">The question, folded.</param>
    /// <param name="language">Its language.</param>
    public static bool AsksWhyNot(string plain, TextLanguage language) => (language == TextLanguage.French ? FrenchDenied() : EnglishDenied()).IsMatch(plain);

    /// <summary>Whether a question asks why one should not wait for something, which is told by that there will be none.</summary>
    /// <param name="plain">The question, folded.</param>
    public static bool AsksWhyWait(string plain) => Waiting().IsMatch(plain);

    /// <summary>Whether a term is the name of a day of the week.</summary>
    public static bool IsWeekday(Term term) => Weekday().IsMatch(term.Folded);

    /// <param name="Name">The turn.</param>
    /// <param name="French">How it is worded in French.</param>
    /// <param name="English">How it is worded in English.</param>
    /// <param name="MayBe">Whether a question for such an answer can have it; null where any can.</param>
    private sealed record Turn(QuestionTurns Name, Regex French, Regex English, Func<AnswerTypes, bool>? MayBe = null);
}
