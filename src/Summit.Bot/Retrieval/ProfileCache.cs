using System.Collections.Concurrent;

namespace Summit.Bot.Retrieval;

/// <summary>Decides which articles keep the analyses of their sentences: those that were asked for of late. Safe for several threads.</summary>
/// <param name="most">Of articles with how many sentences together.</param>
internal sealed class ProfileCache(int most)
{
    /// <summary>So many that they take some 140 MB, at about 2.7 kB a sentence.</summary>
    public const int UsualMost = 50_000;

    private readonly ConcurrentQueue<IndexedArticle> _articles = new();
    private readonly Lock _gate = new();
    private int _count;

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
                if (oldest.TryDropProfiles())
                    Interlocked.Add(ref _count, -oldest.Article.Sentences.Count);
                else
                    _articles.Enqueue(oldest);
            }
        }
        finally
        {
            _gate.Exit();
        }
    }
}
