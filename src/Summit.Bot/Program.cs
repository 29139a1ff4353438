#pragma warning disable CA1305, CA1826
using Summit.Bot.Answering;
using Summit.Bot.Channels.CommandLine;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

var sw = System.Diagnostics.Stopwatch.StartNew();
var linguistics = Linguistics.Shared;
Console.Error.WriteLine($"linguistics {sw.ElapsedMilliseconds}");
var corpus = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus"));
foreach (var r in corpus.Refusals) Console.Error.WriteLine(r);
Console.Error.WriteLine($"corpus {sw.ElapsedMilliseconds}");
var embedder = new BuiltinEmbedder(linguistics);
var speech = new SpeechReader(linguistics);
var store = new SqliteStore("/tmp/sbdata");
var index = new Indexer(linguistics, embedder, store, speech).Synchronize(corpus.Articles);
Console.Error.WriteLine($"index {sw.ElapsedMilliseconds} passages {index.Passages.Count} sentences {index.SentenceCount}");
var retriever = new Retriever(index, embedder, linguistics, speech);
var assistant = new Assistant(() => retriever, store.ReadText);
var reader = new QuestionReader(linguistics);
if (args[0] == "x")
{
    var q = reader.Read(args[1], null, TextLanguage.French, "x");
    Console.WriteLine(q);
    foreach (var ev in retriever.Retrieve(q)) {
    Console.WriteLine(ev.Question.AsksName + " " + ev.Question.Counted + " " + ev.Question.Types + " coord=" + ev.Question.IsCoordinated);
    for (var i = 0; i < ev.Weights.Count; i++) Console.WriteLine($"  {ev.Question.Terms[i].Term} {string.Join(",", ev.Question.Terms[i].Term.Concepts.Where(c => c >= 0).Select(c => linguistics.Lexicon.Concepts[c].French[0]))} imp={ev.Question.Terms[i].Importance} w={ev.Weights[i]:0.00} df={index.SentenceFrequency(ev.Question.Terms[i].Term)}");
    foreach (var s in ev.Sentences.Take(6)) Console.WriteLine(s + " [" + string.Join(" ", s.Matches.Select(m => m.ToString("0.0"))) + "] " + s.Sentence.Original.Text[..Math.Min(60, s.Sentence.Original.Text.Length)]);
    }
    var a = assistant.Answer(q);
    Console.WriteLine(a is Grounded g ? string.Join(" | ", g.Statements.Select(s => $"{s.Span} [{s.Citation.Sentence}]")) : a.ToString());
    return;
}
if (args[0] == "d")
{
    foreach (var g in GoldQuestion.Read(args[1]))
    {
        if (g.Kind is "smallTalk" or "outOfScope") continue;
        var q = reader.Read(g.Question, null, TextLanguage.French, "x");
        var ev = retriever.Retrieve(q)[0];
        var flat = g.Gold.SelectMany(x => x).ToHashSet();
        var rank = ev.Sentences.ToList().FindIndex(s => flat.Contains(s.Sentence.Number)) + 1;
        var top = ev.Sentences.FirstOrDefault();
        Console.WriteLine($"{(g.Gold.Count == 0 ? "U" : rank == 1 ? "1" : rank.ToString())} {g.Id} s={top?.Support:0.00} sp={top?.SpecificSupport:0.00} c={top?.Coverage:0.00} {ev.Question.Types} top={top?.Sentence.Number} gold={string.Join("|", g.Gold.Select(x => string.Join(",", x)))} :: {g.Question} :: {string.Join(" ", ev.Question.Terms.Select((t, i) => $"{t.Term.Folded}({ev.Weights[i]:0.0};{top?.Matches[i]:0.0})"))}");
    }
    return;
}
if (args[0] == "s")
{
    foreach (var g in GoldQuestion.Read(args[1]).Where(g => g.Gold.Count > 0))
    {
        var q = reader.Read(g.Question, null, TextLanguage.French, "x");
        if (assistant.Answer(q) is Grounded a)
            foreach (var st in a.Statements)
                if (st.Span != null || g.Span != null) Console.WriteLine($"{g.Id} {g.Question} => {st.Span ?? "-"} [{st.Citation.Sentence}] gold: {g.Span}");
    }
    return;
}
var results = Evaluation.Run(GoldQuestion.Read(args[0]), reader, assistant);
Console.Error.WriteLine($"eval {sw.ElapsedMilliseconds}");
foreach (var lang in new[] { "fr", "en" })
    foreach (var kind in results.Select(r => r.Question.Kind).Distinct())
    {
        var g = results.Where(r => r.Question.Kind == kind && r.Question.Language == lang).ToList();
        if (g.Count > 0) Console.WriteLine($"{lang} {kind,-14} n={g.Count,3} right={100.0 * g.Count(r => r.IsRight) / g.Count,5:0.0} recall={100 * g.Average(r => r.Recall),5:0.0} prec={100 * g.Average(r => r.Precision),5:0.0} answered={g.Count(r => r.Status == "answered"),3} lang={g.Count(r => r.IsRightLanguage)}");
    }
foreach (var lang in new[] { "fr", "en" })
{
    var g = results.Where(r => r.Question.Gold.Count > 0 && r.Question.Language == lang).ToList();
    var u = results.Where(r => r.Question.Kind == "unanswerable" && r.Question.Language == lang).ToList();
    Console.WriteLine($"{lang} ANSWERABLE right={100.0 * g.Count(r => r.IsRight) / g.Count:0.0} refused={g.Count(r => r.Status != "answered")} UNANSWERABLE refused={100.0 * u.Count(r => r.Status != "answered") / u.Count:0.0}");
}
if (args.Length > 1)
    foreach (var r in results.Where(r => !r.IsRight || !r.IsRightLanguage))
        Console.WriteLine($"{r.Question.Id} [{r.Question.Kind}] {r.Question.Question} -> {r.Status} [{string.Join(",", r.Cited)}] gold {string.Join("|", r.Question.Gold.Select(x => string.Join(",", x)))}{(r.IsRightLanguage ? "" : " LANG")}");
