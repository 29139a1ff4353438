namespace Summit.Bot.Language;

/// <summary>Expressions that begin with one word, by the stem of their second: some words begin hundreds. Immutable.</summary>
internal sealed class ExpressionIndex
{
    private readonly Dictionary<string, List<Lexicon.Entry>> _bySecond;
    private readonly Dictionary<Lexicon.Entry, int> _order = new(ReferenceEqualityComparer.Instance);

    private ExpressionIndex(Dictionary<string, List<Lexicon.Entry>> bySecond) => _bySecond = bySecond;

    /// <summary>Indexes expressions of at least two words, those of most words first; null for none.</summary>
    public static ExpressionIndex? Of(IEnumerable<Lexicon.Entry> entries)
    {
        ExpressionIndex? index = null;
        foreach (var entry in entries)
        {
            index ??= new ExpressionIndex(new Dictionary<string, List<Lexicon.Entry>>(StringComparer.Ordinal));
            if (!index._bySecond.TryGetValue(entry.Stems[1], out var same))
                index._bySecond.Add(entry.Stems[1], same = []);
            same.Add(entry);
            index._order.Add(entry, index._order.Count);
        }

        return index;
    }

    /// <summary>Those of a second stem, in their order; null for none.</summary>
    public IReadOnlyList<Lexicon.Entry>? WithSecond(string stem) => _bySecond.GetValueOrDefault(stem);

    /// <summary>Both, in the order of all.</summary>
    public IReadOnlyList<Lexicon.Entry> Merge(IReadOnlyList<Lexicon.Entry> some, IReadOnlyList<Lexicon.Entry> others) =>
        [.. some.Concat(others).OrderBy(entry => _order[entry])];
}
