using System.Collections.Frozen;
using System.Numerics.Tensors;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>A passage and its score in a search.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Reciprocal-rank fusion of the two legs: higher is better, at most 2/61.</param>
public readonly record struct ScoredPassage(Passage Passage, double Score);

/// <summary>
/// The in-memory index over everything that the store holds: a dense leg (cosine of unit vectors) and a sparse leg (BM25
/// over stems, concepts and states), fused by reciprocal ranks. Immutable; the same content ranks alike everywhere.
/// </summary>
public sealed class PassageIndex
{
    private const double K1 = 1.0, B = 0.4;
    private const int FusionConstant = 60;

    private readonly Passage[] _passages;
    private readonly float[] _vectors;
    private readonly FrozenDictionary<string, (int Passage, float Weight)[]> _postings;
    private readonly FrozenDictionary<string, int> _sentenceFrequencies;

    /// <summary>Builds the index of the passages (in the order of their ids) over the analysed articles.</summary>
    public PassageIndex(IEnumerable<Passage> passages, IEnumerable<IndexedArticle> articles)
    {
        _passages = [.. passages.OrderBy(passage => passage.Id, StringComparer.Ordinal)];
        Articles = articles.ToFrozenDictionary(article => article.Article.Id);
        _vectors = new float[_passages.Length * BuiltinEmbedder.Dimension];
        for (var i = 0; i < _passages.Length; i++)
            _passages[i].Vector.Span.CopyTo(_vectors.AsSpan(i * BuiltinEmbedder.Dimension));
        _postings = Postings();
        SentenceCount = Articles.Values.Sum(article => article.Sentences.Count);
        _sentenceFrequencies = SentenceFrequencies();
    }

    /// <summary>The articles by id.</summary>
    public FrozenDictionary<string, IndexedArticle> Articles { get; }

    /// <summary>All passages, ordered by id.</summary>
    public IReadOnlyList<Passage> Passages => _passages;

    /// <summary>Number of sentences in all articles.</summary>
    public int SentenceCount { get; }

    /// <summary>In how many sentences the term, or something that means the same, stands.</summary>
    public int SentenceFrequency(Term term)
    {
        var best = 0;
        foreach (var (feature, _) in SparseFeatures.Of([term]))
            best = Math.Max(best, _sentenceFrequencies.GetValueOrDefault(feature));
        return best;
    }

    /// <summary>The best passages of both legs, fused; equal scores are ordered by id.</summary>
    /// <param name="vector">Unit vector of the question.</param>
    /// <param name="terms">Terms of the question.</param>
    /// <param name="top">How many to return, at least 1.</param>
    /// <param name="depth">How many each leg contributes before fusion.</param>
    /// <param name="filter">Which passages may be returned; null for all.</param>
    public List<ScoredPassage> Search(ReadOnlySpan<float> vector, IEnumerable<Term> terms, int top, int depth = 50, Func<Passage, bool>? filter = null)
    {
        var dense = new double[_passages.Length];
        for (var i = 0; i < _passages.Length; i++)
            dense[i] = TensorPrimitives.Dot(vector, _vectors.AsSpan(i * BuiltinEmbedder.Dimension, BuiltinEmbedder.Dimension));
        var fused = new Dictionary<int, double>();
        Fuse(fused, Best(dense, depth, filter));
        Fuse(fused, Best(Sparse(terms), depth, filter));
        return [.. fused.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(top)
            .Select(pair => new ScoredPassage(_passages[pair.Key], pair.Value))];
    }

    private double[] Sparse(IEnumerable<Term> terms)
    {
        var scores = new double[_passages.Length];
        foreach (var (feature, weight) in SparseFeatures.Of(terms))
        {
            if (!_postings.TryGetValue(feature, out var postings))
                continue;
            var idf = Math.Log(1 + (_passages.Length - postings.Length + 0.5) / (postings.Length + 0.5));
            foreach (var (passage, saturated) in postings)
                scores[passage] += weight * idf * saturated;
        }

        return scores;
    }

    private IEnumerable<int> Best(double[] scores, int depth, Func<Passage, bool>? filter) =>
        Enumerable.Range(0, scores.Length)
            .Where(i => scores[i] > 0 && (filter is null || filter(_passages[i])))
            .OrderByDescending(i => scores[i]).ThenBy(i => i).Take(depth);

    private static void Fuse(Dictionary<int, double> fused, IEnumerable<int> ranking)
    {
        var rank = 1;
        foreach (var passage in ranking)
            fused[passage] = fused.GetValueOrDefault(passage) + 1.0 / (FusionConstant + rank++);
    }

    private FrozenDictionary<string, (int, float)[]> Postings()
    {
        var counts = _passages.Select(passage => Count(Sentences(passage).SelectMany(s => s.Wordings).SelectMany(w => SparseFeatures.Of(w.Terms)))).ToList();
        var average = counts.Count == 0 ? 1 : Math.Max(1, counts.Average(count => count.Values.Sum()));
        var postings = new Dictionary<string, List<(int, float)>>();
        for (var i = 0; i < counts.Count; i++)
        {
            var norm = K1 * (1 - B + B * counts[i].Values.Sum() / average);
            foreach (var (feature, count) in counts[i])
            {
                if (!postings.TryGetValue(feature, out var list))
                    postings.Add(feature, list = []);
                list.Add((i, (float)(count * (K1 + 1) / (count + norm))));
            }
        }

        return postings.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private FrozenDictionary<string, int> SentenceFrequencies()
    {
        var frequencies = new Dictionary<string, int>();
        foreach (var sentence in Articles.Values.SelectMany(article => article.Sentences))
        {
            foreach (var feature in sentence.Wordings.SelectMany(w => SparseFeatures.Of(w.Terms)).Select(f => f.Feature).Distinct())
                frequencies[feature] = frequencies.GetValueOrDefault(feature) + 1;
        }

        return frequencies.ToFrozenDictionary();
    }

    private IEnumerable<SentenceProfile> Sentences(Passage passage) =>
        Articles[passage.ArticleId].Sentences.Skip(passage.FirstSentence - 1).Take(passage.SentenceCount);

    private static Dictionary<string, double> Count(IEnumerable<(string Feature, double Weight)> features)
    {
        var counts = new Dictionary<string, double>();
        foreach (var (feature, weight) in features)
            counts[feature] = counts.GetValueOrDefault(feature) + weight;
        return counts;
    }
}
