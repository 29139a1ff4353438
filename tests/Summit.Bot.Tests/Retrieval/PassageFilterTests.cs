using System.Linq.Expressions;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Retrieval;

/// <summary>Filters that Semantic Kernel passes on, as every store can apply them.</summary>
public sealed class PassageFilterTests
{
    private static readonly DateOnly Day = new(2024, 6, 5);

    [Fact]
    public void What_a_store_can_apply_is_read()
    {
        Read(p => p.ArticleId == "a" && "fr" == p.Language).ShouldBe(new PassageFilter { ArticleId = "a", Language = "fr" });
        Read(p => p.Published >= Day && p.Published < Day.AddDays(2)).ShouldBe(new PassageFilter { From = Day, To = Day.AddDays(1) });
        Read(p => Day < p.Published && p.Published >= Day).ShouldBe(new PassageFilter { From = Day.AddDays(1) });
        Read(p => p.Published == Day).ShouldBe(new PassageFilter { From = Day, To = Day });
        PassageFilterReader.Read(null).ShouldBe(PassageFilter.All);
    }

    [Fact]
    public void Anything_else_is_refused_rather_than_left_out()
    {
        Should.Throw<NotSupportedException>(() => Read(p => p.Language != "fr"));
        Should.Throw<NotSupportedException>(() => Read(p => p.Language == "fr" || p.Language == "en"));
        Should.Throw<NotSupportedException>(() => Read(p => p.Language == "fr" && p.Language == "en"));
        Should.Throw<NotSupportedException>(() => Read(p => p.Title == p.Text));
        Should.Throw<NotSupportedException>(() => Read(p => p.Text.Contains('a', StringComparison.Ordinal)));
    }

    private static PassageFilter Read(Expression<Func<Passage, bool>> filter) => PassageFilterReader.Read(filter);
}
