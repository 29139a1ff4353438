using System.IO.Compression;
using System.Text.Json;
using Summit.Bot.Channels.CommandLine;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluation;

/// <summary>Retrieval on sets of questions: one made here, and those of a folder that <c>SUMMIT_EVAL_SETS</c> names.</summary>
public sealed class RetrievalSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-sets-").FullName;

    [Fact]
    public void A_set_is_read_by_code_points_and_scored()
    {
        const string First = "Le \U0001F600 moulin de Brive tourne depuis 1789.", Second = "Le pont de Limoges date de 1215.";
        Write("made.passages.jsonl.gz", new { id = "a", lang = "fr", title = "Brive", text = $"{First} {Second}" }, new { id = "b", lang = "fr", title = "Loire", text = "La crue de la Loire a inondé Orléans." });
        Write("made.questions.dev.jsonl.gz", Asked("1", "De quand date le pont de Limoges ?", "a", "1215", Second), Asked("2", "Quelle ville la crue a-t-elle inondée ?", "b", "Orléans", ""));
        var set = RetrievalSet.Read(_folder, RetrievalSet.NamesIn(_folder).Single());
        set.Questions[0].Sentences.ShouldBe([2]);
        var result = RetrievalEvaluation.Run(set, Index);
        (result.Passage.Recall1, result.Sentence.Recall1, result.Given).ShouldBe((1, 1, 1));

        object Asked(string id, string question, string passage, string answer, string sentence) => new
        {
            id, lang = "fr", question, passage_id = passage, answerable = true, ambiguous = false, answer,
            // Code points: the smiley is one of them, and two UTF-16 units.
            answer_start = sentence.Length > 0 ? First.Length - 1 + 1 + sentence.IndexOf(answer, StringComparison.Ordinal) : "La crue de la Loire a inondé ".Length,
        };
    }

    [Fact]
    public void A_folder_without_sets_is_named() => Should.Throw<IOException>(() => RetrievalSet.NamesIn(_folder)).Message.ShouldContain(_folder);

    [Theory]
    [InlineData("piaf", 0.72, 0.55)]
    [InlineData("afriqafr", 0.70, 0.47)]
    [InlineData("squad11dev", 0.82, 0.72)]
    [InlineData("ntrexfr", 0.90, 0.89)]
    public void What_was_reached_on_public_sets_stays(string name, double passage, double sentence)
    {
        var folder = Environment.GetEnvironmentVariable("SUMMIT_EVAL_SETS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "SUMMIT_EVAL_SETS names no folder of public sets.");
        var result = RetrievalEvaluation.Run(RetrievalSet.Read(folder!, name), Index);
        result.Passage.Recall1.ShouldBeGreaterThanOrEqualTo(passage);
        result.Sentence.Recall1.ShouldBeGreaterThanOrEqualTo(sentence);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Retriever Index(IReadOnlyList<Corpus.Article> articles)
    {
        var (embedder, speech) = (new BuiltinEmbedder(Linguistics.Shared), new SpeechReader(Linguistics.Shared));
        return new Retriever(Indexer.InMemory(articles, Linguistics.Shared, embedder, speech), embedder, Linguistics.Shared, speech);
    }

    private void Write(string name, params object[] lines)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(Path.Combine(_folder, name)), CompressionLevel.Fastest));
        foreach (var line in lines)
            writer.WriteLine(JsonSerializer.Serialize(line));
    }
}
