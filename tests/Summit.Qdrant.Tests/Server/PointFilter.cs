using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Summit.Qdrant.Grpc;
using Value = Summit.Qdrant.Grpc.Value;

namespace Summit.Qdrant.Tests.Server;

/// <summary>Whether a point passes a filter, as lib/segment/src/payload_storage/query_checker.rs has it.</summary>
internal static class PointFilter
{
    public static bool Passes(this Filter? filter, StoredPoint point) => Passes(filter, point, point.Payload);

    private static bool Passes(Filter? filter, StoredPoint point, IDictionary<string, Value> payload)
    {
        if (filter is null)
            return true;
        bool Meets(Condition condition) => PointFilter.Meets(condition, point, payload);
        return filter.Must.All(Meets)
            && !filter.MustNot.Any(Meets)
            && (filter.Should.Count == 0 || filter.Should.Any(Meets))
            && (filter.MinShould is not { } few || (ulong)few.Conditions.Count(Meets) >= few.MinCount);
    }

    private static bool Meets(Condition condition, StoredPoint point, IDictionary<string, Value> payload) =>
        condition.ConditionOneOfCase switch
        {
            Condition.ConditionOneOfOneofCase.Filter => Passes(condition.Filter, point, payload),
            Condition.ConditionOneOfOneofCase.HasId => condition.HasId.HasId.Any(id => PointKey.Of(id) == point.Key),
            Condition.ConditionOneOfOneofCase.HasVector =>
                point.Dense.ContainsKey(condition.HasVector.HasVector) || point.Sparse.ContainsKey(condition.HasVector.HasVector),
            Condition.ConditionOneOfOneofCase.IsEmpty => IsEmpty(payload, condition.IsEmpty.Key),
            Condition.ConditionOneOfOneofCase.IsNull => IsNull(payload, condition.IsNull.Key),
            Condition.ConditionOneOfOneofCase.Nested => Values(payload, condition.Nested.Key).Any(value =>
                value.KindCase == Value.KindOneofCase.StructValue && Passes(condition.Nested.Filter, point, value.StructValue.Fields)),
            Condition.ConditionOneOfOneofCase.Field => Meets(condition.Field, payload),
            _ => throw Errors.Malformed("Malformed Condition"),
        };

    private static bool Meets(FieldCondition field, IDictionary<string, Value> payload)
    {
        if (field.HasIsEmpty)
            return IsEmpty(payload, field.Key) == field.IsEmpty;
        if (field.HasIsNull)
            return IsNull(payload, field.Key) == field.IsNull;
        var values = Values(payload, field.Key).ToList();
        if (field.Match is { } match)
            return values.Any(value => Matches(match, value));
        if (field.Range is { } range)
            return values.Any(value => Number(value) is { } number && Within(range, number));
        if (field.DatetimeRange is { } dates)
            return values.Any(value => Date(value) is { } date && Within(dates, date));
        if (field.ValuesCount is { } count)
            return Within(count, (ulong)values.Count);
        throw Errors.Malformed("Malformed FieldCondition");
    }

    private static bool Matches(Match match, Value value) => match.MatchValueCase switch
    {
        Match.MatchValueOneofCase.Keyword => Text(value) == match.Keyword,
        Match.MatchValueOneofCase.Integer => Integer(value) == match.Integer,
        Match.MatchValueOneofCase.Boolean => value.KindCase == Value.KindOneofCase.BoolValue && value.BoolValue == match.Boolean,
        Match.MatchValueOneofCase.Keywords => Text(value) is { } text && match.Keywords.Strings.Contains(text),
        Match.MatchValueOneofCase.Integers => Integer(value) is { } number && match.Integers.Integers.Contains(number),
        Match.MatchValueOneofCase.ExceptKeywords => !(Text(value) is { } text && match.ExceptKeywords.Strings.Contains(text)),
        Match.MatchValueOneofCase.ExceptIntegers => !(Integer(value) is { } number && match.ExceptIntegers.Integers.Contains(number)),
        // Without a text index, as here, a text matches what contains it.
        Match.MatchValueOneofCase.Text => Text(value)?.Contains(match.Text, StringComparison.Ordinal) == true,
        _ => throw Errors.Malformed("This server has no text index."),
    };

    /// <summary>The values at a path: a list stands for its elements, <c>a[].b</c> goes into each.</summary>
    private static IEnumerable<Value> Values(IDictionary<string, Value> payload, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var key = (dot < 0 ? path : path[..dot]).Replace("[]", "", StringComparison.Ordinal);
        if (!payload.TryGetValue(key, out var found))
            return [];
        IEnumerable<Value> values = found.KindCase == Value.KindOneofCase.ListValue ? found.ListValue.Values : [found];
        return dot < 0
            ? values
            : values.Where(value => value.KindCase == Value.KindOneofCase.StructValue)
                .SelectMany(value => Values(value.StructValue.Fields, path[(dot + 1)..]));
    }

    private static bool IsEmpty(IDictionary<string, Value> payload, string key) =>
        Values(payload, key).All(value => value.KindCase == Value.KindOneofCase.NullValue);

    private static bool IsNull(IDictionary<string, Value> payload, string key) =>
        Values(payload, key).Any(value => value.KindCase == Value.KindOneofCase.NullValue);

    private static string? Text(Value value) => value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;

    private static long? Integer(Value value) => value.KindCase == Value.KindOneofCase.IntegerValue ? value.IntegerValue : null;

    private static double? Number(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.IntegerValue => value.IntegerValue,
        Value.KindOneofCase.DoubleValue => value.DoubleValue,
        _ => null,
    };

    private static DateTimeOffset? Date(Value value) =>
        DateTimeOffset.TryParse(Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static bool Within(Summit.Qdrant.Grpc.Range range, double number) =>
        !(range.HasLt && number >= range.Lt) && !(range.HasLte && number > range.Lte)
        && !(range.HasGt && number <= range.Gt) && !(range.HasGte && number < range.Gte);

    private static bool Within(ValuesCount range, ulong count) =>
        !(range.HasLt && count >= range.Lt) && !(range.HasLte && count > range.Lte)
        && !(range.HasGt && count <= range.Gt) && !(range.HasGte && count < range.Gte);

    private static bool Within(DatetimeRange range, DateTimeOffset date)
    {
        static DateTimeOffset Of(Timestamp timestamp) => timestamp.ToDateTimeOffset();
        return !(range.Lt is { } lt && date >= Of(lt)) && !(range.Lte is { } lte && date > Of(lte))
            && !(range.Gt is { } gt && date <= Of(gt)) && !(range.Gte is { } gte && date < Of(gte));
    }
}
