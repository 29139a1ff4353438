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
        var weights = Array.ConvertAll(groups, _ => 1.0);
        var isAscending = groups.Zip(groups.Skip(1)).All(pair => pair.First < pair.Second);
        return (isAscending && LetterGroups.Coverage(groups, weights, groups) == (groups.Length > 0 ? 1 : 0) && LetterGroups.Coverage(groups, weights, []) == 0).ToProperty();
    }

    [Fact]
    public void An_inflected_word_shares_most_of_its_groups_and_another_word_none()
    {
        uint[] Of(string word) => LetterGroups.Of(Linguistics.Shared.Terms.Extract(word, TextLanguage.French));
        var asked = Of("vulcanologie");
        var weights = Array.ConvertAll(asked, _ => 1.0);
        LetterGroups.Coverage(asked, weights, Of("vulcanologique")).ShouldBeGreaterThan(0.8);
        LetterGroups.Coverage(asked, weights, Of("cathédrale")).ShouldBe(0);
    }
}
