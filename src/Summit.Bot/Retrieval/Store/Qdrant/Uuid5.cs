using System.Security.Cryptography;
using System.Text;

namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>UUIDs made of names (RFC 9562, version 5): the same name gives the same id everywhere, so that writing again replaces.</summary>
internal static class Uuid5
{
    /// <summary>The id of a name.</summary>
    /// <param name="space">What the name belongs to.</param>
    /// <param name="name">The name; hashed as UTF-8.</param>
    public static Guid Of(Guid space, string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
        // The version prescribes SHA-1; nothing secret depends on it.
#pragma warning disable CA5350
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
