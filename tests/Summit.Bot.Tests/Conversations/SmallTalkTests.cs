using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Conversations;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("Bonjour !", QuestionKind.Greeting)]
    [InlineData("hey there", QuestionKind.Greeting)]
    [InlineData("merci beaucoup, bonne journée à vous", QuestionKind.Farewell)]
    [InlineData("Thanks a lot!", QuestionKind.Thanks)]
    [InlineData("Alright, thanks a lot!", QuestionKind.Thanks)]
    [InlineData("great, that's all I needed. bye", QuestionKind.Farewell)]
    [InlineData("ok merci quand même", QuestionKind.Thanks)]
    [InlineData("thx that helped a lot", QuestionKind.Thanks)]
    [InlineData("hey there, good morning", QuestionKind.Greeting)]
    [InlineData("ok", QuestionKind.Acknowledgement)]
    [InlineData("Ah d'accord, je vois", QuestionKind.Acknowledgement)]
    [InlineData("bon, tant pis.", QuestionKind.Acknowledgement)]
    [InlineData("lol", QuestionKind.Acknowledgement)]
    [InlineData("haha ok gotcha", QuestionKind.Acknowledgement)]
    [InlineData("Right, that makes sense", QuestionKind.Acknowledgement)]
    [InlineData("bon tant pis, merci", QuestionKind.Thanks)]
    [InlineData("I thought so.", QuestionKind.Acknowledgement)]
    [InlineData("Je m'en doutais un peu !", QuestionKind.Acknowledgement)]
    [InlineData("What a surprise...", QuestionKind.Acknowledgement)]
    [InlineData("C'est vraiment sympa de leur part", QuestionKind.Acknowledgement)]
    [InlineData("no worries", QuestionKind.Acknowledgement)]
    [InlineData("amazing, thx", QuestionKind.Thanks)]
    [InlineData("Merci pour les précisions, vous êtes très aimable", QuestionKind.Thanks)]
    [InlineData("thanks, gotta go, talk to you later", QuestionKind.Farewell)]
    [InlineData("Bon, je dois filer, à plus tard !", QuestionKind.Farewell)]
    [InlineData("C'est normal ?", QuestionKind.Articles)]
    [InlineData("I thought Putin met his father", QuestionKind.Articles)]
    [InlineData("Je me demande ce que veut Kim", QuestionKind.Articles)]
    [InlineData("Is that what I was looking for in Moscow?", QuestionKind.Articles)]
    [InlineData("that's clear, thanks!", QuestionKind.Thanks)]
    [InlineData("Bye, have a nice day!", QuestionKind.Farewell)]
    [InlineData("ah bon ?", QuestionKind.Articles)]
    [InlineData("right, and the Chinese?", QuestionKind.Articles)]
    [InlineData("ok et les sanctions", QuestionKind.Articles)]
    [InlineData("tu es qui toi ?", QuestionKind.Identity)]
    [InlineData("T'es qui au juste ?", QuestionKind.Identity)]
    [InlineData("Hello, what helped North Korea?", QuestionKind.Articles)]
    [InlineData("Qui es-tu ?", QuestionKind.Identity)]
    [InlineData("are you a robot?", QuestionKind.Identity)]
    [InlineData("Que sais-tu faire ?", QuestionKind.Help)]
    [InlineData("tu sais faire quoi au juste ?", QuestionKind.Help)]
    [InlineData("What can you do?", QuestionKind.Help)]
    [InlineData("aide", QuestionKind.Help)]
    [InlineData("Comment ça va ?", QuestionKind.Wellbeing)]
    [InlineData("how are you today", QuestionKind.Wellbeing)]
    [InlineData("au revoir", QuestionKind.Farewell)]
    [InlineData("Bonjour, où s'est tenu le sommet ?", QuestionKind.Articles)]
    [InlineData("Thanks! And who signed the agreement?", QuestionKind.Articles)]
    [InlineData("Qui est Kim Jong-un ?", QuestionKind.Articles)]
    [InlineData("Comment va Kim Jong-un ?", QuestionKind.Articles)]
    [InlineData("", QuestionKind.Articles)]
    public void Talk_is_told_from_questions(string text, QuestionKind kind) => SmallTalkClassifier.Classify(text).ShouldBe(kind);

    [Theory]
    [InlineData("hey when did they meet lol ?", "when did they meet ?")]
    [InlineData("Right, and the Chinese?", "and the Chinese?")]
    [InlineData("Where did they meet? thanks", "Where did they meet?")]
    [InlineData("Right-wing leaders at the summit?", "Right-wing leaders at the summit?")]
    [InlineData("Well known leaders?", "Well known leaders?")]
    [InlineData("Did Putin say thanks?", "Did Putin say thanks?")]
    [InlineData("Poutine a-t-il dit merci ?", "Poutine a-t-il dit merci ?")]
    [InlineData("lol", "lol")]
    public void What_is_said_around_a_question_is_not_asked(string text, string asked) => SmallTalkClassifier.WithoutInterjections(text).ShouldBe(asked);

    [Fact]
    public void The_language_asked_for_wins_then_the_text_then_the_conversation()
    {
        var reader = new QuestionReader(Linguistics.Shared);
        reader.Read("Where was the summit?", TextLanguage.French, TextLanguage.French, "c").Language.ShouldBe(TextLanguage.French);
        reader.Read("Where was the summit?", null, TextLanguage.French, "c").Language.ShouldBe(TextLanguage.English);
        reader.Read("Vladivostok ?", null, TextLanguage.English, "c").Language.ShouldBe(TextLanguage.English);
        reader.Read("ok, cool", null, TextLanguage.French, "c").Language.ShouldBe(TextLanguage.French);
        reader.Read("ok, cool", null, TextLanguage.English, "c").Language.ShouldBe(TextLanguage.English);
        reader.Read("¿Dónde se celebró la cumbre?", null, TextLanguage.English, "c").Kind.ShouldBe(QuestionKind.ThirdLanguage);
    }
}
