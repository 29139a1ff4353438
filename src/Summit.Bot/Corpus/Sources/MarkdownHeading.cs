namespace Summit.Bot.Corpus.Sources;

/// <summary>Finds the title of a Markdown text.</summary>
internal static class MarkdownHeading
{
    /// <summary>The first heading, and the line that the text begins on: behind the heading where nothing stands before it.</summary>
    public static (string? Title, int FirstLine) Find(string[] lines)
    {
        var isEmpty = true;
        var isCode = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode && Atx(line) is { } title)
                return (title, isEmpty ? i + 1 : 0);
            else if (!isCode && line.Length > 0 && i + 1 < lines.Length && IsUnderline(lines[i + 1]))
                return (line, isEmpty ? i + 2 : 0);
            isEmpty &= line.Length == 0;
        }

        return (null, 0);
    }

    /// <summary>The text of <c># A title #</c>.</summary>
    private static string? Atx(string line)
    {
        var level = line.AsSpan().IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && line[level] is ' ' or '\t' && level > 0 && line[level..].Trim().TrimEnd('#').Trim() is { Length: > 0 } title ? title : null;
    }

    /// <summary>A line of <c>=</c> or <c>-</c>, which makes a heading of the line before it.</summary>
    private static bool IsUnderline(string line)
    {
        var marks = line.AsSpan().Trim();
        return marks.Length >= 2 && (!marks.ContainsAnyExcept('=') || !marks.ContainsAnyExcept('-'));
    }
}
