using Summit.Bot.Corpus;

namespace Summit.Bot.Retrieval.Ingesting;

/// <summary>How files are ingested.</summary>
public sealed record IngestOptions
{
    /// <summary>Whether articles are removed that were ingested from the same paths and are not there any more. Default: they stay.</summary>
    public bool Prunes { get; init; }

    /// <summary>Whether nothing is written, and only said what would be.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Told of every refusal when it is found; null for nobody.</summary>
    public Action<CorpusRefusal>? OnRefusal { get; init; }

    /// <summary>Told now and then how far it is; null for nobody. May be called from any thread.</summary>
    public Action<IngestProgress>? OnProgress { get; init; }
}

/// <summary>How far an ingest is; a rebuild counts articles instead of bytes.</summary>
/// <param name="BytesRead">Bytes of the files that were read to their end, or passed over since they have not changed.</param>
/// <param name="BytesTotal">Bytes of all files.</param>
/// <param name="Articles">Articles found so far, changed or not.</param>
public readonly record struct IngestProgress(long BytesRead, long BytesTotal, int Articles);

/// <summary>What an ingest did, or would do.</summary>
public sealed record IngestReport
{
    /// <summary>Files that may hold articles.</summary>
    public int Files { get; internal set; }

    /// <summary>Files of kinds that are not read.</summary>
    public int PassedOver { get; internal set; }

    /// <summary>Articles that were not stored before.</summary>
    public int Added { get; internal set; }

    /// <summary>Articles that replace an earlier version, or have come to stand elsewhere.</summary>
    public int Changed { get; internal set; }

    /// <summary>Articles that are stored already as they are.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Articles that were removed, since they are not there any more.</summary>
    public int Removed { get; internal set; }

    /// <summary>Articles that are not there any more, and stay.</summary>
    public int Missing { get; internal set; }

    /// <summary>Files, folders and parts of files that were refused.</summary>
    public int Refused { get; internal set; }

    /// <summary>Sentences of the articles that are new or changed.</summary>
    public int Sentences { get; internal set; }

    /// <summary>What the vectors of the articles that are new or changed cost; null where they cost nothing, or are made already.</summary>
    public string? Cost { get; internal set; }
}
