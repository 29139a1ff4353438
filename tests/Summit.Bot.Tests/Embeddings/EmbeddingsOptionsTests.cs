using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Summit.Bot.Embeddings;
using Summit.Bot.Embeddings.Onnx;

namespace Summit.Bot.Tests.Embeddings;

public sealed class EmbeddingsOptionsTests
{
    [Theory]
    [InlineData("Onnx", "Onnx:Threads", "1", "Summit:Embeddings:Onnx:Path is not set")]
    [InlineData("Onnx", "Onnx:MaxTokens", "1000", "Summit:Embeddings:Onnx:MaxTokens is 1000")]
    [InlineData("Onnx", "Onnx:Threads", "-1", "Summit:Embeddings:Onnx:Threads is -1")]
    [InlineData("OpenAI", "OpenAI:BatchSize", "96", "Summit:Embeddings:OpenAI:Model is not set")]
    [InlineData("OpenAI", "OpenAI:Model", "m", "Summit:Embeddings:OpenAI:ApiKey is not set")]
    [InlineData("OpenAI", "OpenAI:Endpoint", "ftp://x", "Summit:Embeddings:OpenAI:Endpoint is not an http")]
    [InlineData("OpenAI", "OpenAI:Endpoint", "https://user:secret@x/v1", "Summit:Embeddings:OpenAI:Endpoint is not an http")]
    [InlineData("OpenAI", "OpenAI:Dimensions", "-3", "Summit:Embeddings:OpenAI:Dimensions is -3")]
    [InlineData("OpenAI", "OpenAI:BatchSize", "0", "Summit:Embeddings:OpenAI:BatchSize is 0")]
    [InlineData("OpenAI", "OpenAI:MaxBatchTokens", "5", "Summit:Embeddings:OpenAI:MaxBatchTokens is 5")]
    [InlineData("OpenAI", "OpenAI:Timeout", "01:00:00", "Summit:Embeddings:OpenAI:Timeout is 01:00:00")]
    [InlineData("OpenAI", "OpenAI:QuestionTimeout", "00:00:00", "Summit:Embeddings:OpenAI:QuestionTimeout is 00:00:00")]
    [InlineData("OpenAI", "OpenAI:PricePerMillionTokens", "-1", "Summit:Embeddings:OpenAI:PricePerMillionTokens is less than 0")]
    [InlineData("OpenAI", "OpenAI:PricePerMillionTokens", "cheap", "is 'cheap', which is not a number such as 0.02")]
    [InlineData("Word2Vec", "OpenAI:BatchSize", "1", "which is not one of Builtin, Onnx, OpenAI")]
    public void A_wrong_value_is_named_with_its_key(string provider, string key, string value, string message) =>
        string.Join(' ', Faults(("Provider", provider), (key, value))).ShouldContain(message);

    [Fact]
    public void What_is_not_used_is_not_asked_for()
    {
        Faults().ShouldBeEmpty();
        Faults(("Provider", "OpenAI"), ("OpenAI:Endpoint", "http://localhost:11434/v1"), ("OpenAI:Model", "m"), ("OpenAI:PricePerMillionTokens", "0.02")).ShouldBeEmpty();
        Faults(("Provider", "Onnx"), ("Onnx:Path", "models/e5"), ("Onnx:QueryPrefix", "")).ShouldBeEmpty();
    }

    [Fact]
    public void The_embedder_is_the_one_that_is_configured()
    {
        using var model = new MadeModel();
        using var onnx = Embedders.Of(new SummitOptions { Embeddings = { Provider = EmbeddingsProvider.Onnx, Onnx = { Path = model.Folder } } });
        onnx.ShouldBeOfType<OnnxEmbedder>();
        using var builtin = Embedders.Of(new SummitOptions());
        builtin.ShouldBeOfType<BuiltinEmbedder>();
    }

    private static IEnumerable<string> Faults(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(entry => $"Summit:Embeddings:{entry.Key}", entry => (string?)entry.Value)).Build();
        try
        {
            SummitSettings.Check(configuration);
        }
        catch (OptionsValidationException error)
        {
            return error.Failures;
        }

        var options = new SummitOptions();
        configuration.GetSection(SummitOptions.Section).Bind(options);
        return new SummitOptionsValidator().Validate(Options.DefaultName, options).Failures ?? [];
    }
}
