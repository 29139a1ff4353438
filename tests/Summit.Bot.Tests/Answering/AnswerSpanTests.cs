using Summit.Bot.Answering;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Answering;

/// <summary>The words in bold: whom a verb acts on is not who acts.</summary>
public sealed class AnswerSpanTests
{
    private static readonly IReadOnlyList<Summit.Bot.Corpus.Article> Articles =
    [
        TestCorpus.Make("usine", TextLanguage.French, "Fermeture de l’usine", "La décision de Paul Lenoir a irrité la ministre Camille Dubois. Le syndicaliste Marc Perrin a été félicité par Anne Roux."),
        TestCorpus.Make("ruling", TextLanguage.English, "A ruling on the harbour", "The ruling of Jane Stevens angered Governor John Smith. Peter Hill was elected by the council and congratulated by Ann Moore."),
    ];

    [Theory]
    [InlineData("Qui a été irrité par la décision de Paul Lenoir ?", "Camille Dubois")]
    [InlineData("Qui a irrité la ministre Camille Dubois ?", "Paul Lenoir")]
    [InlineData("Qui a été félicité par Anne Roux ?", "Marc Perrin")]
    [InlineData("Who has been angered by the ruling of Jane Stevens?", "John Smith")]
    [InlineData("Who angered Governor John Smith?", "Jane Stevens")]
    [InlineData("Par qui Marc Perrin a-t-il été félicité ?", "Anne Roux")]
    [InlineData("Par qui la ministre a-t-elle été irritée ?", "Paul Lenoir")]
    [InlineData("By whom was Peter Hill congratulated?", "Ann Moore")]
    [InlineData("Who was Peter Hill congratulated by?", "Ann Moore")]
    public void Who_acts_and_who_is_acted_on_are_told_apart(string question, string span)
    {
        using var corpus = TestCorpus.Of(Articles);
        corpus.Ask(question).ShouldBeOfType<Grounded>().Statements[0].Span.ShouldNotBeNull().ShouldContain(span);
    }

    [Theory]
    [InlineData("Quels sont les deux pays qui ont défini la feuille de route ?", "Chine et la Russie")]
    [InlineData("Which two countries drew up the roadmap?", "China and Russia")]
    [InlineData("Par quel pays la Russie est-elle accusée ?", "États-Unis")]
    public void Who_acts_is_told_by_the_word_nearest_to_the_verb_that_is_asked_for(string question, string span)
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask(question).ShouldBeOfType<Grounded>().Statements[0].Span.ShouldNotBeNull().ShouldContain(span);
    }

    [Theory]
    [InlineData("Whose support is Kim Jong-un looking for?")]
    [InlineData("De qui Kim Jong-un cherche-t-il le soutien ?")]
    [InlineData("In front of whom did Kim say he expected a meaningful dialogue?")]
    [InlineData("Name the port that hosted the Kim-Putin talks.")]
    [InlineData("Qui risque de voir d'un mauvais œil ce rapprochement ?")]
    [InlineData("What were the two countries to each other during the Cold War?")]
    public void What_is_not_sure_is_left_to_the_sentence(string question)
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask(question).ShouldBeOfType<Grounded>().Statements[0].Span.ShouldBeNull();
    }

    [Theory]
    [InlineData("Qui pourrait être irrité par ce rapprochement ?", "Donald Trump")]
    [InlineData("Who could be annoyed?", "Donald Trump")]
    [InlineData("Qui a été félicité par Kim Jong-un ?", "président russe")]
    [InlineData("Qui souhaite trouver des solutions diplomatiques ?", "chef de l’Etat russe")]
    [InlineData("Who wants to support positive trends?", "Russian president")]
    [InlineData("Name the American president who might get irritated.", "Donald Trump")]
    [InlineData("Who said there was a lot to do on the economy?", "Vladimir Putin")]
    [InlineData("Qui parle d’un dialogue significatif ?", "Kim Jong-un")]
    public void Who_it_is_is_told_by_a_name_or_a_title(string question, string span)
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask(question).ShouldBeOfType<Grounded>().Statements[0].Span.ShouldNotBeNull().ShouldContain(span);
    }

    [Theory]
    [InlineData("What does Kim want the relationship with Russia to become?", "more stable and solid")]
    [InlineData("Que veut Kim Jong-un pour les liens entre les deux pays ?", "plus stable et solide")]
    public void A_single_word_in_quotation_marks_is_not_what_is_said(string question, string span)
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask(question).ShouldBeOfType<Grounded>().Statements[0].Span.ShouldBe(span);
    }
}
