using System.Collections.Concurrent;

namespace Summit.Bot.Retrieval;

/// <summary>Decides which articles keep the analyses of their sentences: those that are asked for again and again. Safe for several threads.</summary>
/// <param name="most">Of articles with how many sentences together.</param>
internal sealed class ProfileCache(int most)
{
    /// <summary>All of some hundred articles of twenty sentences. Of an archive more of them would only be moved about before they are dropped.</summary>
    public const int UsualMost = 2_000;

    private readonly ConcurrentQueue<IndexedArticle> _articles = new();
    private readonly Lock _gate = new();
    private int _count;
    private long _clock;

    /// <summary>Notes that an article is asked for, and tells whether that is so soon after the last time that it would still be here.</summary>
    public bool IsAskedOften(IndexedArticle article)
    {
        var now = Interlocked.Add(ref _clock, article.Article.Sentences.Count);
        return Interlocked.Exchange(ref article.LastAsked, now) is > 0 and var last && now - last <= most;
    }

    /// <summary>Takes an article that begins to keep analyses; others may lose theirs.</summary>
    public void Add(IndexedArticle article)
    {
        _articles.Enqueue(article);
        if (Interlocked.Add(ref _count, article.Article.Sentences.Count) > most)
            MakeRoom();
    }

    // The oldest goes first, unless it was used since it was last its turn.
    private void MakeRoom()
    {
        if (!_gate.TryEnter())
            return;
        try
        {
            while (Volatile.Read(ref _count) > most && _articles.TryDequeue(out var oldest))
            {
                if (oldest.WasUsed)
                {
                    oldest.WasUsed = false;
                    _articles.Enqueue(oldest);
                    continue;
                }

                oldest.DropAnalyses();
                Interlocked.Add(ref _count, -oldest.Article.Sentences.Count);
            }
        }
        finally
        {
            _gate.Exit();
        }
    }
}
