namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads a file of any length that has one JSON object a line, holding one line at a time. Blank lines are passed over.</summary>
internal static class JsonLinesSource
{
    public static IEnumerable<SourceItem> Read(SourceRef file)
    {
        LineReader? lines = null;
        try
        {
            var isOver = false;
            while (!isOver)
            {
                SourceItem? item = null;
                try
                {
                    lines ??= LineReader.Open(file.Path);
                    isOver = !lines.Read();
                    if (!isOver && !IsBlank(lines.Line.Span))
                        item = ReadOne(file, lines.Number, lines.Line);
                }
                catch (RefusedException refused)
                {
                    item = SourceItem.Of(file, refused);
                    isOver = lines is not { CanGoOn: true };
                }

                if (item is not null)
                    yield return item;
            }
        }
        finally
        {
            lines?.Dispose();
        }
    }

    /// <summary>Reads one object that begins on a line.</summary>
    public static SourceItem ReadOne(SourceRef file, int line, ReadOnlyMemory<byte> json)
    {
        try
        {
            return SourceItem.Of(file, line, JsonArticle.Read(file, line, json));
        }
        catch (RefusedException refused)
        {
            return SourceItem.Of(file, refused);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;
}
