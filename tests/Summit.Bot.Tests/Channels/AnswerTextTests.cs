using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Answering;
using Summit.Bot.Channels;
using Summit.Bot.Channels.Activities;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Tests.Channels.Activities;

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

    [Theory]
    [InlineData(TextLanguage.English, "*Titre*, 5 June 2024, corrected 1 July 2024")]
    [InlineData(TextLanguage.French, "*Titre*, 5 juin 2024, corrigé le 1er juillet 2024")]
    public void A_correction_stands_behind_the_day_of_publication(TextLanguage language, string source)
    {
        var citation = Citation.Of(Corrected, 1, 1, language);
        new AnswerText(Markup.Markdown, _ => []).Render(new Grounded(language, [new Statement(null, citation)])).ShouldEndWith(source);
        AskCitation.Of(citation, NoLinks).Corrected.ShouldBe(Corrected.Corrected);
        ActivityText.Of(SourceCard.Of(new Grounded(language, [new Statement(null, citation)]), NoLinks).Content!).ShouldContain(source.Split(' ')[^2]);
    }

    [Theory]
    [InlineData(TextLanguage.English, "since withdrawn by the publisher", "since corrected by the publisher")]
    [InlineData(TextLanguage.French, "retiré depuis par l’éditeur", "corrigé depuis par l’éditeur")]
    public void What_became_of_a_cited_article_is_told(TextLanguage language, string withdrawn, string corrected)
    {
        var (citation, phrases) = (Citation.Of(Corrected, 1, 1, language), Phrases.In(language));
        var later = Corrected with { Version = "fedcba9876543210" };
        CommandReplies.Since(citation, Corrected, phrases).ShouldBeNull();
        CommandReplies.Since(citation, article: null, phrases).ShouldBeNull();
        CommandReplies.Since(citation, later, phrases).ShouldBeNull();
        CommandReplies.Since(citation, later with { Corrected = new DateOnly(2024, 7, 9) }, phrases).ShouldBe(corrected);
        CommandReplies.Since(citation, later with { IsRetracted = true }, phrases).ShouldBe(withdrawn);
        ActivityText.Of(SourceCard.Of(new Grounded(language, [new Statement(null, citation)]), NoLinks, (_, _) => withdrawn).Content!).ShouldContain(withdrawn[..6]);
    }

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

    private static ArticleLinks NoLinks { get; } = ArticleLinks.For(new SummitOptions { PublicUrl = new Uri("https://bot.example.org") }, request: null);

    private static Article Corrected { get; } = TestCorpus.Make("a", TextLanguage.French, "Titre", "Il pleut à Brest.") with { Corrected = new DateOnly(2024, 7, 1) };

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
