using Summit.Bot.Conversations;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>From a question to an answer: small talk, or evidence and an answer whose every quotation is verified.</summary>
public sealed class Assistant
{
    private readonly Func<Retriever> _retriever;
    private readonly BuiltinComposer _composer = new();

    /// <summary>Makes an assistant over the retriever that is current at the moment of each question.</summary>
    public Assistant(Func<Retriever> retriever) => _retriever = retriever;

    /// <summary>Answers a question.</summary>
    /// <exception cref="InvalidOperationException">A quotation is not in the stored article: nothing is shown that is not exact.</exception>
    public Answer Answer(Question question)
    {
        if (question.Kind == QuestionKind.ThirdLanguage)
            return new NotFound(question.Language, [], Closest: null, IsThirdLanguage: true);
        if (question.Kind != QuestionKind.Articles)
            return new SmallTalk(question.Language, question.Kind);
        var retriever = _retriever();
        var answer = _composer.Compose(question, retriever.Retrieve(question));
        Verify(answer, retriever.Index);
        return answer;
    }

    private static void Verify(Answer answer, PassageIndex index)
    {
        var citations = answer switch
        {
            Grounded grounded => grounded.Citations,
            NotFound { Closest: { } closest } => [closest],
            _ => [],
        };
        foreach (var citation in citations)
        {
            if (!index.Articles.TryGetValue(citation.ArticleId, out var article) || !citation.IsExactIn(article.Article))
                throw new InvalidOperationException($"Sentence {citation.Sentence} of article {citation.ArticleId} is not what the store holds.");
        }
    }
}
