using Grpc.Core;
using Summit.Qdrant.Grpc;
using static Summit.Qdrant.Grpc.Conditions;
using Range = Summit.Qdrant.Grpc.Range;

namespace Summit.Qdrant.Tests.Contract;

public sealed class PointTests(Target target) : ContractTest(target)
{
    [Fact]
    public async Task Writing_the_same_point_again_changes_nothing()
    {
        var id = Guid.Parse("6F1C3B2A-0000-5000-8000-00000000000A");
        for (var i = 0; i < 2; i++)
            (await Client.UpsertAsync(Name, [Point(id, [1, 2, 3], null, ("text", "À Vladivostok"))])).Status.ShouldBe(UpdateStatus.Completed);
        (await Client.CountAsync(Name)).ShouldBe(1UL);
        var point = (await Client.RetrieveAsync(Name, id)).ShouldHaveSingleItem();
        point.Id.ShouldBe(id);
        point.Payload["text"].StringValue.ShouldBe("À Vladivostok");
    }

    [Fact]
    public async Task Writing_a_point_replaces_it_whole()
    {
        await Client.UpsertAsync(Name, [Point(1, [1, 0, 0], [(1, 7)], ("a", 1L))]);
        await Client.UpsertAsync(Name, [Point(1, [0, 1, 0], null, ("b", 2L))]);
        var point = (await Client.RetrieveAsync(Name, 1, withVectors: true)).ShouldHaveSingleItem();
        point.Payload.Keys.ShouldBe(["b"]);
        point.Vectors.Vectors.Vectors.Keys.ShouldBe(["dense"]);
    }

    [Fact]
    public async Task Vectors_come_back_normalised_and_sparse_ones_by_index()
    {
        await Client.UpsertAsync(Name, [Point(1, [3, 0, 4], [(0.5f, 9), (2, 3)])]);
        var vectors = (await Client.RetrieveAsync(Name, 1, withVectors: true)).Single().Vectors.Vectors.Vectors;
        var dense = vectors["dense"].GetDenseVector().ShouldNotBeNull().Data;
        dense[0].ShouldBe(0.6f, 1e-6f);
        dense[2].ShouldBe(0.8f, 1e-6f);
        var sparse = vectors["sparse"].GetSparseVector().ShouldNotBeNull();
        sparse.Indices.ShouldBe([3U, 9U]);
        sparse.Values.ShouldBe([2f, 0.5f]);
    }

    [Fact]
    public async Task Payloads_of_every_kind_come_back()
    {
        Value nested = new Dictionary<string, Value> { ["in"] = new Value[] { 1L, 2.5, true, "x" } };
        var point = Point(1, [1, 0, 0], null, ("nested", nested), ("big", long.MaxValue), ("null", new Value { NullValue = NullValue.NullValue }));
        await Client.UpsertAsync(Name, [point]);
        var back = (await Client.RetrieveAsync(Name, 1)).Single().Payload;
        back.ShouldBe(point.Payload, ignoreOrder: true);
    }

    [Fact]
    public async Task Selectors_pick_payload_and_vectors()
    {
        await Client.UpsertAsync(Name, [Point(1, [1, 0, 0], [(1, 1)], ("a", 1L), ("b", 2L))]);
        PointId[] ids = [1];
        var point = (await Client.RetrieveAsync(Name, ids, new[] { "a" }, new[] { "sparse" })).Single();
        point.Payload.Keys.ShouldBe(["a"]);
        point.Vectors.Vectors.Vectors.Keys.ShouldBe(["sparse"]);
        var bare = (await Client.RetrieveAsync(Name, ids, false, false)).Single();
        bare.Payload.ShouldBeEmpty();
        bare.Vectors.ShouldBeNull();
    }

    [Fact]
    public async Task Points_are_deleted_by_id_and_by_filter()
    {
        await Client.UpsertAsync(Name, [.. Enumerable.Range(1, 6).Select(i => Point((ulong)i, [1, 0, i], null, ("even", i % 2 == 0)))]);
        await Client.DeleteAsync(Name, 1UL);
        await Client.DeleteAsync(Name, 1UL);
        (await Client.CountAsync(Name)).ShouldBe(5UL);
        await Client.DeleteAsync(Name, Match("even", true));
        (await Client.ScrollAsync(Name)).Result.Select(point => point.Id.Num).ShouldBe([3UL, 5UL]);
        await Client.DeleteAsync(Name, new PointId[] { 3, 5 });
        (await Client.CountAsync(Name)).ShouldBe(0UL);
    }

    [Fact]
    public async Task Payload_is_set_and_overwritten()
    {
        await Client.UpsertAsync(Name, [Point(1, [1, 0, 0], null, ("a", 1L), ("b", 2L))]);
        await Client.SetPayloadAsync(Name, new Dictionary<string, Value> { ["b"] = 3L }, 1UL);
        var set = (await Client.RetrieveAsync(Name, 1)).Single().Payload;
        (set["a"].IntegerValue, set["b"].IntegerValue).ShouldBe((1, 3));
        await Client.OverwritePayloadAsync(Name, new Dictionary<string, Value> { ["c"] = 4L }, 1UL);
        (await Client.RetrieveAsync(Name, 1)).Single().Payload.Keys.ShouldBe(["c"]);
    }

