using System.Text.Json;
using Summit.Bot.Corpus;

namespace Summit.Bot.EndToEnd;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Où et quand s'est tenu le sommet ?", "Le président nord-coréen Kim Jong-un et son homologue russe se sont donc retrouvés")]
    [InlineData("What was deployed for the security of the summit?", "Un important dispositif de sécurité a été déployé.")]
    public async Task A_question_is_answered_with_the_exact_sentence_on_an_empty_data_folder(string question, string sentence)
    {
        var (exitCode, output, error) = await BotProcess.RunAsync(null, "ask", question);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain(sentence);
        output.ShouldNotContain("**");
        output.ShouldNotContain("\e");
    }

    [Fact]
    public async Task Json_holds_offsets_that_cut_the_quotation_out_of_the_article()
    {
        var (exitCode, output, _) = await BotProcess.RunAsync(null, "ask", "Who accuses Russia of helping Pyongyang?", "--json");
        exitCode.ShouldBe(0);
        var article = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus")).Articles.ShouldHaveSingleItem();
        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        root.GetProperty("status").GetString().ShouldBe("answered");
        root.GetProperty("language").GetString().ShouldBe("en");
        root.EnumerateObject().Select(p => p.Name).ShouldBe(["status", "language", "text", "citations", "closest", "conversationId", "answerId"]);
        var citation = root.GetProperty("citations").EnumerateArray().ShouldHaveSingleItem();
        citation.GetProperty("articleVersion").GetString().ShouldBe(article.Version);
        var quote = citation.GetProperty("quote").GetString()!;
        article.Text.Substring(citation.GetProperty("start").GetInt32(), citation.GetProperty("length").GetInt32()).ShouldBe(quote);
        article.SentenceText(citation.GetProperty("sentence").GetInt32()).ShouldBe(quote);
        root.GetProperty("text").GetString()!.ShouldContain(quote);
        citation.GetProperty("translation").GetString().ShouldBe(article.Translation!.Sentences[citation.GetProperty("sentence").GetInt32() - 1]);
    }

    [Fact]
    public async Task A_question_that_the_article_does_not_answer_is_refused_and_that_is_no_failure()
    {
        var (exitCode, output, _) = await BotProcess.RunAsync(null, "ask", "Quelle est la recette de la ratatouille ?", "--json");
        exitCode.ShouldBe(0);
        using var document = JsonDocument.Parse(output);
        document.RootElement.GetProperty("status").GetString().ShouldBe("notFound");
        document.RootElement.GetProperty("citations").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_language_asked_for_wins_over_that_of_the_question()
    {
        var (_, output, _) = await BotProcess.RunAsync(null, "ask", "date du sommet ?", "--language", "en");
        output.ShouldContain("Translation by");
    }

    [Fact]
    public async Task The_second_question_finds_the_store_filled()
    {
        var data = Directory.CreateTempSubdirectory("summit-e2e-").FullName;
        var first = await BotProcess.RunAsync(data, "ask", "date du sommet ?");
        var second = await BotProcess.RunAsync(data, "ask", "date du sommet ?");
        second.ShouldBe(first);
        File.Exists(Path.Combine(data, "summit.db")).ShouldBeTrue();
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("eval", "--help")]
    public async Task Help_is_everywhere(params string[] args)
    {
        var (exitCode, output, _) = await BotProcess.RunAsync(null, args);
        exitCode.ShouldBe(0);
        output.ShouldContain("Usage:");
    }

    public static TheoryData<int, string[], string[]> Mistakes => new()
    {
        { 2, ["ask"], ["argument", "--help"] },
        { 2, ["ask", ""], ["empty", "summit-bot ask"] },
        { 2, ["ask", "  \t "], ["empty"] },
        { 2, ["ask", new string('a', 10_000)], ["10000", "2000"] },
        { 2, ["ask", "one", "two"], ["two", "--help"] },
        { 2, ["ask", "question", "--language", "de"], ["de", "fr", "en"] },
        { 2, ["ask", "question", "--frobnicate"], ["--frobnicate"] },
        { 2, ["ask", "question", "--Summit:DataPath"], ["--Summit:DataPath=value"] },
        { 2, ["frobnicate"], ["frobnicate", "--help"] },
        { 2, ["eval", "no-such-file.jsonl"], ["no-such-file.jsonl"] },
        { 2, ["eval", "--ablate"], ["--ablate", "--retrieval"] },
        { 2, ["eval", "--retrieval", ".", "--failures"], ["--failures"] },
        { 2, ["eval", "gold.jsonl", "--baseline"], ["--baseline"] },
        { 2, ["eval", "--json", "--baseline"], ["--json", "--baseline"] },
        { 1, ["eval", MalformedGold], [MalformedGold, ":1:"] },
        { 1, ["ask", "date ?", "--Summit:CorpusPath=/no/such/folder"], ["/no/such/folder", "Summit:CorpusPath"] },
        { 1, ["ask", "date ?", $"--Summit:CorpusPath={Empty}"], [Empty, "Summit:CorpusPath"] },
        { 1, ["ask", "date ?", $"--Summit:CorpusPath={Malformed}"], ["a.md:1", "---"] },
        { 1, ["ask", "date ?", "--Summit:DataPath="], ["Summit:DataPath", "default"] },
        { 1, ["ask", "date ?", "--Summit:Datapaths=x"], ["Summit:Datapaths", "Did you mean Summit:DataPath?"] },
        { 1, ["ask", "date ?", "--Summit:PublicUrl=ftp://x"], ["Summit:PublicUrl", "https://bot.example.org"] },
        { 1, ["ask", "date ?", "--Summit:RateLimit:PerAddress=many"], ["Summit:RateLimit:PerAddress", "many", "a whole number"] },
        { 1, ["ask", "date ?", "--Summit:RateLimit:PerConversation=-1"], ["Summit:RateLimit:PerConversation", "0 for no limit"] },
        { 1, ["ask", "date ?", "--Summit:AnswerTimeout=soon"], ["Summit:AnswerTimeout", "soon", "00:00:30"] },
        { 1, ["ask", "date ?", "--Summit:AnswerTimeout=00:00:00"], ["Summit:AnswerTimeout", "00:10:00"] },
        { 1, ["--Summit:Typo=1"], ["Summit:Typo", "The settings are"] },
        { 1, ["--urls=nonsense"], ["nonsense", "--urls"] },
        { 1, ["--urls=http://localhost:99999"], ["99999", "--urls"] },
    };

    private static string Empty { get; } = Directory.CreateTempSubdirectory("summit-empty-").FullName;

    private static string Malformed { get; } = FolderWith("a.md", "No front matter.");

    private static string MalformedGold { get; } = Path.Combine(FolderWith("gold.jsonl", "{"), "gold.jsonl");

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_ends_with_its_exit_code_and_one_line_that_names_it(int exitCode, string[] args, string[] named)
    {
        var (code, output, error) = await BotProcess.RunAsync(null, args);
        code.ShouldBe(exitCode, error);
        output.ShouldBeEmpty();
        error.TrimEnd().Split('\n').Length.ShouldBe(1, error);
        error.ShouldStartWith("summit-bot: ");
        foreach (var name in named)
            error.ShouldContain(name);
    }

    [Fact]
    public async Task A_file_that_is_not_sound_is_named_and_the_others_are_served()
    {
        var folder = FolderWith("bad.md", "---\nid: A B\n---\nText.\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "good.md"), "---\nid: good\ntitle: Le moulin\nlanguage: fr\npublished: 2024-01-01\n---\nLe moulin date de 1789.\n");
        var (exitCode, output, error) = await BotProcess.RunAsync(null, "ask", "De quand date le moulin ?", $"--Summit:CorpusPath={folder}");
        exitCode.ShouldBe(0);
        output.ShouldContain("Le moulin date de 1789.");
        error.ShouldStartWith("summit-bot: warning:");
        error.ShouldContain("bad.md:2");
        error.TrimEnd().Split('\n').Length.ShouldBe(1, error);
    }

    [Fact]
    public async Task A_port_in_use_ends_with_1_and_one_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}";
        var (exitCode, _, error) = await BotProcess.RunAsync(null, "--urls", address);
        exitCode.ShouldBe(1);
        error.ShouldContain("--urls");
        error.TrimEnd().Split('\n').Length.ShouldBe(1, error);
    }

    [Fact]
    public async Task Eval_prints_one_table_by_language_and_kind()
    {
        var gold = Path.GetTempFileName();
        await File.WriteAllTextAsync(gold, """
            {"id":"1","language":"fr","kind":"factoid","question":"date du sommet ?","gold":[[1]],"span":null,"note":null}
            {"id":"2","language":"en","kind":"outOfScope","question":"What is the capital of Australia?","gold":[],"span":null,"note":null}
            """);
        var (exitCode, output, _) = await BotProcess.RunAsync(null, "eval", gold);
        exitCode.ShouldBe(0);
        output.ShouldContain("factoid");
        output.ShouldContain("outOfScope");
        output.Split('\n').Single(line => line.StartsWith("| all", StringComparison.Ordinal) && line.Contains("total", StringComparison.Ordinal)).ShouldContain("100.0");
        var (_, json, _) = await BotProcess.RunAsync(null, "eval", gold, "--json");
        JsonDocument.Parse(json).RootElement.GetProperty("questions").EnumerateArray().ShouldAllBe(question => question.GetProperty("isRight").GetBoolean());
        File.Delete(gold);
    }

    private static string FolderWith(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("summit-mistake-").FullName;
        File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }
}
