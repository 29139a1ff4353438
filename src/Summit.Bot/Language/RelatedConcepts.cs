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
        var relations = new RelatedConcepts();
        foreach (var (number, columns) in TabSeparated.Read(reader, "related.tsv", columnCount: 3))
        {
            var map = columns[0] switch
            {
                "rel" => relations._related,
                "syn" => relations._synonyms,
                "ant" => relations._opposites,
                _ => throw new InvalidDataException($"related.tsv:{number}: '{columns[0]}' is neither syn nor rel nor ant."),
            };
            var pivots = Concepts(columns[1]);
            foreach (var form in columns[2].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var (a, b) in pivots.SelectMany(pivot => Concepts(form).Select(other => (pivot, other))))
                {
                    Add(map, a, b);
                    Add(map, b, a);
                }
            }
        }

        return relations;

        List<int> Concepts(string form) => [.. lexicon.ConceptsSpelt(form)];
    }

    private static void Add(Dictionary<int, List<int>> map, int from, int to)
    {
        if (!map.TryGetValue(from, out var ids))
            map.Add(from, ids = []);
        if (from != to && !ids.Contains(to))
            ids.Add(to);
    }
}
