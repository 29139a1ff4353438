using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>What is kept of answers and conversations by the program as a process, and what <c>forget</c> leaves.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Question = "Où les deux dirigeants se sont-ils rencontrés ?", Unanswered = "Quelle est la capitale de l'Australie ?";

    private readonly string _data = Directory.CreateTempSubdirectory("summit-audit-").FullName;

    [Fact]
    public async Task The_command_line_replays_its_own_answer_to_the_sentence()
    {
        var (_, output, _) = await BotProcess.RunAsync(_data, "ask", Question, "--json");
        var answer = JsonNode.Parse(output)!;
        var (code, shown, error) = await BotProcess.RunAsync(_data, "audit", Id(answer));
        code.ShouldBe(0, error);
        shown.ShouldContain(Question);
        shown.ShouldContain("Index       summit-builtin ");
        shown.ShouldContain(answer["citations"]![0]!["quote"]!.GetValue<string>());
        var (_, json, _) = await BotProcess.RunAsync(_data, "audit", Id(answer), "--json");
        var record = JsonNode.Parse(json)!;
        record["citations"]![0]!["start"]!.GetValue<int>().ShouldBe(answer["citations"]![0]!["start"]!.GetValue<int>());
        record["clauses"]![0]![0]!["sentences"]!.AsArray().Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task With_a_chat_model_the_prompt_the_output_and_what_was_dropped_are_shown()
    {
        await using var model = await ChatServer.StartAsync(call => call.IsSecondTry
            ? ChatScript.Saying(call.Language, (call.Sentences[1], [1])) : ChatScript.Saying(call.Language, ("Tout s'est joué en 1987.", [1])));
        string[] settings = ["--Summit:Answers:Provider=Chat", $"--Summit:Chat:Endpoint={model.Address}", "--Summit:Chat:Model=scripted", $"--Summit:Chat:ApiKey={ChatServer.Key}"];
        var (_, output, _) = await BotProcess.RunAsync(_data, ["ask", Question, "--json", .. settings]);
        var (_, shown, _) = await BotProcess.RunAsync(_data, "audit", Id(JsonNode.Parse(output)!));
        shown.ShouldContain("Chat model  Answered");
        shown.ShouldContain("Prompt answer, scripted, ");
        shown.ShouldContain("BEGIN SENTENCES");
        shown.ShouldContain("Dropped     statement 1 holds the figure 1987");
        shown.ShouldContain("Tout s");
        shown.ShouldNotContain(ChatServer.Key);
    }

    [Fact]
    public async Task A_server_that_is_stopped_loses_no_record_and_no_conversation_and_one_that_is_killed_only_the_last_half_second()
    {
        JsonNode first, second;
        await using (var bot = await BotProcess.ServeOnAsync(_data))
        {
            first = await AskAsync(bot, Question);
            bot.Terminate();
            await bot.WaitForExitAsync();
        }

        await using (var bot = await BotProcess.ServeOnAsync(_data))
        {
            second = await AskAsync(bot, "Et quand ?", first["conversationId"]!.GetValue<string>());
            second["text"]!.GetValue<string>().ShouldContain("Question comprise");
            await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
            // Disposed of is killed.
        }

        foreach (var answer in new[] { first, second })
            (await BotProcess.RunAsync(_data, "audit", Id(answer))).ExitCode.ShouldBe(0);
        await using var last = await BotProcess.ServeOnAsync(_data);
        (await AskAsync(last, "Et où ?", first["conversationId"]!.GetValue<string>()))["text"]!.GetValue<string>().ShouldContain("Question comprise");
    }

    [Fact]
    public async Task Editors_list_what_was_not_answered_and_what_was_not_liked_and_forget_leaves_no_question()
    {
        await using var bot = await BotProcess.ServeOnAsync(_data);
        var chat = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
        await chat.PollUntilAsync(DirectLineChat.IsReplyTo(await chat.AskAsync(Unanswered)));
        var asked = await chat.AskAsync(Question);
        var reply = (await chat.PollUntilAsync(DirectLineChat.IsReplyTo(asked))).First(DirectLineChat.IsReplyTo(asked));
        var dislike = reply["entities"]!.AsArray().SelectMany(entity => entity!["potentialAction"]?.AsArray() ?? []).First(action => action!["@type"]!.GetValue<string>() == "DislikeAction")!;
        var vote = new JsonObject { ["type"] = "event", ["name"] = "webchat:activity-status/feedback", ["entities"] = new JsonArray(dislike.DeepClone()) };
        using (var posted = await chat.PostAsync(vote))
            posted.EnsureSuccessStatusCode();
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        var (_, unanswered, _) = await BotProcess.RunAsync(_data, "audit", "--unanswered");
        unanswered.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(Unanswered);
        var (_, disliked, error) = await BotProcess.RunAsync(_data, "audit", "--disliked");
        disliked.Trim().Split('\n').ShouldHaveSingleItem(error).ShouldContain(Question);

        await chat.PollUntilAsync(DirectLineChat.IsReplyTo(await chat.AskAsync("forget")));
        var (_, forgotten, _) = await BotProcess.RunAsync(_data, "audit", "--unanswered", "--json");
        var record = JsonNode.Parse(forgotten.Trim())!;
        record["asked"].ShouldBeNull();
        record["clauses"].ShouldNotBeNull();
        (await BotProcess.RunAsync(_data, "audit", "--disliked")).Output.ShouldContain("(forgotten)");
        foreach (var file in Directory.GetFiles(_data, "*.db*").Where(file => !Path.GetFileName(file).StartsWith("summit.db", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain("Australie", Case.Sensitive, file);
        }
    }

    [Theory]
    [InlineData(2, "one of three")]
    [InlineData(2, "one of three", "--unanswered", "--disliked")]
    [InlineData(1, "There is no record", "nobody")]
    public async Task What_cannot_be_shown_is_said_in_one_line(int code, string reason, params string[] args)
    {
        var (exitCode, _, error) = await BotProcess.RunAsync(_data, ["audit", .. args]);
        exitCode.ShouldBe(code);
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(reason);
    }

    [Theory]
    [InlineData("--unanswered")]
    [InlineData("--disliked")]
    public async Task With_nothing_to_list_nothing_is_printed_and_nothing_made(string what)
    {
        var (code, output, _) = await BotProcess.RunAsync(_data, "audit", what);
        (code, output).ShouldBe((0, ""));
        Directory.GetFileSystemEntries(_data).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static string Id(JsonNode answer) => answer["answerId"]!.GetValue<string>();

    private static async Task<JsonNode> AskAsync(BotProcess bot, string question, string? conversationId = null)
    {
        using var response = await bot.Client.PostAsJsonAsync("/api/ask", new { question, conversationId });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
