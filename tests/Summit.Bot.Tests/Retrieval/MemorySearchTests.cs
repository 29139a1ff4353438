using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Retrieval;

public sealed class MemorySearchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(300)]
    public void The_best_are_those_of_a_full_sort_and_equal_scores_are_ordered_by_number(int most)
    {
        var random = new Random(1);
        var scores = Enumerable.Range(0, 250).Select(_ => (float)random.Next(20)).ToArray();
        var best = new BestPassages(new (float, int)[most]);
        foreach (var passage in Enumerable.Range(0, scores.Length).OrderBy(_ => random.Next()))
            best.Add(scores[passage], passage);
        best.TakeSorted().ToArray().Select(x => x.Passage)
            .ShouldBe(Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(most));
        best.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(5000)]
    public void The_best_dense_vectors_are_those_of_the_highest_products(int count)
    {
        const int dimension = 20, most = 50;
        var random = new Random(2);
        var vectors = Enumerable.Range(0, count).Select(i => i % 100 == 99 ? default : new ReadOnlyMemory<ushort>(BrainFloats.Round(Unit(random, dimension)))).ToArray();
        var dense = new DenseVectors(vectors);
        foreach (var admits in new Func<int, bool>?[] { null, i => i % 3 == 0 })
        {
            var question = Unit(random, dimension);
            var best = new BestPassages(new (float, int)[most]);
            var scores = new float[dense.ScoreCount];
            dense.Score(question, scores);
            best.AddAll(scores.AsSpan(0, count), admits);
            var products = Array.ConvertAll(vectors, vector => BrainFloats.Widen(vector.Span).Zip(question, (a, b) => (double)a * b).Sum());
            var expected = Enumerable.Range(0, count).Where(i => products[i] > 0 && admits?.Invoke(i) != false).OrderByDescending(i => products[i]).Take(most).ToList();
            var found = best.TakeSorted().ToArray();
            found.Select(x => x.Passage).ShouldBe(expected);
            foreach (var (score, passage) in found)
                ((double)score).ShouldBe(products[passage], 1e-6);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(700, 700)]
    [InlineData(700, 701)]
    public async Task Words_are_found_by_postings_as_by_looking_through_the_passages(int count, int few)
    {
        var random = new Random(3);
        PassageWords[] passages = [.. Enumerable.Range(0, count).Select(i => i % 50 == 49 ? default : PassageWords.Of(Words(random, 40)))];
        var postings = new SparsePostings(passages, few);
        await postings.Made;
        for (var i = 0; i < 50; i++)
        {
            var (question, by, through) = (Words(random, 8), new float[count], new float[count]);
            postings.Score(question, by);
            postings.ScoreThrough(question, through);
            by.ShouldBe(through);
            if (count > 1)
                by.ShouldContain(score => score > 0);
        }
    }

    private static SparseVector Words(Random random, int most)
    {
        uint[] words = [.. Enumerable.Range(0, most).Select(_ => (uint)random.Next(200) * 20_000_001u).Distinct().Order()];
        return new SparseVector(words, Array.ConvertAll(words, _ => random.NextSingle() + 0.1f));
    }

    private static float[] Unit(Random random, int dimension)
    {
        var vector = Enumerable.Range(0, dimension).Select(_ => random.Next(3) == 0 ? 0 : random.NextSingle() - 0.5f).ToArray();
        var norm = MathF.Sqrt(vector.Sum(x => x * x));
        return Array.ConvertAll(vector, x => x / norm);
    }
}
