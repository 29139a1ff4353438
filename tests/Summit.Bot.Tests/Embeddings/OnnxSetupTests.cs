namespace Summit.Bot.Tests.Embeddings;

public sealed class OnnxSetupTests
{
    /// <summary>What is done to a sound folder, and what the message names.</summary>
    public static TheoryData<string, string[]> Faults { get; } = new()
    {
        { "no folder", ["is no folder", "Summit:Embeddings:Onnx:Path"] },
        { "no model", ["holds no model", "model.onnx", "onnx/model.onnx"] },
        { "no tokenizer", ["holds no tokenizer", "sentencepiece.bpe.model", "vocab.txt", "tokenizer.json"] },
        { "broken model", ["model.onnx cannot be loaded", "Fetch it anew"] },
        { "broken tokenizer", ["sentencepiece.bpe.model cannot be read", "Fetch it anew"] },
        { "words without specials", ["vocab.txt cannot be read"] },
        { "another kind", ["sentencepiece.bpe.model is a model of the kind Bpe", "Unigram"] },
        { "unknown input", ["pixels", "input_ids"] },
        { "no output", ["numbers", "sentence_embedding"] },
        { "broken settings", ["tokenizer_config.json cannot be read"] },
        { "unknown pooling", ["pooling max_tokens", "Summit:Embeddings:Onnx:Pooling"] },
        { "layer behind", ["layer behind the pooling", "sentence_embedding"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_used_is_said_with_the_way_out(string fault, string[] named)
    {
        using var model = new MadeModel(isSentencePiece: fault is "broken tokenizer" or "another kind");
        var file = Path.Combine(model.Folder, "model.onnx");
        switch (fault)
        {
            case "no folder": Directory.Delete(model.Folder, recursive: true); break;
            case "no model": File.Delete(file); break;
            case "no tokenizer": File.Delete(Path.Combine(model.Folder, "vocab.txt")); break;
            case "broken model": File.WriteAllBytes(file, File.ReadAllBytes(file)[..300]); break;
            case "broken tokenizer": model.Write("sentencepiece.bpe.model", "<html>Not found</html>"); break;
            case "words without specials": model.Write("vocab.txt", "le\nsommet\n"); break;
            case "another kind": model.Write("sentencepiece.bpe.model", MadeModel.SentencePieceModel(MadeModel.Pieces, kind: 2)); break;
            case "unknown input": model.Write("model.onnx", MadeModel.Graph().Input("pixels").ToBytes()); break;
            case "no output": model.Write("model.onnx", new OnnxGraph().Input("input_ids").Node("Cast", ["input_ids"], ["numbers"], "to", OnnxGraph.Int32).Output("numbers", OnnxGraph.Int32, "batch", "length").ToBytes()); break;
            case "broken settings": model.Write("tokenizer_config.json", "{"); break;
            case "unknown pooling": model.Write("1_Pooling/config.json", """{ "pooling_mode_max_tokens": true }"""); break;
            case "layer behind": model.Write("modules.json", """[{ "type": "sentence_transformers.models.Transformer" }, { "type": "sentence_transformers.models.Dense" }]"""); break;
        }

        var message = Should.Throw<SetupException>(() => model.Open()).Message;
        foreach (var name in named)
            message.ShouldContain(name);
        message.ShouldNotContain('\n');
    }
}
