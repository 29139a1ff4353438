using Summit.Bot.Corpus;
using Summit.Bot.Evaluating;
using Summit.Bot.Language;

namespace Summit.Bot.Benchmarks;

/// <summary>The passages of all public sets of a folder, each text once, and some of their questions.</summary>
/// <param name="Articles">Each passage as an article.</param>
/// <param name="Questions">Spread evenly over the questions of each set.</param>
internal sealed record PooledSets(IReadOnlyList<Article> Articles, IReadOnlyList<(string Text, TextLanguage Language)> Questions)
{
    public static PooledSets Read(string folder, int questions)
    {
        var sets = RetrievalSet.NamesIn(folder).Select(name => RetrievalSet.Read(folder, name)).ToList();
        return new PooledSets(RetrievalSet.Pool(sets).Articles, [.. sets.SelectMany(set => Spread(set.Questions, questions / sets.Count)).Select(question => (question.Text, question.Language))]);
    }

    private static IEnumerable<T> Spread<T>(IReadOnlyList<T> all, int count) =>
        Enumerable.Range(0, Math.Min(count, all.Count)).Select(i => all[(int)((long)i * all.Count / Math.Min(count, all.Count))]);
}
