namespace Summit.Bot.Language;

/// <summary>Finds a term or a mention, or none.</summary>
internal static class TermSearch
{
    /// <summary>The first of which a condition is true; null where there is none.</summary>
    public static T? FirstOrNull<T>(this IEnumerable<T> all, Func<T, bool> condition)
        where T : struct => all.Where(condition).Select(one => (T?)one).FirstOrDefault();

    /// <summary>The last of which a condition is true; null where there is none.</summary>
    public static T? LastOrNull<T>(this IReadOnlyList<T> all, Func<T, bool> condition)
        where T : struct
    {
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (condition(all[i]))
                return all[i];
        }

        return null;
    }
}
