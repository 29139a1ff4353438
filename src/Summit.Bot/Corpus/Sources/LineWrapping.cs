using System.Text;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Joins lines that were broken because the next word would have gone over the margin.</summary>
internal static class LineWrapping
{
    private const int ShortestMargin = 50, LongestMargin = 120;
    private const double NearMargin = 0.8;

    /// <summary>The lines as a text without blank lines around it. Line breaks that a margin does not explain stay.</summary>
    public static string Undo(ReadOnlySpan<string> lines)
    {
        var margin = 0;
        foreach (var line in lines)
            margin = Math.Max(margin, line.TrimEnd().Length);
        var near = 0;
        foreach (var line in lines)
            near += line.TrimEnd().Length >= NearMargin * margin ? 1 : 0;
        // One long line is no margin.
        var isWrapped = near > 1 && margin is >= ShortestMargin and <= LongestMargin;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (i == 0)
                text.Append(lines[i].TrimEnd());
            else if (isWrapped && IsBrokenAtMargin(lines[i - 1].TrimEnd(), lines[i], margin))
                text.Append(' ').Append(lines[i].Trim());
            else
                text.Append('\n').Append(lines[i].TrimEnd());
        }

        return text.ToString().Trim('\n');
    }

    private static bool IsBrokenAtMargin(string line, string next, int margin)
    {
        var rest = next.AsSpan().Trim();
        if (line.Length == 0 || rest.Length == 0 || IsListItem(rest))
            return false;
        var word = rest.IndexOf(' ') is >= 0 and var end ? end : rest.Length;
        return line.Length + 1 + word > margin;
    }

    private static bool IsListItem(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return line is ['-' or '*' or '•' or '–' or '—', ' ', ..] || (digits > 0 && line[digits..] is ['.' or ')', ' ', ..]);
    }
}
