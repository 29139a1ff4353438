using System.Collections;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>An article with what the ranking needs of each sentence. Safe for several threads.</summary>
public sealed class IndexedArticle
{
    private readonly ArticleAnalyzer _analyzer;
    private readonly ProfileCache? _cache;
    private Analyses? _kept;

    internal IndexedArticle(Article article, ArticleDigest digest, ArticleAnalyzer analyzer, ProfileCache? cache, SentenceProfile[]? sentences)
    {
        Article = article;
        Digest = digest;
        _analyzer = analyzer;
        _cache = cache;
        _kept = sentences is null ? null : new Analyses(this, sentences);
        Sentences = new KeptSentences(this);
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
        return SentencesOf(passage.FirstSentence, passage.SentenceCount);
    }

    /// <summary>Some sentences, from a number on.</summary>
    internal IEnumerable<SentenceProfile> SentencesOf(int first, int count) => Enumerable.Range(first - 1, count).Select(i => Sentences[i]);

    /// <summary>
    /// As <see cref="Sentences"/>, for the ranking of one question. The analyses stay only if the article is asked for often: what most articles of
    /// an archive are asked for once would be moved about by the garbage collector, and be old when it is let go.
    /// </summary>
    internal IReadOnlyList<SentenceProfile> ReadSentences() =>
        Volatile.Read(ref _kept) is not null || _cache is null || _cache.IsAskedOften(this) ? Sentences : new Analyses(this, new SentenceProfile?[Article.Sentences.Count]);

    /// <summary>When it was last asked for, by the clock of the cache; 0 for never.</summary>
    internal long LastAsked;

    /// <summary>Whether any of its sentences was asked for since this was set to false.</summary>
    internal bool WasUsed { get; set; }

    /// <summary>Forgets the analyses.</summary>
    internal void DropAnalyses() => Volatile.Write(ref _kept, null);

    private Analyses Keep()
    {
        WasUsed = true;
        if (Volatile.Read(ref _kept) is { } kept)
            return kept;
        var analyses = new Analyses(this, new SentenceProfile?[Article.Sentences.Count]);
        if (Interlocked.CompareExchange(ref _kept, analyses, null) is { } others)
            return others;
        _cache?.Add(this);
        return analyses;
    }

    /// <summary>The analyses of sentences, each made when it is first asked for.</summary>
    private sealed class Analyses(IndexedArticle article, SentenceProfile?[] profiles) : SentenceList(article)
    {
        public override SentenceProfile this[int index] =>
            profiles[index] ??= Owner._analyzer.ProfileOf(Owner.Article, index, Owner.Leaders, Owner.Digest.ReadSpeech(index));
    }

    private sealed class KeptSentences(IndexedArticle article) : SentenceList(article)
    {
        public override SentenceProfile this[int index] => Owner.Keep()[index];
    }

    private abstract class SentenceList(IndexedArticle article) : IReadOnlyList<SentenceProfile>
    {
        public int Count => Owner.Article.Sentences.Count;

        protected IndexedArticle Owner => article;

        public abstract SentenceProfile this[int index] { get; }

        public IEnumerator<SentenceProfile> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
