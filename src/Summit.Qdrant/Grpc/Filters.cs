namespace Summit.Qdrant.Grpc;

/// <summary>Passed by points that meet all of Must, none of MustNot, and one of Should if there are any; an empty one by every point.</summary>
public partial class Filter
{
    /// <summary>A filter of one condition; one that is a filter already is taken out of its wrapping.</summary>
    /// <param name="condition">The condition.</param>
    public static implicit operator Filter(Condition condition) =>
        condition.ConditionOneOfCase == Condition.ConditionOneOfOneofCase.Filter ? condition.Filter : new Filter { Must = { condition } };

    /// <summary>Points that match both.</summary>
    /// <param name="left">One filter.</param>
    /// <param name="right">The other.</param>
    public static Filter operator &(Filter left, Filter right) =>
        IsConjunction(left) && IsConjunction(right)
            ? new Filter { Must = { left.Must, right.Must }, MustNot = { left.MustNot, right.MustNot } }
            : new Filter { Must = { Conditions.Filter(left), Conditions.Filter(right) } };

    /// <summary>Points that match either.</summary>
    /// <param name="left">One filter.</param>
    /// <param name="right">The other.</param>
    public static Filter operator |(Filter left, Filter right) =>
        new() { Should = { Conditions.Filter(left), Conditions.Filter(right) } };

    private static bool IsConjunction(Filter filter) => filter.Should.Count == 0 && filter.MinShould is null;
}

/// <summary>One condition on a point.</summary>
public partial class Condition
{
    /// <summary>Points that match both.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">The other.</param>
    public static Condition operator &(Condition left, Condition right) => Conditions.Filter((Filter)left & (Filter)right);

    /// <summary>Points that match either.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">The other.</param>
    public static Condition operator |(Condition left, Condition right) =>
        Conditions.Filter(new Filter { Should = { left, right } });

    /// <summary>Points that do not match.</summary>
    /// <param name="condition">The condition.</param>
    public static Condition operator !(Condition condition) => Conditions.Filter(new Filter { MustNot = { condition } });
}
