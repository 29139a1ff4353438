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
    private readonly ChatComposer? _chat;

    /// <summary>Makes an assistant.</summary>
    /// <param name="retriever">Gives the retriever that is current at the moment of each question.</param>
    /// <param name="reloaded">Gives the retriever over what the store holds now.</param>
    /// <param name="storedText">Reads the stored text of an article by id and version: what quotations are checked against.</param>
    /// <param name="chat">Words the answers of <see cref="AnswerAsync"/>; null where the built-in composer does.</param>
    public Assistant(Func<Retriever> retriever, Func<Retriever> reloaded, Func<string, string, string?> storedText, ChatComposer? chat = null)
    {
        _chat = chat;
        _retriever = retriever;
        _reloaded = reloaded;
        _storedText = storedText;
    }

    /// <summary>Answers a question in the words of the chat model where there is one and it answers, else as <see cref="Answer"/> does.</summary>
    /// <param name="question">The question.</param>
    /// <param name="onProved">Told the model's answer as far as it is proved, while it comes; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends it, when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="InvalidOperationException">A quotation is not in the stored article: nothing is shown that is not exact.</exception>
    public async Task<Answer> AnswerAsync(Question question, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (_chat is null || question.Kind != QuestionKind.Articles)
            return Answer(question, cancellationToken);
        var clauses = _retriever().Retrieve(question, cancellationToken);
        var composed = await _chat.ComposeAsync(question, clauses, onProved, cancellationToken);
        Answer? answer = composed.Outcome == ComposedOutcome.NotAnswerable ? BuiltinComposer.Refuse(question, clauses) : composed.Answer;
        if (answer is not null && IsVerified(answer))
            return answer;
        return Answer(question, cancellationToken) with { IsWithoutModel = composed.Outcome == ComposedOutcome.Failed };
    }

    /// <summary>Answers a question without a chat model.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the search, when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    /// <exception cref="InvalidOperationException">A quotation is not in the stored article: nothing is shown that is not exact.</exception>
    public Answer Answer(Question question, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (question.Kind == QuestionKind.ThirdLanguage)
            return new NotFound(question.Language, [], Closest: null, IsThirdLanguage: true);
        if (question.Kind != QuestionKind.Articles)
            return new SmallTalk(question.Language, question.Kind);
        var answer = _composer.Compose(question, _retriever().Retrieve(question, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (IsVerified(answer))
            return answer;
        // An article was removed from the store since the index was loaded.
        answer = _composer.Compose(question, _reloaded().Retrieve(question, cancellationToken));
        return IsVerified(answer) ? answer : throw new InvalidOperationException("An article that answers is not in the store.");
    }

    /// <returns>False when the store does not hold a version that is quoted.</returns>
    private bool IsVerified(Answer answer)
    {
        IEnumerable<Citation> citations = answer switch
        {
            Grounded grounded => grounded.Citations,
            NotFound { Closest: { } closest } => [closest],
            _ => [],
        };
        foreach (var article in citations.GroupBy(citation => (citation.ArticleId, citation.ArticleVersion)))
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
