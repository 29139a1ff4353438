using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Summit.Bot.Tests.Embeddings;

/// <summary>Writes small ONNX models: as much of the form (onnx.proto) as these tests need.</summary>
internal sealed class OnnxGraph
{
    public const int Float = 1, Int32 = 6, Int64 = 7, Half = 10;

    private readonly List<Action<CodedOutputStream>> _parts = [];

    public OnnxGraph Input(string name, int type = Int64) => Add(11, Value(name, type, ["batch", "length"]));

    public OnnxGraph Output(string name, int type, params object[] shape) => Add(12, Value(name, type, shape));

    public OnnxGraph Tensor(string name, int[] shape, float[] numbers) => Add(5, Tensor(name, shape, Float, MemoryMarshal.AsBytes<float>(numbers).ToArray()));

    public OnnxGraph Tensor(string name, params long[] numbers) => Add(5, Tensor(name, [numbers.Length], Int64, MemoryMarshal.AsBytes<long>(numbers).ToArray()));

    /// <summary>A node, with at most one attribute, a whole number.</summary>
    public OnnxGraph Node(string operation, string[] inputs, string[] outputs, string? attribute = null, long value = 0) => Add(1, node =>
    {
        foreach (var input in inputs)
            Text(node, 1, input);
        foreach (var output in outputs)
            Text(node, 2, output);
        Text(node, 4, operation);
        if (attribute is not null)
        {
            Message(node, 5, inner =>
            {
                Text(inner, 1, attribute);
                Number(inner, 3, value);
                Number(inner, 20, 2);
            });
        }
    });

    public byte[] ToBytes() => Bytes(model =>
    {
        Number(model, 1, 8);
        Message(model, 7, graph =>
        {
            Text(graph, 2, "made");
            foreach (var part in _parts)
                part(graph);
        });
        Message(model, 8, opset =>
        {
            Text(opset, 1, "");
            Number(opset, 2, 17);
        });
    });

    public static byte[] Bytes(Action<CodedOutputStream> write)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory, leaveOpen: true))
            write(output);
        return memory.ToArray();
    }

    public static void Message(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(Bytes(write)));
    }

    public static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    public static void Number(CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(number);
    }

    private OnnxGraph Add(int field, Action<CodedOutputStream> write)
    {
        _parts.Add(graph => Message(graph, field, write));
        return this;
    }

    private static Action<CodedOutputStream> Value(string name, int type, object[] shape) => value =>
    {
        Text(value, 1, name);
        Message(value, 2, kind => Message(kind, 1, tensor =>
        {
            Number(tensor, 1, type);
            Message(tensor, 2, dimensions =>
            {
                foreach (var dimension in shape)
                {
                    Message(dimensions, 1, inner =>
                    {
                        if (dimension is int size)
                            Number(inner, 1, size);
                        else
                            Text(inner, 2, (string)dimension);
                    });
                }
            });
        }));
    };

    private static Action<CodedOutputStream> Tensor(string name, int[] shape, int type, byte[] data) => tensor =>
    {
        foreach (var size in shape)
            Number(tensor, 1, size);
        Number(tensor, 2, type);
        Text(tensor, 8, name);
        tensor.WriteTag(9, WireFormat.WireType.LengthDelimited);
        tensor.WriteBytes(ByteString.CopyFrom(data));
    };
}
