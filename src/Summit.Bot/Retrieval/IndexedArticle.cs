using System.Collections;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>An article with what the ranking needs of each sentence. Safe for several threads.</summary>
public sealed class IndexedArticle
{
    private readonly ArticleAnalyzer _analyzer;
    private readonly ProfileCache? _cache;
    private SentenceProfile?[]? _profiles;
    private ReportedSpeech[]? _speech;
    private volatile bool _wasUsed;

    internal IndexedArticle(Article article, ArticleDigest digest, ArticleAnalyzer analyzer, ProfileCache? cache, SentenceProfile[]? sentences)
    {
        Article = article;
        Digest = digest;
        _analyzer = analyzer;
        _cache = cache;
        _profiles = sentences;
        Sentences = new ProfileList(this);
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>Its sentences; number n is at index n − 1. Each is analysed when it is asked for, where that is not done yet.</summary>
    public IReadOnlyList<SentenceProfile> Sentences { get; }

    /// <summary>Its passages, in reading order; none of one that is not searched.</summary>
    public IReadOnlyList<Passage> Passages { get; internal set; } = [];

    /// <summary>Names that the article ties to the leadership of a state.</summary>
    public IReadOnlyDictionary<int, int> Leaders => field ??= Digest.ReadLeaders();

    /// <summary>Terms of the title, in every language there is.</summary>
    public IReadOnlyList<Term> TitleTerms => field ??= _analyzer.TitleTerms(Article, Leaders);

    /// <summary>What is kept of its analysis.</summary>
    internal ArticleDigest Digest { get; }

    /// <summary>The groups of letters of the title.</summary>
    internal uint[] TitleLetterGroups => field ??= LetterGroups.Of(TitleTerms);

    /// <summary>The sentences of a passage of this article.</summary>
    public IEnumerable<SentenceProfile> SentencesOf(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return Enumerable.Range(passage.FirstSentence - 1, passage.SentenceCount).Select(i => Sentences[i]);
    }

    /// <summary>Forgets the analyses, unless some were asked for since this was called last.</summary>
    /// <returns>Whether they are forgotten.</returns>
    internal bool TryDropProfiles()
    {
        if (_wasUsed)
        {
            _wasUsed = false;
            return false;
        }

        Volatile.Write(ref _profiles, null);
        _speech = null;
        return true;
    }

    private SentenceProfile ProfileAt(int index)
    {
        _wasUsed = true;
        var profiles = Volatile.Read(ref _profiles) ?? BeginProfiles();
        if (profiles[index] is { } known)
            return known;
        var speech = _speech ??= Digest.ReadSpeech(Article.Sentences.Count);
        return profiles[index] = _analyzer.ProfileOf(Article, index, Leaders, speech[index]);
    }

    private SentenceProfile?[] BeginProfiles()
    {
        var profiles = new SentenceProfile?[Article.Sentences.Count];
        if (Interlocked.CompareExchange(ref _profiles, profiles, null) is { } others)
            return others;
        _cache?.Add(this);
        return profiles;
    }

    private sealed class ProfileList(IndexedArticle article) : IReadOnlyList<SentenceProfile>
    {
        public int Count => article.Article.Sentences.Count;

        public SentenceProfile this[int index] => article.ProfileAt(index);

        public IEnumerator<SentenceProfile> GetEnumerator() => Enumerable.Range(0, Count).Select(article.ProfileAt).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
