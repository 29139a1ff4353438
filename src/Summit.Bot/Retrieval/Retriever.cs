using Summit.Bot.Conversations;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>From a question to evidence: candidates of both legs, then every sentence in them ranked.</summary>
public sealed class Retriever
{
    /// <summary>How many passages are looked into.</summary>
    private const int MostCandidates = 50;

    private readonly PassageIndex _index;
    private readonly IEmbedder _embedder;
    private readonly QuestionAnalyzer _questions;
    private readonly SentenceRanker _ranker;
    private readonly SpellingCorrector _spelling;
    private readonly PublicationDays _days;

    /// <summary>Makes a retriever over an index.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="embedder">Embeds the questions.</param>
    /// <param name="linguistics">Reads them.</param>
    /// <param name="speech">Reads who speaks.</param>
    /// <param name="weights">How much each feature of a sentence counts, in their order; null as learned.</param>
    public Retriever(PassageIndex index, IEmbedder embedder, Linguistics linguistics, SpeechReader speech, IReadOnlyList<double>? weights = null)
    {
        _index = index;
        _embedder = embedder;
        Vectors = new QuestionVectors(embedder);
        _questions = new QuestionAnalyzer(linguistics, new LeaderResolver(linguistics), speech);
        _ranker = new SentenceRanker(speech, linguistics.Lexicon, weights);
        _days = new PublicationDays(index);
        _spelling = new SpellingCorrector(linguistics, () => index.Words);
    }

    /// <summary>The index that is searched.</summary>
    public PassageIndex Index => _index;

    /// <summary>Embedder and revision of what is searched, for the record; the revision is null where the store has none.</summary>
    public string Name => $"{_embedder.Identity}@{Revision}";

    /// <summary>The revision of the store that the index was loaded from.</summary>
    public string? Revision { get; init; }

    /// <summary>Embeds the questions. Default: the embedder, with nobody told when it fails.</summary>
    public QuestionVectors Vectors { get; init; }

    /// <summary>What finds the passages. Default: both legs.</summary>
    public SearchLegs Legs { get; init; } = SearchLegs.Both;

    /// <summary>Finds what the articles have on each clause of a question.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public IReadOnlyList<Evidence> Retrieve(Question question, CancellationToken cancellationToken = default)
    {
        var writtenIn = question.WrittenIn ?? question.Language;
        var guesses = new HashSet<string>();
        var asked = _spelling.Correct(AskedPart.Of(question.Text), writtenIn, guesses);
        var vector = Legs.HasFlag(SearchLegs.Dense) ? Vectors.Of(asked, cancellationToken) : [];
        var wish = PublicationWishReader.Read(asked);
        var evidence = new List<Evidence>();
        foreach (var read in _questions.Analyze(asked, writtenIn))
        {
            var clause = read.Language == question.Language ? read : read with { Language = question.Language };
            // Of whom more is asked, he is what it asks about.
            if (question is { HasContext: true, AsksMore: false } && clause.Text.LastIndexOf('(') is >= 0 and var context)
                clause = clause with { Terms = [.. clause.Terms.Select(term => term.Term.Start > context ? term with { IsContext = true } : term)] };
            if (guesses.Count > 0)
                clause = clause with { Terms = [.. clause.Terms.Select(term => guesses.Contains(term.Term.Folded) ? term with { IsGuess = true } : term)] };
            cancellationToken.ThrowIfCancellationRequested();
            var found = Find(vector, clause, cancellationToken);
            evidence.Add(wish is null ? found : Prefer(PublicationWishReader.Read(clause.Text) ?? wish with { Days = [], Frame = [], NamesReports = false, IsHearsay = false }, found, vector, cancellationToken));
        }

        return evidence;
    }

    /// <summary>Ranks the sentences of one article for a question, whether a search would find it or not.</summary>
    /// <returns>The sentences, best first; empty where there is no such article.</returns>
    public IReadOnlyList<RankedSentence> Rank(Question question, string articleId)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!_index.Articles.TryGetValue(articleId, out var article))
            return [];
        var passages = article.Passages.Select(passage => new ScoredPassage(passage, 0)).ToList();
        return [.. _questions.Analyze(question.Text, question.Language).Take(1).SelectMany(clause => _ranker.Rank(clause, _index, passages).Sentences)];
    }

    private Evidence Find(float[] vector, QuestionAnalysis clause, CancellationToken cancellationToken) => clause.AsksSummary
        ? SentenceRanker.Leads(clause, _index)
        : _ranker.Rank(clause, _index, Candidates(vector, clause, cancellationToken), cancellationToken);

    /// <summary>What is found in the articles that a question wants, where it wants some rather than others and they have something on it.</summary>
    private Evidence Prefer(PublicationWish wish, Evidence wide, float[] vector, CancellationToken cancellationToken) =>
        _days.Effective(wish) is { } effective ? PublicationDays.Choose(Find(vector, effective.Narrow(wide.Question), cancellationToken), wide) : wide;

    private List<ScoredPassage> Candidates(float[] vector, QuestionAnalysis clause, CancellationToken cancellationToken)
    {
        var query = new PassageQuery(
            vector, Legs.HasFlag(SearchLegs.Words) ? SparseVector.OfQuestion(clause.Terms.Where(t => t.Importance > 0).Select(t => t.Term)) : new SparseVector([], []), MostCandidates);
        var found = _index.Search(query, cancellationToken);
        // A passage that says it all in other words is not found by them: where few are, there is time to read the rest of their articles.
        // Of the only article all is read: "where was it?" has no word to find it by.
        if (found.Count < MostCandidates)
        {
            var read = _index.Articles.Count == 1 ? _index.Articles.Keys : found.Select(hit => hit.Passage.ArticleId).Distinct();
            found = [.. found, .. read.SelectMany(id => _index.Articles[id].Passages)
                .ExceptBy(found.Select(hit => hit.Passage.Id), passage => passage.Id).Select(passage => new ScoredPassage(passage, 0))];
        }

        // Among thousands of articles those that are wanted may not be the first to be found.
        return clause.Wish is { } wish
            ? [.. found.Concat(_index.Search(query with { Filter = _days.FilterOf(wish) }, cancellationToken)).DistinctBy(hit => hit.Passage.Id)]
            : found;
    }
}

/// <summary>The legs of the search for passages.</summary>
[Flags]
public enum SearchLegs
{
    /// <summary>None: nothing is found.</summary>
    None = 0,

    /// <summary>Nearness of the vectors.</summary>
    Dense = 1,

    /// <summary>Words (BM25).</summary>
    Words = 2,

    /// <summary>Both, fused.</summary>
    Both = Dense | Words,
}
