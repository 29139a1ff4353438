using Grpc.Core;
using Summit.Qdrant.Grpc;
using static Summit.Qdrant.Grpc.Conditions;

namespace Summit.Qdrant.Tests.Contract;

public sealed class QueryTests(Target target) : ContractTest(target)
{
    private static readonly float[] _vector = [1, 0, 0];

    [Fact]
    public async Task Dense_results_are_ranked_by_cosine()
    {
        await FillAsync();
        var hits = await Client.QueryAsync(Name, _vector, usingVector: "dense", searchParams: Exact);
        Numbers(hits).ShouldBe([1UL, 2UL, 3UL, 4UL]);
        hits[0].Score.ShouldBe(1, 1e-5f);
        hits[1].Score.ShouldBe(0.8f, 1e-5f);
        hits[3].Score.ShouldBe(-1, 1e-5f);
        hits[0].Payload["language"].StringValue.ShouldBe("fr");
        hits[0].Vectors.ShouldBeNull();
    }

    [Fact]
    public async Task Limit_offset_threshold_and_filter_hold()
    {
        await FillAsync();
        Numbers(await Client.QueryAsync(Name, _vector, usingVector: "dense", limit: 2, offset: 1)).ShouldBe([2UL, 3UL]);
        Numbers(await Client.QueryAsync(Name, _vector, usingVector: "dense", scoreThreshold: 0.5f)).ShouldBe([1UL, 2UL, 3UL]);
        Numbers(await Client.QueryAsync(Name, _vector, usingVector: "dense", filter: MatchKeyword("language", "en"))).ShouldBe([3UL, 4UL]);
    }

    [Fact]
    public async Task Sparse_results_are_weighted_by_idf_and_share_a_dimension_with_the_query()
    {
        await FillAsync();
        var hits = await Client.QueryAsync(Name, new (float, uint)[] { (1, 10), (1, 20) }, usingVector: "sparse", searchParams: Exact);
        // n = 4 vectors; dimension 10 is in 3 of them, dimension 20 in 1. ln((n - df + 0.5) / (df + 0.5) + 1)
        var (common, rare) = (MathF.Log((1.5f / 3.5f) + 1), MathF.Log((3.5f / 1.5f) + 1));
        Numbers(hits).ShouldBe([2UL, 1UL, 3UL]);
        hits[0].Score.ShouldBe(common + (2 * rare), 1e-4f);
        hits[1].Score.ShouldBe(3 * common, 1e-4f);
        hits[2].Score.ShouldBe(common, 1e-4f);
    }

    [Fact]
    public async Task A_filter_does_not_change_idf()
    {
        await FillAsync();
        var hits = await Client.QueryAsync(
            Name, new (float, uint)[] { (1, 10) }, usingVector: "sparse", filter: HasId(1UL), searchParams: Exact);
        hits.ShouldHaveSingleItem().Score.ShouldBe(3 * MathF.Log((1.5f / 3.5f) + 1), 1e-4f);
    }

    [Fact]
    public async Task Fusion_adds_one_over_two_plus_rank()
    {
        await FillAsync();
        var hits = await Client.QueryAsync(Name, Fusion.Rrf, Legs(limit: 3));
        // dense: 1, 2, 3 - sparse: 2, 1, 3; ranks from 0
        hits[2].Id.Num.ShouldBe(3UL);
        Numbers(hits.Take(2)).Order().ShouldBe([1UL, 2UL]);
        hits[0].Score.ShouldBe((1f / 2) + (1f / 3), 1e-5f);
        hits[1].Score.ShouldBe((1f / 2) + (1f / 3), 1e-5f);
        hits[2].Score.ShouldBe(2f / 4, 1e-5f);
    }

    [Fact]
    public async Task Fusion_sees_no_more_of_a_leg_than_its_limit()
    {
        await FillAsync();
        var hits = await Client.QueryAsync(Name, Fusion.Rrf, Legs(limit: 1));
        Numbers(hits).Order().ShouldBe([1UL, 2UL]);
        hits.ShouldAllBe(hit => Math.Abs(hit.Score - 0.5f) < 1e-5f);
    }

