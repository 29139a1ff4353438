using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>Analyses articles for the ranking. Safe for several threads.</summary>
public sealed class ArticleAnalyzer
{
    private readonly Linguistics _linguistics;
    private readonly SpeechReader _speech;
    private readonly LeaderResolver _leaders;
    private readonly ProfileCache _cache;

    /// <summary>Makes an analyzer.</summary>
    /// <param name="linguistics">The linguistic data.</param>
    /// <param name="speech">Finds who speaks.</param>
    /// <param name="mostSentences">Of articles with how many sentences the analyses are kept at once where they can be made anew; at least 1.</param>
    public ArticleAnalyzer(Linguistics linguistics, SpeechReader speech, int mostSentences = ProfileCache.UsualMost)
    {
        _linguistics = linguistics;
        _speech = speech;
        _leaders = new LeaderResolver(linguistics);
        _cache = new ProfileCache(mostSentences);
    }

    /// <summary>What an analysis depends on besides the article: it changes when a digest of the same article could.</summary>
    public string Version => $"digest 7 {_linguistics.DataHash}";

    /// <summary>Analyses an article whole; the analysis stays.</summary>
    public IndexedArticle Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var originals = article.Sentences.Select(s => Read(article.SentenceMemory(s.Number), article.Language)).ToList();
        var translations = article.Translation is { } t ? t.Sentences.Select(s => Read(s.AsMemory(), t.Language)).ToList() : null;
        var leaders = new Dictionary<int, int>();
        foreach (var wording in originals.Concat(translations ?? []))
            LeaderResolver.AddAppositions(wording.Terms, leaders);

        var sentences = new SentenceProfile[originals.Count];
        for (var i = 0; i < sentences.Length; i++)
        {
            var original = WithLeaders(originals[i], leaders);
            var translation = translations is null ? null : WithLeaders(translations[i], leaders);
            var paragraph = article.Sentences[i].Paragraph;
            sentences[i] = Profile(i + 1, paragraph, original, translation, _speech.Read(original, translation, i > 0 ? sentences[i - 1] : null, paragraph));
        }

        var title = TitleTerms(article, leaders);
        return new IndexedArticle(article, ArticleDigest.Of(sentences, leaders, title), this, cache: null, sentences);
    }

    /// <summary>An article that was analysed before: its sentences are analysed anew when they are asked for.</summary>
    public IndexedArticle Open(StoredArticle stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Digest is { } digest
            ? new IndexedArticle(stored.Article, digest, this, _cache, sentences: null) { Passages = stored.Passages }
            : WithWords(Analyze(stored.Article), stored.Passages);
    }

    /// <summary>The same article with its passages, and the words of each.</summary>
    internal static IndexedArticle WithWords(IndexedArticle article, IReadOnlyList<Passage> passages)
    {
        article.Passages = [.. passages.Select(passage => passage with { Words = PassageWords.Of(SparseVector.OfPassage(article, passage)) })];
        return article;
    }

    internal SentenceProfile ProfileOf(Article article, int index, IReadOnlyDictionary<int, int> leaders, ReportedSpeech speech)
    {
        var original = WithLeaders(Read(article.SentenceMemory(index + 1), article.Language), leaders);
        var translation = article.Translation is { } t ? WithLeaders(Read(t.Sentences[index].AsMemory(), t.Language), leaders) : null;
        return Profile(index + 1, article.Sentences[index].Paragraph, original, translation, speech);
    }

    internal List<Term> TitleTerms(Article article, IReadOnlyDictionary<int, int> leaders)
    {
        var title = _linguistics.Terms.Extract(article.Title, article.Language);
        if (article.Translation is { } translated)
            title.AddRange(_linguistics.Terms.Extract(translated.Title, translated.Language));
        return LeaderResolver.AddLeaders(title, leaders, asAnyLeader: true);
    }

    private Wording Read(ReadOnlyMemory<char> text, TextLanguage language) =>
        new(text, language, _leaders.ResolveTitles(_linguistics.Terms.Extract(text.Span, language), isAsked: false), _linguistics.Mentions);

    private static Wording WithLeaders(Wording wording, IReadOnlyDictionary<int, int> leaders) =>
        leaders.Count == 0 ? wording : wording with { Terms = LeaderResolver.AddLeaders(wording.Terms, leaders, asAnyLeader: true) };

    private static SentenceProfile Profile(int number, int paragraph, Wording original, Wording? translation, ReportedSpeech speech) => new()
    {
        Number = number, Paragraph = paragraph, Original = original, Translation = translation, Speakers = speech.Speakers, ReportsSpeech = speech.ReportsSpeech,
    };
}
