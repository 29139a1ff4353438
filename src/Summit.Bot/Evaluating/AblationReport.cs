using System.Globalization;

namespace Summit.Bot.Evaluating;

/// <summary>What each part of the search and the ranking is worth.</summary>
/// <param name="Figures">Names of the figures.</param>
/// <param name="Rows">First everything, then without each part: what costs most first.</param>
public sealed record AblationReport(IReadOnlyList<string> Figures, IReadOnlyList<AblationRow> Rows)
{
    /// <summary>Makes the report.</summary>
    /// <param name="figures">Names of the figures.</param>
    /// <param name="measured">What is left out, and the figures; first of nothing left out.</param>
    public static AblationReport Of(IReadOnlyList<string> figures, IReadOnlyList<(string Without, IReadOnlyList<double> Values)> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var complete = measured[0].Values;
        var rows = measured.Select(row => new AblationRow(row.Without, row.Values, [.. row.Values.Zip(complete, (value, all) => value - all)])).ToList();
        return new AblationReport(figures, [rows[0], .. rows.Skip(1).OrderBy(row => row.Mean)]);
    }

    /// <summary>Writes it as a Markdown table: each figure in percent, and in brackets by how many points it changes.</summary>
    public void WriteTable(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var table = new MarkdownTable(1, ["without", .. Figures, "mean"]);
        table.Add([Rows[0].Without, .. Rows[0].Values.Select(value => MarkdownTable.Percent(value)), ""]);
        foreach (var row in Rows.Skip(1))
            table.Add([row.Without, .. row.Values.Zip(row.Differences, (value, difference) => $"{MarkdownTable.Percent(value)} ({Points(difference)})"), Points(row.Mean)]);
        table.Write(output);
        output.WriteLine();
        output.WriteLine("R@1: share of the questions whose passage or sentence is the first · right: share of right answers on the article · in brackets: points more or less than with everything");
        output.WriteLine("a feature that is left out has the weight 0, and the others stay as they were learned; a leg that is left out is not searched");

        static string Points(double share) => (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
    }
}

/// <summary>The figures without one part.</summary>
/// <param name="Without">What is left out.</param>
/// <param name="Values">Each figure, a share from 0 to 1.</param>
/// <param name="Differences">By how much each differs from everything, from -1 to 1.</param>
public sealed record AblationRow(string Without, IReadOnlyList<double> Values, IReadOnlyList<double> Differences)
{
    /// <summary>The mean of the differences; 0 where there are none.</summary>
    public double Mean => Differences.DefaultIfEmpty().Average();
}
