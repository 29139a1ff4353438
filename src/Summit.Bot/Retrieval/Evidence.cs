namespace Summit.Bot.Retrieval;

/// <summary>A sentence that may answer a question.</summary>
public sealed class RankedSentence
{
    /// <summary>The article it stands in.</summary>
    public required IndexedArticle Article { get; init; }

    /// <summary>The sentence.</summary>
    public required SentenceProfile Sentence { get; init; }

    /// <summary>Its rank is by this: higher is better; comparable within one question only.</summary>
    public required double Score { get; init; }

    /// <summary>Share of the question's weight that the sentence itself holds, from 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Share of the weight of the question's content that the sentence or its context holds, from 0 to 1.</summary>
    public required double Support { get; init; }

    /// <summary>
    /// As <see cref="Support"/>, over the words, names apart, that are neither in the title nor in half of the article's sentences; 1 where
    /// there are none.
    /// </summary>
    public required double SpecificSupport { get; init; }

    /// <summary>For each term of the question how well the sentence matches it, from 0 to 1.</summary>
    public required IReadOnlyList<double> Matches { get; init; }

    /// <summary>Which of the asked types the sentence holds something new of.</summary>
    public required AnswerTypes Found { get; init; }

    /// <summary>Terms of the question, by index, whose words or wishes the sentence reports.</summary>
    public required IReadOnlyList<int> AskedSpeakers { get; init; }

    /// <summary>What <see cref="Score"/> is the weighted sum of, in the order of <see cref="RankingWeights"/>.</summary>
    internal double[] Features => Ranking?.FeaturesOf(Sentence.Number) ?? [];

    /// <summary>What ranked it; null for what was not ranked.</summary>
    internal ArticleRanking? Ranking { private get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Article.Article.Id}#{Sentence.Number} {Score:0.000} c={Coverage:0.00} s={Support:0.00} sp={SpecificSupport:0.00} {Found} by={string.Join(',', AskedSpeakers)}";
}

/// <summary>What retrieval found for one clause of a question: sentences, best first.</summary>
/// <param name="Question">The clause as it was read.</param>
/// <param name="Weights">Weight of each of its terms in this corpus.</param>
/// <param name="Actors">Its terms, by index, that name who can speak: persons, leaders, states.</param>
/// <param name="Sentences">Ranked sentences; equal scores are ordered by article and number.</param>
public sealed record Evidence(QuestionAnalysis Question, IReadOnlyList<double> Weights, IReadOnlyList<int> Actors, IReadOnlyList<RankedSentence> Sentences)
{
    private const double SameWord = 0.9, AnotherWord = 0.65;

    /// <summary>What there is without regard to when articles were published, where these are the ones that fit; else null.</summary>
    public Evidence? Wider { get; init; }

    /// <summary>Whether there is but one article.</summary>
    public bool IsOfOnlyArticle { get; init; }

    /// <summary>How sure it is that the articles speak of what is asked at all, from 0 to 1.</summary>
    public double Confidence => AnswerConfidence.Of(this);

    /// <summary>Whether none of the sentences has anything of this term of the question, not even in other words, nor the rest of the best one's article.</summary>
    public bool IsAbsent(int term) => HasNone(term, double.Epsilon);

    /// <summary>Whether the article of the best sentence, and the other sentences, have at most what is near to this term of the question: neither the word nor another for the same.</summary>
    public bool IsNearAtMost(int term) => HasNone(term, AnotherWord);

    private bool HasNone(int term, double least)
    {
        for (var i = 0; i < Sentences.Count; i++)
        {
            if (Sentences[i].Matches[term] >= least)
                return false;
        }

        var query = Question.Terms[term];
        return Sentences is not [var best, ..]
            || (!best.Article.TitleTerms.Any(word => TermMatching.Strength(query.Term, word) >= SameWord)
                && !best.Article.ReadSentences().Any(sentence => sentence.Wordings.Any(wording => Array.Exists(wording.Meaningful, word => TermMatching.Strength(query, word, withOpposites: false) >= SameWord))));
    }
}
