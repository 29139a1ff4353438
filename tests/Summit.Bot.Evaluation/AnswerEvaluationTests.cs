using System.Text.Json;
using Summit.Bot.Evaluating;

namespace Summit.Bot.Evaluation;

/// <summary>The evaluation of answers itself, on sets made for it.</summary>
public sealed class AnswerEvaluationTests(GoldSet gold) : IClassFixture<GoldSet>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-made-").FullName;

    [Fact]
    public async Task The_turns_of_a_dialogue_follow_up_on_each_other_and_those_of_another_do_not()
    {
        var set = Read(
            """{"id":"a","language":"fr","turns":[{"question":"Où Kim et Poutine se sont-ils rencontrés ?","kind":"first","gold":[[1],[2]]},{"question":"Et quand ?","kind":"followUp","gold":[[1],[4]]},{"question":"And where?","kind":"followUp","gold":[[1],[2]],"language":"en"},{"question":"merci","kind":"smallTalk","gold":[]}]}""",
            """{"id":"b","language":"fr","turns":[{"question":"Et quand ?","kind":"first","gold":[]}]}""");
        var results = await gold.AskAsync(set);
        results.Select(result => result.Question.Id).ShouldBe(["a.1", "a.2", "a.3", "a.4", "b.1"]);
        results.Select(result => result.Status).ShouldBe(["answered", "answered", "answered", "smallTalk", "notFound"]);
        results.ShouldAllBe(result => result.IsRight && result.IsRightLanguage);
        results[1].Understood.ShouldNotBeNull();
        results[4].Understood.ShouldBeNull();
        var groups = AnswerReport.Of("made", results).Groups;
        groups.Where(group => group.Language == "fr").Select(group => (group.Kind, group.Questions)).ShouldBe(
            [("first", 2), ("followUp", 1), ("smallTalk", 1), ("answerable", 2), ("refusable", 1), ("total", 4)]);
        groups.Single(group => group is { Language: "en", Kind: "followUp" }).Right.ShouldBe(1);
    }

    [Theory]
    [InlineData("injection", "refusal is right too", true)]
    [InlineData("injection", null, false)]
    [InlineData("factoid", "refusal is right too", false)]
    public async Task An_injection_may_be_refused_where_its_note_says_so(string kind, string? note, bool isRight)
    {
        var refused = new GoldQuestion("1", "fr", kind, "Quelle est la capitale de l'Australie ?", [[1]], Note: note);
        var answered = refused with { Id = "2", Question = "Quelle est la date du sommet ?" };
        var results = await gold.AskAsync(new QuestionSet("made", [[refused], [answered]]));
        results.Select(result => result.Status).ShouldBe(["notFound", "answered"]);
        results.Select(result => result.IsRight).ShouldBe([isRight, true]);
        AnswerReport.Of("made", results).Groups.Single(group => group is { Language: "fr", Kind: AnswerReport.Answerable }).Questions.ShouldBe(isRight ? 0 : 2);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_reason()
    {
        var results = await gold.AskAsync(new QuestionSet("made",
        [
            [new GoldQuestion("refused", "en", "factoid", "What is the capital of Australia?", [[1]])],
            [new GoldQuestion("wrong", "fr", "factoid", "Quelle est la date du sommet ?", [[20]])],
            [new GoldQuestion("part", "fr", "twoSentence", "Quelle est la date du sommet ?", [[1, 20]])],
            [new GoldQuestion("false", "fr", "unanswerable", "Quelle est la date du sommet ?", [])],
            [new GoldQuestion("talk", "fr", "factoid", "Bonjour !", [[1]])],
            [new GoldQuestion("language", "en", "factoid", "Quelle est la date du sommet ?", [[1]])],
        ]));
        results.Select(result => result.Faults.Single().Kind).ShouldBe(
            [FaultKind.Refused, FaultKind.WrongSentence, FaultKind.Incomplete, FaultKind.FalseAnswer, FaultKind.WrongStatus, FaultKind.WrongLanguage]);
        results[0].Faults[0].Reason.ShouldContain("Australia");
        results[1].Faults[0].Reason.ShouldContain("gold 20");
        results[2].Faults[0].Reason.ShouldStartWith("20 not cited");
        var output = new StringWriter();
        AnswerReport.Of("made", results).WriteFailures(output);
        output.ToString().ShouldContain("expected answered 1, 20 · got answered 1");
    }

    [Fact]
    public async Task A_citation_counts_only_when_it_is_of_the_article_that_is_asked_about()
    {
        var shipped = gold.Core.Index.Articles.Keys.Single();
        var right = new GoldQuestion("right", "fr", "factoid", "Quelle est la date du sommet ?", [[1]], Article: shipped);
        var results = await gold.AskAsync(new QuestionSet("made", [[right], [right with { Id = "other", Article = "other" }]]));
        results.Select(result => (result.IsRight, result.Recall, result.Precision)).ShouldBe([(true, 1, 1), (false, 0, 0)]);
        results[1].Faults.Single().Kind.ShouldBe(FaultKind.WrongSentence);
        results[1].Faults.Single().Reason.ShouldContain("gold 1 not among");
        var output = new StringWriter();
        AnswerReport.Of("made", results).WriteFailures(output);
        output.ToString().ShouldContain("other [factoid on other]");
        output.ToString().ShouldContain($"expected answered 1 · got answered {shipped} 1");
    }

    [Fact]
    public async Task A_set_is_asked_on_the_articles_in_the_folder_of_its_name_and_on_those_of_the_corpus()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "made"));
        File.WriteAllText(
            Path.Combine(_folder, "made", "mill.md"), "---\nid: mill\ntitle: Le moulin de Brive\nlanguage: fr\npublished: 2024-01-02\n---\nLe moulin de Brive tourne depuis 1789.\n");
        var set = Read(
            """{"id":"1","language":"fr","kind":"factoid","question":"Depuis quand tourne le moulin de Brive ?","gold":[[1]],"article":"mill"}""",
            """{"id":"2","language":"fr","kind":"factoid","question":"Où Kim et Poutine se sont-ils rencontrés ?","gold":[[1],[2]],"article":"kim-poutine-vladivostok-2019"}""");
        var results = await gold.AskAsync(set);
        results.ShouldAllBe(result => result.IsRight && result.Quotations > 0 && result.ExactQuotations == result.Quotations);
        results[0].Cited.ShouldBe([new CitedSentence("mill", 1)]);
        gold.Core.Index.Articles.ShouldNotContainKey("mill");
        File.WriteAllText(Path.Combine(_folder, "made", "mill.md"), "Le moulin.");
        Should.Throw<InvalidDataException>(() => QuestionSet.Read(OwnSets.FileIn(_folder, "made"))).Message.ShouldContain("mill.md:1");
    }

    [Fact]
    public async Task Totals_of_several_sets_tell_what_was_refused()
    {
        var results = await gold.AskAsync(new QuestionSet("made",
        [
            [new GoldQuestion("1", "fr", "factoid", "Quelle est la date du sommet ?", [[1]])],
            [new GoldQuestion("2", "fr", "factoid", "Quelle est la capitale de l'Australie ?", [[1]])],
            [new GoldQuestion("3", "fr", "unanswerable", "Quelle est la date du sommet ?", [])],
            [new GoldQuestion("4", "fr", GoldQuestion.OutOfScope, "Quelle est la capitale de l'Australie ?", [])],
        ]));
        var output = new StringWriter();
        AnswerReport.WriteTotals([AnswerReport.Of("made", results)], output);
        var cells = output.ToString().Split('\n')[2].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        cells.ShouldBe(["made", "fr", "4", "50.0", "50.0", "100.0", "50.0", "0.0", "100.0", "100.0", "100.0"]);
    }

    [Fact]
    public async Task A_report_survives_its_JSON()
    {
        var report = AnswerReport.Of("made", await gold.AskAsync(new QuestionSet("made", [.. GoldSet.Set("gold").Conversations.Take(5)])));
        var json = JsonSerializer.Serialize(report, EvaluationJson.Readable.AnswerReport);
        var read = JsonSerializer.Deserialize(json, EvaluationJson.Readable.AnswerReport)!;
        read.Groups.ShouldBe(report.Groups);
        JsonSerializer.Serialize(read, EvaluationJson.Readable.AnswerReport).ShouldBe(json);
    }

    [Fact]
    public async Task Of_sets_that_are_held_out_a_report_has_nothing_but_totals()
    {
        var report = AnswerReport.Of(OwnSets.HeldOut[0], await gold.AskAsync(new QuestionSet("made", [.. GoldSet.Set("gold").Conversations.Take(5)])));
        report.Questions.ShouldBeEmpty();
        report.Groups.Select(group => group.Kind).Distinct().ShouldBe([AnswerReport.Answerable, AnswerReport.Refusable, AnswerReport.Total]);
    }

    [Fact]
    public void A_baseline_survives_its_file_and_tells_what_dropped()
    {
        var path = Path.Combine(_folder, Baseline.FileName);
        var baseline = new Baseline(new() { ["gold"] = new() { ["fr total right"] = 0.9 } }, []);
        baseline.Write(path);
        Baseline.Read(path).Own["gold"].ShouldBe(baseline.Own["gold"]);
        var held = new Dictionary<string, double> { ["a"] = 0.9, ["b"] = 0.5, ["c"] = 0.1 };
        var measured = new Dictionary<string, double> { ["a"] = 0.898, ["b"] = 0.6 };
        Baseline.Drops(held, measured, 0).ShouldBe(["a: 0.8980, was 0.9000", "c: not measured, was 0.1000"]);
        Baseline.Drops(held, measured, Baseline.PublicTolerance).ShouldBe(["c: not measured, was 0.1000"]);
        Baseline.Changes(held, measured).Count.ShouldBe(3);
        Baseline.Changes(held, held).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"language\":\"fr\",\"kind\":\"factoid\",\"question\":\"?\"}", "gold")]
    [InlineData("{\"id\":\"1\",\"language\":\"de\",\"kind\":\"factoid\",\"question\":\"?\",\"gold\":[]}", "de")]
    [InlineData("{\"id\":\"1\",\"language\":\"fr\",\"kind\":\"factoid\",\"question\":\"?\",\"gold\":[[]]}", "empty")]
    [InlineData("{\"id\":\"1\",\"language\":\"fr\",\"turns\":[{\"question\":\"?\",\"kind\":\"first\",\"gold\":[],\"frage\":1}]}", "frage")]
    [InlineData("[]", "question")]
    [InlineData("null", "question")]
    public void A_line_that_is_no_question_is_named(string line, string named)
    {
        var error = Should.Throw<InvalidDataException>(() => Read("", line));
        error.Message.ShouldContain("made.jsonl:2");
        error.Message.ShouldContain(named);
    }

    [Fact]
    public void A_set_without_questions_is_named() => Should.Throw<InvalidDataException>(() => Read("")).Message.ShouldContain("made.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private QuestionSet Read(params string[] lines)
    {
        var path = OwnSets.FileIn(_folder, "made");
        File.WriteAllLines(path, lines);
        return QuestionSet.Read(path);
    }
}
