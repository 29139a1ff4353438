using System.Text;
using Summit.Bot.Storage;

namespace Summit.Bot.Tests.Storage;

public sealed class Crc32CTests
{
    // The check value of the catalogue of parametrised CRC algorithms, and the example of RFC 3720, B.4: 32 bytes of zeros.
    [Theory]
    [InlineData("123456789", 0xE306_9283)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0x8A91_36AA)]
    [InlineData("", 0)]
    public void The_checksums_are_those_of_the_standard(string text, uint expected) => Sum(Encoding.ASCII.GetBytes(text), int.MaxValue).ShouldBe(expected);

    [Fact]
    public void Pieces_give_the_checksum_of_the_whole_and_a_changed_bit_another()
    {
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 100)];
            random.NextBytes(bytes);
            var whole = Sum(bytes, int.MaxValue);
            Sum(bytes, random.Next(1, 20)).ShouldBe(whole);
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            Sum(bytes, int.MaxValue).ShouldNotBe(whole);
        }
    }

    private static uint Sum(byte[] bytes, int piece)
    {
        var crc = new Crc32C();
        foreach (var part in bytes.Chunk(piece))
            crc.Append(part);
        return BitConverter.ToUInt32(crc.GetCurrentHash());
    }
}
