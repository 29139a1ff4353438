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
    public void The_first_pass_over_dense_vectors_loses_none_of_the_best(int count)
    {
        const int dimension = 20, most = 50;
        var random = new Random(2);
        var vectors = Enumerable.Range(0, count).Select(i => i % 100 == 99 ? default : new ReadOnlyMemory<float>(Unit(random, dimension))).ToArray();
        var dense = new DenseVectors(vectors);
        foreach (var admits in new Func<int, bool>?[] { null, i => i % 3 == 0 })
        {
            var question = Unit(random, dimension);
            var best = new BestPassages(new (float, int)[most]);
            dense.Find(question, ref best, admits);
            var products = Array.ConvertAll(vectors, vector => vector.Span.ToArray().Zip(question, (a, b) => (double)a * b).Sum());
            var expected = Enumerable.Range(0, count).Where(i => products[i] > 0 && admits?.Invoke(i) != false).OrderByDescending(i => products[i]).Take(most).ToList();
            var found = best.TakeSorted().ToArray();
            found.Select(x => x.Passage).ShouldBe(expected);
            foreach (var (score, passage) in found)
                ((double)score).ShouldBe(products[passage], 1e-6);
        }
    }

    private static float[] Unit(Random random, int dimension)
    {
        var vector = Enumerable.Range(0, dimension).Select(_ => random.Next(3) == 0 ? 0 : random.NextSingle() - 0.5f).ToArray();
        var norm = MathF.Sqrt(vector.Sum(x => x * x));
        return Array.ConvertAll(vector, x => x / norm);
    }
}
