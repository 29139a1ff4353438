using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Contract;

public sealed class CollectionTests(Target target) : ContractTest(target)
{
    [Fact]
    public async Task A_collection_is_created_described_listed_and_deleted()
    {
        (await Client.CollectionExistsAsync(Name)).ShouldBeTrue();
        (await Client.ListCollectionsAsync()).ShouldContain(Name);
        var info = await Client.GetCollectionInfoAsync(Name);
        info.PointsCount.ShouldBe(0UL);
        info.Config.Params.VectorsConfig.ParamsMap.Map["dense"].Size.ShouldBe(3UL);
        info.Config.Params.VectorsConfig.ParamsMap.Map["dense"].Distance.ShouldBe(Distance.Cosine);
        info.Config.Params.SparseVectorsConfig.Map["sparse"].Modifier.ShouldBe(Modifier.Idf);

        await Client.DeleteCollectionAsync(Name);

        (await Client.CollectionExistsAsync(Name)).ShouldBeFalse();
        (await Client.ListCollectionsAsync()).ShouldNotContain(Name);
    }

    [Fact]
    public async Task Metadata_comes_back()
    {
        var name = NewName();
        var vectors = new VectorParams { Size = 2, Distance = Distance.Dot };
        await Client.CreateCollectionAsync(name, vectors, new Dictionary<string, Value> { ["embedder"] = "builtin", ["version"] = 3L });
        var metadata = (await Client.GetCollectionInfoAsync(name)).Config.Metadata;
        metadata["embedder"].StringValue.ShouldBe("builtin");
        metadata["version"].IntegerValue.ShouldBe(3);
    }

    [Fact]
    public async Task A_collection_that_is_missing_is_not_found_by_its_name()
    {
        var name = NewName();
        var error = await Should.ThrowAsync<RpcException>(Client.GetCollectionInfoAsync(name));
        error.StatusCode.ShouldBe(StatusCode.NotFound);
        error.Status.Detail.ShouldBe($"Not found: Collection `{name}` doesn't exist!");
        error.Message.ShouldContain($"collection \"{name}\"");
        error.Message.ShouldContain("Create it first");
    }

    [Fact]
    public async Task A_collection_that_exists_is_not_created_again()
    {
        var error = await Should.ThrowAsync<RpcException>(
            Client.CreateCollectionAsync(Name, new VectorParams { Size = 3, Distance = Distance.Cosine }));
        error.StatusCode.ShouldBe(StatusCode.AlreadyExists);
        error.Status.Detail.ShouldBe($"Wrong input: Collection `{Name}` already exists!");
    }

    [Fact]
    public async Task Deleting_what_is_missing_is_a_QdrantException() =>
        await Should.ThrowAsync<QdrantException>(Client.DeleteCollectionAsync(NewName()));

    [Fact]
    public async Task An_alias_moves_in_one_step_and_goes_with_its_collection()
    {
        var green = await NewAsync();
        var alias = NewName();
        await Client.UpsertAsync(Name, [Point(1, [1, 0, 0])]);
        await Client.UpsertAsync(green, [Point(2, [1, 0, 0]), Point(3, [1, 0, 0])]);
        await Client.CreateAliasAsync(alias, Name);
        (await Client.CountAsync(alias)).ShouldBe(1UL);
        (await Client.CollectionExistsAsync(alias)).ShouldBeTrue();

        await Client.UpdateAliasesAsync(
        [
            new AliasOperations { DeleteAlias = new DeleteAlias { AliasName = alias } },
            new AliasOperations { CreateAlias = new CreateAlias { AliasName = alias, CollectionName = green } },
        ]);

        (await Client.CountAsync(alias)).ShouldBe(2UL);
        (await Client.ListCollectionAliasesAsync(green)).ShouldBe([alias]);
        (await Client.ListAliasesAsync()).ShouldContain(pair => pair.AliasName == alias && pair.CollectionName == green);
        await Client.DeleteCollectionAsync(green);
        (await Client.CollectionExistsAsync(alias)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reader_beside_an_alias_switch_sees_one_collection_or_the_other()
    {
        var green = await NewAsync();
        var alias = NewName();
        await Client.UpsertAsync(Name, [Point(1, [1, 0, 0])]);
        await Client.UpsertAsync(green, [Point(1, [1, 0, 0]), Point(2, [1, 0, 0])]);
        await Client.CreateAliasAsync(alias, Name);
        var switches = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
                await Client.CreateAliasAsync(alias, i % 2 == 0 ? green : Name);
        });
        do
            (await Client.CountAsync(alias)).ShouldBeOneOf(1UL, 2UL);
        while (!switches.IsCompleted);
        await switches;
    }

    [Fact]
    public async Task An_alias_of_a_missing_collection_or_with_the_name_of_one_is_refused()
    {
        var missing = await Should.ThrowAsync<RpcException>(Client.CreateAliasAsync(NewName(), NewName()));
        missing.StatusCode.ShouldBe(StatusCode.NotFound);
        var taken = await Should.ThrowAsync<RpcException>(Client.CreateAliasAsync(Name, Name));
        taken.StatusCode.ShouldBe(StatusCode.AlreadyExists);
    }

    [Fact]
    public async Task Aliases_are_renamed_and_deleted()
    {
        var (first, second) = (NewName(), NewName());
        await Client.CreateAliasAsync(first, Name);
        await Client.RenameAliasAsync(first, second);
        (await Client.ListCollectionAliasesAsync(Name)).ShouldBe([second]);
        await Client.DeleteAliasAsync(second);
        await Client.DeleteAliasAsync(second);
        (await Client.ListCollectionAliasesAsync(Name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Payload_indexes_are_listed_with_the_collection()
    {
        await Client.CreatePayloadIndexAsync(Name, "article");
        await Client.CreatePayloadIndexAsync(Name, "article");
        await Client.CreatePayloadIndexAsync(Name, "sentence", PayloadSchemaType.Integer);
        await Client.CreatePayloadIndexAsync(Name, "published", PayloadSchemaType.Datetime);
        var schema = (await Client.GetCollectionInfoAsync(Name)).PayloadSchema;
        schema["article"].DataType.ShouldBe(PayloadSchemaType.Keyword);
        schema["sentence"].DataType.ShouldBe(PayloadSchemaType.Integer);
        schema["published"].DataType.ShouldBe(PayloadSchemaType.Datetime);
        await Client.DeletePayloadIndexAsync(Name, "sentence");
        (await Client.GetCollectionInfoAsync(Name)).PayloadSchema.ContainsKey("sentence").ShouldBeFalse();
    }
}
