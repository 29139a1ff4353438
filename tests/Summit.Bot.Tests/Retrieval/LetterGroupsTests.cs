using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class LetterGroupsTests
{
    [Property]
    public Property Groups_are_ascending_and_a_text_covers_itself(NonNull<string> text)
    {
        var terms = Terms(text.Get);
        var groups = LetterGroups.Of(terms);
        var query = new LetterQuery(terms, _ => 1);
        var isAscending = groups.Zip(groups.Skip(1)).All(pair => pair.First < pair.Second);
        var own = query.Count([terms]);
        return (isAscending && query.Coverage(own) == (groups.Length > 0 ? 1 : 0) && query.Coverage(query.Count([])) == 0
            && LetterGroups.Share(groups, groups) == (groups.Length > 0 ? 1 : 0) && query.Bm25(own, LetterQuery.K1) >= query.Coverage(own) - 1e-9).ToProperty();
    }

    [Property]
    public Property Counts_are_those_of_the_groups_of_each_text(NonNull<string> question, NonNull<string>[] texts)
    {
        var query = new LetterQuery(Terms(question.Get), _ => 1);
        var read = texts.Select(text => Terms(text.Get + " " + question.Get[..(question.Get.Length / 2)])).ToList();
        var groups = read.ConvertAll(LetterGroups.Of);
        return query.Count(read).SequenceEqual(query.Groups.Select(group => groups.Count(text => text.Contains(group)))).ToProperty();
    }

    [Fact]
    public void An_inflected_word_shares_most_of_its_groups_and_another_word_none()
    {
        var asked = Terms("vulcanologie");
        var query = new LetterQuery(asked, _ => 1);
        query.Coverage(query.Count([Terms("vulcanologique")])).ShouldBeGreaterThan(0.8);
        query.Coverage(query.Count([Terms("cathédrale")])).ShouldBe(0);
        LetterGroups.Share(LetterGroups.Of(asked), LetterGroups.Of(Terms("cathédrale"))).ShouldBe(0);
        query.Bm25(query.Count([Terms("vulcanologique"), Terms("vulcanologique")]), LetterQuery.K1)
            .ShouldBeGreaterThan(query.Bm25(query.Count([Terms("vulcanologique")]), LetterQuery.K1));
    }

    private static List<Term> Terms(string text) => Linguistics.Shared.Terms.Extract(text, TextLanguage.French);
}
