using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Embeddings;

public sealed class BuiltinEmbedderTests
{
    [Fact]
    public void The_same_text_has_the_same_vector_of_unit_length()
    {
        var vector = TestCorpus.Embedder.Embed("Moscou souhaite établir un dialogue.");
        new BuiltinEmbedder(Linguistics.Shared).Embed("Moscou souhaite établir un dialogue.").ShouldBe(vector);
        vector.Length.ShouldBe(BuiltinEmbedder.Dimensions);
        TensorPrimitives.Norm(vector).ShouldBe(1f, 1e-5f);
    }

    [Fact]
    public void A_text_without_words_has_a_vector_of_zeros() => TestCorpus.Embedder.Embed(" … !").ShouldAllBe(x => x == 0);

    [Fact]
    public void The_terms_of_both_wordings_and_the_leaders_that_an_article_ties_to_names_have_the_vector_of_its_text_alone()
    {
        using var corpus = TestCorpus.Shipped();
        var indexed = corpus.Index.Articles.Values.ShouldHaveSingleItem();
        foreach (var sentence in indexed.Sentences)
        {
            var apart = sentence.Wordings.Select(wording => Linguistics.Shared.Terms.Extract(wording.Text, wording.Language)).ToArray();
            TestCorpus.Embedder.Embed([.. sentence.Wordings.Select(wording => wording.Terms)]).ShouldBe(TestCorpus.Embedder.Embed(apart));
        }

        indexed.Leaders.ShouldNotBeEmpty();
    }

    [Fact]
    public void Name_version_and_dimension_are_told()
    {
        TestCorpus.Embedder.Metadata.ProviderName.ShouldBe("summit-builtin");
        TestCorpus.Embedder.Metadata.DefaultModelDimensions.ShouldBe(BuiltinEmbedder.Dimensions);
        TestCorpus.Embedder.GetService(typeof(EmbeddingGeneratorMetadata)).ShouldBe(TestCorpus.Embedder.Metadata);
        TestCorpus.Embedder.Version.ShouldMatch(@"^\d+\.[0-9a-f]{8}$");
    }

    [Fact]
    public async Task Most_sentences_are_nearest_to_their_own_translation()
    {
        var article = TestCorpus.ShippedArticles.ShouldHaveSingleItem();
        var originals = await TestCorpus.Embedder.GenerateAsync(article.Sentences.Select(s => article.SentenceText(s.Number)));
        var translations = await TestCorpus.Embedder.GenerateAsync(article.Translation!.Sentences);
        var right = 0;
        for (var i = 0; i < originals.Count; i++)
        {
            var nearest = Enumerable.Range(0, translations.Count).MaxBy(j => TensorPrimitives.Dot(originals[i].Vector.Span, translations[j].Vector.Span));
            right += nearest == i ? 1 : 0;
        }

        right.ShouldBeGreaterThanOrEqualTo(18);
    }
}
