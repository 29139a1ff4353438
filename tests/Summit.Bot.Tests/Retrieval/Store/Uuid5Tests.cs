using FsCheck.Xunit;
using Summit.Bot.Retrieval.Store.Qdrant;

namespace Summit.Bot.Tests.Retrieval.Store;

public sealed class Uuid5Tests
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>As another implementation has it, uuid.uuid5 of Python.</summary>
    [Fact]
    public void A_known_name_has_its_known_id() => Uuid5.Of(Dns, "www.example.com").ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Property]
    public void Any_name_has_one_id_of_version_5(string? name)
    {
        var id = Uuid5.Of(Dns, name ?? "");
        id.ShouldBe(Uuid5.Of(Dns, name ?? ""));
        id.Version.ShouldBe(5);
        (id.Variant & 0xC).ShouldBe(0x8);
    }
}
