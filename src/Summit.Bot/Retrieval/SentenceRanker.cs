using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Ranks the sentences of candidate passages for one clause of a question.</summary>
public sealed class SentenceRanker
{
    private const double SpeechVerbShare = 0.3, DeniableShare = 0.4, AbsentName = 3, AbsentNumber = 2, AbsentNoun = 1;
    private const double AbsentVerb = 0.8, AbsentModifier = 0.6;
    private const int FirstArticle = 20, MostLeads = 100, FewArticles = 8;

    private readonly SpeechReader _speech;
    private readonly Lexicon _lexicon;
    private readonly IReadOnlyList<double> _ranking;

    /// <summary>Makes a ranker.</summary>
    /// <param name="speech">Reads who speaks.</param>
    /// <param name="lexicon">The concepts.</param>
    /// <param name="weights">How much each feature counts, in their order; null as learned.</param>
    public SentenceRanker(SpeechReader speech, Lexicon lexicon, IReadOnlyList<double>? weights = null)
    {
        _ranking = weights ?? RankingWeights.Weights;
        _speech = speech;
        _lexicon = lexicon;
    }

    /// <summary>Ranks all sentences of the candidate passages.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public Evidence Rank(QuestionAnalysis question, PassageIndex index, IEnumerable<ScoredPassage> candidates, CancellationToken cancellationToken = default)
    {
        var weights = question.Terms.Select(term => Weight(question, term, index)).ToArray();
        var clause = new RankedClause(question, weights, LetterQuery.Of(question, index), _lexicon, _ranking);
        var ranked = Rank(candidates.GroupBy(candidate => candidate.Passage.ArticleId, candidate => candidate.Passage), passages =>
        {
            var article = index.Articles[passages[0].ArticleId];
            var isCandidate = new bool[article.Sentences.Count];
            foreach (var passage in passages)
                isCandidate.AsSpan(passage.FirstSentence - 1, passage.SentenceCount).Fill(true);
            var ranking = new ArticleRanking(clause, article, isCandidate, passages);
            var scored = new List<RankedSentence>();
            for (var i = 0; i < isCandidate.Length; i++)
            {
                if (isCandidate[i])
                    scored.Add(ranking.Score(i + 1));
            }

            return scored;
        }, cancellationToken);
        ranked.Sort(static (a, b) =>
            a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : string.CompareOrdinal(a.Article.Article.Id, b.Article.Article.Id) is var byId and not 0 ? byId
            : a.Sentence.Number.CompareTo(b.Sentence.Number));
        return new Evidence(question, weights, clause.Actors, ranked) { IsOfOnlyArticle = index.Articles.Count == 1 };
    }

    // On all processors where there are many articles: nobody shall wait for the last of a hundred.
    private static List<RankedSentence> Rank(
        IEnumerable<IGrouping<string, Passage>> articles, Func<List<Passage>, List<RankedSentence>> rank, CancellationToken cancellationToken)
    {
        var groups = articles.Select(article => article.ToList()).ToList();
        if (groups.Count <= FewArticles)
            return [.. groups.SelectMany(rank)];
        var ranked = new List<RankedSentence>[groups.Count];
        Parallel.For(0, groups.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => ranked[i] = rank(groups[i]));
        return [.. ranked.SelectMany(sentences => sentences)];
    }

    /// <summary>The first sentence of each article, the newest article first: what the articles are about.</summary>
    public static Evidence Leads(QuestionAnalysis question, PassageIndex index) => new(
        question, [.. question.Terms.Select(_ => 0.0)], [],
        [.. index.Articles.Values.Where(article => article.Passages.Count > 0 && (question.Wish is not { HasWindow: true } wish || wish.Fit(article.Article.Published) > 0))
            .OrderByDescending(article => article.Article.Published).ThenBy(article => article.Article.Id, StringComparer.Ordinal).Take(MostLeads)
            .Select(article => new RankedSentence
            {
                Article = article, Sentence = article.Sentences[0], Score = 0, Coverage = 0, Support = 0, SpecificSupport = 0,
                Matches = [.. question.Terms.Select(_ => 0.0)], Found = AnswerTypes.Open, AskedSpeakers = [],
            })]);

    private double Weight(QuestionAnalysis question, QueryTerm term, PassageIndex index)
    {
        double frequency = index.SentenceFrequency(term.Term);
        // A word that the articles say otherwise is as rare as what they say.
        if (frequency == 0)
            frequency = index.SentenceFrequency(term.Synonyms);
        if (frequency == 0)
            frequency = index.SentenceFrequency(term.Related);
        // The rarest word of a corpus counts for the logarithm of its size; what was set on the first article grows with that.
        var scale = Math.Log(1 + index.SentenceCount) / Math.Log(1 + FirstArticle);
        var rarity = frequency > 0 ? Math.Log(1 + (index.SentenceCount - frequency + 0.5) / (frequency + 0.5)) : scale * Absent(term.Term);
        // Yes or no: "a military solution?" is denied by a sentence on solutions of another kind.
        if (frequency == 0 && question.Types == AnswerTypes.YesNo && rarity <= scale * AbsentModifier)
            rarity *= DeniableShare;
        var share = question.Types.HasFlag(AnswerTypes.Speech) && _speech.IsPlainSpeech(term.Term) ? SpeechVerbShare : 1;
        return term.Importance * rarity * share;
    }

    // What a word that stands nowhere in the articles counts for: a name or a number that is missing says that the articles
    // speak of something else; a verb or an adjective may only be another wording.
    private double Absent(Term term)
    {
        if (term.Kind == TermKind.Name)
            return AbsentName;
        if (term.Kind == TermKind.Number)
            return AbsentNumber;
        return term.Concepts.Where(id => id >= 0).Select(id => _lexicon.Concepts[id].Kind).Select(kind => kind switch
        {
            ConceptKind.Verb => AbsentVerb,
            ConceptKind.Adjective or ConceptKind.Adverb or ConceptKind.Expression => AbsentModifier,
            ConceptKind.Time or ConceptKind.Number => AbsentNumber,
            _ => AbsentNoun,
        }).DefaultIfEmpty(AbsentNoun).Min();
    }
}
