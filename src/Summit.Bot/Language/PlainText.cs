using System.Text;

namespace Summit.Bot.Language;

/// <summary>Text that is shown or logged as one line, and does nothing else to what shows it.</summary>
public static class PlainText
{
    /// <summary>
    /// Runs of white space that hold a line break become one space; control characters, and those that reverse or hide text, go.
    /// A no-break space stays what it is.
    /// </summary>
    public static string OneLine(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var line = new StringBuilder(data.Length);
        foreach (var c in data.Trim())
        {
            if (c is '\n' or '\r' or '\t' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (!(c == ' ' && line.Length > 0 && line[^1] == ' ') && !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))
            {
                line.Append(c);
            }
        }

        // Again: what was taken away may have stood before a space, and a list begins behind one too.
        return line.ToString().Trim();
    }
}
