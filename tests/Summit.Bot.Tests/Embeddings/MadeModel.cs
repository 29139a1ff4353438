using System.Numerics.Tensors;
using Google.Protobuf;
using Summit.Bot.Embeddings.Onnx;

namespace Summit.Bot.Tests.Embeddings;

/// <summary>
/// A folder with a model that is made here: the vector of a token is its row of a table, and the mean of the text's rows is added to it, so
/// that each token depends on the others, and on the mask.
/// </summary>
internal sealed class MadeModel : IDisposable
{
    public const int Dimension = 8, Rows = 64;

    /// <summary>The vocabulary of WordPiece, by id.</summary>
    public static readonly string[] Words =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "le", "sommet", "a", "eu", "lieu", "vladivostok", "ete", "##s", ".", "query", "passage", ":", "Été"];

    /// <summary>The pieces of SentencePiece, by id.</summary>
    public static readonly string[] Pieces = ["<unk>", "<s>", "</s>", "▁le", "▁sommet", "s", "▁", "▁a", "▁été", ".", "▁query", ":", "▁passage"];

    private readonly string _parent = Directory.CreateTempSubdirectory("summit-model-").FullName;

    public MadeModel(string name = "made", bool isSentencePiece = false)
    {
        Folder = Path.Combine(_parent, name);
        Directory.CreateDirectory(Folder);
        Write("model.onnx", Graph().ToBytes());
        if (isSentencePiece)
            Write("sentencepiece.bpe.model", SentencePieceModel(Pieces));
        else
            Write("vocab.txt", string.Join("\n", Words) + "\n");
    }

    public string Folder { get; }

    public static float[] Table { get; } = [.. Enumerable.Range(0, Rows * Dimension).Select(i => MathF.Sin((i * 37) + 1))];

    public OnnxEmbedder Open(Action<OnnxOptions>? change = null)
    {
        var options = new OnnxOptions { Path = Folder, Threads = 1 };
        change?.Invoke(options);
        return new OnnxEmbedder(options);
    }

    public void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, file))!);
        File.WriteAllBytes(Path.Combine(Folder, file), content);
    }

    public void Write(string file, string content) => Write(file, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>The vector of tokens, computed without the model.</summary>
    public static float[] Expected(bool isCls, params int[] ids)
    {
        var mean = new float[Dimension];
        foreach (var id in ids)
            TensorPrimitives.Add(mean, Row(id), mean);
        TensorPrimitives.Divide(mean, ids.Length, mean);
        var vector = new float[Dimension];
        // The mean of rows that each have the mean added to them points where the mean does.
        TensorPrimitives.Add(isCls ? Row(ids[0]) : mean, mean, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }

    /// <summary>The model; what it is asked for and gives can be changed.</summary>
    public static OnnxGraph Graph(int input = OnnxGraph.Int64, bool asksTypes = false, bool isHalf = false, bool isPooled = false, bool isQuantized = false)
    {
        var graph = new OnnxGraph().Input("input_ids", input).Input("attention_mask", input)
            .Tensor("table", [Rows, Dimension], Table).Tensor("last", -1).Tensor("second", 1)
            .Node("Gather", ["table", "input_ids"], ["found"]);
        var rows = "found";
        if (asksTypes)
        {
            // Anything but 0 would be seen.
            graph.Input("token_type_ids", input).Tensor("types", [2, Dimension], [.. new float[Dimension], .. Enumerable.Repeat(100f, Dimension)])
                .Node("Gather", ["types", "token_type_ids"], ["typed"]).Node("Add", [rows, "typed"], ["kinds"]);
            rows = "kinds";
        }

        if (isQuantized)
        {
            graph.Node("DynamicQuantizeLinear", [rows], ["q", "scale", "zero"]).Node("DequantizeLinear", ["q", "scale", "zero"], ["rounded"]);
            rows = "rounded";
        }

        graph.Node("Cast", ["attention_mask"], ["mask"], "to", OnnxGraph.Float).Node("Unsqueeze", ["mask", "last"], ["masks"])
            .Node("Mul", [rows, "masks"], ["masked"]).Node("ReduceSum", ["masked", "second"], ["sum"], "keepdims", 1)
            .Node("ReduceSum", ["masks", "second"], ["count"], "keepdims", 1).Node("Div", ["sum", "count"], ["mean"]).Node("Add", [rows, "mean"], ["hidden"])
            .Node("Cast", ["hidden"], ["last_hidden_state"], "to", isHalf ? OnnxGraph.Half : OnnxGraph.Float)
            .Output("last_hidden_state", isHalf ? OnnxGraph.Half : OnnxGraph.Float, "batch", "length", Dimension);
        // The negative, so that it is seen which of the two was taken.
        return isPooled ? graph.Node("Squeeze", ["mean", "second"], ["flat"]).Node("Neg", ["flat"], ["sentence_embedding"]).Output("sentence_embedding", OnnxGraph.Float, "batch", Dimension) : graph;
    }

    /// <summary>A model of SentencePiece (sentencepiece_model.proto).</summary>
    /// <param name="pieces">Unknown, begin and end, then the others; the longer, the likelier.</param>
    /// <param name="kind">1 is Unigram, 2 BPE.</param>
    public static byte[] SentencePieceModel(string[] pieces, int kind = 1) => OnnxGraph.Bytes(model =>
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            var place = i;
            OnnxGraph.Message(model, 1, piece =>
            {
                OnnxGraph.Text(piece, 1, pieces[place]);
                piece.WriteTag(2, WireFormat.WireType.Fixed32);
                piece.WriteFloat(place < 3 ? 0 : -10f + pieces[place].Length);
                OnnxGraph.Number(piece, 3, place switch { 0 => 2, < 3 => 3, _ => 1 });
            });
        }

        OnnxGraph.Message(model, 2, trainer =>
        {
            OnnxGraph.Number(trainer, 3, kind);
            OnnxGraph.Number(trainer, 4, pieces.Length);
        });
        OnnxGraph.Message(model, 3, normalizer =>
        {
            OnnxGraph.Text(normalizer, 1, "identity");
            foreach (var field in new[] { 3, 4, 5 })
                OnnxGraph.Number(normalizer, field, 1);
        });
    });

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private static ReadOnlySpan<float> Row(int id) => Table.AsSpan(id * Dimension, Dimension);
}
