using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class FeatureSumsTests
{
    [Fact]
    public void Sums_and_parts_are_those_of_plain_counting_for_one_text_after_the_other()
    {
        var random = new Random(11);
        for (var text = 0; text < 200; text++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(400)).Select(_ => (uint)random.Next(3_000)).ToArray()).ToArray();
            var sums = FeatureSums.Begin();
            foreach (var part in parts)
            {
                foreach (var feature in part)
                    sums.Add(feature, 0.5);
                sums.NextPart();
            }

            var (features, values) = sums.Take((weight, count) => (weight, count));
            var expected = parts.SelectMany(part => part).Distinct().ToArray();
            features.ShouldBe(expected);
            values.ShouldBe(expected.Select(feature => (0.5 * parts.Sum(part => part.Count(f => f == feature)), parts.Count(part => part.Contains(feature)))));
        }
    }

    [Fact]
    public void Many_features_of_one_text_leave_nothing_in_the_next()
    {
        var many = FeatureSums.Begin();
        for (var feature = 0u; feature < 100_000; feature++)
            many.Add(feature * 2_654_435_761u, 1);
        many.Take((weight, _) => weight).Values.ShouldAllBe(weight => weight == 1);
        var next = FeatureSums.Begin();
        next.Add(7, 0.25);
        next.Take((weight, _) => weight).ShouldSatisfyAllConditions(taken => taken.Features.ShouldBe([7u]), taken => taken.Values.ShouldBe([0.25]));
    }
}
