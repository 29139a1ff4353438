using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Activities;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Channels;

public sealed partial class AnswerTextTests
{
    [Fact]
    public void French_sets_the_span_first_then_the_whole_sentence_then_the_source()
    {
        Render("Il pleut à Brest.", TextLanguage.French, TextLanguage.French, span: "Brest").ShouldBe(
            "**Brest** — «\u00A0Il pleut à Brest.\u00A0» [1]\n\nSource\u00A0: *Titre*, 5 juin 2024");
    }

    [Fact]
    public void A_sentence_that_opens_with_a_quotation_mark_gets_no_second_one() =>
        Render("« Il pleut », dit-elle.", TextLanguage.French, TextLanguage.French).ShouldStartWith("« Il pleut », dit-elle. [1]");

    [Fact]
    public void A_foreign_sentence_without_a_translation_says_so_in_the_language_of_the_answer() =>
        Render("Il pleut à Brest.", TextLanguage.French, TextLanguage.English).ShouldContain("There is no English translation");

    [Property(MaxTest = 1000)]
    public Property No_source_text_can_forge_a_marker_or_a_link() =>
        Prop.ForAll(HostileTexts, text =>
        {
            if (string.IsNullOrWhiteSpace(PlainText.OneLine(text)))
                return;
            foreach (var markup in new[] { Markup.Markdown, Markup.Teams, Markup.WebChat })
            {
                var data = markup.Text(text);
                UnescapedBracket().IsMatch(data).ShouldBeFalse(data);
                UnescapedMark().IsMatch(data).ShouldBeFalse(data);
                data.ShouldNotContain("\n");
                data.ShouldNotContain("\e");
            }
        });

    [Property(MaxTest = 500)]
    public Property Plain_text_keeps_every_letter_and_no_control_character() =>
        Prop.ForAll(HostileTexts, text => Markup.Plain.Text(text).ShouldAllBe(c => !char.IsControl(c)));

    [Property(MaxTest = 500)]
    public void An_abstract_is_never_longer_than_its_limit_nor_cut_in_half_a_character(NonNull<string> text, byte limit)
    {
        var longest = 10 + (limit % 151);
        var cut = CitationEntity.Shorten(text.Get, longest);
        cut.Length.ShouldBeLessThanOrEqualTo(longest);
        if (text.Get.Length == 0 || !char.IsHighSurrogate(text.Get[^1]))
            (cut.Length > 1 && char.IsHighSurrogate(cut[^2]) && cut[^1] == '…').ShouldBeFalse();
    }

    private static Arbitrary<string> HostileTexts => Gen.Elements(
            "[1]", "[2](http://x)", "](", "![i](x)", "<a href=x>", "**b**", "_i_", "`c`", "\n", "\e[31m", "# h", "- l", "1. n", "| t |", "&lt;", "~~", "\\", "mot", "« q »", "\u202E", "[3]: http://y \"t\"", "😀")
        .ListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();

    private static string Render(string sentence, TextLanguage articleLanguage, TextLanguage answerLanguage, string? span = null)
    {
        var article = TestCorpus.Make("a", articleLanguage, "Titre", sentence);
        var answer = new Grounded(answerLanguage, [new Statement(span, Citation.Of(article, 1, 1, answerLanguage))]);
        return new AnswerText(Markup.Markdown, _ => []).Render(answer);
    }

    [GeneratedRegex(@"(?<!\\)(\\\\)*[\[\]]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex UnescapedBracket();

    [GeneratedRegex(@"(?<!\\)(\\\\)*[*_`<>|~]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex UnescapedMark();
}
