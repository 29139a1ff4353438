using Summit.Bot.Language;

namespace Summit.Bot.Embeddings;

/// <summary>An embedder that makes vectors of the terms of a text: those of a passage are made of what the analysis of its article has read already.</summary>
public interface ITermEmbedder : IEmbedder
{
    /// <summary>The vector of the terms of one or several texts: unit length, or all zero for no terms. Safe for several threads.</summary>
    float[] Embed(params ReadOnlySpan<IReadOnlyList<Term>> texts);
}
