using System.Collections.Frozen;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>A passage and its score in a search.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Reciprocal-rank fusion of the two legs: higher is better, at most 2/60.</param>
public readonly record struct ScoredPassage(Passage Passage, double Score);

/// <summary>What is searched and ranked: the analysed articles of one revision of a store, and the search over their passages. Immutable.</summary>
public sealed class PassageIndex
{
    private const int MostSampled = 20_000;

    private readonly Dictionary<string, Passage> _byId;
    private readonly SentenceFrequencies _sentenceFrequencies;
    private readonly IPassageSearch _search;
    private readonly Lazy<HashSet<string>> _words;
    private readonly Lazy<(FrozenDictionary<uint, int> Frequencies, int Sentences)> _letterGroups;

    /// <summary>Builds the index.</summary>
    /// <param name="passages">The passages of the articles.</param>
    /// <param name="articles">The analysed articles.</param>
    /// <param name="search">Searches the passages.</param>
    public PassageIndex(IEnumerable<Passage> passages, IEnumerable<IndexedArticle> articles, IPassageSearch search)
    {
        Passages = [.. passages.OrderBy(passage => passage.Id, StringComparer.Ordinal)];
        _byId = Passages.ToDictionary(passage => passage.Id, StringComparer.Ordinal);
        _search = search;
        Articles = articles.ToFrozenDictionary(article => article.Article.Id);
        SentenceCount = Articles.Values.Sum(article => article.Sentences.Count);
        _sentenceFrequencies = new SentenceFrequencies(Articles.Values);
        _words = new Lazy<HashSet<string>>(() => [.. Articles.Values
            .SelectMany(article => article.Sentences.SelectMany(sentence => sentence.Wordings).SelectMany(wording => wording.Terms).Concat(article.TitleTerms))
            .SelectMany(term => term.Parts.Count > 0 ? term.Parts.Select(part => part.Folded) : [term.Folded])]);
        _letterGroups = new Lazy<(FrozenDictionary<uint, int>, int)>(CountLetterGroups);
    }

    /// <summary>The articles by id.</summary>
    public FrozenDictionary<string, IndexedArticle> Articles { get; }

    /// <summary>All passages, ordered by id.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>Number of sentences in all articles.</summary>
    public int SentenceCount { get; }

    /// <summary>The words of all sentences, translations and titles, folded.</summary>
    public IReadOnlySet<string> Words => _words.Value;

    /// <summary>In how many sentences the term, or something that means the same, stands.</summary>
    public int SentenceFrequency(Term term) => _sentenceFrequencies.Of(term);

    /// <summary>In how many sentences any of the concepts stands, at the most: each is counted for itself.</summary>
    public int SentenceFrequency(IReadOnlyList<int> concepts) => Math.Min(_sentenceFrequencies.Of(concepts), SentenceCount);

    /// <summary>How rare a group of letters is among the sentences.</summary>
    internal double LetterGroupRarity(uint group)
    {
        var (frequencies, sentences) = _letterGroups.Value;
        return SparseVector.Rarity(sentences, frequencies.GetValueOrDefault(group));
    }

    /// <summary>The best passages of both legs, fused.</summary>
    /// <exception cref="StoreException">The store cannot be searched.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public List<ScoredPassage> Search(PassageQuery query, CancellationToken cancellationToken = default) =>
        [.. _search.Search(query, cancellationToken).Where(hit => _byId.ContainsKey(hit.PassageId)).Select(hit => new ScoredPassage(_byId[hit.PassageId], hit.Score))];

    // A sample tells how rare a group is as well as all sentences do.
    private (FrozenDictionary<uint, int> Frequencies, int Sentences) CountLetterGroups()
    {
        var frequencies = new Dictionary<uint, int>();
        var (count, step) = (0, 1 + (SentenceCount / MostSampled));
        foreach (var sentence in Articles.Values.SelectMany(article => article.Sentences).Where((_, i) => i % step == 0))
        {
            count++;
            foreach (var group in sentence.LetterGroups.SelectMany(groups => groups).Distinct())
                frequencies[group] = frequencies.GetValueOrDefault(group) + 1;
        }

        return (frequencies.ToFrozenDictionary(), count);
    }
}
