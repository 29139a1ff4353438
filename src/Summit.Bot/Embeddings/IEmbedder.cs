namespace Summit.Bot.Embeddings;

/// <summary>Makes the vectors that passages are found by. Safe for several threads.</summary>
public interface IEmbedder : IDisposable
{
    /// <summary>
    /// What made a vector: name, version and everything else that would change the vector of the same text. A store records it, and
    /// never mixes the vectors of two. One line without secrets.
    /// </summary>
    string Identity { get; }

    /// <summary>Number of dimensions of every vector, at least 1.</summary>
    /// <exception cref="EmbeddingException">It is not known, since what makes the vectors cannot be reached.</exception>
    int Dimension { get; }

    /// <summary>Whether a store may have all vectors made anew without being asked to: not where that costs money.</summary>
    bool IsFree { get; }

    /// <summary>What it would take to embed passages; null where that costs nothing.</summary>
    EmbeddingCost? Estimate(IReadOnlyList<string> texts) => null;

    /// <summary>The vector of a question: unit length, or all zero for a text without words.</summary>
    /// <exception cref="EmbeddingException">It could not be made.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    float[] EmbedQuestion(string text, CancellationToken cancellationToken = default);

    /// <summary>The vectors of passages, in their order: unit length, or all zero for a text without words.</summary>
    /// <exception cref="EmbeddingException">They could not be made; the message names the way out.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for them any more.</exception>
    IReadOnlyList<float[]> EmbedPassages(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}

/// <summary>Vectors could not be made; the message says why, and the way out.</summary>
public sealed class EmbeddingException : Exception
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public EmbeddingException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
