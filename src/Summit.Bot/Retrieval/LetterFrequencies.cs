using System.Runtime.CompilerServices;

namespace Summit.Bot.Retrieval;

/// <summary>How rare groups of letters are among the sentences, by a sample of them, which tells it as well as all of them do. Immutable.</summary>
internal sealed class LetterFrequencies
{
    /// <summary>How many sentences are sampled, at least, where there are so many.</summary>
    public const int Sample = 2_000;

    private readonly FeatureCounts _groups = new();
    private readonly int _sentences;

    /// <summary>Counts.</summary>
    /// <param name="articles">The articles that are searched.</param>
    /// <param name="sentences">How many sentences they have.</param>
    public LetterFrequencies(IndexedArticle[] articles, int sentences)
    {
        // Of many articles one sentence each, which is kept with them.
        if (articles.Length >= Sample)
        {
            _sentences = articles.Length;
            foreach (var article in articles)
                Add(article.Digest.LetterGroups);
            return;
        }

        var (step, at) = (1 + (sentences / Sample), 0);
        foreach (var article in articles)
        {
            for (var i = 0; i < article.Sentences.Count; i++, at++)
            {
                if (at % step != 0)
                    continue;
                _sentences++;
                Add(article.Sentences[i].AllLetterGroups());
            }
        }
    }

    /// <summary>How rare a group is.</summary>
    /// <param name="group">Its hash (<see cref="LetterGroups"/>).</param>
    public double Rarity(uint group) => SparseVector.Rarity(_sentences, _groups.Of(group));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<uint> groups)
    {
        foreach (var group in groups)
            _groups.Add(group);
    }
}
