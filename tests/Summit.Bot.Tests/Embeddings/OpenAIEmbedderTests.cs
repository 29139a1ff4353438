using System.Numerics.Tensors;
using Microsoft.ML.Tokenizers;
using Summit.Bot.Embeddings;

namespace Summit.Bot.Tests.Embeddings;

public sealed class OpenAIEmbedderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_text_gets_its_own_vector_of_unit_length(bool isBase64)
    {
        await using var server = await EmbeddingServer.StartAsync(_ => new EmbeddingScript { IsBase64 = isBase64 });
        using var embedder = server.Open(options => (options.QueryPrefix, options.PassagePrefix) = ("q: ", "p: "));
        string[] texts = ["Où ?", "a \"quoted\" line", " … ", "\uD800 lone"];
        var vectors = embedder.EmbedPassages(texts);
        vectors[0].ShouldBeNear(Unit("p: Où ?"));
        vectors[1].ShouldBeNear(Unit("p: a \"quoted\" line"));
        vectors[2].ShouldBe(new float[EmbeddingServer.Dimension]);
        vectors[3].ShouldBeNear(Unit("p: \uFFFD lone"));
        embedder.EmbedQuestion("Où ?").ShouldBeNear(Unit("q: Où ?"));
        embedder.Dimension.ShouldBe(EmbeddingServer.Dimension);
        server.Calls.Count.ShouldBe(2);
        server.Calls[0].Body["encoding_format"]!.GetValue<string>().ShouldBe("float");
        server.Calls[0].Body["model"]!.GetValue<string>().ShouldBe("made");
        server.Calls[0].Body.ContainsKey("dimensions").ShouldBeFalse();
    }

    [Fact]
    public async Task Batches_are_bounded_by_texts_and_by_tokens()
    {
        await using var server = await EmbeddingServer.StartAsync();
        var texts = Enumerable.Range(0, 25).Select(i => $"text {i} {string.Concat(Enumerable.Repeat("word ", i))}").ToList();
        using (var embedder = server.Open(options => options.BatchSize = 10))
            embedder.EmbedPassages(texts).Select((vector, i) => (vector, i)).ShouldAllBe(made => Math.Abs(TensorPrimitives.Dot(made.vector, Unit(texts[made.i])) - 1) < 1e-5f);
        server.Calls.Select(call => call.Input.Count).ShouldBe([10, 10, 5]);
        using (var embedder = server.Open(options => options.MaxBatchTokens = 100))
            embedder.EmbedPassages([.. texts, string.Concat(Enumerable.Repeat("word ", 300))]).Count.ShouldBe(26);
        var tokens = server.Calls.Skip(3).Select(call => call.Input.Sum(text => TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens(text))).ToList();
        tokens[..^1].ShouldAllBe(count => count <= 100);
        tokens[^1].ShouldBeGreaterThan(100);
        server.Calls[^1].Input.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_passes_is_tried_again_when_the_server_says()
    {
        await using var server = await EmbeddingServer.StartAsync(call => call.Number switch
        {
            0 => new EmbeddingScript { Status = 429, RetryAfter = "1" },
            1 => new EmbeddingScript { Status = 503, RetryAfter = "0" },
            2 => new EmbeddingScript { Delay = TimeSpan.FromSeconds(20) },
            _ => new EmbeddingScript(),
        });
        using var embedder = server.Open(options => options.Timeout = TimeSpan.FromMilliseconds(500));
        var since = TimeProvider.System.GetTimestamp();
        embedder.EmbedPassages(["le sommet"])[0].ShouldBeNear(Unit("le sommet"));
        TimeProvider.System.GetElapsedTime(since).ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        server.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_for_long_is_not_waited_for()
    {
        await using var server = await EmbeddingServer.StartAsync(_ => new EmbeddingScript { Status = 429, RetryAfter = "3600", Body = """{"error":{"message":"quota"}}""" });
        using var embedder = server.Open();
        var message = Should.Throw<EmbeddingException>(() => embedder.EmbedPassages(["le"])).Message;
        message.ShouldContain("answered 429. It says: quota. It wants to be left alone for 3600 s.");
        server.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_server_that_goes_on_failing_is_given_up()
    {
        await using var server = await EmbeddingServer.StartAsync(_ => new EmbeddingScript { Status = 500, RetryAfter = "0" });
        using var embedder = server.Open();
        Should.Throw<EmbeddingException>(() => embedder.EmbedPassages(["le"])).Message.ShouldContain("answered 500");
        server.Calls.Count.ShouldBe(5);
    }

    /// <summary>A status, what the server says, and what the message names.</summary>
    public static TheoryData<int, string, string[]> Refusals { get; } = new()
    {
        { 401, """{"error":{"message":"Incorrect API key provided: KEY"}}""", ["Summit:Embeddings:OpenAI:ApiKey"] },
        { 404, """{"error":"model \"made\" not found, try pulling it first"}""", ["model \"made\" not found", "Summit:Embeddings:OpenAI:Model"] },
        { 400, """{"message":"no such\nthing as KEY"}""", ["no such thing as …", "Summit:Embeddings:OpenAI:Dimensions"] },
        { 413, "<html>too much</html>", ["Summit:Embeddings:OpenAI:BatchSize"] },
        { 307, "", ["Summit:Embeddings:OpenAI:Endpoint"] },
        { 200, "[1, 2]", ["not OpenAI's form of embeddings", "Summit:Embeddings:OpenAI:Endpoint"] },
        { 200, """{"data":[]}""", ["0 vectors for 2 texts"] },
        { 200, """{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}""", ["no vector for each text"] },
        { 200, """{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}""", ["no vector for each text"] },
        { 200, """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}""", ["1 dimensions", "index rebuild"] },
        { 200, """{"data":[{"index":0,"embedding":[0,0]},{"index":1,"embedding":[1,2]}]}""", ["all 0"] },
        { 200, """{"data":[{"index":0,"embedding":"AAA"},{"index":1,"embedding":"AAA="}]}""", ["not OpenAI's form of embeddings"] },
        { 200, """{"data":[{"index":0,"embedding":[1e99]},{"index":1,"embedding":[1]}]}""", ["not finite"] },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_cannot_be_used_is_said_with_the_setting_to_correct(int status, string body, string[] named)
    {
        await using var server = await EmbeddingServer.StartAsync(_ => new EmbeddingScript { Status = status, Body = body.Replace("KEY", EmbeddingServer.Key, StringComparison.Ordinal) });
        using var embedder = server.Open();
        var message = Should.Throw<EmbeddingException>(() => embedder.EmbedPassages(["le", "la"])).Message;
        foreach (var name in named)
            message.ShouldContain(name);
        message.ShouldContain(server.Address.Authority);
        message.ShouldNotContain(EmbeddingServer.Key);
        message.ShouldNotContain('\n');
        server.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_dimension_is_asked_for_once_or_is_that_which_is_configured()
    {
        await using var server = await EmbeddingServer.StartAsync();
        using var embedder = server.Open();
        embedder.Dimension.ShouldBe(EmbeddingServer.Dimension);
        embedder.Dimension.ShouldBe(EmbeddingServer.Dimension);
        server.Calls.ShouldHaveSingleItem();
        using var configured = server.Open(options => options.Dimensions = 3);
        configured.Dimension.ShouldBe(3);
        server.Calls.ShouldHaveSingleItem();
        configured.EmbedQuestion("le").Length.ShouldBe(3);
        server.Calls[^1].Body["dimensions"]!.GetValue<int>().ShouldBe(3);

        await using var other = await EmbeddingServer.StartAsync(_ => new EmbeddingScript { Dimension = 5 });
        using var refused = other.Open(options => options.Dimensions = 3);
        Should.Throw<EmbeddingException>(() => refused.EmbedQuestion("le")).Message.ShouldContain("Summit:Embeddings:OpenAI:Dimensions");
    }

    [Fact]
    public async Task A_question_does_not_wait_long()
    {
        await using var server = await EmbeddingServer.StartAsync(_ => new EmbeddingScript { Delay = TimeSpan.FromSeconds(20) });
        using var embedder = server.Open(options => options.QuestionTimeout = TimeSpan.FromMilliseconds(300));
        Should.Throw<EmbeddingException>(() => embedder.EmbedQuestion("le")).Message.ShouldContain("Summit:Embeddings:OpenAI:QuestionTimeout");
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Should.Throw<OperationCanceledException>(() => embedder.EmbedQuestion("le", leaving.Token));
        Should.Throw<OperationCanceledException>(() => embedder.EmbedPassages(["le"], leaving.Token));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var server = await EmbeddingServer.StartAsync();
        using var embedder = server.Open();
        var host = server.Address.Authority;
        await server.DisposeAsync();
        Should.Throw<EmbeddingException>(() => embedder.EmbedQuestion("le")).Message.ShouldContain($"The embedding server {host} cannot be reached.");
    }

    [Fact]
    public void An_estimate_asks_nobody()
    {
        using var embedder = Summit.Bot.Embeddings.Embedders.Of(new SummitOptions
        {
            Embeddings = { Provider = EmbeddingsProvider.OpenAI, OpenAI = { Model = "made", ApiKey = "sk-none", PassagePrefix = "p: ", BatchSize = 2, PricePerMillionTokens = 0.02m } },
        }).ShouldBeOfType<Summit.Bot.Embeddings.OpenAI.OpenAIEmbedder>();
        string[] texts = ["Le sommet a eu lieu.", "…", "À Vladivostok.", "Merci."];
        var tokens = texts.Where(text => text != "…").Sum(text => TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens("p: " + text));
        embedder.Estimate(texts).ShouldBe(new EmbeddingCost(3, 2, tokens, tokens * 0.02m / 1_000_000));
        embedder.IsFree.ShouldBeFalse();
        embedder.Identity.ShouldBe("openai api.openai.com made full \"\" \"p: \"");
    }

    [Theory]
    [InlineData("http://localhost:11434/v1", true)]
    [InlineData("http://[::1]:8080/v1", true)]
    [InlineData("https://embeddings.example.org/v1", false)]
    public void A_server_on_this_machine_is_free(string endpoint, bool isFree)
    {
        using var embedder = new Summit.Bot.Embeddings.OpenAI.OpenAIEmbedder(new OpenAIEmbeddingsOptions { Endpoint = new Uri(endpoint), Model = "made" });
        embedder.IsFree.ShouldBe(isFree);
        embedder.Estimate(["a"]).Price.ShouldBeNull();
    }

    [Fact]
    public void A_key_is_read_from_a_file_and_refused_where_it_cannot_be_sent()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "sk-1\n");
        new OpenAIEmbeddingsOptions { ApiKeyFile = file }.ReadKey().ShouldBe("sk-1");
        File.WriteAllText(file, "sk-1\nsk-2");
        var message = Should.Throw<SetupException>(() => new OpenAIEmbeddingsOptions { ApiKeyFile = file }.ReadKey()).Message;
        message.ShouldContain("Summit:Embeddings:OpenAI:ApiKeyFile");
        message.ShouldNotContain("sk-1");
        File.Delete(file);
        Should.Throw<SetupException>(() => new OpenAIEmbeddingsOptions { ApiKeyFile = file }.ReadKey()).Message.ShouldContain("Summit:Embeddings:OpenAI:ApiKeyFile");
    }

    private static float[] Unit(string text)
    {
        var vector = EmbeddingServer.VectorOf(text);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }
}
