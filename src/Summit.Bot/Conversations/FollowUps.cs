using System.Text.RegularExpressions;
using Summit.Bot.Conversations.Completion;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>
/// Completes a question that only makes sense after the last one, by rule: another question word ("Et où ça ?", "Why?"), another name
/// or matter ("And Putin?"), more of the same ("Anything else?"), pronouns ("What did he say?"). What is no such question stays as it is.
/// </summary>
public sealed partial class FollowUps
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>With as many words that mean something a question is taken to stand alone.</summary>
    private const int LeastOwnWords = 3;

    private readonly TermExtractor _terms;
    private readonly PhraseReader _phrases;
    private readonly Func<FollowUp, Context, Completed?>[] _steps;

    /// <summary>Makes it.</summary>
    public FollowUps(Linguistics linguistics)
    {
        ArgumentNullException.ThrowIfNull(linguistics);
        _terms = linguistics.Terms;
        _phrases = new PhraseReader(linguistics);
        var wording = new Wording(linguistics);
        _steps = [AskForMore.Complete, new AskOtherwise(linguistics, wording).Complete, new AskOfAnother(wording).Complete, new AskOfTheSame(wording).Complete];
    }

    /// <summary>Completes a question by the last turns of its conversation.</summary>
    /// <param name="question">The question as it was read.</param>
    /// <param name="turns">The turns, oldest first.</param>
    /// <returns>The completed question, or the question itself.</returns>
    public Question Complete(Question question, IReadOnlyList<ConversationTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(question);
        if (turns.Count == 0 || question.Kind != QuestionKind.Articles)
            return question;
        question = question with { Text = Reaction.Remove(question.Text) };
        if (turns[^1].Cited is { Count: > 0 } told && MayFollowUp(question))
            question = question with { Written = question.Text, Told = told };
        var followUp = new FollowUp(question, _phrases);
        var context = new Context(turns, _phrases);
        foreach (var step in _steps)
        {
            // What a remark says of "him" asks nothing of him.
            if (step == _steps[^1] && Reaction.IsIt(followUp, question.HasInterjection))
                return question with { Kind = QuestionKind.Acknowledgement };
            if (step(followUp, context) is { } completed && completed.Text != question.Text)
                return question with { Text = completed.Text, WrittenIn = completed.Language, IsCompleted = true, AsksMore = completed.AsksMore, HasContext = completed.HasContext, IsContextLoose = completed.IsContextLoose };
        }

        return question;
    }

    /// <summary>Completes a question by the last one, of whose answer nothing is known.</summary>
    /// <param name="question">The question as it was read.</param>
    /// <param name="last">The last question, completed itself; null at the beginning.</param>
    /// <returns>The completed question, or the question itself.</returns>
    public Question Complete(Question question, Question? last) => last is { Kind: QuestionKind.Articles } ? Complete(question, [new ConversationTurn(default, last.Text, last.Language, last.WrittenIn, "")]) : question;

    /// <summary>Whether a question may lack what only the conversation tells: it begins as one that goes on, points back, or has hardly a word of its own.</summary>
    public bool MayFollowUp(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = FollowUp.Plain(question.Text);
        return Pointing().IsMatch(text) || _terms.Extract(text, question.Language).Count(term => term.Kind is TermKind.Content or TermKind.Name or TermKind.Number) < LeastOwnWords;
    }

    [GeneratedRegex(
        @"^(et|and|mais|but|alors|so|donc|then|ok|okay)\b|(?<![\p{L}])(il|elle|lui|celui-ci|celle-ci|he|she|him|his|her|ça|cela|ceci|ceux-ci|celles-ci|ceux-là|celui-là|celle-là|ils|elles|eux|leurs?|sa|son|ses|en|y|là-bas|that|this|these|those|it|its|they|them|their|there|one|ones|else|autres?|other|même|same|avant|après|before|after)(?![\p{L}])",
        Options, 10_000)]
    private static partial Regex Pointing();
}
