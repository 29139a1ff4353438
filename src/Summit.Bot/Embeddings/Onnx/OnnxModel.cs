using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Summit.Bot.Language;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace Summit.Bot.Embeddings.Onnx;

/// <summary>A model that makes vectors of tokens. Safe for several threads.</summary>
internal sealed class OnnxModel : IDisposable
{
    private const string Ids = "input_ids", Mask = "attention_mask", Types = "token_type_ids", Sentence = "sentence_embedding";

    private static readonly string[] Known = [Ids, Mask, Types], TokenOutputs = ["last_hidden_state", "token_embeddings"];

    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string _output;

    /// <summary>Loads a model, and tries it.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="settings">How vectors are taken from it.</param>
    /// <param name="threads">How many threads work on a batch; 0 for one a processor.</param>
    /// <exception cref="SetupException">It cannot be used.</exception>
    public OnnxModel(ModelFolder folder, ModelSettings settings, int threads)
    {
        _session = Load(folder, threads);
        try
        {
            _inputs = [.. _session.InputNames];
            if (!_inputs.Contains(Ids) || _inputs.Except(Known).FirstOrDefault() is not null || _session.InputMetadata.Values.Any(input => input.ElementDataType is not (TensorElementType.Int64 or TensorElementType.Int32)))
                throw Unfit(folder, $"it asks for {Describe(_session.InputMetadata)}, and is given {string.Join(", ", Known)} as whole numbers");
            _output = Output(settings) ?? throw Unfit(folder, $"it gives {Describe(_session.OutputMetadata)}, which is neither a vector a token nor {Sentence}");
            Pooling = settings.Pooling == EmbeddingPooling.Auto ? EmbeddingPooling.Mean : settings.Pooling;
            Dimension = Try(folder);
            if (settings.HasLayers && IsPooledHere)
                throw Unfit(folder, $"its vectors go through a layer behind the pooling that {Path.GetFileName(folder.Model)} does not hold: it has no output {Sentence}");
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>Number of dimensions of every vector.</summary>
    public int Dimension { get; }

    /// <summary>How vectors of tokens become one, where the model leaves it to others.</summary>
    public EmbeddingPooling Pooling { get; }

    /// <summary>Whether the model leaves that to others.</summary>
    public bool IsPooledHere { get; private set; }

    /// <summary>The vectors of texts, of whatever length.</summary>
    /// <param name="texts">Their tokens.</param>
    /// <param name="pad">What fills the shorter ones.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OnnxRuntimeException">The model failed.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public float[][] Run(IReadOnlyList<int[]> texts, int pad, CancellationToken cancellationToken)
    {
        var length = texts.Max(text => text.Length);
        long[] shape = [texts.Count, length];
        using var options = new RunOptions();
        using var ending = cancellationToken.Register(() => options.Terminate = true);
        var inputs = Array.ConvertAll(_inputs, name => Input(name, texts, shape, pad));
        try
        {
            using var outputs = _session.Run(options, _inputs, inputs, [_output]);
            return Pool(outputs[0], texts);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            foreach (var input in inputs)
                input.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static InferenceSession Load(ModelFolder folder, int threads)
    {
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = threads > 0 ? threads : Environment.ProcessorCount, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            // Between two questions nothing is to be waited for on a busy processor.
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            return new InferenceSession(folder.Model, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new SetupException($"{folder.Model} cannot be loaded. {Reason(error)}. Fetch it anew, or name another folder with Summit:Embeddings:Onnx:Path.");
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new SetupException($"ONNX Runtime cannot be loaded on this machine. {Reason(error.GetBaseException())}. Run the bot on x64 or arm64 with glibc, Windows or macOS, or set Summit:Embeddings:Provider to another one.");
        }
    }

    private string? Output(ModelSettings settings)
    {
        var outputs = _session.OutputMetadata.Where(output => output.Value.ElementDataType is TensorElementType.Float or TensorElementType.Float16)
            .OrderBy(output => _session.OutputNames.ToList().IndexOf(output.Key)).ToList();
        var names = outputs.ConvertAll(output => output.Key);
        // What the model says itself is the vector goes before what is made of its tokens, unless that is asked for.
        string?[] wanted = settings.Pooling == EmbeddingPooling.Auto || settings.HasLayers ? [Sentence, .. TokenOutputs] : [.. TokenOutputs, null, Sentence];
        return wanted.Append(null).Select(name => name is null ? outputs.Find(output => output.Value.Dimensions.Length == 3).Key : names.Find(known => known == name)).FirstOrDefault(name => name is not null)
            ?? (outputs is [{ Value.Dimensions.Length: 2 }] ? names[0] : null);
    }

    private int Try(ModelFolder folder)
    {
        try
        {
            return Run([[0, 0], [0, 0, 0]], pad: 0, CancellationToken.None)[0].Length;
        }
        catch (Exception error) when (error is OnnxRuntimeException or InvalidDataException)
        {
            throw Unfit(folder, Reason(error));
        }
    }

    private OrtValue Input(string name, IReadOnlyList<int[]> texts, long[] shape, int pad)
    {
        var values = new long[shape[0] * shape[1]];
        for (var row = 0; row < texts.Count; row++)
        {
            var part = values.AsSpan(row * (int)shape[1], (int)shape[1]);
            var (inside, outside) = name switch { Ids => (0L, (long)pad), Mask => (1L, 0L), _ => (0L, 0L) };
            part.Fill(outside);
            part[..texts[row].Length].Fill(inside);
            for (var i = 0; name == Ids && i < texts[row].Length; i++)
                part[i] = texts[row][i];
        }

        return _session.InputMetadata[name].ElementDataType == TensorElementType.Int32
            ? OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values, value => (int)value), shape)
            : OrtValue.CreateTensorValueFromMemory(values, shape);
    }

    private float[][] Pool(OrtValue output, IReadOnlyList<int[]> texts)
    {
        var info = output.GetTensorTypeAndShape();
        var numbers = info.ElementDataType == TensorElementType.Float16
            ? Widen(MemoryMarshal.Cast<Float16, Half>(output.GetTensorDataAsSpan<Float16>()))
            : output.GetTensorDataAsSpan<float>();
        var length = texts.Max(text => text.Length);
        if (info.Shape.Length is not (2 or 3) || info.Shape[0] != texts.Count || info.Shape[^1] < 1 || (info.Shape.Length == 3 && info.Shape[1] != length))
            throw new InvalidDataException($"of {texts.Count} texts of {length} tokens it makes numbers of the shape [{string.Join(", ", info.Shape)}]");
        IsPooledHere = info.Shape.Length == 3;
        var vectors = new float[texts.Count][];
        var dimension = (int)info.Shape[^1];
        for (var row = 0; row < vectors.Length; row++)
        {
            var vector = vectors[row] = new float[dimension];
            var first = numbers.Slice(row * (numbers.Length / vectors.Length), dimension * (IsPooledHere && Pooling == EmbeddingPooling.Mean ? texts[row].Length : 1));
            for (; first.Length > 0; first = first[dimension..])
                TensorPrimitives.Add(vector, first[..dimension], vector);
        }

        return vectors;
    }

    private static float[] Widen(ReadOnlySpan<Half> numbers)
    {
        var wide = new float[numbers.Length];
        TensorPrimitives.ConvertToSingle(numbers, wide);
        return wide;
    }

    private static SetupException Unfit(ModelFolder folder, string why) =>
        new($"The model {folder.Model} cannot be used for embeddings: {why}. Name another folder with Summit:Embeddings:Onnx:Path.");

    private static string Describe(IReadOnlyDictionary<string, NodeMetadata> values) =>
        string.Join(", ", values.Select(value => $"{PlainText.OneLine(value.Key)} ({value.Value.ElementDataType} of {value.Value.Dimensions?.Length ?? 0} dimensions)"));

    private static string Reason(Exception error) => PlainText.OneLine(error.Message).TrimEnd('.', ' ');
}
