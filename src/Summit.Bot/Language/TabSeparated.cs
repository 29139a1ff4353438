namespace Summit.Bot.Language;

/// <summary>The project's own data files: tab-separated columns, <c>#</c> comments, UTF-8.</summary>
internal static class TabSeparated
{
    /// <summary>The data lines with their line numbers, counted from 1.</summary>
    /// <exception cref="InvalidDataException">A line has another number of columns.</exception>
    public static IEnumerable<(int Number, string[] Columns)> Read(TextReader reader, string name, int columnCount)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var columns = line.Split('\t');
            if (columns.Length != columnCount)
                throw new InvalidDataException($"{name}:{number}: {columns.Length} columns, not {columnCount}.");
            yield return (number, columns);
        }
    }
}
