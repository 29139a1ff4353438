using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Server;

/// <summary>An id in Qdrant's order: numbers before UUIDs, UUIDs by their bytes.</summary>
public readonly record struct PointKey(bool IsUuid, UInt128 Number) : IComparable<PointKey>
{
    public static PointKey Of(PointId? id) => id?.PointIdOptionsCase switch
    {
        PointId.PointIdOptionsOneofCase.Num => new PointKey(false, id.Num),
        PointId.PointIdOptionsOneofCase.Uuid when Guid.TryParse(id.Uuid, out var guid) => new PointKey(true, ToNumber(guid)),
        PointId.PointIdOptionsOneofCase.Uuid => throw Errors.Malformed($"Unable to parse UUID: {id.Uuid}"),
        _ => throw Errors.Malformed("Malformed PointId: no ID options provided."),
    };

    public PointId ToId() => IsUuid ? new Guid(Bytes(), bigEndian: true) : (PointId)(ulong)Number;

    public int CompareTo(PointKey other) => IsUuid == other.IsUuid ? Number.CompareTo(other.Number) : IsUuid.CompareTo(other.IsUuid);

    public static bool operator <(PointKey left, PointKey right) => left.CompareTo(right) < 0;

    public static bool operator >(PointKey left, PointKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(PointKey left, PointKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PointKey left, PointKey right) => left.CompareTo(right) >= 0;

    private static UInt128 ToNumber(Guid guid) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(guid.ToByteArray(bigEndian: true));

    private byte[] Bytes()
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Number);
        return bytes;
    }
}
