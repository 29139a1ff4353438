using System.Globalization;

namespace Summit.Bot.Evaluating;

/// <summary>A table that reads well on a terminal and in Markdown: its columns are padded, figures to the right.</summary>
/// <param name="names">How many columns, from the left, hold names.</param>
/// <param name="header">The names of the columns.</param>
internal sealed class MarkdownTable(int names, params string[] header)
{
    private readonly List<string[]> _rows = [header];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes it.</summary>
    public void Write(TextWriter output)
    {
        int[] widths = [.. Enumerable.Range(0, _rows[0].Length).Select(column => Math.Max(3, _rows.Max(row => row[column].Length)))];
        Line(_rows[0]);
        output.WriteLine($"|{string.Join('|', widths.Select((width, column) => column < names ? new string('-', width + 2) : new string('-', width + 1) + ":"))}|");
        foreach (var row in _rows.Skip(1))
            Line(row);

        void Line(string[] cells) => output.WriteLine($"| {string.Join(" | ", cells.Select((cell, column) => column < names ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |");
    }

    /// <summary>A share as percent, with one decimal; a hyphen where there is none.</summary>
    public static string Percent(double? share) => share is null ? "-" : (100 * share.Value).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
