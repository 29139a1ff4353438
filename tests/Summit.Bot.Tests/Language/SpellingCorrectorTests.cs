using FsCheck;
using FsCheck.Xunit;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Corrector = new(Linguistics.Shared, () => new HashSet<string> { "zorblax", "moulin", "vauquelin", "marc" });

    [Theory]
    [InlineData("la securitée du somet", "la securitée du sommet")]
    [InlineData("un comuniqué comun", "un communique commun")]
    [InlineData("qaund a lieu la réunion", "quand a lieu la réunion")]
    [InlineData("le molin de Vauquelin", "le moulin de Vauquelin")]
    [InlineData("ils ont renforsé leurs liens", "ils ont renforcer leurs liens")]
    [InlineData("kimjongun a parlé", "Kim Jong-un a parlé")]
    [InlineData("kim jongun a parlé", "Kim Jong-un a parlé")]
    public void French_words_are_corrected(string written, string meant) => Corrector.Correct(written, TextLanguage.French).ShouldBe(meant);

    [Theory]
    [InlineData("wehre was the sumit held", "where was the summit held")]
    [InlineData("the econmy and the goverment", "the economy and the government")]
    [InlineData("he was anoyed by it", "he was annoy by it")]
    [InlineData("they strenghtened the ties", "they strengthened the ties")]
    public void English_words_are_corrected(string written, string meant) => Corrector.Correct(written, TextLanguage.English).ShouldBe(meant);

    [Theory]
    [InlineData("le zorblax du moulin")]
    [InlineData("Où Quetzalcoatl habite-t-il ?")]
    [InlineData("le deal du président avec la team")]
    [InlineData("il a besoin d'appuis et d'aveux")]
    [InlineData("les personnes tuées ont été reçues")]
    [InlineData("ils jouent, avouent et échouent")]
    [InlineData("en 2019, le G20 et l'OTAN")]
    [InlineData("Mary a vu Yann")]
    public void What_is_known_or_near_nothing_stays(string text) => Corrector.Correct(text, TextLanguage.French).ShouldBeSameAs(text);

    [Theory]
    [InlineData("They met, didn't they?")]
    [InlineData("Weren’t they there, and doesn’t it matter?")]
    public void What_stands_before_the_apostrophe_of_not_stays(string text) => Corrector.Correct(text, TextLanguage.English).ShouldBeSameAs(text);

    [Property]
    public void Anything_may_be_corrected(NonNull<string> text) => Corrector.Correct(text.Get, TextLanguage.English).ShouldNotBeNull();
}