    [Fact]
    public async Task A_filter_outside_a_fusion_holds_within_its_legs()
    {
        await FillAsync();
        var hits = await Client.QueryAsync(Name, Fusion.Rrf, Legs(limit: 3), filter: MatchKeyword("language", "en"));
        hits[0].Id.Num.ShouldBe(3UL);
        hits[0].Score.ShouldBe(1f / 2 * 2, 1e-5f);
        hits[1].Id.Num.ShouldBe(4UL);
        hits[1].Score.ShouldBe(1f / 3, 1e-5f);
    }

    [Fact]
    public async Task A_threshold_cuts_a_fusion()
    {
        await FillAsync();
        (await Client.QueryAsync(Name, Fusion.Rrf, Legs(limit: 3), scoreThreshold: 0.6f)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_vector_outside_a_prefetch_ranks_its_points_anew()
    {
        await FillAsync();
        var hits = await Client.QueryAsync(
            Name,
            new float[] { -1, 0, 0 },
            [new PrefetchQuery { Query = _vector, Using = "dense", Limit = 2 }],
            usingVector: "dense");
        Numbers(hits).ShouldBe([2UL, 1UL]);
    }

    [Fact]
    public async Task An_id_stands_for_its_vector_and_is_not_found_itself()
    {
        await FillAsync();
        Numbers(await Client.QueryAsync(Name, 1UL, usingVector: "dense", limit: 2)).ShouldBe([2UL, 3UL]);
    }

    [Fact]
    public async Task Several_queries_are_answered_in_their_order()
    {
        await FillAsync();
        var batch = await Client.QueryBatchAsync(
            Name,
            [
                new QueryPoints { CollectionName = Name, Query = _vector, Using = "dense", Limit = 1 },
                new QueryPoints { CollectionName = Name, Query = new float[] { -1, 0, 0 }, Using = "dense", Limit = 1, WithPayload = true },
            ]);
        batch.Select(result => result.Result.Single().Id.Num).ShouldBe([1UL, 4UL]);
        batch[0].Result[0].Payload.ShouldBeEmpty();
        batch[1].Result[0].Payload.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Wrong_queries_are_refused()
    {
        await FillAsync();
        await RefusedAsync(Client.QueryAsync(Name, new float[] { 1, 0 }, usingVector: "dense"), "Vector dimension error: expected dim: 3, got 2");
        await RefusedAsync(Client.QueryAsync(Name, _vector, usingVector: "other"), "Not existing vector name error: other");
        await RefusedAsync(Client.QueryAsync(Name, Fusion.Rrf), "cannot apply Fusion without prefetches");
        await RefusedAsync(Client.QueryAsync(Name, _vector, usingVector: "dense", limit: 0), "limit");

        static async Task RefusedAsync(Task query, string because)
        {
            var error = await Should.ThrowAsync<RpcException>(query);
            error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
            error.Status.Detail.ShouldContain(because);
        }
    }

    [Fact]
    public async Task A_limit_of_the_collection_is_kept()
    {
        var name = NewName();
        await Client.CreateCollectionAsync(
            name,
            new VectorParams { Size = 3, Distance = Distance.Cosine },
            strictModeConfig: new StrictModeConfig { Enabled = true, MaxQueryLimit = 5 });
        (await Client.QueryAsync(name, _vector, limit: 5)).ShouldBeEmpty();
        var error = await Should.ThrowAsync<RpcException>(Client.QueryAsync(name, _vector, limit: 6));
        error.Status.Detail.ShouldContain("Limit exceeded 6 > 5 for \"limit\"");
    }

    private static PrefetchQuery[] Legs(ulong limit) =>
    [
        new PrefetchQuery { Query = _vector, Using = "dense", Params = Exact, Limit = limit },
        new PrefetchQuery { Query = new (float, uint)[] { (1, 10), (1, 20) }, Using = "sparse", Limit = limit },
    ];

    private Task<UpdateResult> FillAsync() => Client.UpsertAsync(
        Name,
        [
            Point(1, [2, 0, 0], [(3, 10)], ("language", "fr")),
            Point(2, [4, 3, 0], [(1, 10), (2, 20)], ("language", "fr")),
            Point(3, [3, 4, 0], [(1, 10)], ("language", "en")),
            Point(4, [-1, 0, 0], [(1, 30)], ("language", "en")),
        ]);
}
