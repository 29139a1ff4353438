using BenchmarkDotNet.Attributes;
using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Benchmarks;

/// <summary>Where the time and the allocations of a question go, on the shipped article.</summary>
[MemoryDiagnoser]
public class AnswerBenchmarks
{
    private const string Question = "Où et quand s'est tenu le sommet ?";

    private readonly Linguistics _linguistics = Linguistics.Shared;
    private BuiltinEmbedder _embedder = null!;
    private Retriever _retriever = null!;
    private Assistant _assistant = null!;
    private QuestionReader _reader = null!;
    private Question _question = null!;

    [GlobalSetup]
    public void Setup()
    {
        _embedder = new BuiltinEmbedder(_linguistics);
        var speech = new SpeechReader(_linguistics);
        var store = new SqliteStore(Directory.CreateTempSubdirectory("summit-bench-").FullName);
        var corpus = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus"));
        var indexer = new Indexer(_linguistics, _embedder, store, speech);
        indexer.Synchronize(corpus);
        _retriever = new Retriever(indexer.Load().Index, _embedder, _linguistics, speech);
        _assistant = new Assistant(() => _retriever, () => _retriever, store.ReadText);
        _reader = new QuestionReader(_linguistics);
        _question = _reader.Read(Question, asked: null, TextLanguage.French, "bench");
    }

    [Benchmark(Baseline = true)]
    public Answer Answer() => _assistant.Answer(_reader.Read(Question, asked: null, TextLanguage.French, "bench"));

    [Benchmark]
    public object Retrieve() => _retriever.Retrieve(_question);

    [Benchmark]
    public object Embed() => _embedder.Embed(Question);

    [Benchmark]
    public object Terms() => _linguistics.Terms.Extract(Question, TextLanguage.French);

    [Benchmark]
    public object DetectLanguage() => _linguistics.Detector.Detect(Question);
}