    [Fact]
    public async Task Pages_follow_the_order_of_ids_numbers_before_uuids()
    {
        var guids = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToList();
        PointId[] ids = [10, 2, .. guids.Select(guid => (PointId)guid), 7];
        await Client.UpsertAsync(Name, [.. ids.Select(id => Point(id, [1, 0, 0]))]);
        var seen = new List<PointId>();
        PointId? offset = null;
        do
        {
            var page = await Client.ScrollAsync(Name, limit: 3, offset: offset);
            page.Result.Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Result.Select(point => point.Id));
            offset = page.NextPageOffset;
        }
        while (offset is not null);
        PointId[] expected = [2, 7, 10, .. guids.Select(guid => guid.ToString()).Order(StringComparer.Ordinal).Select(text => (PointId)Guid.Parse(text))];
        seen.ShouldBe(expected);
    }

    public static TheoryData<string, Filter, ulong[]> Filters => new()
    {
        { "keyword", MatchKeyword("language", "fr"), [1, 2] },
        { "keywords", Match("language", ["fr", "de"]), [1, 2] },
        { "other keywords", MatchExcept("language", ["fr"]), [3] },
        { "integer", Match("sentence", 2), [2] },
        { "integers", Match("sentence", [1, 3]), [1, 3] },
        { "element of a list", MatchKeyword("tags", "b"), [2, 3] },
        { "path", MatchKeyword("source.name", "AFP"), [1] },
        { "range", Range("sentence", new Range { Gte = 2 }), [2, 3] },
        { "range, open end", Range("sentence", new Range { Gt = 1, Lt = 3 }), [2] },
        { "dates", DatetimeRange("published", gte: new DateTime(2019, 4, 25, 0, 0, 0, DateTimeKind.Utc)), [2, 3] },
        { "ids", HasId([1UL, 3UL]), [1, 3] },
        { "empty", IsEmpty("language"), [4] },
        { "has vector", HasVector("sparse"), [4] },
        { "and", MatchKeyword("language", "fr") & Match("sentence", 1), [1] },
        { "or", MatchKeyword("language", "en") | Match("sentence", 1), [1, 3] },
        { "not", !MatchKeyword("language", "fr"), [3, 4] },
        { "nothing", Match("language", Array.Empty<string>()), [] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_passes(string what, Filter filter, ulong[] expected)
    {
        await Client.UpsertAsync(
            Name,
            [
                Point(1, [1, 0, 0], null, ("language", "fr"), ("sentence", 1L), ("published", "2019-04-24"),
                    ("source", new Dictionary<string, Value> { ["name"] = "AFP" })),
                Point(2, [1, 1, 0], null, ("language", "fr"), ("sentence", 2L), ("published", "2019-04-25T10:00:00Z"),
                    ("tags", new[] { "a", "b" })),
                Point(3, [1, 1, 1], null, ("language", "en"), ("sentence", 3L), ("published", "2019-04-26"), ("tags", new[] { "b" })),
                Point(4, null, [(1, 1)]),
            ]);
        (await Client.ScrollAsync(Name, filter)).Result.Select(point => point.Id.Num).ShouldBe(expected, what);
        (await Client.CountAsync(Name, filter)).ShouldBe((ulong)expected.Length, what);
    }

    [Fact]
    public async Task A_vector_of_the_wrong_dimension_is_refused()
    {
        var error = await Should.ThrowAsync<RpcException>(Client.UpsertAsync(Name, [Point(1, [1, 0])]));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Status.Detail.ShouldContain("Vector dimension error: expected dim: 3, got 2");
        (await Client.CountAsync(Name)).ShouldBe(0UL);
    }

    [Fact]
    public async Task A_vector_of_an_unknown_name_is_refused()
    {
        var point = new PointStruct { Id = 1, Vectors = new Dictionary<string, float[]> { ["other"] = [1, 0, 0] } };
        var error = await Should.ThrowAsync<RpcException>(Client.UpsertAsync(Name, [point]));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Status.Detail.ShouldContain("Not existing vector name error: other");
    }

    [Fact]
    public async Task An_id_that_is_no_uuid_is_refused()
    {
        var error = await Should.ThrowAsync<RpcException>(Client.UpsertAsync(Name, [Point(new PointId { Uuid = "article-1" }, [1, 0, 0])]));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Status.Detail.ShouldContain("Unable to parse UUID: article-1");
    }

    [Fact]
    public async Task A_sparse_vector_with_an_index_twice_is_refused()
    {
        var error = await Should.ThrowAsync<RpcException>(Client.UpsertAsync(Name, [Point(1, null, [(1, 5), (2, 5)])]));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Status.Detail.ShouldContain("must be unique");
    }

    [Fact]
    public async Task A_batch_of_many_megabytes_goes_through_both_ways()
    {
        var text = new string('é', 4000);
        var points = Enumerable.Range(1, 1000).Select(i => Point((ulong)i, [1, 0, i], null, ("text", text))).ToList();
        await Client.UpsertAsync(Name, points);
        var page = await Client.ScrollAsync(Name, limit: 1000, vectorsSelector: true);
        page.Result.Count.ShouldBe(1000);
        page.CalculateSize().ShouldBeGreaterThan(8_000_000);
        page.NextPageOffset.ShouldBeNull();
    }
}
