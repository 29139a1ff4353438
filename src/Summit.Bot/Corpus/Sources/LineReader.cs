using System.IO.Compression;
using System.Text;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads the lines of a file as bytes of UTF-8, one at a time; a file that ends with <c>.gz</c> is decompressed.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly Stream _stream;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;

    private LineReader(Stream stream) => _stream = stream;

    /// <summary>The line that was read, without its end; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Which line it is, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether there may be lines behind the one that was refused.</summary>
    public bool CanGoOn { get; private set; } = true;

    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public static LineReader Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            var reader = new LineReader(stream);
            try
            {
                return reader.SkipMark();
            }
            catch
            {
                reader.Dispose();
                throw;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new RefusedException(0, $"the file cannot be read: {error.Message} Check that it exists, is whole and may be read.");
        }
    }

    /// <summary>Reads the next line; false at the end of the file.</summary>
    /// <exception cref="RefusedException">The line is too long, or the file cannot be read further.</exception>
    public bool Read()
    {
        Number++;
        try
        {
            for (var looked = 0; ;)
            {
                var length = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
                if (length >= 0)
                    return Take(looked + length, skipped: 1);
                looked = _end - _start;
                if (looked > SourceFile.MaxBytes)
                    SkipLine();
                if (!Fill())
                    return looked > 0 && Take(looked, skipped: 0);
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            CanGoOn = false;
            throw new RefusedException(Number, $"the file cannot be read further: {error.Message} Check that it is whole.");
        }
    }

    public void Dispose() => _stream.Dispose();

    private bool Take(int length, int skipped)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + skipped;
        if (length > SourceFile.MaxBytes)
            throw TooLong();
        Line = line;
        return true;
    }

    /// <summary>Passes over the rest of a line that is too long, and refuses it.</summary>
    private void SkipLine()
    {
        do
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                _start += length + 1;
                throw TooLong();
            }

            _start = _end = 0;
        }
        while (Fill());
        throw TooLong();
    }

    private RefusedException TooLong() => new(Number, $"the line has more than {SourceFile.MaxBytes} bytes (10 MB). Split the article.");

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private LineReader SkipMark()
    {
        while (_end - _start < 4 && Fill())
        {
        }

        var head = _buffer.AsSpan(_start, _end - _start);
        if (head.StartsWith(Encoding.UTF8.Preamble))
            _start += Encoding.UTF8.Preamble.Length;
        else if (head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble) || head.StartsWith("\0\0"u8))
            throw new RefusedException(1, "the file is not UTF-8, as JSON lines are. Save it as UTF-8.");
        return this;
    }
}
