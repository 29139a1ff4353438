using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using Polly;
using Summit.Bot.Language;

namespace Summit.Bot.Answering.Chat;

/// <summary>The chat model behind Semantic Kernel: its provider, and the prompts that are loaded from disk.</summary>
internal sealed class ChatModel : IDisposable
{
    private const int Repetitions = 2;

    /// <summary>A server that wants to be left alone for longer is left to the breaker.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(3);

    private readonly ChatOptions _options;
    private readonly HttpClient _http;
    private readonly Kernel _kernel;
    private readonly KernelFunction _answer;

    /// <summary>Sets up the model; nothing is asked of it yet.</summary>
    /// <exception cref="SetupException">A prompt is missing.</exception>
    public ChatModel(ChatOptions options)
    {
        _options = options;
        _http = new HttpClient(Handlers(options)) { Timeout = Timeout.InfiniteTimeSpan };
        var builder = Kernel.CreateBuilder();
        if (options.Provider == ChatProvider.AzureOpenAI)
            AddAzure(builder);
        else if (options.Endpoint is { } endpoint)
            builder.AddOpenAIChatCompletion(options.Model!, endpoint, options.ReadKey() ?? "none", httpClient: _http);
        else
            builder.AddOpenAIChatCompletion(options.Model!, options.ReadKey()!, httpClient: _http);
        _kernel = builder.Build();
        _answer = Load(options.PromptsPath, "answer");
    }

    /// <summary>Asks for an answer and gives its text as it comes.</summary>
    /// <param name="sentences">The numbered sentences.</param>
    /// <param name="question">The words of the user.</param>
    /// <param name="language">The language to answer in.</param>
    /// <param name="correction">What was wrong with the last answer; empty the first time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<string> AnswerAsync(
        string sentences, string question, TextLanguage language, string correction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments(Settings())
        {
            ["sentences"] = sentences, ["question"] = question, ["correction"] = correction, ["code"] = language.Code(),
            ["language"] = language == TextLanguage.French ? "French" : "English",
        };
        await foreach (var part in _answer.InvokeStreamingAsync<StreamingChatMessageContent>(_kernel, arguments, cancellationToken))
        {
            if (part.Content is { Length: > 0 } text)
                yield return text;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static ResilienceHandler Handlers(ChatOptions options)
    {
        var retry = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Repetitions, BackoffType = DelayBackoffType.Exponential, UseJitter = true, Delay = TimeSpan.FromMilliseconds(300), ShouldRetryAfterHeader = true,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response && IsPassing(response)),
        }).Build();
        HttpMessageHandler sockets = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) };
        return new ResilienceHandler(retry) { InnerHandler = options.UsesMaxTokens ? new MaxTokensHandler { InnerHandler = sockets } : sockets };
    }

    private static bool IsPassing(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - DateTimeOffset.UtcNow ?? TimeSpan.Zero;
        return (int)response.StatusCode is 408 or 429 or 500 or 502 or 503 or 504 && wait <= LongestRetryAfter;
    }

    private void AddAzure(IKernelBuilder builder)
    {
        var endpoint = _options.Endpoint!.AbsoluteUri;
        if (_options.ReadKey() is { } key)
            builder.AddAzureOpenAIChatCompletion(_options.Model!, endpoint, key, httpClient: _http);
        else
            builder.AddAzureOpenAIChatCompletion(_options.Model!, endpoint, (TokenCredential)new DefaultAzureCredential(), httpClient: _http);
    }

    private static KernelFunction Load(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            var config = PromptTemplateConfig.FromJson(File.ReadAllText(Path.Combine(path, "config.json")));
            config.Template = File.ReadAllText(Path.Combine(path, "skprompt.txt"));
            return KernelFunctionFactory.CreateFromPrompt(config);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            throw new SetupException($"The prompt {path} cannot be read. {error.Message.TrimEnd('.')}. Name the folder of the prompts with Summit:Chat:PromptsPath, or remove the key for those that are shipped.");
        }
    }

    private OpenAIPromptExecutionSettings Settings()
    {
        var settings = _options.Provider == ChatProvider.AzureOpenAI ? new AzureOpenAIPromptExecutionSettings { SetNewMaxCompletionTokensEnabled = true } : new OpenAIPromptExecutionSettings();
        settings.MaxTokens = _options.MaxAnswerTokens;
        if (_options.HasTemperature)
            settings.Temperature = 0;
        settings.ResponseFormat = _options.Output switch
        {
            ChatOutput.Schema => ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString(ChatReply.Schema), jsonSchemaIsStrict: true),
            ChatOutput.Json => ChatResponseFormat.CreateJsonObjectFormat(),
            _ => null,
        };
        return settings;
    }
}
