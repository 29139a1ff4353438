using System.Globalization;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>A text on a terminal that is replaced as it grows.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="width">Tells how many characters fit into a line of it.</param>
internal sealed class LiveText(TextWriter terminal, Func<int> width)
{
    private int _lines;

    /// <summary>Shows a text in the place of the last one.</summary>
    public void Show(string text)
    {
        Clear();
        terminal.WriteLine(text);
        terminal.Flush();
        var columns = Math.Max(1, width());
        _lines = text.Split('\n').Sum(line => Math.Max(1, (new StringInfo(line).LengthInTextElements + columns - 1) / columns));
    }

    /// <summary>Takes the last text away.</summary>
    public void Clear()
    {
        // ECMA-48: cursor up, then erase to the end of the display.
        if (_lines > 0)
            terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\e[{_lines}A\e[0J"));
        _lines = 0;
    }
}
