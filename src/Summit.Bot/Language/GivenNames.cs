using System.Collections.Frozen;

namespace Summit.Bot.Language;

/// <summary>Given names: written with a capital they are names, also where a word of either language is spelt alike ("Pierre", "Mark").</summary>
public sealed class GivenNames
{
    private readonly FrozenSet<string> _names;

    private GivenNames(FrozenSet<string> names) => _names = names;

    /// <summary>Reads lines of folded names, separated by spaces; lines that start with <c>#</c> are comments.</summary>
    /// <exception cref="InvalidDataException">A line has a tab, or a name is not folded; the message names it.</exception>
    public static GivenNames Read(TextReader reader)
    {
        var names = new List<string>();
        foreach (var (number, columns) in TabSeparated.Read(reader, "given-names.tsv", columnCount: 1))
        {
            foreach (var name in columns[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (TextAnalyzer.Fold(name) != name)
                    throw new InvalidDataException($"given-names.tsv:{number}: '{name}' is not folded: {TextAnalyzer.Fold(name)}.");
                names.Add(name);
            }
        }

        return new GivenNames(names.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a folded word is one.</summary>
    public bool Contains(string folded) => _names.Contains(folded);
}
