using Summit.Bot.Corpus;
using Summit.Bot.Corpus.Sources;

namespace Summit.Bot.Tests.Corpus.Sources;

public sealed class SourceValueTests
{
    [Theory]
    [InlineData("2019-04-25")]
    [InlineData(" 2019-04-25T23:59:59.123+14:00 ")]
    [InlineData("2019-04-25 23:59:59 -0500")]
    [InlineData("2019-04-25T23:59Z")]
    [InlineData("20190425")]
    [InlineData("20190425T120000Z")]
    [InlineData("Thu, 25 Apr 2019 23:59:00 GMT")]
    [InlineData("25 Apr 2019 23:59:00 -0800")]
    public void The_day_is_the_one_that_is_written(string date) => ArticleDate.Parse(date).ShouldBe(new DateOnly(2019, 4, 25));

    [Theory]
    [InlineData("")]
    [InlineData("2019-04")]
    [InlineData("2019-0425")]
    [InlineData("2019-02-30")]
    [InlineData("25/04/2019")]
    [InlineData("2019-04-25 or so")]
    [InlineData("1556150400")]
    [InlineData("31 Feb 2019")]
    public void What_is_no_date_is_none(string date) => ArticleDate.Parse(date).ShouldBeNull();

    [Theory]
    [InlineData("un-article-12", "un-article-12")]
    [InlineData("Élysée à Paris", "elysee-a-paris-")]
    [InlineData("-un", "un-")]
    [InlineData("Un", "un-")]
    [InlineData("会议", "article-")]
    public void An_id_keeps_what_it_can(string given, string start)
    {
        var id = SourceId.Sound(given);
        id.ShouldStartWith(start);
        id.Length.ShouldBe(start == given ? given.Length : start.Length + 8);
    }

    [Fact]
    public void An_id_is_found_in_the_address_and_then_in_the_path()
    {
        SourceId.Of(" given ", "https://www.example.org/a/b?c=d", "e/f.md").ShouldBe("given");
        SourceId.Of(null, "https://www.example.org/a/b?c=d", "e/f.md").ShouldStartWith("example-org-a-b-c-d-");
        SourceId.Of("", "no address", "e/f.jsonl.gz").ShouldBe(SourceId.Sound("e/f"));
        SourceId.Of(null, null, "f.md").ShouldBe("f");
        SourceId.Of(null, "https://example.org/" + new string('a', 500), "f.md").Length.ShouldBe(100);
    }

    [Theory]
    [InlineData("informa-", "tion du", "information du")]
    [InlineData("Franco-", "German", "Franco-German")]
    [InlineData("COVID-", "19", "COVID-19")]
    [InlineData("dit-", "il.", "dit-il.")]
    [InlineData("the -", "end", "the - end")]
    [InlineData("a", "b", "a b")]
    public void A_word_that_was_parted_is_made_whole(string line, string next, string joined) => PdfParagraphs.Joined(line, next).ShouldBe(joined);
}
