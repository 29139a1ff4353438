using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>An article with what the ranking needs of each sentence.</summary>
public sealed class IndexedArticle
{
    private IndexedArticle(Article article, IReadOnlyList<SentenceProfile> sentences, IReadOnlyDictionary<int, int> leaders, IReadOnlyList<Term> title)
    {
        Article = article;
        Sentences = sentences;
        Leaders = leaders;
        TitleTerms = title;
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>Its sentences; number n is at index n − 1.</summary>
    public IReadOnlyList<SentenceProfile> Sentences { get; }

    /// <summary>Names that the article ties to the leadership of a state.</summary>
    public IReadOnlyDictionary<int, int> Leaders { get; }

    /// <summary>Terms of the title, in every language there is.</summary>
    public IReadOnlyList<Term> TitleTerms { get; }

    /// <summary>The groups of letters of the title.</summary>
    internal uint[] TitleLetterGroups => field ??= LetterGroups.Of(TitleTerms);

    /// <summary>The sentences of a passage of this article.</summary>
    public IEnumerable<SentenceProfile> SentencesOf(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return Sentences.Skip(passage.FirstSentence - 1).Take(passage.SentenceCount);
    }

    /// <summary>Analyses an article.</summary>
    public static IndexedArticle Analyze(Article article, Linguistics linguistics, SpeechReader speech, LeaderResolver resolver)
    {
        var originals = article.Sentences.Select(s => Extract(article.SentenceText(s.Number), article.Language)).ToList();
        var translations = article.Translation is { } t ? t.Sentences.Select(s => Extract(s, t.Language)).ToList() : null;
        var leaders = new Dictionary<int, int>();
        foreach (var (name, leader) in originals.Concat(translations ?? []).SelectMany(wording => LeaderResolver.Appositions(wording.Terms)))
            leaders.TryAdd(name, leader);

        var sentences = new List<SentenceProfile>(originals.Count);
        for (var i = 0; i < originals.Count; i++)
        {
            var original = WithLeaders(originals[i], leaders);
            var translation = translations is null ? null : WithLeaders(translations[i], leaders);
            var reported = speech.Read(original, translation, sentences.LastOrDefault(), article.Sentences[i].Paragraph);
            sentences.Add(new SentenceProfile
            {
                Number = i + 1,
                Paragraph = article.Sentences[i].Paragraph,
                Original = original,
                Translation = translation,
                Speakers = reported.Speakers,
                ReportsSpeech = reported.ReportsSpeech,
            });
        }

        var title = linguistics.Terms.Extract(article.Title, article.Language);
        if (article.Translation is { } translated)
            title.AddRange(linguistics.Terms.Extract(translated.Title, translated.Language));
        return new IndexedArticle(article, sentences, leaders, LeaderResolver.AddLeaders(title, leaders, asAnyLeader: true));

        Wording Extract(string text, TextLanguage language)
        {
            return new Wording(text, language, resolver.ResolveTitles(linguistics.Terms.Extract(text, language)), linguistics.Mentions);
        }
    }

    private static Wording WithLeaders(Wording wording, Dictionary<int, int> leaders) =>
        wording with { Terms = LeaderResolver.AddLeaders(wording.Terms, leaders, asAnyLeader: true) };
}
