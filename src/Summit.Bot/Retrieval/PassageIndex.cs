using System.Collections.Frozen;
using System.Runtime.InteropServices;
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
    private const int MostSampled = 2_000;

    private readonly IndexedArticle[] _searched;
    private readonly Dictionary<string, Passage> _byId;
    private readonly SentenceFrequencies _sentenceFrequencies;
    private readonly IPassageSearch _search;
    private readonly Lazy<HashSet<string>> _words;
    private readonly Lazy<(FrozenDictionary<uint, int> Frequencies, int Sentences)> _letterGroups;

    /// <summary>Builds the index.</summary>
    /// <param name="articles">The articles with their passages.</param>
    /// <param name="search">Makes the search over the passages, which are ordered by id.</param>
    public PassageIndex(IEnumerable<IndexedArticle> articles, Func<IReadOnlyList<Passage>, IPassageSearch> search)
    {
        ArgumentNullException.ThrowIfNull(search);
        IndexedArticle[] ordered = [.. articles.OrderBy(article => article.Article.Id, StringComparer.Ordinal)];
        // What is not searched, such as an article that was withdrawn, does not count.
        _searched = [.. ordered.Where(article => article.Passages.Count > 0)];
        var frequencies = Task.Run(() => new SentenceFrequencies(_searched.Select(article => article.Digest)));
        Passage[] passages = [.. _searched.SelectMany(article => article.Passages)];
        Array.Sort(passages, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        Passages = passages;

        _search = search(passages);

        _byId = passages.ToDictionary(passage => passage.Id, StringComparer.Ordinal);
        Articles = ordered.ToFrozenDictionary(article => article.Article.Id, StringComparer.Ordinal);
        SentenceCount = _searched.Sum(article => article.Sentences.Count);

        _sentenceFrequencies = frequencies.GetAwaiter().GetResult();
        _words = new Lazy<HashSet<string>>(() => [.. _searched.SelectMany(article => article.Digest.ReadWords())]);
        _letterGroups = new Lazy<(FrozenDictionary<uint, int>, int)>(CountLetterGroups);
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

    // A sample tells how rare a group is as well as all sentences do: of many articles, one sentence each, which is kept with them.
    private (FrozenDictionary<uint, int> Frequencies, int Sentences) CountLetterGroups()
    {
        var frequencies = new Dictionary<uint, int>();
        if (_searched.Length >= MostSampled)
        {
            foreach (var article in _searched)
            {
                foreach (var group in article.Digest.LetterGroups)
                    CollectionsMarshal.GetValueRefOrAddDefault(frequencies, group, out _)++;
            }

            return (frequencies.ToFrozenDictionary(), _searched.Length);
        }

        var (count, step, at) = (0, 1 + (SentenceCount / MostSampled), 0);
        foreach (var article in _searched)
        {
            for (var i = 0; i < article.Sentences.Count; i++, at++)
            {
                if (at % step != 0)
                    continue;
                count++;
                foreach (var group in article.Sentences[i].LetterGroups.SelectMany(groups => groups).Distinct())
                    frequencies[group] = frequencies.GetValueOrDefault(group) + 1;
            }
        }

        return (frequencies.ToFrozenDictionary(), count);
    }
}
