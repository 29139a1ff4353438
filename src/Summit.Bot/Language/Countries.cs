namespace Summit.Bot.Language;

/// <summary>One state: how news writing names it, its capital, its people and its government.</summary>
/// <param name="Id">Its place in the table, from 0.</param>
public sealed record Country(
    int Id, string French, string English, string FrenchCapital, string EnglishCapital, string FrenchDemonym, string EnglishDemonym,
    IReadOnlyList<string> Metonyms);

/// <summary>
/// The states, and the words of the lexicon that stand for each: in news writing a capital, a people or a seat of
/// government (<c>Moscou</c>, <c>russe</c>, <c>Kremlin</c>) often means the state.
/// </summary>
public sealed class Countries
{
    private readonly Dictionary<int, List<int>> _byConcept = [];
    private readonly List<Country> _all = [];

    private Countries()
    {
    }

    /// <summary>All states; <see cref="Country.Id"/> is the index.</summary>
    public IReadOnlyList<Country> All => _all;

    /// <summary>Reads seven tab-separated columns: names, capitals and demonyms in both languages, metonyms.</summary>
    /// <exception cref="InvalidDataException">A line has another number of columns; the message names it.</exception>
    public static Countries Read(TextReader reader, Lexicon lexicon, TextAnalyzer analyzer)
    {
        var countries = new Countries();
        foreach (var (_, c) in TabSeparated.Read(reader, "countries.tsv", columnCount: 7))
        {
            var metonyms = c[6].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var country = new Country(countries._all.Count, c[0], c[1], c[2], c[3], c[4], c[5], metonyms);
            countries._all.Add(country);
            var concepts = country.Forms().SelectMany(form => lexicon.ConceptsOf(form.Form, form.Language, analyzer));
            foreach (var concept in concepts.Where(id => lexicon.Concepts[id].Kind is ConceptKind.Place or ConceptKind.Demonym or ConceptKind.Name))
                countries.Add(concept, country.Id);
        }

        return countries;
    }

    /// <summary>The states that a concept of the lexicon stands for.</summary>
    public IReadOnlyList<int> Of(int concept) => _byConcept.TryGetValue(concept, out var ids) ? ids : [];

    private void Add(int concept, int id)
    {
        if (!_byConcept.TryGetValue(concept, out var ids))
            _byConcept.Add(concept, ids = []);
        if (!ids.Contains(id))
            ids.Add(id);
    }
}

file static class CountryForms
{
    public static IEnumerable<(string Form, TextLanguage Language)> Forms(this Country country)
    {
        yield return (country.French, TextLanguage.French);
        yield return (country.FrenchCapital, TextLanguage.French);
        yield return (country.FrenchDemonym, TextLanguage.French);
        yield return (country.English, TextLanguage.English);
        yield return (country.EnglishCapital, TextLanguage.English);
        yield return (country.EnglishDemonym, TextLanguage.English);
        foreach (var metonym in country.Metonyms)
        {
            yield return (metonym, TextLanguage.French);
            yield return (metonym, TextLanguage.English);
        }
    }
}
