namespace Summit.Bot;

/// <summary>The configuration section <c>Summit:Embeddings</c>.</summary>
public sealed class EmbeddingsOptions
{
    /// <summary>What makes the vectors that passages are found by. Default: built in.</summary>
    public EmbeddingsProvider Provider { get; set; }

    /// <summary>The model on this machine.</summary>
    public OnnxOptions Onnx { get; set; } = new();

    /// <summary>The model behind a server.</summary>
    public OpenAIEmbeddingsOptions OpenAI { get; set; } = new();

    /// <summary>What is wrong with the settings of the provider; each message names the key.</summary>
    internal IEnumerable<string> FindFaults() => Provider switch
    {
        EmbeddingsProvider.Onnx => Onnx.FindFaults(),
        EmbeddingsProvider.OpenAI => OpenAI.FindFaults(),
        _ => [],
    };
}

/// <summary>What makes the vectors.</summary>
public enum EmbeddingsProvider
{
    /// <summary>Concepts, stems and letter groups, hashed: no model.</summary>
    Builtin,

    /// <summary>An ONNX model in a folder of this machine.</summary>
    Onnx,

    /// <summary>A server with OpenAI's API for embeddings.</summary>
    OpenAI,
}

/// <summary>The configuration section <c>Summit:Embeddings:Onnx</c>.</summary>
public sealed class OnnxOptions
{
    /// <summary>
    /// Folder of the model as model hubs publish it: <c>model.onnx</c> (also in <c>onnx</c>) with <c>sentencepiece.bpe.model</c> (XLM-R,
    /// CamemBERT) or <c>vocab.txt</c> (BERT), and the JSON files beside them. Required.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>How a text's vector is made of those of its tokens. Default: as the folder says, else the mean.</summary>
    public EmbeddingPooling Pooling { get; set; }

    /// <summary>What stands before a question. Default: as the folder says; <c>query: </c> for models of the family E5, else nothing.</summary>
    public string? QueryPrefix { get; set; }

    /// <summary>What stands before a passage. Default: as the folder says; <c>passage: </c> for models of the family E5, else nothing.</summary>
    public string? PassagePrefix { get; set; }

    /// <summary>After how many tokens a text is cut off: 8 to 512, or 0 as the folder says. Default: 0.</summary>
    public int MaxTokens { get; set; }

    /// <summary>How many threads work on a text: 1 to 256, or 0 for one a processor. Default: 0.</summary>
    public int Threads { get; set; }

    /// <summary>What is wrong with the settings; each message names the key.</summary>
    internal IEnumerable<string> FindFaults()
    {
        const string Key = "Summit:Embeddings:Onnx:";
        if (string.IsNullOrWhiteSpace(Path) || Path.Contains('\0', StringComparison.Ordinal))
            yield return $"{Key}Path is not set to a folder. Set it to the one that holds model.onnx and its tokenizer.";
        if (MaxTokens is not (0 or >= 8 and <= 512))
            yield return $"{Key}MaxTokens is {MaxTokens}. Set it to 8 to 512, or to 0 for what the model's folder says.";
        if (Threads is < 0 or > 256)
            yield return $"{Key}Threads is {Threads}. Set it to 1 to 256, or to 0 for one a processor.";
    }
}

/// <summary>How a text's vector is made of those of its tokens.</summary>
public enum EmbeddingPooling
{
    /// <summary>As the model's folder says, else the mean.</summary>
    Auto,

    /// <summary>The mean of all tokens.</summary>
    Mean,

    /// <summary>That of the first token.</summary>
    Cls,
}
