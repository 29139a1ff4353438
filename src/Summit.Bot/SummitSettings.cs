using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Summit.Bot.Language;

namespace Summit.Bot;

/// <summary>Checks what is configured before it is bound: a key that nobody reads, or a value that is none, is named with the way out.</summary>
internal static class SummitSettings
{
    private static readonly Dictionary<string, Type> Keys =
        KeysOf(typeof(SummitOptions), SummitOptions.Section).ToDictionary(key => key.Key, key => key.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys, as they are written.</summary>
    public static IEnumerable<string> Names => Keys.Keys;

    /// <exception cref="OptionsValidationException">A key is not known, or a value not of its type.</exception>
    public static void Check(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var failures = configuration.GetSection(SummitOptions.Section).AsEnumerable()
            .Where(entry => entry.Value is not null && entry.Key.Contains(':', StringComparison.Ordinal))
            .Select(entry => Keys.TryGetValue(entry.Key, out var type) ? WrongValue(entry.Key, entry.Value!, type) : Unknown(entry.Key))
            .OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(SummitOptions), failures);
    }

    private static string Unknown(string key)
    {
        var nearest = Keys.Keys.MinBy(known => Distance(known, key))!;
        return $"{PlainText.OneLine(key)} is no setting. Did you mean {nearest}? The settings are {string.Join(", ", Keys.Keys)}.";
    }

    private static string? WrongValue(string key, string value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var wanted = type == typeof(bool) && !bool.TryParse(value, out _) ? "true or false"
            : type == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? "a whole number"
            : type == typeof(decimal) && !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? "a number such as 0.02"
            : type == typeof(TimeSpan) && !TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _) ? "a time such as 00:00:30"
            : type == typeof(Uri) && !Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _) ? "an address such as https://bot.example.org"
            : type.IsEnum && !Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase) ? $"one of {string.Join(", ", Enum.GetNames(type))}"
            : null;
        return wanted is null ? null : $"{key} is '{PlainText.OneLine(value)}', which is not {wanted}. Correct it, or remove the key for the default.";
    }

    private static IEnumerable<(string Key, Type Type)> KeysOf(Type options, string section)
    {
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = $"{section}:{property.Name}";
            if (property.PropertyType.IsClass && property.PropertyType.Namespace == typeof(SummitOptions).Namespace)
            {
                foreach (var inner in KeysOf(property.PropertyType, key))
                    yield return inner;
            }
            else
            {
                yield return (key, property.PropertyType);
            }
        }
    }

    /// <summary>Letters to add, drop or replace to make one word of the other (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var isSame = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (isSame ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
