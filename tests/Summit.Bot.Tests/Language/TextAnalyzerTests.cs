using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class TextAnalyzerTests
{
    private static readonly TextAnalyzer Analyzer = Linguistics.Shared.Analyzer;

    [Theory]
    [InlineData("l’État et l'Etat", TextLanguage.French, "etat et etat")]
    [InlineData("aujourd’hui", TextLanguage.French, "aujourd'hui")]
    [InlineData("Putin’s visit", TextLanguage.English, "putin visit")]
    [InlineData("Qu'ont-ils signé ?", TextLanguage.French, "ont ils signe")]
    [InlineData("e\u0301te\u0301", TextLanguage.French, "ete")]
    [InlineData("l'Assemblée's vote", TextLanguage.English, "assemblee vote")]
    [InlineData("La levée des sanctions n’aura pas lieu", TextLanguage.French, "la levee des sanctions aura pas lieu")]
    public void Words_are_folded_and_elisions_and_possessives_fall(string text, TextLanguage language, string words) =>
        string.Join(' ', Analyzer.Analyze(text, language).Select(token => token.Folded)).ShouldBe(words);

    [Theory]
    [InlineData("rencontrés", "rencontrer", TextLanguage.French)]
    [InlineData("rencontrée", "rencontrent", TextLanguage.French)]
    [InlineData("tiennent", "tenir", TextLanguage.French)]
    [InlineData("États", "Etat", TextLanguage.French)]
    [InlineData("met", "meeting", TextLanguage.English)]
    [InlineData("held", "hold", TextLanguage.English)]
    public void Forms_of_one_word_have_one_stem(string one, string other, TextLanguage language) =>
        Analyzer.Stem(TextAnalyzer.Fold(one), language).ShouldBe(Analyzer.Stem(TextAnalyzer.Fold(other), language));

    [Property(MaxTest = 500)]
    public Property Every_word_is_found_at_its_place_in_the_text() =>
        Prop.ForAll(Texts, text =>
        {
            var end = 0;
            foreach (var token in Analyzer.Analyze(text, TextLanguage.French))
            {
                token.Start.ShouldBeGreaterThanOrEqualTo(end);
                end = token.End;
                end.ShouldBeLessThanOrEqualTo(text.Length);
                token.Length.ShouldBeGreaterThan(0);
            }
        });

    [Property(MaxTest = 300)]
    public void No_text_makes_the_analysis_fail(string? text)
    {
        Linguistics.Shared.Terms.Extract(text ?? "", TextLanguage.English);
        Linguistics.Shared.Detector.Detect(text ?? "");
    }

    private static Arbitrary<string> Texts => Gen.Elements(
            "l’été", "d'abord", "Kim", "Jong-un", "Poutine's", "n’ont", "é", "😀", "«", "»", "3,5", "U.S.", "e\u0301t\u00E9", "aujourd’hui", "'", "’s", "L'", "\n", "x")
        .ListOf().Select(words => string.Join(' ', words)).ToArbitrary();
}
