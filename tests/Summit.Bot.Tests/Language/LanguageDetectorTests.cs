using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("date du sommet ?")]
    [InlineData("ou se passe le sommet")]
    [InlineData("qui est kim jong un")]
    [InlineData("Poutine et Trump ?")]
    [InlineData("sanctions internationales contre la Corée du Nord")]
    [InlineData("quelle est la position de Washington")]
    [InlineData("Que fera Donald Trump ?")]
    [InlineData("pourquoi vladivostok")]
    [InlineData("a quoi sert ce sommet")]
    [InlineData("t'es qui")]
    [InlineData("Qui est Recep Tayyip Erdoğan ?")]
    [InlineData("merci")]
    [InlineData("resume l'article")]
    public void French_is_told_without_accents_and_full_of_names(string text) =>
        Linguistics.Shared.Detector.Detect(text).ShouldBe(new DetectedLanguage(TextLanguage.French, IsThirdLanguage: false));

    [Theory]
    [InlineData("summit date?")]
    [InlineData("where is it")]
    [InlineData("who is kim jong un")]
    [InlineData("Putin and Trump?")]
    [InlineData("international sanctions on North Korea")]
    [InlineData("What will Donald Trump do?")]
    [InlineData("why vladivostok")]
    [InlineData("didn't they sign anything")]
    [InlineData("thanks a lot")]
    [InlineData("kim's father")]
    [InlineData("What type of company is Van Gend en Loos?")]
    [InlineData("Who is Søren Łukasz Müller?")]
    public void English_is_told_full_of_names(string text) =>
        Linguistics.Shared.Detector.Detect(text).ShouldBe(new DetectedLanguage(TextLanguage.English, IsThirdLanguage: false));

    [Theory]
    [InlineData("Kim Jong-un")]
    [InlineData("Vladivostok ?")]
    [InlineData("Van Gogh ?")]
    [InlineData("Łódź")]
    [InlineData("2019")]
    [InlineData("😀")]
    [InlineData("")]
    public void What_is_the_same_in_both_is_not_guessed(string text) =>
        Linguistics.Shared.Detector.Detect(text).ShouldBe(new DetectedLanguage(null, IsThirdLanguage: false));

    [Theory]
    [InlineData("¿Dónde se celebró la cumbre entre los dos líderes?")]
    [InlineData("Wo und wann hat das Treffen stattgefunden?")]
    [InlineData("Dove si è svolto il vertice della Russia con la Corea?")]
    [InlineData("Onde e quando foi a reunião em que os líderes falaram?")]
    [InlineData("Wanneer hebben de leiders van het land elkaar niet ontmoet?")]
    [InlineData("Was hat der Minister gesagt?")]
    [InlineData("Wer begleitet den Sänger?")]
    [InlineData("Donde se celebro el concierto de la semana")]
    [InlineData("Chi accompagna il ministro?")]
    [InlineData("Quem acompanha o cantor?")]
    [InlineData("Wie begeleidt de zanger?")]
    [InlineData("Gdzie odbył się koncert?")]
    [InlineData("Var hölls konserten?")]
    [InlineData("Где прошёл саммит?")]
    [InlineData("峰会在哪里举行？")]
    [InlineData("أين عقدت القمة؟")]
    public void A_third_language_is_told(string text) => Linguistics.Shared.Detector.Detect(text).IsThirdLanguage.ShouldBeTrue();
}
