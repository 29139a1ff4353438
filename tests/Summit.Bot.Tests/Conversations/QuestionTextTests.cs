using System.Globalization;
using FsCheck.Xunit;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Tests.Channels.Rendering;

namespace Summit.Bot.Tests.Conversations;

public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("Quelle est la date <b>du sommet</b> [7] ?", "Quelle est la date du sommet ?")]
    [InlineData("**Où** `s'est tenu` le _sommet_ ?", "Où s'est tenu le sommet ?")]
    [InlineData("# Where [1](http://x) did *they* meet?", "Where did they meet?")]
    [InlineData("> Who is [Kim](https://example.org/kim)?", "Who is Kim?")]
    [InlineData("date\u001b[31m du\a sommet ?", "date du sommet ?")]
    [InlineData("\u001b]0;title\adate ?", "date ?")]
    [InlineData("som\u200Bmet\uFEFF \u202Edate\u202C ?", "sommet date ?")]
    [InlineData("R&eacute;sum&#233;&nbsp;?", "Résumé ?")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("a\ud83d b\udc00c", "a bc")]
    [InlineData("snake_case 2*3*4 a < b", "snake_case 2*3*4 a < b")]
    [InlineData("N'ont-ils pas signé d'accord [sic] ?", "N'ont-ils pas signé d'accord [sic] ?")]
    [InlineData("[`2] [\u200B3] [[](x)4] a", "a")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    public void What_is_not_a_word_goes_and_words_stay(string text, string expected) => QuestionText.Clean(text).ShouldBe(expected);

    [Fact]
    public void A_tower_of_combining_marks_is_cut_down()
    {
        var words = QuestionText.Clean("date" + string.Concat(Enumerable.Repeat("\u0301\u0327", 500)) + " du sommet");
        words.Length.ShouldBeLessThan(25);
        words.ShouldEndWith("du sommet");
    }

    [Theory]
    [InlineData("🤝🇰🇵🇷🇺")]
    [InlineData("?!…")]
    [InlineData("\u200B \u202E")]
    [InlineData("")]
    [InlineData("** [7] **")]
    public void A_message_without_words_is_known_as_that(string text)
    {
        var question = new QuestionReader(Linguistics.Shared).Read(text, null, TextLanguage.English, "c");
        question.Kind.ShouldBe(QuestionKind.NoWords);
        question.Language.ShouldBe(TextLanguage.English);
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 5000)]
    public void What_is_left_is_one_clean_line(string text)
    {
        var words = QuestionText.Clean(text);
        words.ShouldBe(words.Trim());
        words.ShouldAllBe(c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);
        words.IsNormalized().ShouldBeTrue();
        words.ShouldNotContain("[2]");
    }

    [Property(MaxTest = 500)]
    public void No_text_makes_it_fail(string? text) => new QuestionReader(Linguistics.Shared).Read(text ?? "", null, TextLanguage.French, "c").ShouldNotBeNull();
}
