using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Benchmarks;

/// <summary>Lucene.Net's BM25 over the same passages, on one thread: each text and each question through the analyzer of its language.</summary>
internal sealed class LuceneSearch : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Field = "text";

    private readonly RAMDirectory _directory = new();
    private readonly FrenchAnalyzer _french = new(Version);
    private readonly EnglishAnalyzer _english = new(Version);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public LuceneSearch(IReadOnlyList<Article> articles)
    {
        // The default merges on threads of its own.
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(Version, _french) { Similarity = new BM25Similarity(), MergeScheduler = new SerialMergeScheduler() }))
        {
            foreach (var article in articles)
                writer.AddDocument([new TextField(Field, article.Text, Lucene.Net.Documents.Field.Store.NO)], AnalyzerOf(article.Language));
            writer.Commit();
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>The best passages for any word of the question.</summary>
    public TopDocs Search(string question, TextLanguage language, int top)
    {
        var query = new BooleanQuery();
        using var stream = AnalyzerOf(language).GetTokenStream(Field, question);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            query.Add(new TermQuery(new Lucene.Net.Index.Term(Field, term.ToString())), Occur.SHOULD);
        stream.End();
        return _searcher.Search(query, top);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _french.Dispose();
        _english.Dispose();
    }

    private Analyzer AnalyzerOf(TextLanguage language) => language == TextLanguage.French ? _french : _english;
}
