using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>The program with a chat model, as it is configured.</summary>
public sealed class ChatProcessTests : IDisposable
{
    private const string Question = "Où les deux dirigeants se sont-ils rencontrés ?";

    private readonly string _data = Directory.CreateTempSubdirectory("summit-chatp-").FullName;

    [Fact]
    public async Task The_command_line_answers_in_the_words_of_the_model_and_labels_them()
    {
        await using var model = await ChatServer.StartAsync(Honest);
        var key = Path.Combine(_data, "key");
        await File.WriteAllTextAsync(key, ChatServer.Key + "\n");
        var (code, output, error) = await BotProcess.RunAsync(_data, ["ask", Question, .. Settings(model.Address), $"--Summit:Chat:ApiKeyFile={key}"]);
        code.ShouldBe(0, error);
        output.ShouldContain("Rédigé par une IA");
        output.ShouldContain("[1]");
        (output + error).ShouldNotContain(ChatServer.Key);
    }

    [Fact]
    public async Task A_reply_grows_in_the_web_chat_statement_by_statement()
    {
        await using var model = await ChatServer.StartAsync(call => Honest(call, 3) with { Pace = TimeSpan.FromMilliseconds(60) });
        // On a busy machine the informative line would come just before the first statement, and take the turn of what follows within its pace.
        await using var bot = await BotProcess.ServeOnAsync(_data, [.. Settings(model.Address), $"--Summit:Chat:ApiKey={ChatServer.Key}", "--Summit:Streaming:After=00:01:00"]);
        var chat = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
        using var socket = await DirectLineChat.OpenAsync(chat.StreamUrl);
        var id = await chat.AskAsync(Question);
        var (activities, _) = await DirectLineChat.ReadUntilAsync(socket, DirectLineChat.IsReplyTo(id));
        var growing = activities.Where(a => a["channelData"]?["streamType"] is not null).ToList();
        growing[^1]["channelData"]!["streamType"]!.GetValue<string>().ShouldBe("final");
        var texts = growing.Where(a => a["channelData"]!["streamType"]!.GetValue<string>() == "streaming").Select(a => a["text"]!.GetValue<string>()).ToList();
        texts.ShouldNotBeEmpty();
        texts.Select(text => text.Length).ShouldBeInOrder();
        growing[^1]["entities"]!.AsArray().ShouldContain(e => e!["additionalType"] != null && e["additionalType"]![0]!.GetValue<string>() == "AIGeneratedContent");
        bot.Log.ShouldNotContain(ChatServer.Key);
    }

    [Fact]
    public async Task Without_the_model_s_server_the_answer_says_so_and_is_right()
    {
        await using var bot = await BotProcess.ServeOnAsync(_data, [.. Settings(new Uri("http://127.0.0.1:9/v1")), $"--Summit:Chat:ApiKey={ChatServer.Key}"]);
        foreach (var question in new[] { Question, "On which island is the summit held?" })
        {
            using var response = await bot.Client.PostAsJsonAsync("/api/ask", new { question });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            answer.GetProperty("status").GetString().ShouldBe("answered");
            answer.GetProperty("text").GetString()!.ShouldContain(answer.GetProperty("language").GetString() == "fr" ? "Le modèle de langage ne répond pas" : "The language model does not answer");
        }

        bot.Log.ShouldContain("The chat model did not answer");
        bot.Log.ShouldNotContain(ChatServer.Key);
    }

    [Fact]
    public async Task A_server_that_knows_only_old_fields_and_no_schema_is_served()
    {
        JsonObject? sent = null;
        await using var model = await ChatServer.StartAsync(
            call =>
            {
                sent = call.Body;
                var content = Honest(call).Content;
                return new ChatScript($"Here it is:\n```json\n{content}\n```");
            },
            "max_tokens");
        var (code, output, error) = await BotProcess.RunAsync(
            _data, ["ask", Question, .. Settings(model.Address), $"--Summit:Chat:ApiKey={ChatServer.Key}", "--Summit:Chat:UsesOldFields=true", "--Summit:Chat:Output=Text", "--Summit:Chat:HasTemperature=false"]);
        code.ShouldBe(0, error);
        output.ShouldContain("Rédigé par une IA");
        sent!["max_tokens"]!.GetValue<int>().ShouldBe(800);
        sent.Select(field => field.Key).ShouldBe(["messages", "model", "stream", "max_tokens"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Development", 0)]
    [InlineData("Production", 1)]
    public async Task The_key_is_read_from_the_secrets_of_the_user_in_development_alone(string environment, int code)
    {
        await using var model = await ChatServer.StartAsync(Honest);
        var secrets = Directory.CreateDirectory(Path.Combine(_data, "Microsoft", "UserSecrets", "summit-bot")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "secrets.json"), $$"""{"Summit:Chat:ApiKey": "{{ChatServer.Key}}"}""");
        var start = BotProcess.StartInfo(_data, ["ask", Question, "--Summit:Answers:Provider=Chat", "--Summit:Chat:Model=scripted"], environment);
        start.Environment["APPDATA"] = _data;
        // Without an address a key is wanted, which tells whether there is one; with it the model is asked.
        if (code == 0)
            start.ArgumentList.Add($"--Summit:Chat:Endpoint={model.Address}");
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(code, await error);
        if (code == 0)
            (await output).ShouldContain("Rédigé par une IA");
        else
            (await error).ShouldContain("Summit:Chat:ApiKey");
    }

    [Theory]
    [InlineData("Summit:Chat:Model", "--Summit:Chat:ApiKey=k")]
    [InlineData("Summit:Chat:ApiKey", "--Summit:Chat:Model=m")]
    [InlineData("Summit:Chat:Endpoint", "--Summit:Chat:Model=m", "--Summit:Chat:Provider=AzureOpenAI")]
    [InlineData("Summit:Chat:ApiKeyFile", "--Summit:Chat:Model=m", "--Summit:Chat:ApiKeyFile=/none")]
    [InlineData("Summit:Chat:PromptsPath", "--Summit:Chat:Model=m", "--Summit:Chat:ApiKey=k", "--Summit:Chat:PromptsPath=/none")]
    [InlineData("Summit:Chat:MaxConcurrency", "--Summit:Chat:Model=m", "--Summit:Chat:ApiKey=k", "--Summit:Chat:MaxConcurrency=0")]
    public async Task A_setting_that_is_missing_or_wrong_is_named_in_one_line(string key, params string[] settings)
    {
        var (code, _, error) = await BotProcess.RunAsync(_data, ["ask", Question, "--Summit:Answers:Provider=Chat", .. settings]);
        code.ShouldBe(1);
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(key);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static string[] Settings(Uri address) => ["--Summit:Answers:Provider=Chat", $"--Summit:Chat:Endpoint={address}", "--Summit:Chat:Model=scripted"];

    private static ChatScript Honest(ChatCall call) => Honest(call, 1);

    private static ChatScript Honest(ChatCall call, int count) =>
        ChatScript.Saying(call.Language, [.. call.Sentences.Take(count).Select(sentence => (sentence.Value, new[] { sentence.Key }))]);
}
