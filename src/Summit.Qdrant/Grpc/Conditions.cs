using Google.Protobuf.WellKnownTypes;

namespace Summit.Qdrant.Grpc;

/// <summary>
/// Conditions on points, by payload field or id. A field is a key, or a path such as <c>a.b</c> or <c>list[].key</c>; a field that
/// holds a list matches where any of its values does.
/// </summary>
public static class Conditions
{
    /// <summary>Points with one of these ids.</summary>
    /// <param name="ids">The ids.</param>
    public static Condition HasId(IReadOnlyList<Guid> ids) => HasId(ids.Select(id => (PointId)id));

    /// <summary>Points with one of these ids.</summary>
    /// <param name="ids">The ids.</param>
    public static Condition HasId(IReadOnlyList<ulong> ids) => HasId(ids.Select(id => (PointId)id));

    /// <summary>The point with this id.</summary>
    /// <param name="id">The id.</param>
    public static Condition HasId(Guid id) => HasId([(PointId)id]);

    /// <summary>The point with this id.</summary>
    /// <param name="id">The id.</param>
    public static Condition HasId(ulong id) => HasId([(PointId)id]);

    /// <summary>The field is absent, null or an empty list.</summary>
    /// <param name="field">Key or path.</param>
    public static Condition IsEmpty(string field) => new() { IsEmpty = new IsEmptyCondition { Key = field } };

    /// <summary>The field is there and null.</summary>
    /// <param name="field">Key or path.</param>
    public static Condition IsNull(string field) => new() { IsNull = new IsNullCondition { Key = field } };

    /// <summary>The field is exactly this string.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="keyword">The string, in its own case.</param>
    public static Condition MatchKeyword(string field, string keyword) => Match(field, new Match { Keyword = keyword });

    /// <summary>The field holds every word of a text (or the text itself where the field has no text index).</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="text">The words.</param>
    public static Condition MatchText(string field, string text) => Match(field, new Match { Text = text });

    /// <summary>The field holds the words of a phrase one after the other; needs a text index for phrases.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="phrase">The phrase.</param>
    public static Condition MatchPhrase(string field, string phrase) => Match(field, new Match { Phrase = phrase });

    /// <summary>The field holds any word of a text; needs a text index.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="textAny">The words.</param>
    public static Condition MatchTextAny(string field, string textAny) => Match(field, new Match { TextAny = textAny });

    /// <summary>The field is this boolean.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="value">True or false.</param>
    public static Condition Match(string field, bool value) => Match(field, new Match { Boolean = value });

    /// <summary>The field is this integer.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="value">The number.</param>
    public static Condition Match(string field, long value) => Match(field, new Match { Integer = value });

    /// <summary>The field is one of these strings.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="keywords">The strings; none match where there are none.</param>
    public static Condition Match(string field, IReadOnlyList<string> keywords) =>
        Match(field, new Match { Keywords = new RepeatedStrings { Strings = { keywords } } });

    /// <summary>The field is one of these integers.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="values">The numbers; none match where there are none.</param>
    public static Condition Match(string field, IReadOnlyList<long> values) =>
        Match(field, new Match { Integers = new RepeatedIntegers { Integers = { values } } });

    /// <summary>The field is there and has a value that is none of these strings.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="keywords">The strings.</param>
    public static Condition MatchExcept(string field, IReadOnlyList<string> keywords) =>
        Match(field, new Match { ExceptKeywords = new RepeatedStrings { Strings = { keywords } } });

    /// <summary>The field is there and has a value that is none of these integers.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="values">The numbers.</param>
    public static Condition MatchExcept(string field, IReadOnlyList<long> values) =>
        Match(field, new Match { ExceptIntegers = new RepeatedIntegers { Integers = { values } } });

    /// <summary>One element of a list of objects meets a condition.</summary>
    /// <param name="field">Key or path of the list.</param>
    /// <param name="condition">A condition on fields of the element.</param>
    public static Condition Nested(string field, Condition condition) => Nested(field, new Filter { Must = { condition } });

    /// <summary>One element of a list of objects passes a filter.</summary>
    /// <param name="field">Key or path of the list.</param>
    /// <param name="filter">A filter on fields of the element.</param>
    public static Condition Nested(string field, Filter filter) =>
        new() { Nested = new NestedCondition { Key = field, Filter = filter } };

    /// <summary>The field is a number in a range.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="range">Its ends; one that is not set is open.</param>
    public static Condition Range(string field, Range range) =>
        new() { Field = new FieldCondition { Key = field, Range = range } };

    /// <summary>The field has a number of values in a range.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="valuesCount">The ends of the range; one that is not set is open.</param>
    public static Condition ValuesCount(string field, ValuesCount valuesCount) =>
        new() { Field = new FieldCondition { Key = field, ValuesCount = valuesCount } };

    /// <summary>A filter as one condition of another.</summary>
    /// <param name="filter">The filter.</param>
    public static Condition Filter(Filter filter) => new() { Filter = filter };

    /// <summary>The field is a date (RFC 3339, or a day) in a range. Dates given here are of kind UTC.</summary>
    /// <param name="field">Key or path.</param>
    /// <param name="lt">Earlier than.</param>
    /// <param name="gt">Later than.</param>
    /// <param name="gte">Not earlier than.</param>
    /// <param name="lte">Not later than.</param>
    /// <exception cref="ArgumentException">A date is not of kind UTC.</exception>
    public static Condition DatetimeRange(
        string field, DateTime? lt = null, DateTime? gt = null, DateTime? gte = null, DateTime? lte = null)
    {
        var range = new DatetimeRange { Lt = Of(lt), Gt = Of(gt), Gte = Of(gte), Lte = Of(lte) };
        return new Condition { Field = new FieldCondition { Key = field, DatetimeRange = range } };

        static Timestamp? Of(DateTime? date) => date is { } value ? Timestamp.FromDateTime(value) : null;
    }

    /// <summary>The point has a vector of this name.</summary>
    /// <param name="vector">The name.</param>
    public static Condition HasVector(string vector) => new() { HasVector = new HasVectorCondition { HasVector = vector } };

    private static Condition Match(string field, Match match) => new() { Field = new FieldCondition { Key = field, Match = match } };

    private static Condition HasId(IEnumerable<PointId> ids) => new() { HasId = new HasIdCondition { HasId = { ids } } };
}
