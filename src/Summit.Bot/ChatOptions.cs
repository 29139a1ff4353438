namespace Summit.Bot;

/// <summary>The configuration section <c>Summit:Answers</c>.</summary>
public sealed class AnswersOptions
{
    /// <summary>Who words the answers. Default: built in.</summary>
    public AnswersProvider Provider { get; set; }
}

/// <summary>Who words the answers.</summary>
public enum AnswersProvider
{
    /// <summary>Rules: the sentences that answer are quoted.</summary>
    Builtin,

    /// <summary>The chat model of <see cref="SummitOptions.Chat"/>, checked; where it fails, the built-in composer.</summary>
    Chat,
}

/// <summary>The configuration section <c>Summit:Chat</c>.</summary>
public sealed class ChatOptions
{
    /// <summary>Whose protocol the model's server speaks. Default: OpenAI.</summary>
    public ChatProvider Provider { get; set; }

    /// <summary>
    /// Address of the server: for OpenAI none, or that of a compatible server with its version, such as <c>http://localhost:11434/v1</c> of Ollama;
    /// for Azure OpenAI that of the resource.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Name of the model; for Azure OpenAI of the deployment. Required.</summary>
    public string? Model { get; set; }

    /// <summary>The API key; null for none, with which Azure OpenAI is asked as the identity of the process. Secret: it is never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file that holds the API key, such as a mounted secret; null for none.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>What the server is asked to keep its output to. Default: the schema.</summary>
    public ChatOutput Output { get; set; }

    /// <summary>Whether the temperature is sent (0); some models refuse it. Default: true.</summary>
    public bool HasTemperature { get; set; } = true;

    /// <summary>
    /// Whether only fields are sent that every compatible server knows: the limit of tokens as <c>max_tokens</c>, and no <c>stream_options</c>, so
    /// that tokens are counted here. Default: false.
    /// </summary>
    public bool UsesOldFields { get; set; }

    /// <summary>The most tokens of an answer: 50 to 10,000. Default: 800.</summary>
    public int MaxAnswerTokens { get; set; } = 800;

    /// <summary>How long the model may take for a question, all tries together: 100 ms to 5 minutes. Default: 20 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long no question is put to a model that has failed: 1 s to 1 hour. Default: 30 s.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many questions are put to the model at once: 1 to 1,000. Default: 8.</summary>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>How many tokens may be spent in a day.</summary>
    public BudgetOptions Budget { get; set; } = new();

    /// <summary>Folder of the prompts. Default: those that are shipped beside the program.</summary>
    public string PromptsPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>The API key, from wherever it is given; null for none.</summary>
    /// <exception cref="SetupException">The file cannot be read.</exception>
    internal string? ReadKey()
    {
        if (ApiKeyFile is null)
            return ApiKey;
        try
        {
            return File.ReadAllText(ApiKeyFile).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"Summit:Chat:ApiKeyFile cannot be read. {error.Message.TrimEnd('.')}. Name a file that holds the key, or set Summit:Chat:ApiKey.");
        }
    }

    /// <summary>What is wrong with the settings; each message names the key.</summary>
    internal IEnumerable<string> FindFaults()
    {
        const string Key = "Summit:Chat:";
        if (string.IsNullOrWhiteSpace(Model))
            yield return $"{Key}Model is not set. Set it to the name of a model, such as gpt-4o-mini, or with Azure OpenAI of a deployment.";
        if (Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")))
            yield return $"{Key}Endpoint is not an http or https address. Set it to one such as http://localhost:11434/v1.";
        if (Provider == ChatProvider.AzureOpenAI && Endpoint is null)
            yield return $"{Key}Endpoint is not set. Set it to the address of the Azure OpenAI resource, such as https://name.openai.azure.com.";
        if (Provider == ChatProvider.OpenAI && Endpoint is null && string.IsNullOrEmpty(ApiKey) && ApiKeyFile is null)
            yield return $"{Key}ApiKey is not set, and without {Key}Endpoint OpenAI itself is asked. Set one of them, or {Key}ApiKeyFile.";
        if (!string.IsNullOrEmpty(ApiKey) && ApiKeyFile is not null)
            yield return $"{Key}ApiKey and {Key}ApiKeyFile are both set. Remove one of them.";
        if (MaxAnswerTokens is < 50 or > 10_000)
            yield return $"{Key}MaxAnswerTokens is {MaxAnswerTokens}. Set it to 50 to 10000.";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(5))
            yield return $"{Key}Timeout is {Timeout}. Set it to a time from 00:00:00.1 to 00:05:00.";
        if (Pause < TimeSpan.FromSeconds(1) || Pause > TimeSpan.FromHours(1))
            yield return $"{Key}Pause is {Pause}. Set it to a time from 00:00:01 to 01:00:00.";
        foreach (var (name, tokens) in new[] { ("PerConversation", Budget.PerConversation), ("PerAddress", Budget.PerAddress), ("PerDay", Budget.PerDay) })
        {
            if (tokens < 0)
                yield return $"{Key}Budget:{name} is {tokens}. Set it to the most tokens in a day, or to 0 for no limit.";
        }

        if (MaxConcurrency is < 1 or > 1000)
            yield return $"{Key}MaxConcurrency is {MaxConcurrency}. Set it to 1 to 1000.";
    }
}

/// <summary>
/// The configuration section <c>Summit:Chat:Budget</c>: tokens a day (UTC), of prompts and outputs together, or 0 for no limit. Beyond them
/// built-in answers go on. The answer that goes beyond one is still given.
/// </summary>
public sealed class BudgetOptions
{
    /// <summary>For each conversation. Default: 200,000.</summary>
    public int PerConversation { get; set; } = 200_000;

    /// <summary>For each remote address; for each user on a channel of Bot Framework. Default: 500,000.</summary>
    public int PerAddress { get; set; } = 500_000;

    /// <summary>For everybody together. Default: 10,000,000.</summary>
    public int PerDay { get; set; } = 10_000_000;
}

/// <summary>Whose protocol a chat model's server speaks.</summary>
public enum ChatProvider
{
    /// <summary>OpenAI, or a server that is compatible with it: Ollama, vLLM, LM Studio, Mistral.</summary>
    OpenAI,

    /// <summary>Azure OpenAI.</summary>
    AzureOpenAI,
}

/// <summary>What a chat model's server is asked to keep its output to.</summary>
public enum ChatOutput
{
    /// <summary>The JSON schema of an answer.</summary>
    Schema,

    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>Nothing; for servers that refuse both.</summary>
    Text,
}
