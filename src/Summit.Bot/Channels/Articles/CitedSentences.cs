using Summit.Bot.Corpus;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Articles;

/// <summary>
/// Where the sentences of the version that a link names stand in the version that is shown: found by their text, in order, so
/// that <c>#s3</c> leads to the sentence that was cited, wherever it stands now.
/// </summary>
internal sealed class CitedSentences
{
    private readonly ILookup<int, int> _at;
    private readonly ILookup<int, (int Number, string Text)> _gone;

    private CitedSentences(bool isCurrent, bool isKnown, IEnumerable<(int Shown, int Cited)> at, IEnumerable<(int After, int Number, string Text)> gone)
    {
        IsCurrent = isCurrent;
        IsKnown = isKnown;
        _at = at.ToLookup(x => x.Shown, x => x.Cited);
        _gone = gone.ToLookup(x => x.After, x => (x.Number, x.Text));
    }

    /// <summary>Whether the version that was cited is the one that is shown.</summary>
    public bool IsCurrent { get; }

    /// <summary>Whether the text of the version that was cited is known.</summary>
    public bool IsKnown { get; }

    /// <summary>The cited version is the one that is shown.</summary>
    public static CitedSentences Same(Article shown) => new(isCurrent: true, isKnown: true, Numbers(shown), []);

    /// <summary>Nothing is known of the cited version: its numbers are taken for those that are shown.</summary>
    public static CitedSentences Unknown(Article shown) => new(isCurrent: false, isKnown: false, Numbers(shown), []);

    /// <summary>Finds the sentences of an earlier version.</summary>
    public static CitedSentences Find(ArticleText cited, Article shown)
    {
        var places = shown.Sentences.ToLookup(s => shown.SentenceText(s.Number), s => s.Number, StringComparer.Ordinal);
        var at = new List<(int Shown, int Cited)>();
        var gone = new List<(int After, int Number, string Text)>();
        var last = 0;
        foreach (var (index, text) in cited.SentenceTexts.Index())
        {
            // Of several equal sentences the next one in order; one that was moved ahead is found too.
            var place = places[text].OrderBy(number => number <= last).FirstOrDefault();
            if (place > 0)
                at.Add((last = place, index + 1));
            else
                gone.Add((last, index + 1, text));
        }

        return new CitedSentences(isCurrent: false, isKnown: true, at, gone);
    }

    /// <summary>Numbers, in the cited version, of what is sentence <paramref name="shown"/> now.</summary>
    public IEnumerable<int> At(int shown) => _at[shown];

    /// <summary>The cited sentences that are no longer there, and stood behind what is sentence <paramref name="shown"/> now; 0 for the beginning.</summary>
    public IEnumerable<(int Number, string Text)> GoneAfter(int shown) => _gone[shown];

    private static IEnumerable<(int, int)> Numbers(Article article) => article.Sentences.Select(s => (s.Number, s.Number));
}
