using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Qdrant.Grpc;
using Summit.Qdrant.Tests.Server;

namespace Summit.Qdrant.Tests;

/// <summary>What holds for any input.</summary>
public sealed class PropertyTests
{
    [Property]
    public void A_fusion_holds_each_point_once_the_best_first_with_the_sum_of_its_ranks(byte[][] lists)
    {
        var hits = lists.Select(list => list.Distinct().Select(id => new Hit(new PointKey(false, id), 0)).ToList()).ToList();
        var fused = Scoring.Rrf(hits, Scoring.RrfK, []);
        fused.Select(hit => hit.Key).ShouldBe(hits.SelectMany(list => list).Select(hit => hit.Key).Distinct(), ignoreOrder: true);
        fused.Zip(fused.Skip(1)).ShouldAllBe(pair =>
            pair.First.Score > pair.Second.Score || (pair.First.Score == pair.Second.Score && pair.First.Key < pair.Second.Key));
        foreach (var hit in fused)
        {
            var sum = hits.Select(list => list.FindIndex(other => other.Key == hit.Key)).Where(at => at >= 0).Sum(at => 1.0 / (2 + at));
            ((double)hit.Score).ShouldBe(sum, 1e-5);
        }
    }

    [Property]
    public void Equal_weights_of_one_change_nothing(byte[][] lists)
    {
        var hits = lists.Select(list => list.Distinct().Select(id => new Hit(new PointKey(false, id), 0)).ToList()).ToList();
        var weighted = Scoring.Rrf(hits, Scoring.RrfK, [.. hits.Select(_ => 1f)]);
        weighted.Select(hit => hit.Key).ShouldBe(Scoring.Rrf(hits, Scoring.RrfK, []).Select(hit => hit.Key));
    }

    [Property]
    public void Normalising_twice_is_normalising_once(NormalFloat[] numbers)
    {
        var once = Scoring.Normalised([.. numbers.Select(number => (float)(number.Get % 1000))]);
        Scoring.Normalised(once).Zip(once).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-5f);
    }

    [Property]
    public void Idf_is_positive_and_falls_with_frequency(PositiveInt n, NonNegativeInt df)
    {
        var frequency = df.Get % n.Get;
        Scoring.Idf(n.Get, frequency).ShouldBeGreaterThan(Scoring.Idf(n.Get, frequency + 1));
        Scoring.Idf(n.Get, frequency + 1).ShouldBeGreaterThan(0);
    }

    [Property]
    public void Ids_keep_their_order_and_come_back(Guid first, Guid second, ulong number)
    {
        var (a, b) = (PointKey.Of(first), PointKey.Of(second));
        Math.Sign(a.CompareTo(b)).ShouldBe(Math.Sign(string.CompareOrdinal(first.ToString(), second.ToString())));
        a.ToId().ShouldBe(first);
        PointKey.Of(number).ToId().ShouldBe(number);
        PointKey.Of(number).ShouldBeLessThan(a);
    }

    [Property]
    public void Values_keep_kind_and_content(NonNull<string> text, long whole, NormalFloat real, bool truth)
    {
        ((Value)text.Get).StringValue.ShouldBe(text.Get);
        ((Value)whole).IntegerValue.ShouldBe(whole);
        ((Value)real.Get).DoubleValue.ShouldBe(real.Get);
        ((Value)truth).BoolValue.ShouldBe(truth);
        Value list = new Value[] { text.Get, whole, real.Get, truth };
        list.ListValue.Values.Select(value => value.KindCase).ShouldBe(
            [Value.KindOneofCase.StringValue, Value.KindOneofCase.IntegerValue, Value.KindOneofCase.DoubleValue, Value.KindOneofCase.BoolValue]);
    }

    [Property]
    public void Both_forms_of_a_sparse_vector_say_the_same((float, uint)[] pairs)
    {
        var arrays = (pairs.Select(pair => pair.Item1).ToArray(), pairs.Select(pair => pair.Item2).ToArray());
        ((Vector)pairs).ShouldBe((Vector)arrays);
        ((Query)pairs).Nearest.ShouldBe((VectorInput)arrays);
    }
}
