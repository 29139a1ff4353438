namespace Summit.Bot.Language;

/// <summary>Finds a term, or none.</summary>
internal static class TermSearch
{
    /// <summary>The first term of which a condition is true; null where there is none.</summary>
    public static Term? FirstOrNull(this IEnumerable<Term> terms, Func<Term, bool> condition) => terms.Where(condition).Select(term => (Term?)term).FirstOrDefault();

    /// <summary>The last term of which a condition is true; null where there is none.</summary>
    public static Term? LastOrNull(this IReadOnlyList<Term> terms, Func<Term, bool> condition)
    {
        for (var i = terms.Count - 1; i >= 0; i--)
        {
            if (condition(terms[i]))
                return terms[i];
        }

        return null;
    }
}
