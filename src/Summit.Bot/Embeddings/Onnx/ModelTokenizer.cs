using Google.Protobuf;
using Microsoft.ML.Tokenizers;

namespace Summit.Bot.Embeddings.Onnx;

/// <summary>Cuts texts into the tokens of a model. Safe for several threads.</summary>
internal abstract class ModelTokenizer
{
    /// <summary>What fills a row up to the length of the longest.</summary>
    public abstract int PadId { get; }

    protected abstract int BeginId { get; }

    protected abstract int EndId { get; }

    /// <summary>The tokenizer of a folder.</summary>
    /// <exception cref="SetupException">It cannot be read.</exception>
    public static ModelTokenizer Of(ModelFolder folder)
    {
        try
        {
            return Path.GetFileName(folder.Tokenizer) == ModelFolder.SentencePiece ? new PieceTokenizer(folder) : new WordTokenizer(folder);
        }
        // Each library throws what it likes at a broken file.
        catch (Exception error) when (error is not (SetupException or OutOfMemoryException))
        {
            throw ModelFolder.Broken(folder.Tokenizer, error);
        }
    }

    /// <summary>The tokens of a text, with those that begin and end it, cut off after <paramref name="most"/>.</summary>
    public int[] Encode(string text, int most) => [BeginId, .. Ids(EmbeddedText.Sound(text)).Take(most - 2), EndId];

    protected abstract IEnumerable<int> Ids(string text);
}

/// <summary>WordPiece, of BERT and its kin.</summary>
internal sealed class WordTokenizer : ModelTokenizer
{
    private readonly BertWords _words;
    private readonly WordPieceTokenizer _pieces;

    public WordTokenizer(ModelFolder folder)
    {
        var config = folder.TokenizerConfig;
        _words = new BertWords(config);
        var ids = File.ReadLines(folder.Tokenizer).Index().ToLookup(line => line.Item.TrimEnd(), line => line.Index);
        PadId = Id("pad_token", "[PAD]");
        BeginId = Id("cls_token", "[CLS]");
        EndId = Id("sep_token", "[SEP]");
        _pieces = WordPieceTokenizer.Create(folder.Tokenizer, new WordPieceOptions
        {
            PreTokenizer = PreTokenizer.CreateWhiteSpace(), UnknownToken = config.At("unk_token").Text() ?? "[UNK]",
        });

        int Id(string setting, string usual)
        {
            var token = config.At(setting).Text() ?? usual;
            return ids.Contains(token) ? ids[token].First() : throw new InvalidDataException($"It has no token {token}");
        }
    }

    public override int PadId { get; }

    protected override int BeginId { get; }

    protected override int EndId { get; }

    protected override IEnumerable<int> Ids(string text) => _pieces.EncodeToIds(_words.Spaced(text));
}

/// <summary>SentencePiece as XLM-R and CamemBERT number its pieces: behind special tokens of their own.</summary>
internal sealed class PieceTokenizer : ModelTokenizer
{
    private const int UnknownPiece = 0, UnknownId = 3;

    private readonly SentencePieceTokenizer _tokenizer;
    private readonly int _offset;

    public PieceTokenizer(ModelFolder folder)
    {
        if (ReadKind(folder.Tokenizer) is not SentencePieceKind.Unigram and var kind)
            throw new SetupException($"{folder.Tokenizer} is a model of the kind {kind}, and only {SentencePieceKind.Unigram} can be read. Name another model with Summit:Embeddings:Onnx:Path.");
        using var stream = File.OpenRead(folder.Tokenizer);
        _tokenizer = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
        var kin = folder.TokenizerConfig.At("tokenizer_class").Text() ?? folder.Config.At("model_type").Text() ?? "";
        var isCamembert = kin.StartsWith("camembert", StringComparison.OrdinalIgnoreCase);
        _offset = isCamembert ? 4 : 1;
        (BeginId, EndId) = isCamembert ? (5, 6) : (0, 2);
    }

    public override int PadId => 1;

    protected override int BeginId { get; }

    protected override int EndId { get; }

    protected override IEnumerable<int> Ids(string text)
    {
        var last = -1;
        foreach (var piece in _tokenizer.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false))
        {
            // SentencePiece itself makes one of unknown pieces that follow each other; this library does not.
            if (piece != UnknownPiece || last != UnknownPiece)
                yield return piece == UnknownPiece ? UnknownId : piece + _offset;
            last = piece;
        }
    }

    /// <summary>Reads <c>ModelProto.trainer_spec.model_type</c>.</summary>
    private static SentencePieceKind ReadKind(string file)
    {
        const uint TrainerSpec = (2 << 3) | 2, ModelType = 3 << 3;
        using var stream = File.OpenRead(file);
        using var model = new CodedInputStream(stream);
        for (uint tag; (tag = model.ReadTag()) != 0;)
        {
            if (tag != TrainerSpec)
            {
                model.SkipLastField();
                continue;
            }

            using var trainer = model.ReadBytes().CreateCodedInput();
            for (uint inner; (inner = trainer.ReadTag()) != 0;)
            {
                if (inner == ModelType)
                    return (SentencePieceKind)trainer.ReadInt32();
                trainer.SkipLastField();
            }
        }

        return SentencePieceKind.Unigram;
    }

    /// <summary>As SentencePiece numbers them.</summary>
    private enum SentencePieceKind
    {
        Unigram = 1,
        Bpe = 2,
        Word = 3,
        Char = 4,
    }
}
