namespace Summit.Bot;

/// <summary>The configuration section <c>Summit:Embeddings:OpenAI</c>.</summary>
public sealed class OpenAIEmbeddingsOptions
{
    /// <summary>Address of the API with its version, such as <c>http://localhost:11434/v1</c> of Ollama. Default: OpenAI's.</summary>
    public Uri Endpoint { get; set; } = new("https://api.openai.com/v1");

    /// <summary>Name of the model. Required.</summary>
    public string? Model { get; set; }

    /// <summary>The API key; null for none. Secret: it is never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file that holds the API key, such as a mounted secret; null for none.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>How many dimensions to ask for: 1 to 16,384, or 0 for as many as the model makes by itself. Default: 0.</summary>
    public int Dimensions { get; set; }

    /// <summary>What stands before a question. Default: nothing.</summary>
    public string QueryPrefix { get; set; } = "";

    /// <summary>What stands before a passage. Default: nothing.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>The most texts of a request: 1 to 2,048. Default: 96.</summary>
    public int BatchSize { get; set; } = 96;

    /// <summary>The most tokens of a request, counted as OpenAI counts them: 100 to 1,000,000; a text that has more is sent alone. Default: 100,000.</summary>
    public int MaxBatchTokens { get; set; } = 100_000;

    /// <summary>How long a request for passages may take, each try by itself: 100 ms to 10 minutes. Default: 1 minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the vector of a question may take, all tries together: 100 ms to 1 minute. Default: 5 s.</summary>
    public TimeSpan QuestionTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What a million tokens cost, in whatever currency, for estimates; null where it is not known.</summary>
    public decimal? PricePerMillionTokens { get; set; }

    /// <summary>The API key, from wherever it is given; null for none.</summary>
    /// <exception cref="SetupException">The file cannot be read, or the key cannot be sent.</exception>
    internal string? ReadKey()
    {
        var key = ApiKey;
        try
        {
            if (ApiKeyFile is not null)
                key = File.ReadAllText(ApiKeyFile).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"Summit:Embeddings:OpenAI:ApiKeyFile cannot be read. {error.Message.TrimEnd('.')}. Name a file that holds the key, or set Summit:Embeddings:OpenAI:ApiKey.");
        }

        if (key is not null && !key.All(c => c is > ' ' and < '\x7F'))
            throw new SetupException($"Summit:Embeddings:OpenAI:{(ApiKeyFile is null ? "ApiKey" : "ApiKeyFile")} holds a space or another sign that no key has. Correct it.");
        return string.IsNullOrEmpty(key) ? null : key;
    }

    /// <summary>What is wrong with the settings; each message names the key.</summary>
    internal IEnumerable<string> FindFaults()
    {
        const string Key = "Summit:Embeddings:OpenAI:";
        if (string.IsNullOrWhiteSpace(Model))
            yield return $"{Key}Model is not set. Set it to the name of an embedding model, such as text-embedding-3-small.";
        if (Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
            yield return $"{Key}Endpoint is not an http or https address without user, query and fragment. Set it to one such as http://localhost:11434/v1.";
        else if (Endpoint.Host == "api.openai.com" && string.IsNullOrEmpty(ApiKey) && ApiKeyFile is null)
            yield return $"{Key}ApiKey is not set, and OpenAI itself is asked. Set it, or {Key}ApiKeyFile, or {Key}Endpoint.";
        if (!string.IsNullOrEmpty(ApiKey) && ApiKeyFile is not null)
            yield return $"{Key}ApiKey and {Key}ApiKeyFile are both set. Remove one of them.";
        if (Dimensions is < 0 or > 16_384)
            yield return $"{Key}Dimensions is {Dimensions}. Set it to 1 to 16384, or to 0 for as many as the model makes by itself.";
        if (BatchSize is < 1 or > 2048)
            yield return $"{Key}BatchSize is {BatchSize}. Set it to 1 to 2048.";
        if (MaxBatchTokens is < 100 or > 1_000_000)
            yield return $"{Key}MaxBatchTokens is {MaxBatchTokens}. Set it to 100 to 1000000.";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(10))
            yield return $"{Key}Timeout is {Timeout}. Set it to a time from 00:00:00.1 to 00:10:00.";
        if (QuestionTimeout < TimeSpan.FromMilliseconds(100) || QuestionTimeout > TimeSpan.FromMinutes(1))
            yield return $"{Key}QuestionTimeout is {QuestionTimeout}. Set it to a time from 00:00:00.1 to 00:01:00.";
        if (PricePerMillionTokens < 0)
            yield return $"{Key}PricePerMillionTokens is less than 0. Set it to what a million tokens cost, or remove it.";
    }
}
