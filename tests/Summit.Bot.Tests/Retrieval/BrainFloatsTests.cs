using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class BrainFloatsTests
{
    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(-1f, -1f)]
    [InlineData(1.00390625f, 1f)]
    [InlineData(1.01171875f, 1.015625f)]
    [InlineData(1.0079f, 1.0078125f)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    public void The_nearest_is_taken_and_of_two_the_even_one(float number, float expected) => BrainFloats.Widen(BrainFloats.Round([number])).ShouldBe([expected]);

    [Fact]
    public void Rounded_numbers_differ_by_at_most_one_part_in_256_and_stay_as_they_are()
    {
        var random = new Random(1);
        float[] numbers = [.. Enumerable.Range(0, 10_000).Select(_ => (random.NextSingle() - 0.5f) * MathF.Pow(2, random.Next(-30, 30)))];
        var rounded = BrainFloats.Widen(BrainFloats.Round(numbers));
        for (var i = 0; i < numbers.Length; i++)
            Math.Abs(rounded[i] - numbers[i]).ShouldBeLessThanOrEqualTo(Math.Abs(numbers[i]) / 256f);
        BrainFloats.Widen(BrainFloats.Round(rounded)).ShouldBe(rounded);
    }
}
