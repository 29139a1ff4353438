using System.Text.Json;

namespace Summit.Bot.Embeddings.Onnx;

/// <summary>A folder that holds a model as model hubs publish it.</summary>
internal sealed class ModelFolder
{
    /// <summary>Of a tokenizer of SentencePiece, and of WordPiece.</summary>
    public const string SentencePiece = "sentencepiece.bpe.model", WordPiece = "vocab.txt";

    private const string Key = "Summit:Embeddings:Onnx:Path";

    private static readonly string[] ModelNames = ["model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx"];

    private readonly string _path;

    private ModelFolder(string path, string model, string tokenizer)
    {
        (_path, Model, Tokenizer) = (path, model, tokenizer);
        Config = Read("config.json");
        TokenizerConfig = Read("tokenizer_config.json");
    }

    /// <summary>Name of the folder, without those above it.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>The file of the model.</summary>
    public string Model { get; }

    /// <summary>The file of the tokenizer's vocabulary.</summary>
    public string Tokenizer { get; }

    /// <summary>What the model says of itself; undefined where there is no such file, as below.</summary>
    public JsonElement Config { get; }

    /// <summary>What the tokenizer says of itself.</summary>
    public JsonElement TokenizerConfig { get; }

    /// <summary>The files that make a vector what it is.</summary>
    public IEnumerable<string> Files =>
        new[] { Model, $"{Model}_data", $"{Model}.data", Tokenizer, Path.Combine(_path, "tokenizer_config.json") }.Where(File.Exists);

    /// <summary>Finds the files of a model.</summary>
    /// <exception cref="SetupException">There is no model, or none that can be used.</exception>
    public static ModelFolder Open(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(path))
            throw new SetupException($"{Key} names {path}, which is no folder. Name the folder that holds model.onnx and its tokenizer.");
        var model = Find(path, ModelNames)
            ?? throw new SetupException($"The folder {path} of {Key} holds no model: none of {string.Join(", ", ModelNames)}. Fetch the model in ONNX form into it, or name another folder.");
        var tokenizer = Find(path, [SentencePiece, WordPiece]) ?? Find(Path.GetDirectoryName(model)!, [SentencePiece, WordPiece])
            ?? throw new SetupException(
                $"The folder {path} of {Key} holds no tokenizer that can be read: neither {SentencePiece} nor {WordPiece}. Fetch that file beside the model; a model that has only a tokenizer.json cannot be used.");
        return new ModelFolder(path, model, tokenizer);
    }

    /// <summary>Reads one of its JSON files; an undefined element where it is not there.</summary>
    /// <exception cref="SetupException">It cannot be read.</exception>
    public JsonElement Read(string name)
    {
        var file = Path.Combine(_path, name);
        try
        {
            return File.Exists(file) ? JsonElement.Parse(File.ReadAllBytes(file)) : default;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Broken(file, error);
        }
    }

    /// <summary>The message about a file that cannot be read.</summary>
    public static SetupException Broken(string file, Exception error) =>
        new($"{file} cannot be read. {error.Message.TrimEnd('.')}. Fetch it anew, or name another folder with {Key}.");

    private static string? Find(string folder, string[] names) => names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>Reads JSON that may lack anything.</summary>
internal static class LooseJson
{
    /// <summary>A property; undefined where there is none.</summary>
    public static JsonElement At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A text: itself, or the <c>content</c> of a token.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object => element.At("content").Text(),
        _ => null,
    };

    /// <summary>Whether it is true or false; null where it is neither.</summary>
    public static bool? Truth(this JsonElement element) => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : null;

    /// <summary>A count; null where it is none, or beyond all measure.</summary>
    public static int? Count(this JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) && count > 0 ? count : null;
}
