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
        var groups = LetterGroups.Of(Linguistics.Shared.Terms.Extract(text.Get, TextLanguage.French));
        var query = new LetterQuery(groups, Array.ConvertAll(groups, _ => 1.0));
        var isAscending = groups.Zip(groups.Skip(1)).All(pair => pair.First < pair.Second);
        return (isAscending && query.Coverage(groups) == (groups.Length > 0 ? 1 : 0) && query.Coverage([]) == 0
            && LetterGroups.Share(groups, groups) == (groups.Length > 0 ? 1 : 0) && query.Bm25([groups], LetterQuery.K1) >= query.Coverage(groups) - 1e-9).ToProperty();
    }

    [Fact]
    public void An_inflected_word_shares_most_of_its_groups_and_another_word_none()
    {
        uint[] Of(string word) => LetterGroups.Of(Linguistics.Shared.Terms.Extract(word, TextLanguage.French));
        var asked = Of("vulcanologie");
        var query = new LetterQuery(asked, Array.ConvertAll(asked, _ => 1.0));
        query.Coverage(Of("vulcanologique")).ShouldBeGreaterThan(0.8);
        query.Coverage(Of("cathédrale")).ShouldBe(0);
        LetterGroups.Share(asked, Of("cathédrale")).ShouldBe(0);
        query.Bm25([Of("vulcanologique"), Of("vulcanologique")], LetterQuery.K1).ShouldBeGreaterThan(query.Bm25([Of("vulcanologique")], LetterQuery.K1));
    }
}
