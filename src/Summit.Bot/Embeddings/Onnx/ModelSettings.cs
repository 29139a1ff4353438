using System.Text.Json;
using System.Text.RegularExpressions;

namespace Summit.Bot.Embeddings.Onnx;

/// <summary>How texts are given to a model, and vectors taken from it: as configured, else as its folder says.</summary>
/// <param name="Pooling">How a vector is made of those of the tokens; <see cref="EmbeddingPooling.Auto"/> where nothing says.</param>
/// <param name="QueryPrefix">What stands before a question.</param>
/// <param name="PassagePrefix">What stands before a passage.</param>
/// <param name="MaxTokens">After how many tokens a text is cut off, those around it included.</param>
/// <param name="HasLayers">Whether there are layers behind the pooling that only the model itself can hold.</param>
internal sealed partial record ModelSettings(EmbeddingPooling Pooling, string QueryPrefix, string PassagePrefix, int MaxTokens, bool HasLayers)
{
    private const int MostTokens = 512;

    /// <summary>The positions that RoBERTa and its kin leave unused.</summary>
    private const int UnusedPositions = 2;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SetupException">The folder says what cannot be done.</exception>
    public static ModelSettings Of(ModelFolder folder, OnnxOptions options)
    {
        var prompts = folder.Read("config_sentence_transformers.json").At("prompts");
        var isE5 = IsE5(folder.Name) || IsE5(folder.Config.At("_name_or_path").Text() ?? "");
        var modules = folder.Read("modules.json");
        return new ModelSettings(
            options.Pooling == EmbeddingPooling.Auto ? PoolingOf(folder) : options.Pooling,
            options.QueryPrefix ?? prompts.At("query").Text() ?? (isE5 ? "query: " : ""),
            options.PassagePrefix ?? prompts.At("passage").Text() ?? prompts.At("document").Text() ?? (isE5 ? "passage: " : ""),
            MaxTokensOf(folder, options),
            modules.ValueKind == JsonValueKind.Array && modules.EnumerateArray().Any(module => module.At("type").Text()?.EndsWith(".Dense", StringComparison.Ordinal) == true));
    }

    private static EmbeddingPooling PoolingOf(ModelFolder folder)
    {
        var config = folder.Read("1_Pooling/config.json");
        var modes = config.ValueKind != JsonValueKind.Object ? [] : config.At("pooling_mode").Text() is { } mode
            ? [mode]
            : config.EnumerateObject().Where(entry => entry.Name.StartsWith("pooling_mode_", StringComparison.Ordinal) && entry.Value.Truth() == true).Select(entry => entry.Name["pooling_mode_".Length..]).ToArray();
        return modes switch
        {
            [] => EmbeddingPooling.Auto,
            ["cls_token" or "cls"] => EmbeddingPooling.Cls,
            // Divided by the root of the length it points where the mean does.
            ["mean_tokens" or "mean" or "mean_sqrt_len_tokens"] => EmbeddingPooling.Mean,
            _ => throw new SetupException(
                $"The model {folder.Name} makes its vectors by pooling {string.Join(" and ", modes)}, which cannot be done here. Name another model, or set Summit:Embeddings:Onnx:Pooling to Mean or Cls if it was trained so."),
        };
    }

    private static int MaxTokensOf(ModelFolder folder, OnnxOptions options)
    {
        var positions = folder.Config.At("max_position_embeddings").Count() is { } count ? Math.Max(8, count > MostTokens ? count - UnusedPositions : count) : MostTokens;
        var told = folder.Read("sentence_bert_config.json").At("max_seq_length").Count() ?? folder.TokenizerConfig.At("model_max_length").Count() ?? MostTokens;
        return Math.Clamp(options.MaxTokens > 0 ? options.MaxTokens : told, 8, Math.Min(MostTokens, positions));
    }

    // Its relatives that follow instructions have prompts of their own.
    private static bool IsE5(string name) => E5().IsMatch(name) && !name.Contains("instruct", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(^|[^a-z0-9])e5([^a-z0-9]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex E5();
}
