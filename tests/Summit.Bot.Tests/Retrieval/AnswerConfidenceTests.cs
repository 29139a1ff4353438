using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class AnswerConfidenceTests
{
    [Theory]
    [InlineData("Quelle ville la crue de la Loire a-t-elle inondée ?", "Quelle tarte aux pommes cuit à feu doux ?")]
    [InlineData("Which city did the Loire flood?", "Which recipe needs butter and apples?")]
    public void It_is_higher_for_what_the_articles_speak_of(string within, string beyond)
    {
        using var corpus = TestCorpus.Other();
        Confidence(corpus, within).ShouldBeGreaterThan(0.4);
        Confidence(corpus, beyond).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Without_sentences_it_is_next_to_nothing()
    {
        var question = new QuestionAnalysis("", TextLanguage.French, [], AnswerTypes.Open, null, false, false, false, false, false);
        new Evidence(question, [], [], []).Confidence.ShouldBeInRange(0, 0.01);
    }

    private static double Confidence(TestCorpus corpus, string question) =>
        corpus.Retriever.Retrieve(new QuestionReader(Linguistics.Shared).Read(question, null, TextLanguage.French, "c"))[0].Confidence;
}
