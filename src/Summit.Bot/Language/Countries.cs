namespace Summit.Bot.Language;

/// <summary>
/// The states, and the words of the lexicon that stand for each: in news writing a capital, a people or a seat of
/// government (<c>Moscou</c>, <c>russe</c>, <c>Kremlin</c>) often means the state. A state's id is its place in the table, from 0.
/// </summary>
public sealed class Countries
{
    private readonly Dictionary<int, List<int>> _byConcept = [];
    private readonly List<(string French, string English)> _names = [];

    private Countries()
    {
    }

    /// <summary>
    /// Reads seven tab-separated columns: the name in French and in English, the capital in both, the demonym in both, and
    /// the seats of government, separated by <c>|</c>.
    /// </summary>
    /// <exception cref="InvalidDataException">A line has another number of columns; the message names it.</exception>
    public static Countries Read(TextReader reader, Lexicon lexicon, TextAnalyzer analyzer)
    {
        var countries = new Countries();
        var id = 0;
        foreach (var (_, columns) in TabSeparated.Read(reader, "countries.tsv", columnCount: 7))
        {
            var concepts = Forms(columns).SelectMany(form => lexicon.ConceptsOf(form.Form, form.Language, analyzer));
            foreach (var concept in concepts.Where(c => lexicon.Concepts[c].Kind is ConceptKind.Place or ConceptKind.Demonym or ConceptKind.Name))
                countries.Add(concept, id);
            countries._names.Add((columns[0], columns[1]));
            id++;
        }

        return countries;
    }

    /// <summary>The states that a concept of the lexicon stands for.</summary>
    public IReadOnlyList<int> Of(int concept) => _byConcept.TryGetValue(concept, out var ids) ? ids : [];

    /// <summary>The name of a state, without an article.</summary>
    public string NameOf(int country, TextLanguage language) => language == TextLanguage.French ? _names[country].French : _names[country].English;

    private static IEnumerable<(string Form, TextLanguage Language)> Forms(string[] columns)
    {
        for (var i = 0; i < 6; i++)
            yield return (columns[i], i % 2 == 0 ? TextLanguage.French : TextLanguage.English);
        foreach (var seat in columns[6].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return (seat, TextLanguage.French);
            yield return (seat, TextLanguage.English);
        }
    }

    private void Add(int concept, int id)
    {
        if (!_byConcept.TryGetValue(concept, out var ids))
            _byConcept.Add(concept, ids = []);
        if (!ids.Contains(id))
            ids.Add(id);
    }
}
