using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
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
    private Answer _answer = null!;
    private IReadOnlyList<Evidence> _evidence = null!;
    private readonly BuiltinComposer _composer = new();
    private readonly AnswerText _text = new(Markup.Markdown, _ => []);

    [GlobalSetup]
    public void Setup()
    {
        _embedder = new BuiltinEmbedder(_linguistics);
        var served = new ServedIndex(new SqliteStore(Directory.CreateTempSubdirectory("summit-bench-").FullName), Path.Combine(AppContext.BaseDirectory, "corpus"), NullLogger.Instance);
        served.Synchronize();
        _retriever = served.Retriever;
        _assistant = new Assistant(() => served.Retriever, served.Reload, served.ReadText);
        _reader = new QuestionReader(_linguistics);
        _question = _reader.Read(Question, asked: null, TextLanguage.French, "bench");
        _answer = _assistant.Answer(_question);
        _evidence = _retriever.Retrieve(_question);
    }

    [Benchmark(Baseline = true)]
    public Answer Answer() => _assistant.Answer(_reader.Read(Question, asked: null, TextLanguage.French, "bench"));

    [Benchmark]
    public object Retrieve() => _retriever.Retrieve(_question);

    [Benchmark]
    public object Compose() => _composer.Compose(_question, _evidence);

    [Benchmark]
    public object Render() => _text.Render(_answer);

    [Benchmark]
    public object Read() => _reader.Read(Question, asked: null, TextLanguage.French, "bench");

    [Benchmark]
    public object Embed() => _embedder.Embed(Question);

    [Benchmark]
    public object Terms() => _linguistics.Terms.Extract(Question, TextLanguage.French);

    [Benchmark]
    public object DetectLanguage() => _linguistics.Detector.Detect(Question);
}
