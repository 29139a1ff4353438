using Summit.Bot.Embeddings.Onnx;
using Summit.Bot.Embeddings.OpenAI;
using Summit.Bot.Language;

namespace Summit.Bot.Embeddings;

/// <summary>Makes the embedder that is configured.</summary>
public static class Embedders
{
    /// <summary>The embedder of <see cref="EmbeddingsOptions.Provider"/>; it is its owner's to dispose of.</summary>
    /// <exception cref="SetupException">It cannot be used as it is set up.</exception>
    public static IEmbedder Of(SummitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Embeddings.Provider switch
        {
            EmbeddingsProvider.Onnx => new OnnxEmbedder(options.Embeddings.Onnx),
            EmbeddingsProvider.OpenAI => new OpenAIEmbedder(options.Embeddings.OpenAI),
            _ => new BuiltinEmbedder(Linguistics.Shared),
        };
    }
}
