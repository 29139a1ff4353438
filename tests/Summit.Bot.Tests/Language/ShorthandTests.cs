using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class ShorthandTests
{
    private static readonly Shorthand Shorthand = Linguistics.Shared.Shorthand;

    [Theory]
    [InlineData("ki a gagné le match ?", "qui a gagné le match ?")]
    [InlineData("pk la mairie a fermé", "pourquoi la mairie a fermé")]
    [InlineData("Keske le maire a dit pdt la réunion", "qu'est-ce que le maire a dit pendant la réunion")]
    [InlineData("c où le concert ?", "c'est où le concert ?")]
    [InlineData("la vitamine C et le DS de maths", "la vitamine C et le DS de maths")]
    public void French_is_written_out(string written, string meant) => Shorthand.Expand(written, TextLanguage.French).ShouldBe(meant);

    [Theory]
    [InlineData("wat did u see b4 the vote", "what did you see before the vote")]
    [InlineData("y r ppl angry", "why are people angry")]
    [InlineData("the 2 ministers met", "the 2 ministers met")]
    [InlineData("it's the U.N.", "it's the U.N.")]
    public void English_is_written_out(string written, string meant) => Shorthand.Expand(written, TextLanguage.English).ShouldBe(meant);

    [Theory]
    [InlineData("ki gagne", TextLanguage.French)]
    [InlineData("wen is the vote", TextLanguage.English)]
    public void The_short_words_tell_the_language(string written, TextLanguage language) =>
        new QuestionReader(Linguistics.Shared).Read(written, null, language == TextLanguage.French ? TextLanguage.English : TextLanguage.French, "c").Language.ShouldBe(language);

    [Fact]
    public void What_is_no_shorthand_stays_the_same_object()
    {
        const string Text = "Où se tient la réunion ?";
        Shorthand.Expand(Text, TextLanguage.French).ShouldBeSameAs(Text);
    }
}
