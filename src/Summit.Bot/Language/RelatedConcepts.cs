namespace Summit.Bot.Language;

/// <summary>
/// Looser relations between the concepts of the lexicon: what one may be told of in words of the other (<c>famille ~ père</c>,
/// <c>protéger ~ dispositif de sécurité</c>), near synonyms (<c>embargo ~ sanctions</c>), and opposites (<c>allié / ennemi</c>).
/// </summary>
public sealed class RelatedConcepts
{
    private readonly Dictionary<int, List<int>> _related = [];
    private readonly Dictionary<int, List<int>> _synonyms = [];
    private readonly Dictionary<int, List<int>> _opposites = [];

    private RelatedConcepts()
    {
    }

    /// <summary>Concepts that the concept may be told of in.</summary>
    public IReadOnlyList<int> Related(int concept) => _related.TryGetValue(concept, out var ids) ? ids : [];

    /// <summary>Concepts that may stand for the concept in a question about the same event.</summary>
    public IReadOnlyList<int> Synonyms(int concept) => _synonyms.TryGetValue(concept, out var ids) ? ids : [];

    /// <summary>Concepts that say the opposite.</summary>
    public IReadOnlyList<int> Opposites(int concept) => _opposites.TryGetValue(concept, out var ids) ? ids : [];

    /// <summary>Reads lines <c>syn|rel|ant ⇥ French form ⇥ French | forms</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names it.</exception>
    public static RelatedConcepts Read(TextReader reader, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(lexicon);
        var relations = new RelatedConcepts();
        // Spans, not strings: the file is long, and read at every start.
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#')
                relations.Add(line, number, lexicon);
        }

        return relations;
    }

    private void Add(ReadOnlySpan<char> line, int number, Lexicon lexicon)
    {
        Span<Range> columns = stackalloc Range[4];
        if (line.Split(columns, '\t') is not 3 and var count)
            throw new InvalidDataException($"related.tsv:{number}: {count} columns, not 3.");
        var map = line[columns[0]] switch
        {
            "rel" => _related,
            "syn" => _synonyms,
            "ant" => _opposites,
            var other => throw new InvalidDataException($"related.tsv:{number}: '{other}' is neither syn nor rel nor ant."),
        };
        var pivots = lexicon.ConceptsSpelt(line[columns[1]]);
        var forms = line[columns[2]];
        foreach (var form in forms.Split('|'))
        {
            var others = lexicon.ConceptsSpelt(forms[form].Trim());
            foreach (var pivot in pivots)
            {
                foreach (var other in others)
                {
                    Add(map, pivot, other);
                    Add(map, other, pivot);
                }
            }
        }
    }

    private static void Add(Dictionary<int, List<int>> map, int from, int to)
    {
        if (!map.TryGetValue(from, out var ids))
            map.Add(from, ids = []);
        if (from != to && !ids.Contains(to))
            ids.Add(to);
    }
}
