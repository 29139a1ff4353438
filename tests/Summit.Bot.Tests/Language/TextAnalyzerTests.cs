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
    [InlineData("marchaient", "marcher", TextLanguage.French)]
    [InlineData("aimeraient", "aimer", TextLanguage.French)]
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

    [Fact]
    public void Every_usual_character_cuts_and_folds_words_as_the_whole_chain_does()
    {
        for (var c = ' '; c < 0x2180; c++)
        {
            foreach (var text in new[] { $"a{c}b", $"1{c}2", $"a{c}1", $"1{c}b", $"{c}a", $"a{c}", $"l'{c}x", $"{c}'s", $"x{c}'{c}", $"l{c}'a", $"a{c}{c}b A{c} B{c}'s" })
                ShouldBeCutAlike(text);
        }
    }

    [Property(MaxTest = 500)]
    public Property Any_text_is_cut_and_folded_as_the_whole_chain_does() => Prop.ForAll(Texts, ShouldBeCutAlike);

    private static void ShouldBeCutAlike(string text)
    {
        var chain = new List<Token>();
        var straight = text.ToCharArray();
        TextAnalyzer.Straighten(straight);
        Analyzer.CutByChain(new string(straight), 0, TextLanguage.French, chain);
        Analyzer.Analyze(text, TextLanguage.French).ShouldBe(chain, text);
    }

    [Property(MaxTest = 300)]
    public void No_text_makes_the_analysis_fail(string? text)
    {
        Linguistics.Shared.Terms.Extract(text ?? "", TextLanguage.English);
        Linguistics.Shared.Detector.Detect(text ?? "");
    }

    private static Arbitrary<string> Texts => Gen.Elements(
            "l’été", "d'abord", "Kim", "Jong-un", "Poutine's", "n’ont", "é", "😀", "«", "»", "3,5", "U.S.", "e\u0301t\u00E9", "aujourd’hui", "'", "’s", "L'", "\n", "x", "λόγος", "中文", "œuvre’s", "a_b", "½", "jusqu’à", "(1,5 %)", "a:b", "İ", "A-Ω")
        .ListOf().Select(words => string.Join(' ', words)).ToArbitrary();
}
