using Summit.Bot.Answering;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Answering;

/// <summary>The words in bold: whom a verb acts on is not who acts.</summary>
public sealed class AnswerSpanTests
{
    private static readonly IReadOnlyList<Summit.Bot.Corpus.Article> Articles =
    [
        TestCorpus.Make("usine", TextLanguage.French, "Fermeture de l’usine", "La décision de Paul Lenoir a irrité la ministre Camille Dubois. Le syndicaliste Marc Perrin a été félicité par Anne Roux."),
        TestCorpus.Make("ruling", TextLanguage.English, "A ruling on the harbour", "The ruling of Jane Stevens angered Governor John Smith. Peter Hill was elected by the council."),
    ];

    [Theory]
    [InlineData("Qui a été irrité par la décision de Paul Lenoir ?", "Camille Dubois")]
    [InlineData("Qui a irrité la ministre Camille Dubois ?", "Paul Lenoir")]
    [InlineData("Qui a été félicité par Anne Roux ?", "Marc Perrin")]
    [InlineData("Who has been angered by the ruling of Jane Stevens?", "John Smith")]
    [InlineData("Who angered Governor John Smith?", "Jane Stevens")]
    public void Who_acts_and_who_is_acted_on_are_told_apart(string question, string span)
    {
        using var corpus = TestCorpus.Of(Articles);
        corpus.Ask(question).ShouldBeOfType<Grounded>().Statements[0].Span.ShouldNotBeNull().ShouldContain(span);
    }

    [Fact]
    public void The_shipped_article_says_who_might_be_irritated()
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask("Qui pourrait être irrité par ce rapprochement ?").ShouldBeOfType<Grounded>().Statements[0].Span.ShouldNotBeNull().ShouldContain("Donald Trump");
    }
}
