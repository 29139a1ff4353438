using System.Diagnostics;
using Grpc.Core;
using Summit.Qdrant.Grpc;
using Summit.Qdrant.Tests.Server;

namespace Summit.Qdrant.Tests;

/// <summary>What the client does when the server fails; against the server of this project only, which fails when asked to.</summary>
public sealed class ResilienceTests : IAsyncLifetime
{
    private QdrantServer _server = null!;
    private QdrantClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await QdrantServer.StartNewAsync();
        _client = new QdrantClient(_server.Address, grpcTimeout: TimeSpan.FromSeconds(20));
        await _client.CreateCollectionAsync("articles", new VectorParams { Size = 2, Distance = Distance.Dot });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task UNAVAILABLE_is_tried_again_until_it_passes()
    {
        _server.Faults.Unavailable(2);
        (await _client.CountAsync("articles")).ShouldBe(0UL);
        _server.Faults.CallsOf("Count").ShouldBe(3);
    }

    [Fact]
    public async Task A_batch_of_megabytes_is_tried_again_too()
    {
        _server.Faults.Unavailable(1);
        var text = new string('x', 3_000_000);
        await _client.UpsertAsync("articles", [new PointStruct { Id = 1, Vectors = new[] { 1f, 0 }, Payload = { ["text"] = text } }]);
        (await _client.CountAsync("articles")).ShouldBe(1UL);
    }

    [Fact]
    public async Task UNAVAILABLE_that_stays_reaches_the_caller_with_address_collection_and_way_out()
    {
        _server.Faults.Unavailable(100);
        var error = await Should.ThrowAsync<RpcException>(_client.CountAsync("articles"));
        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        _server.Faults.CallsOf("Count").ShouldBe(QdrantChannel.Attempts);
        error.Message.ShouldContain(_server.Address.GetLeftPart(UriPartial.Authority));
        error.Message.ShouldContain("collection \"articles\"");
        error.Message.ShouldContain("Is the server running");
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_as_long_as_the_server_says()
    {
        _server.Faults.RateLimit(times: 1, retryAfter: 1);
        var clock = Stopwatch.StartNew();
        await _client.CountAsync("articles");
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
        _server.Faults.CallsOf("Count").ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3600)]
    public async Task A_rate_limit_without_end_or_beyond_the_deadline_is_not_waited_for(int? retryAfter)
    {
        _server.Faults.RateLimit(times: 1, retryAfter);
        var error = await Should.ThrowAsync<RpcException>(_client.CountAsync("articles"));
        error.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        _server.Faults.CallsOf("Count").ShouldBe(1);
    }

    [Fact]
    public async Task A_slow_server_meets_the_deadline()
    {
        _server.Faults.Delay = TimeSpan.FromSeconds(30);
        using var hasty = new QdrantClient(_server.Address, grpcTimeout: TimeSpan.FromMilliseconds(300));
        var clock = Stopwatch.StartNew();
        var error = await Should.ThrowAsync<RpcException>(hasty.CountAsync("articles"));
        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_caller_who_leaves_stops_the_call()
    {
        _server.Faults.Delay = TimeSpan.FromSeconds(30);
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var error = await Should.ThrowAsync<RpcException>(_client.CountAsync("articles", cancellationToken: leaving.Token));
        error.StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task A_server_that_is_down_is_UNAVAILABLE_and_found_again_when_it_is_back()
    {
        await _server.StopAsync();
        using var hasty = new QdrantClient(_server.Address, grpcTimeout: TimeSpan.FromSeconds(5));
        var error = await Should.ThrowAsync<RpcException>(hasty.HealthAsync());
        error.StatusCode.ShouldBeOneOf(StatusCode.Unavailable, StatusCode.DeadlineExceeded);
        await _server.StartAsync();
        (await hasty.CollectionExistsAsync("articles")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_starts_during_a_call_answers_it()
    {
        await _server.StopAsync();
        var count = _client.CountAsync("articles");
        await _server.StartAsync();
        (await count).ShouldBe(0UL);
    }

    [Fact]
    public async Task Data_goes_when_a_server_starts_without_it()
    {
        await _server.StopAsync();
        await _server.StartAsync(keepData: false);
        (await _client.ListCollectionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_killed_server_answers_nothing_more_until_it_is_started_again()
    {
        using var hasty = new QdrantClient(_server.Address, grpcTimeout: TimeSpan.FromSeconds(1));
        for (var death = 1; death <= 2; death++)
        {
            _server.Faults.KillAt("List", 1, applied: true);
            await Should.ThrowAsync<RpcException>(_client.ListCollectionsAsync());
            _server.IsRunning.ShouldBeFalse();
            // Its port may be open still.
            await Should.ThrowAsync<RpcException>(hasty.DeleteCollectionAsync("articles"));
            _server.Faults.CallsOf("Delete").ShouldBe(0);
            await _server.StartAsync();
        }

        (await _client.CollectionExistsAsync("articles")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_killed_in_the_middle_of_writing_loses_nothing_that_is_written_again(bool applied)
    {
        _server.Faults.KillAt("Upsert", 3, applied);
        var (written, failures) = (0, 0);
        while (written < 6)
        {
            try
            {
                await _client.UpsertAsync("articles", [new PointStruct { Id = (ulong)written, Vectors = new[] { 1f, written } }]);
                written++;
            }
            catch (RpcException)
            {
                failures++;
                failures.ShouldBeLessThan(20);
                await Task.Delay(50);
                if (!_server.IsRunning)
                    await _server.StartAsync();
            }
        }
        (await _client.CountAsync("articles")).ShouldBe(6UL);
    }

    [Fact]
    public async Task Without_the_right_key_nothing_but_health_is_answered_and_no_error_shows_it()
    {
        await using var guarded = await QdrantServer.StartNewAsync(apiKey: "s3cret");
        using var none = new QdrantClient(guarded.Address);
        using var wrong = new QdrantClient(guarded.Address, "wr0ng-key");
        using var right = new QdrantClient(guarded.Address, "s3cret");
        (await none.HealthAsync()).Version.ShouldStartWith("1.");
        var missing = await Should.ThrowAsync<RpcException>(none.ListCollectionsAsync());
        missing.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        missing.Status.Detail.ShouldBe("Must provide an API key or an Authorization bearer token");
        var error = await Should.ThrowAsync<RpcException>(wrong.ListCollectionsAsync());
        error.Status.Detail.ShouldBe("Invalid API key or JWT");
        error.ToString().ShouldNotContain("wr0ng-key");
        (await right.ListCollectionsAsync()).ShouldBeEmpty();
    }
}
