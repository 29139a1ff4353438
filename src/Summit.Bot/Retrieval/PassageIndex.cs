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
    private readonly IndexedArticle[] _searched;
    private readonly Dictionary<string, Passage> _byId;
    private readonly SentenceFrequencies _sentenceFrequencies;
    private readonly IPassageSearch _search;
    private readonly Lazy<HashSet<string>> _words;
    private readonly Lazy<LetterFrequencies> _letterGroups;

    /// <summary>Builds the index.</summary>
    /// <param name="articles">The articles with their passages.</param>
    /// <param name="search">Makes the search over the passages, which are ordered by id.</param>
    public PassageIndex(IEnumerable<IndexedArticle> articles, Func<IReadOnlyList<Passage>, IPassageSearch> search)
    {
        ArgumentNullException.ThrowIfNull(search);
        IndexedArticle[] ordered = [.. articles.OrderBy(article => article.Article.Id, StringComparer.Ordinal)];
        // What is not searched, such as an article that was withdrawn, does not count.
        _searched = [.. ordered.Where(article => article.Passages.Count > 0)];
        SentenceCount = _searched.Sum(article => article.Sentences.Count);
        var frequencies = Task.Run(() => new SentenceFrequencies(_searched.Select(article => article.Digest)));
        // No sentence is analysed for it where there are so many articles.
        _letterGroups = new Lazy<LetterFrequencies>(() => new LetterFrequencies(_searched, SentenceCount));
        var letters = _searched.Length >= LetterFrequencies.Sample ? Task.Run(() => _letterGroups.Value) : Task.CompletedTask;
        // Ordered by the ids of the articles they would not be: "a-1@" is behind "a-10@".
        Passages = Passage.Ordered(_searched.OrderBy(article => article.Passages[0].Id, StringComparer.Ordinal).SelectMany(article => article.Passages));

        var byId = Task.Run(() => Passages.ToDictionary(passage => passage.Id, StringComparer.Ordinal));
        _search = search(Passages);

        Articles = ordered.ToFrozenDictionary(article => article.Article.Id, StringComparer.Ordinal);
        _byId = byId.GetAwaiter().GetResult();
        _sentenceFrequencies = frequencies.GetAwaiter().GetResult();
        letters.GetAwaiter().GetResult();
        _words = new Lazy<HashSet<string>>(() => [.. _searched.SelectMany(article => article.Digest.ReadWords())]);
    }

    /// <summary>What made the vectors and the analyses, as the store records it; null where there is no store.</summary>
    internal string? Embedder { get; init; }

    /// <summary>The articles by id.</summary>
    public FrozenDictionary<string, IndexedArticle> Articles { get; }

    /// <summary>All passages, ordered by id.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>Number of sentences in all articles that are searched.</summary>
    public int SentenceCount { get; }

    /// <summary>The words of all sentences, translations and titles, folded.</summary>
    public IReadOnlySet<string> Words => _words.Value;

    /// <summary>In how many sentences the term, or something that means the same, stands.</summary>
    public int SentenceFrequency(Term term) => _sentenceFrequencies.Of(term);

    /// <summary>In how many sentences any of the concepts stands, at the most: each is counted for itself.</summary>
    public int SentenceFrequency(IReadOnlyList<int> concepts) => Math.Min(_sentenceFrequencies.Of(concepts), SentenceCount);

    /// <summary>How rare a group of letters is among the sentences.</summary>
    internal double LetterGroupRarity(uint group) => _letterGroups.Value.Rarity(group);

    /// <summary>The best passages of both legs, fused.</summary>
    /// <exception cref="StoreException">The store cannot be searched.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public List<ScoredPassage> Search(PassageQuery query, CancellationToken cancellationToken = default) =>
        [.. _search.Search(query, cancellationToken).Where(hit => _byId.ContainsKey(hit.PassageId)).Select(hit => new ScoredPassage(_byId[hit.PassageId], hit.Score))];
}
