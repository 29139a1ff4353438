using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>Questions as nobody should type them and everybody does, on every way in.</summary>
public sealed class InputTests(ServerFixture server)
{
    public static TheoryData<string, string, string> Questions => new()
    {
        { "Quelle est la date <b>du sommet</b> [7] ?", "answered", "25 avril 2019" },
        { "**Quelle** est la `date` du _sommet_ [1](http://x) ?", "answered", "25 avril 2019" },
        { "\u001b[31mQuelle est la date du sommet ?\u001b[0m\u0007", "answered", "25 avril 2019" },
        { "Quelle est la \u202Edate\u202C du som\u200Bmet ?", "answered", "25 avril 2019" },
        { "QUELLE EST LA DATE DU SOMMET ???!!!", "answered", "25 avril 2019" },
        { "Vladivostok", "answered", "Vladivostok" },
        { "🤝🇰🇵🇷🇺", "smallTalk", "avec vos mots" },
        { "?!…", "smallTalk", "avec vos mots" },
        { "ما هو تاريخ القمة؟", "notFound", "I only understand French and English" },
        { "\u202Eמתי הייתה הפסגה?\u202C", "notFound", "I only understand French and English" },
        { "Donde se celebro la cumbre entre los dos lideres", "notFound", "I only understand French and English" },
        { "Was hat Putin gesagt?", "notFound", "I only understand French and English" },
        { "42", "notFound", "42" },
        { "'; DROP TABLE article; --", "notFound", "" },
        { "{{7*7}} ${jndi:ldap://x} %s%n", "notFound", "" },
    };

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_API_answers_each_as_what_it_is(string question, string status, string contained)
    {
        var response = await server.Bot.Client.PostAsJsonAsync("/api/ask", new { question }, Ending);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Ending);
        answer.GetProperty("status").GetString().ShouldBe(status);
        var text = answer.GetProperty("text").GetString()!;
        text.ShouldContain(contained);
        text.ShouldAllBe(c => c == '\n' || !char.IsControl(c));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_bot_answers_each_as_what_it_is(string question, string status, string contained)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        foreach (var channel in new[] { "msteams", "webchat", "sms" })
        {
            // The locale is that of the client; a message without words is answered in it.
            var message = MessagesTests.Message(connector, channel, question);
            message["locale"] = "fr-FR";
            (await server.Bot.Client.PostAsJsonAsync("/api/messages", message, Ending)).StatusCode.ShouldBe(HttpStatusCode.OK);
            var reply = connector.Received[^1].Activity;
            reply["text"]!.GetValue<string>().ShouldContain(contained);
            (reply["entities"] is JsonArray { Count: > 0 } entities && entities[0]!["citation"] is not null).ShouldBe(status == "answered" && channel != "sms");
        }
    }

    [Theory]
    [InlineData("Où ", "2 000 caractères", "en-US")]
    [InlineData("Where ", "2,000 characters", "fr-FR")]
    public async Task A_message_that_is_too_long_is_told_so_in_its_own_language(string word, string told, string locale)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var message = MessagesTests.Message(connector, "msteams", string.Concat(Enumerable.Repeat(word, 10_000 / word.Length)));
        message["locale"] = locale;
        await server.Bot.Client.PostAsJsonAsync("/api/messages", message, Ending);
        connector.Received.ShouldHaveSingleItem().Activity["text"]!.GetValue<string>().Replace('\u00A0', ' ').ShouldContain(told);
    }

    [Fact]
    public async Task A_field_that_nobody_reads_is_named()
    {
        var response = await server.Bot.Client.PostAsJsonAsync("/api/ask", new { question = "date du sommet ?", langauge = "fr" }, Ending);
        var problem = await EdgeTests.ShouldBeProblemAsync(response, 400);
        problem.ShouldContain("langauge");
        problem.ShouldContain("question, language, conversationId");
    }

    [Fact]
    public async Task Fields_of_the_protocol_that_the_bot_does_not_know_do_no_harm()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var message = MessagesTests.Message(connector, "emulator", "On which island is the summit held?");
        message["unheardOf"] = new JsonObject { ["deep"] = new JsonArray(1, "x", null) };
        await server.Bot.Client.PostAsJsonAsync("/api/messages", message, Ending);
        connector.Received.ShouldHaveSingleItem().Activity["text"]!.GetValue<string>().ShouldContain(server.Article.SentenceText(2));
    }
}
