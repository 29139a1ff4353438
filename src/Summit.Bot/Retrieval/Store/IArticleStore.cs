namespace Summit.Bot.Retrieval.Store;

/// <summary>Keeps the articles with their passages and vectors. Safe for several threads, and for several processes on one store.</summary>
public interface IArticleStore
{
    /// <summary>
    /// Whether vectors of another embedder are made anew by itself. Otherwise such a store is not used until <c>index rebuild</c>.
    /// </summary>
    bool RebuildsByItself { get; }

    /// <summary>Whether a commit costs only what it changes. Otherwise all is copied, and one commit is better than many.</summary>
    bool CommitsInPlace { get; }

    /// <summary>What the store holds now.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    StoreState ReadState();

    /// <summary>Changes with every write; null for a store that nothing was written to.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    string? ReadRevision();

    /// <summary>Everything in the store, as of one moment; articles are ordered by id.</summary>
    /// <param name="embedder">What makes the vectors of questions: articles of which another one made them come without vectors and digests.</param>
    /// <param name="isKnown">Which articles, by id and version, the caller has already: they are left out. Null for none.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    (StoreState State, IReadOnlyList<StoredArticle> Articles) ReadAll(string embedder, Func<string, string, bool>? isKnown = null);

    /// <summary>The search over the passages of a revision that was read.</summary>
    /// <param name="revision">As <see cref="ReadAll"/> gave it.</param>
    /// <param name="passages">The passages, as it gave them.</param>
    IPassageSearch Search(string? revision, IReadOnlyList<Passage> passages);

    /// <summary>How many bytes the store takes; null where that is not known.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    long? ReadSize();

    /// <summary>The stored text of one version of an article, the served one or an earlier one; null when the store does not hold it.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    string? ReadText(string articleId, string version);

    /// <summary>An earlier version of an article; null when the store does not hold it.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    ArticleText? ReadEarlier(string articleId, string version);

    /// <summary>Begins to write; a store is made when there is none.</summary>
    /// <param name="dimension">Number of dimensions of the vectors that are to be written.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The wait for another writer was ended.</exception>
    IStoreTransaction BeginWrite(int dimension, CancellationToken cancellationToken = default);

    /// <summary>Puts a damaged store out of the way, where that can be done.</summary>
    /// <returns>Where it is now; null when it is sound.</returns>
    /// <exception cref="StoreException">It cannot be put out of the way.</exception>
    string? SetAside();
}

/// <summary>
/// Changes to a store: readers see what was there before until <see cref="Commit"/>, and then everything at once. A process that
/// dies in between has changed nothing. Not safe for several threads.
/// </summary>
public interface IStoreTransaction : IDisposable
{
    /// <summary>What the store held when the transaction began.</summary>
    StoreState State { get; }

    /// <summary>The articles with these ids, without vectors, so that they can be embedded anew.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    IReadOnlyList<StoredArticle> Read(IReadOnlyCollection<string> ids);

    /// <summary>Adds an article, or replaces its version, which is kept among the earlier ones.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    void Put(StoredArticle article);

    /// <summary>Notes that a file was ingested to its end, or, with a hash of null, that it is to be read again.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    void PutSource(string path, string? hash);

    /// <summary>Removes an article with all its versions.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    void Remove(string id);

    /// <summary>Makes the changes visible, and durable.</summary>
    /// <param name="embedder">What made the vectors of all articles that the store holds now.</param>
    /// <exception cref="StoreException">The store cannot be written; nothing has changed.</exception>
    void Commit(string embedder);
}
