using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class WordCacheTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_word_has_what_was_remembered_of_it_first(int seed)
    {
        var random = new Random(seed);
        var cache = new WordCache<int>(most: int.MaxValue);
        var expected = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 20_000; i++)
        {
            // Few letters and all lengths, so that words are often each other's beginnings; one letter that is no byte.
            var word = new string(random.GetItems("\0abé愛".AsSpan(), random.Next(21)));
            Assert.Equal(expected.TryGetValue(word, out var known), cache.TryGet(word, out var found));
            Assert.Equal(known, found);
            expected.TryAdd(word, i);
            Assert.Equal(expected[word], cache.Keep(word, i));
        }

        Assert.All(expected, pair => Assert.True(cache.TryGet(pair.Key, out var found) && found == pair.Value));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("a word that is longer than fifteen {0}")]
    public void What_is_full_forgets_nothing_and_takes_nothing(string form)
    {
        var cache = new WordCache<string>(most: 2);
        string Word(int number) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, number);

        Assert.Equal("first", cache.Keep(Word(1), "first"));
        Assert.Equal("second", cache.Keep(Word(2), "second"));
        Assert.Equal("third", cache.Keep(Word(3), "third"));

        Assert.True(cache.TryGet(Word(1), out var first));
        Assert.True(cache.TryGet(Word(2), out var second));
        Assert.False(cache.TryGet(Word(3), out _));
        Assert.Equal(("first", "second"), (first, second));
    }

    [Fact]
    public void Threads_agree_on_what_is_remembered()
    {
        const int words = 20_000;
        var cache = new WordCache<object>(most: words);
        var kept = new object[4][];

        Parallel.For(0, kept.Length, new ParallelOptions { MaxDegreeOfParallelism = kept.Length }, thread =>
        {
            var own = new object[words];
            for (var i = 0; i < words; i++)
            {
                var word = $"word{i}";
                own[i] = cache.TryGet(word, out var known) ? known : cache.Keep(word, new object());
                Assert.NotNull(own[i]);
            }

            kept[thread] = own;
        });

        foreach (var own in kept)
            Assert.Equal(kept[0], own);
    }
}
