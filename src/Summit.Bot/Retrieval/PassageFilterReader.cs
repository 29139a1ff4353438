using System.Linq.Expressions;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>
/// Reads the filters of Semantic Kernel's searches, which are LINQ expressions, so that every store can apply them: equality of
/// article id, language and day, comparisons of the day, joined by <c>&amp;&amp;</c>.
/// </summary>
internal static class PassageFilterReader
{
    /// <exception cref="NotSupportedException">The expression says something else.</exception>
    public static PassageFilter Read(Expression<Func<Passage, bool>>? filter) => filter is null ? PassageFilter.All : Read(filter.Body, PassageFilter.All);

    private static PassageFilter Read(Expression expression, PassageFilter filter)
    {
        if (expression is BinaryExpression { NodeType: ExpressionType.AndAlso } and)
            return Read(and.Right, Read(and.Left, filter));
        if (expression is not BinaryExpression
            {
                NodeType: ExpressionType.Equal or ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual,
            } comparison)
            throw Unsupported(expression);
        var (name, value, type) = NameOf(comparison.Left) is { } left
            ? (left, ValueOf(comparison.Right), comparison.NodeType)
            : (NameOf(comparison.Right), ValueOf(comparison.Left), Mirrored(comparison.NodeType));
        return (name, type, value) switch
        {
            (nameof(Passage.ArticleId), ExpressionType.Equal, string id) when filter.ArticleId is null || filter.ArticleId == id => filter with { ArticleId = id },
            (nameof(Passage.Language), ExpressionType.Equal, string language) when filter.Language is null || filter.Language == language => filter with { Language = language },
            (nameof(Passage.Published), ExpressionType.Equal, DateOnly day) => Between(filter, day, day),
            (nameof(Passage.Published), ExpressionType.GreaterThanOrEqual, DateOnly day) => Between(filter, day, null),
            (nameof(Passage.Published), ExpressionType.GreaterThan, DateOnly day) => Between(filter, day.AddDays(1), null),
            (nameof(Passage.Published), ExpressionType.LessThanOrEqual, DateOnly day) => Between(filter, null, day),
            (nameof(Passage.Published), ExpressionType.LessThan, DateOnly day) => Between(filter, null, day.AddDays(-1)),
            _ => throw Unsupported(expression),
        };
    }

    private static PassageFilter Between(PassageFilter filter, DateOnly? from, DateOnly? to) => filter with
    {
        From = filter.From is { } earlier && (from is null || earlier > from) ? earlier : from,
        To = filter.To is { } later && (to is null || later < to) ? later : to,
    };

    private static string? NameOf(Expression expression) => expression is MemberExpression { Expression: ParameterExpression } member ? member.Member.Name : null;

    private static object? ValueOf(Expression expression) => NameOf(expression) is null ? Expression.Lambda(expression).Compile().DynamicInvoke() : throw Unsupported(expression);

    private static ExpressionType Mirrored(ExpressionType type) => type switch
    {
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => type,
    };

    private static NotSupportedException Unsupported(Expression expression) =>
        new($"Passages are filtered by article id, language and day of publication, joined by &&; not by {expression}.");
}
