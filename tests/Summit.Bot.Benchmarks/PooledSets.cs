using Summit.Bot.Channels.CommandLine;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Benchmarks;

/// <summary>The passages of all public sets of a folder, each text once, and some of their questions.</summary>
/// <param name="Articles">Each passage as an article.</param>
/// <param name="Questions">Spread evenly over the questions of each set.</param>
internal sealed record PooledSets(IReadOnlyList<Article> Articles, IReadOnlyList<(string Text, TextLanguage Language)> Questions)
{
    public static PooledSets Read(string folder, int questions)
    {
        var names = RetrievalSet.NamesIn(folder);
        var sets = names.Select(name => RetrievalSet.Read(folder, name)).ToList();
        // Ids are unique within a set alone.
        var articles = sets.SelectMany(set => set.Articles.Select(article => article with { Id = $"{set.Name}-{article.Id}", Version = $"{set.Name}-{article.Version}" }))
            .DistinctBy(article => article.Text, StringComparer.Ordinal).ToList();
        return new PooledSets(articles, [.. sets.SelectMany(set => Spread(set.Questions, questions / sets.Count)).Select(question => (question.Text, question.Language))]);
    }

    private static IEnumerable<T> Spread<T>(IReadOnlyList<T> all, int count) =>
        Enumerable.Range(0, Math.Min(count, all.Count)).Select(i => all[(int)((long)i * all.Count / Math.Min(count, all.Count))]);
}
