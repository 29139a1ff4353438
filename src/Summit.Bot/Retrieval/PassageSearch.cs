using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>
/// The passages as Semantic Kernel searches them: behind <c>VectorStoreTextSearch</c> for a prompt or a plugin. Text is
/// searched by both legs; a vector, of as many numbers as the embedder makes, by the dense one alone.
/// </summary>
public sealed class PassageSearch : IVectorSearchable<Passage>
{
    private readonly Func<PassageIndex> _index;
    private readonly IEmbedder _embedder;
    private readonly Linguistics _linguistics;

    /// <summary>Makes a search over the index that is current at the moment of each call.</summary>
    public PassageSearch(Func<PassageIndex> index, IEmbedder embedder, Linguistics linguistics)
    {
        _index = index;
        _embedder = embedder;
        Vectors = new QuestionVectors(embedder);
        _linguistics = linguistics;
    }

    /// <summary>Embeds what is searched for; while it cannot, text is searched by words alone. Default: the embedder, with nobody told when it fails.</summary>
    public QuestionVectors Vectors { get; init; }

    /// <summary>The best passages, in order; scores are reciprocal-rank sums, at most 2/60.</summary>
    /// <typeparam name="TInput"><see cref="string"/>, <c>float[]</c>, <see cref="ReadOnlyMemory{T}"/> or <see cref="Embedding{T}"/> of <see cref="float"/>.</typeparam>
    /// <param name="searchValue">What to search for.</param>
    /// <param name="top">How many to return, at least 1.</param>
    /// <param name="options">Filter, skip, least score and whether vectors come along.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">A vector has another number of dimensions.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="TInput"/> is another type, or the filter says more than stores can apply.</exception>
    public async IAsyncEnumerable<VectorSearchResult<Passage>> SearchAsync<TInput>(
        TInput searchValue, int top, VectorSearchOptions<Passage>? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var (vector, terms) = Read(searchValue, cancellationToken);
        var skip = options?.Skip ?? 0;
        var query = new PassageQuery(vector, SparseVector.OfQuestion(terms), top + skip) { Depth = Math.Max(50, top + skip), Filter = PassageFilterReader.Read(options?.Filter) };
        var found = _index().Search(query, cancellationToken);
        foreach (var (passage, score) in found.Skip(skip).Where(hit => options?.ScoreThreshold is not { } least || hit.Score >= least))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new VectorSearchResult<Passage>(options?.IncludeVectors == true ? passage : passage with { Vector = default }, score);
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    private (ReadOnlyMemory<float> Vector, IReadOnlyList<Term> Terms) Read<TInput>(TInput value, CancellationToken cancellationToken)
    {
        if (value is string text)
            return (Vectors.Of(text, cancellationToken), _linguistics.Terms.Extract(text, _linguistics.Detector.Detect(text).Language ?? TextLanguage.French));
        ReadOnlyMemory<float> vector = value switch
        {
            float[] array => array,
            ReadOnlyMemory<float> memory => memory,
            Embedding<float> embedding => embedding.Vector,
            _ => throw new NotSupportedException($"Passages are searched by text or by vector, not by {typeof(TInput)}."),
        };
        return vector.Length == _embedder.Dimension
            ? (vector, [])
            : throw new ArgumentException($"The vector has {vector.Length} dimensions; this index has {_embedder.Dimension}.", nameof(value));
    }
}
