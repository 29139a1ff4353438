using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Summit.Bot.EndToEnd;

public sealed class ApiTests(ServerFixture server)
{
    [Theory]
    [InlineData("Qui pourrait être irrité par ce rapprochement ?", "fr", 17)]
    [InlineData("On which island is the summit taking place?", "en", 2)]
    public async Task A_question_is_answered_in_its_language_with_a_link_to_the_sentence(string question, string language, int sentence)
    {
        var answer = await AskAsync(new { question });
        answer.GetProperty("status").GetString().ShouldBe("answered");
        answer.GetProperty("language").GetString().ShouldBe(language);
        var citation = answer.GetProperty("citations").EnumerateArray().ShouldHaveSingleItem();
        citation.GetProperty("sentence").GetInt32().ShouldBe(sentence);
        var url = new Uri(citation.GetProperty("url").GetString()!);
        url.Fragment.ShouldBe($"#s{sentence}");
        var page = await server.Bot.Client.GetStringAsync(url);
        page.ShouldContain($"<span id=\"s{sentence}\">{server.Article.SentenceText(sentence)}</span>");
        page.ShouldNotContain("class=\"changed\"");
    }

    [Fact]
    public async Task The_article_page_says_that_the_cited_version_is_gone_and_runs_no_script()
    {
        var response = await server.Bot.Client.GetAsync($"/articles/{server.Article.Id}?v=0000000000000000");
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'");
        (await response.Content.ReadAsStringAsync()).ShouldContain("class=\"changed\"");
        (await server.Bot.Client.GetAsync("/articles/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Quand les deux dirigeants se sont-ils rencontrés ?", "Et où ça ?", "Où les deux dirigeants se sont-ils rencontrés ?", 1)]
    [InlineData("What is Kim Jong-un seeking?", "Why?", "Why is Kim Jong-un seeking ?", null)]
    [InlineData("Que cherche Donald Trump ?", "Et Kim Jong-un ?", "Que cherche Kim Jong-un ?", 18)]
    public async Task A_question_that_follows_up_is_completed_by_the_last_one_and_says_so(string first, string second, string understood, int? sentence)
    {
        var id = (await AskAsync(new { question = first })).GetProperty("conversationId").GetString();
        var answer = await AskAsync(new { question = second, conversationId = id });
        answer.GetProperty("text").GetString()!.Replace('\u00A0', ' ').ShouldContain(understood);
        if (sentence is { } expected)
            answer.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("sentence").GetInt32()).ShouldContain(expected);
        (await AskAsync(new { question = second })).GetProperty("text").GetString()!.ShouldNotContain(understood);
    }

    [Fact]
    public async Task A_conversation_goes_on_in_its_language_where_the_question_does_not_tell()
    {
        var first = await AskAsync(new { question = "Where did the two leaders meet?" });
        var id = first.GetProperty("conversationId").GetString();
        var second = await AskAsync(new { question = "Vladivostok ?", conversationId = id });
        second.GetProperty("conversationId").GetString().ShouldBe(id);
        second.GetProperty("language").GetString().ShouldBe("en");
        var stranger = await AskAsync(new { question = "Vladivostok ?", conversationId = "made-up" });
        stranger.GetProperty("conversationId").GetString().ShouldNotBe("made-up");
    }

    [Fact]
    public async Task A_question_in_a_third_language_is_not_answered_and_told_so_in_both()
    {
        var answer = await AskAsync(new { question = "¿Dónde se celebró la cumbre entre los dos líderes?" });
        answer.GetProperty("status").GetString().ShouldBe("notFound");
        var text = answer.GetProperty("text").GetString()!;
        text.ShouldContain("français");
        text.ShouldContain("English");
    }

    [Theory]
    [InlineData("text/plain", """{"question":"date du sommet ?"}""", 415, "application/json")]
    [InlineData("application/json", "{", 400, "JSON")]
    [InlineData("application/json", "[]", 400, "object")]
    [InlineData("application/json", "{}", 400, "question")]
    [InlineData("application/json", """{"question":"  "}""", 400, "question")]
    [InlineData("application/json", """{"question":7}""", 400, "question")]
    [InlineData("application/json", """{"question":"date ?","language":"de"}""", 400, "language")]
    public async Task A_bad_request_is_refused_with_problem_details_that_name_the_thing(string type, string body, int status, string named)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        var response = await server.Bot.Client.PostAsync("/api/ask", content);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadAsStringAsync();
        problem.ShouldContain(named);
        problem.ShouldContain("traceId");
        problem.ShouldNotContain(" at ");
    }

    [Fact]
    public async Task A_long_question_is_refused_and_a_huge_body_too()
    {
        using var longer = JsonContent.Create(new { question = new string('a', 2001) });
        (await server.Bot.Client.PostAsync("/api/ask", longer)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var huge = JsonContent.Create(new { question = new string('a', 70_000) });
        (await server.Bot.Client.PostAsync("/api/ask", huge)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/")]
    public async Task The_server_says_how_it_is(string path) =>
        (await server.Bot.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_foreign_Host_header_is_not_repeated()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        (await (await server.Bot.Client.SendAsync(request)).Content.ReadAsStringAsync()).ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task Outside_Development_an_address_has_a_limit_of_questions()
    {
        await using var bot = await BotProcess.ServeAsync("Production", "--Summit:RateLimit:PerAddress=3");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
            statuses.Add((await bot.Client.PostAsJsonAsync("/api/ask", new { question = "date du sommet ?" })).StatusCode);
        statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests]);
    }

    private async Task<JsonElement> AskAsync(object question)
    {
        var response = await server.Bot.Client.PostAsJsonAsync("/api/ask", question);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
