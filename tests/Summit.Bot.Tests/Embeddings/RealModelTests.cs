using System.Numerics.Tensors;
using Summit.Bot.Embeddings;
using Summit.Bot.Embeddings.Onnx;

namespace Summit.Bot.Tests.Embeddings;

/// <summary>With all-MiniLM-L6-v2 in ONNX form, in the folder that <see cref="Variable"/> names: too large for the repository.</summary>
public sealed class RealModelTests
{
    private const string Variable = "SUMMIT_ONNX_MODEL";

    // As sentence-transformers computes them, to three decimals.
    [Theory]
    [InlineData("That is a happy dog", 0.695)]
    [InlineData("That is a very happy person", 0.943)]
    [InlineData("Today is a sunny day", 0.257)]
    public void Texts_are_as_near_as_its_authors_have_them(string text, double expected)
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(path is null, $"{Variable} names no folder with all-MiniLM-L6-v2.");
        using var embedder = new OnnxEmbedder(new OnnxOptions { Path = path });
        var vectors = embedder.EmbedPassages(["That is a happy person", text], TestContext.Current.CancellationToken);
        ((double)TensorPrimitives.Dot(vectors[0], vectors[1])).ShouldBe(expected, 0.001);
    }
}
