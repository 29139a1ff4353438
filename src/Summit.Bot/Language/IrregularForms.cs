namespace Summit.Bot.Language;

/// <summary>Inflected forms that no stemmer brings back to their lemma: <c>tiennent → tenir</c>, <c>met → meet</c>.</summary>
public sealed class IrregularForms
{
    private readonly Dictionary<string, string> _french = [];
    private readonly Dictionary<string, string> _english = [];

    private IrregularForms()
    {
    }

    /// <summary>The folded lemma of a folded word, or the word itself.</summary>
    public string Lemma(string word, TextLanguage language) =>
        (language == TextLanguage.French ? _french : _english).GetValueOrDefault(word, word);

    /// <summary>Reads lines <c>fr|en ⇥ lemma ⇥ form form …</c>; lines that start with <c>#</c> are comments.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names it.</exception>
    public static IrregularForms Read(TextReader reader)
    {
        var forms = new IrregularForms();
        foreach (var (number, columns) in TabSeparated.Read(reader, "irregular.tsv", columnCount: 3))
        {
            var language = TextLanguages.Parse(columns[0])
                ?? throw new InvalidDataException($"irregular.tsv:{number}: the language is '{columns[0]}', not fr or en.");
            var map = language == TextLanguage.French ? forms._french : forms._english;
            var lemma = TextAnalyzer.Fold(columns[1]);
            foreach (var form in columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                map.TryAdd(TextAnalyzer.Fold(form), lemma);
        }

        return forms;
    }
}
