using Summit.Bot.Answering.Chat;
using Summit.Bot.Conversations;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>From a question to an answer: small talk, or evidence and an answer whose every quotation is verified.</summary>
public sealed class Assistant
{
    private readonly Func<Retriever> _retriever;
    private readonly Func<Retriever> _reloaded;
    private readonly Func<string, string, string?> _storedText;
    private readonly BuiltinComposer _composer = new();
    private readonly ChatService? _chat;

    /// <summary>Makes an assistant.</summary>
    /// <param name="retriever">Gives the retriever that is current at the moment of each question.</param>
    /// <param name="reloaded">Gives the retriever over what the store holds now.</param>
    /// <param name="storedText">Reads the stored text of an article by id and version: what quotations are checked against.</param>
    /// <param name="chat">Words the answers of <see cref="AnswerAsync"/>; null where the built-in composer does.</param>
    public Assistant(Func<Retriever> retriever, Func<Retriever> reloaded, Func<string, string, string?> storedText, ChatService? chat = null)
    {
        _chat = chat;
        _retriever = retriever;
        _reloaded = reloaded;
        _storedText = storedText;
    }

    /// <summary>Answers a question in the words of the chat model where there is one and it answers, else as <see cref="Answer"/> does.</summary>
    /// <param name="question">The question.</param>
    /// <param name="trace">Told what goes into the answer.</param>
    /// <param name="session">Asks the chat model; null where there is none.</param>
    /// <param name="onProved">Told the model's answer as far as it is proved, while it comes; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends it, when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="InvalidOperationException">A quotation is not in the stored article: nothing is shown that is not exact.</exception>
    public async Task<Answer> AnswerAsync(Question question, AnswerTrace trace, ChatSession? session, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(trace);
        if (_chat is null || session is null || question.Kind != QuestionKind.Articles)
            return AnswerWithoutModel(question, trace, cancellationToken);
        Retrieve(_retriever(), question, trace, cancellationToken);
        var composed = await _chat.ComposeAsync(session, question, trace.Evidence, onProved);
        trace.Outcome = composed.Outcome;
        Answer? answer = composed.Outcome == ComposedOutcome.NotAnswerable ? BuiltinComposer.Refuse(question, trace.Evidence) : composed.Answer;
        if (answer is null || !IsVerified(answer))
            answer = AnswerWithoutModel(question, trace, cancellationToken) with { IsWithoutModel = composed.Outcome is ComposedOutcome.Failed or ComposedOutcome.Spent };
        return await _chat.TranslateAsync(session, answer);
    }

    /// <summary>Answers a question without a chat model.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the search, when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    /// <exception cref="InvalidOperationException">A quotation is not in the stored article: nothing is shown that is not exact.</exception>
    public Answer Answer(Question question, CancellationToken cancellationToken = default) => AnswerWithoutModel(question, new AnswerTrace(), cancellationToken);

    private Answer AnswerWithoutModel(Question question, AnswerTrace trace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (question.Kind == QuestionKind.ThirdLanguage)
            return new NotFound(question.Language, [], Closest: null, IsThirdLanguage: true);
        if (question.Kind != QuestionKind.Articles)
            return new SmallTalk(question.Language, question.Kind);
        var retriever = _retriever();
        Retrieve(retriever, question, trace, cancellationToken);
        var answer = _composer.Compose(question, trace.Evidence);
        cancellationToken.ThrowIfCancellationRequested();
        if (answer is Grounded grounded && FollowUpComposer.LacksReasonWhyNot(question, trace.Evidence, grounded))
            answer = BuiltinComposer.Refuse(question, trace.Evidence);
        else if (answer is NotFound && FollowUpComposer.OfTold(question, written => retriever.Retrieve(written, cancellationToken)) is { } told)
            (answer, trace.Evidence) = (told.Answer, [told.Evidence]);
        else if (answer is NotFound && FollowUpComposer.WithoutContext(question) is { } bare && retriever.Retrieve(bare, cancellationToken) is var found && _composer.Compose(bare, found) is Grounded without)
            (answer, trace.Evidence) = (without with { Understood = bare.Text }, found);
        if (IsVerified(answer))
            return answer;
        // An article was removed from the store since the index was loaded.
        Retrieve(_reloaded(), question, trace, cancellationToken);
        answer = _composer.Compose(question, trace.Evidence);
        return IsVerified(answer) ? answer : throw new InvalidOperationException("An article that answers is not in the store.");
    }

    private static void Retrieve(Retriever retriever, Question question, AnswerTrace trace, CancellationToken cancellationToken)
    {
        trace.Index = retriever.Name;
        var evidence = retriever.Retrieve(question, cancellationToken);
        trace.Evidence = question.AsksMore ? FollowUpComposer.WithoutTold(question, evidence) : evidence;
    }

    /// <returns>False when the store does not hold a version that is quoted.</returns>
    private bool IsVerified(Answer answer)
    {
        foreach (var article in answer.Shown.GroupBy(citation => (citation.ArticleId, citation.ArticleVersion)))
        {
            var text = _storedText(article.Key.ArticleId, article.Key.ArticleVersion);
            if (text is null)
                return false;
            if (article.FirstOrDefault(citation => !citation.IsExactIn(text)) is { } wrong)
                throw new InvalidOperationException($"Sentence {wrong.Sentence} of article {wrong.ArticleId} is not what the store holds.");
        }

        return true;
    }
}
