using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>The questions of a set, with what was found for each, to learn from.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Questions">The questions.</param>
internal sealed record TrainingSet(string Name, IReadOnlyList<TrainingQuestion> Questions)
{
    /// <summary>What can be learned from.</summary>
    public IReadOnlyList<RankingTrainer.Example> Examples => [.. Questions.Select(question => question.Example).OfType<RankingTrainer.Example>()];

    /// <summary>Searches for every answerable question of a set.</summary>
    public static TrainingSet Of(RetrievalSet set, Retriever retriever)
    {
        var titles = set.Articles.ToDictionary(article => article.Id, article => article.Title);
        return new TrainingSet(set.Name, [.. set.Questions.Where(question => question.IsAnswerable).AsParallel().AsOrdered().Select(question => new TrainingQuestion(
            titles[question.Passage], question.Sentences.Count > 0,
            RankingTrainer.Of(question, RetrievalEvaluation.Sentences(retriever.Retrieve(RetrievalEvaluation.Read(question))))))]);
    }
}

/// <summary>A question to learn from.</summary>
/// <param name="Title">Title of the article that answers it.</param>
/// <param name="HasSentence">Whether it is known which sentence answers.</param>
/// <param name="Example">What was found; null where the passage that answers was not.</param>
internal sealed record TrainingQuestion(string Title, bool HasSentence, RankingTrainer.Example? Example);
