using System.Globalization;
using System.Text;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Rendering;

/// <summary>How one kind of client reads text: what is markup there, and how data is kept from being read as markup.</summary>
public sealed class Markup
{
    private readonly string _boldOn, _boldOff, _italic;
    private readonly bool _isMarkdown;

    /// <summary>Characters written as references, since the client reads more into them than markdown does, escaped or not.</summary>
    private readonly string _referenced;

    private Markup(bool isMarkdown, string boldOn = "**", string boldOff = "**", string italic = "*", string referenced = "")
    {
        _isMarkdown = isMarkdown;
        _boldOn = boldOn;
        _boldOff = boldOff;
        _italic = italic;
        _referenced = referenced;
    }

    /// <summary>CommonMark, as in the HTTP API.</summary>
    public static Markup Markdown { get; } = new(isMarkdown: true);

    /// <summary>Bot Framework Web Chat and the Emulator, where <c>\[</c> may open a formula.</summary>
    public static Markup WebChat { get; } = new(isMarkdown: true, referenced: "[]<>");

    /// <summary>Microsoft Teams, which reads HTML inside markdown.</summary>
    public static Markup Teams { get; } = new(isMarkdown: true, referenced: "<>");

    /// <summary>Text without any markup.</summary>
    public static Markup Plain { get; } = new(isMarkdown: false, "", "", "");

    /// <summary>Text for a terminal that shows bold.</summary>
    public static Markup Terminal { get; } = new(isMarkdown: false, "\e[1m", "\e[0m", "");

    /// <summary>Data as text: one line, without control characters, and nothing in it is markup.</summary>
    public string Text(string data)
    {
        var line = PlainText.OneLine(data);
        if (!_isMarkdown)
            return line;
        var text = new StringBuilder(line.Length + 16);
        var leading = LeadingMark(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (_referenced.Contains(line[i], StringComparison.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"&#{(int)line[i]};");
                continue;
            }

            if (i == leading || IsMark(line, i))
                text.Append('\\');
            text.Append(line[i]);
        }

        return text.ToString();
    }

    /// <summary>Text, escaped already, in bold.</summary>
    public string Bold(string text) => _boldOn + text + _boldOff;

    /// <summary>Text, escaped already, in italics where there are any.</summary>
    public string Italic(string text) => _italic + text + _italic;

    // The last character of what would begin a list, or -1; other marks that begin a line are escaped wherever they stand.
    private static int LeadingMark(string line)
    {
        if (line.Length == 0)
            return -1;
        if (line[0] is '-' or '+' or '=')
            return 0;
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' ? digits : -1;
    }

    private static bool IsMark(string line, int i) => line[i] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' => true,
        // What would be read as a character reference, an address to link, or a formula.
        '&' => i + 1 < line.Length && (line[i + 1] == '#' || char.IsAsciiLetter(line[i + 1])),
        ':' => i + 1 < line.Length && line[i + 1] == '/',
        '.' => i >= 3 && string.Compare(line, i - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0,
        '@' => i > 0 && !char.IsWhiteSpace(line[i - 1]),
        '$' => i + 1 < line.Length && line[i + 1] == '$',
        _ => false,
    };
}
