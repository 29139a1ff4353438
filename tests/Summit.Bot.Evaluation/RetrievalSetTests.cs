using System.IO.Compression;
using System.Text.Json;
using Summit.Bot.Evaluating;

namespace Summit.Bot.Evaluation;

/// <summary>Retrieval on sets of questions: one made here, and those of a folder that <c>SUMMIT_EVAL_SETS</c> names.</summary>
public sealed class RetrievalSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-sets-").FullName;

    /// <summary>The public sets that were measured.</summary>
    public static TheoryData<string> Measured => [.. Held.Public.Keys];

    private static Baseline Held { get; } = Baseline.Read(Path.Combine(AppContext.BaseDirectory, Baseline.FileName));

    [Fact]
    public void A_set_is_read_by_code_points_and_scored()
    {
        const string First = "Le \U0001F600 moulin de Brive tourne depuis 1789.", Second = "Le pont de Limoges date de 1215.";
        Write("made.passages.jsonl.gz", new { id = "a", lang = "fr", title = "Brive", text = $"{First} {Second}" }, new { id = "b", lang = "fr", title = "Loire", text = "La crue de la Loire a inondé Orléans." });
        Write("made.questions.dev.jsonl.gz", Asked("1", "De quand date le pont de Limoges ?", "a", "1215", Second), Asked("2", "Quelle ville la crue a-t-elle inondée ?", "b", "Orléans", ""));
        var set = RetrievalSet.Read(_folder, RetrievalSet.NamesIn(_folder).Single());
        set.Questions[0].Sentences.ShouldBe([2]);
        var result = RetrievalEvaluation.Run(set, InMemoryRetriever.Of, RetrievalEvaluation.Confidence);
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

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Measured))]
    public void What_was_reached_on_public_sets_stays(string name)
    {
        var folder = Environment.GetEnvironmentVariable("SUMMIT_EVAL_SETS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "SUMMIT_EVAL_SETS names no folder of public sets.");
        var set = name == RetrievalSet.Pooled ? RetrievalSet.Pool([.. RetrievalSet.NamesIn(folder!).Select(each => RetrievalSet.Read(folder!, each))]) : RetrievalSet.Read(folder!, name);
        var result = RetrievalEvaluation.Run(set, InMemoryRetriever.Of, RetrievalEvaluation.Confidence);
        Baseline.Drops(Held.Public[name], Baseline.FiguresOf(result), Baseline.PublicTolerance).ShouldBeEmpty("If this is meant: eval --retrieval folder --baseline.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, params object[] lines)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(Path.Combine(_folder, name)), CompressionLevel.Fastest));
        foreach (var line in lines)
            writer.WriteLine(JsonSerializer.Serialize(line));
    }
}
