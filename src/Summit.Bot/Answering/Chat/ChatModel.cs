using System.Runtime.CompilerServices;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using Polly;

namespace Summit.Bot.Answering.Chat;

/// <summary>The chat model behind Semantic Kernel.</summary>
internal sealed class ChatModel : IDisposable
{
    private const int Repetitions = 2;

    /// <summary>A server that wants to be left alone for longer is left to the breaker.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(3);

    private readonly ChatOptions _options;
    private readonly HttpClient _http;
    private readonly Kernel _kernel;
    private readonly IChatCompletionService _chat;

    /// <summary>Sets up the model; nothing is asked of it yet.</summary>
    /// <param name="options">Whose model, and how it is asked.</param>
    /// <param name="plugins">What prompts may call.</param>
    public ChatModel(ChatOptions options, params ReadOnlySpan<KernelPlugin> plugins)
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
        foreach (var plugin in plugins)
            builder.Plugins.Add(plugin);
        _kernel = builder.Build();
        _chat = _kernel.GetRequiredService<IChatCompletionService>();
    }

    /// <summary>Renders a prompt.</summary>
    public Task<string> RenderAsync(ChatPrompt prompt, KernelArguments arguments, CancellationToken cancellationToken) =>
        prompt.Template.RenderAsync(_kernel, arguments, cancellationToken);

    /// <summary>Puts a rendered prompt to the model and gives its output as it comes.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="exchange">Told what comes back.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<string> AskAsync(ChatPrompt prompt, ChatExchange exchange, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reply = new StringBuilder();
        int? counted = null;
        try
        {
            await foreach (var part in _chat.GetStreamingChatMessageContentsAsync(exchange.Rendered, Settings(prompt), _kernel, cancellationToken))
            {
                if (part.InnerContent is StreamingChatCompletionUpdate update)
                {
                    exchange.Model = update.Model ?? exchange.Model;
                    counted = update.Usage?.TotalTokenCount ?? counted;
                }

                if (part.Content is not { Length: > 0 } text)
                    continue;
                reply.Append(text);
                yield return text;
            }
        }
        finally
        {
            exchange.Reply = reply.ToString();
            // What was not sent to its end was not counted, either.
            exchange.Tokens = counted ?? ChatTokens.Count(exchange.Rendered) + ChatTokens.Count(exchange.Reply);
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
        return new ResilienceHandler(retry) { InnerHandler = options.UsesOldFields ? new OldFieldsHandler { InnerHandler = sockets } : sockets };
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

    private OpenAIPromptExecutionSettings Settings(ChatPrompt prompt)
    {
        var settings = _options.Provider == ChatProvider.AzureOpenAI ? new AzureOpenAIPromptExecutionSettings { SetNewMaxCompletionTokensEnabled = true } : new OpenAIPromptExecutionSettings();
        settings.MaxTokens = _options.MaxAnswerTokens;
        if (_options.HasTemperature)
            settings.Temperature = 0;
        settings.ResponseFormat = _options.Output switch
        {
            ChatOutput.Schema => ChatResponseFormat.CreateJsonSchemaFormat(prompt.Name, BinaryData.FromString(prompt.Schema), jsonSchemaIsStrict: true),
            ChatOutput.Json => ChatResponseFormat.CreateJsonObjectFormat(),
            _ => null,
        };
        return settings;
    }
}
