using Summit.Bot.Answering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Answering;

/// <summary>Turns of a question that make one sentence the answer rather than another with the same words.</summary>
public sealed class TurnOfQuestionTests : IDisposable
{
    private static readonly IReadOnlyList<Article> Articles =
    [
        TestCorpus.Make(
            "port", TextLanguage.French, "Tallin et Brasov se voient à Ormsk",
            "Ce mardi, le maire Anton Tallin et la ministre Irina Brasov se sont vus pour la première fois. "
            + "Anton Tallin et son invitée se sont entretenus mardi 3 mars 2020 dans le port d’Ormsk afin de relancer le chantier. "
            + "Anton Tallin a dit vouloir un quai plus large. Irina Brasov a dit souhaiter des loyers plus bas. "
            + "Durant la visite du phare, Anton Tallin a dit s’attendre à une décision rapide. "
            + "Il y a près de dix ans, Irina Brasov avait déjà vu le frère d’Anton Tallin. "
            + "Le chantier doit permettre à la Moldavie de vendre son blé. La Norvège espère que le chantier aidera à rapprocher les rives. "
            + "Les deux voisins ont ouvert une discussion à propos des droits de pêche. "
            + "La feuille de route du chantier a été définie par la Suède et la Norvège. Un important dispositif de sécurité a été déployé."),
    ];

    private readonly TestCorpus _corpus = TestCorpus.Of(Articles);

    [Theory]
    // A whole date rather than the name of the day.
    [InlineData("Quand Anton Tallin et Irina Brasov se sont-ils vus ?", 2)]
    [InlineData("When did Anton Tallin and Irina Brasov see each other?", 2)]
    [InlineData("Il y a combien de temps Irina Brasov avait-elle vu le frère d’Anton Tallin ?", 6)]
    [InlineData("C’était un dimanche ?", 2)]
    // Somebody else is asked for.
    [InlineData("Avant Anton Tallin, qui Irina Brasov avait-elle déjà vu ?", 6)]
    // During which part.
    [InlineData("À quel moment de la visite Anton Tallin a-t-il parlé de la décision qu’il attend ?", 5)]
    [InlineData("At what point of the visit did Anton Tallin speak of the decision he expects?", 5)]
    // Who gains, and what is talked about.
    [InlineData("Qu’est-ce que la Moldavie a à gagner dans ce chantier ?", 7)]
    [InlineData("What's in it for Moldova?", 7)]
    [InlineData("Sur quoi porte la discussion des deux voisins ?", 9)]
    // "Quand" that asks nothing, and a place that is not asked for.
    [InlineData("L’endroit était-il bien surveillé ?", 11)]
    [InlineData("Le coin était bien surveillé ?", 11)]
    // Two names denied as one.
    [InlineData("La feuille de route du chantier a-t-elle été définie par le Japon et la Chine ?", 10)]
    public void One_sentence_answers(string question, int number) => Sentences(question).ShouldBe([number]);

    [Theory]
    [InlineData("Who was the first president of Russia?")]
    [InlineData("Who is the former president of the United States?")]
    [InlineData("Qui sera le prochain président russe ?")]
    [InlineData("Qui a été le premier dirigeant de la Corée du Nord ?")]
    public void Who_was_the_first_or_is_the_next_is_not_told_by_who_is(string question)
    {
        using var shipped = TestCorpus.Shipped();
        shipped.Ask(question).ShouldBeOfType<NotFound>();
    }

    [Theory]
    [InlineData("What did Kim promise?")]
    [InlineData("Qu'a promis Kim ?")]
    [InlineData("What did Kim thank Putin for?")]
    [InlineData("Who is the prime minister of Russia?")]
    [InlineData("Qui est le Premier ministre russe ?")]
    [InlineData("What is Kim's position on sanctions?")]
    [InlineData("Quelle est l’opinion de la Chine sur les sanctions ?")]
    [InlineData("Kim a-t-il serré la main de Trump ?")]
    [InlineData("Who spoke first?")]
    [InlineData("Lequel des deux est arrivé en premier ?")]
    [InlineData("Où est né Kim Jong-un ?")]
    [InlineData("Quel temps faisait-il à Vladivostok ?")]
    [InlineData("What is the trade volume between Russia and North Korea?")]
    public void What_is_something_else_than_what_is_told_is_refused(string question)
    {
        using var shipped = TestCorpus.Shipped();
        shipped.Ask(question).ShouldBeOfType<NotFound>();
    }

    [Fact]
    public void Who_came_first_is_told_where_one_is_before_the_other()
    {
        using var corpus = TestCorpus.Of(
        [
            TestCorpus.Make("visit", TextLanguage.English, "Tallin and Brasov meet in Ormsk", "Anton Tallin and Irina Brasov met for the first time. Irina Brasov arrived in Ormsk before Anton Tallin."),
        ]);
        corpus.Ask("Who arrived first?").ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence).ShouldBe([2]);
    }

    [Theory]
    [InlineData("Who is the Moldovan prime minister?", 1)]
    [InlineData("Qui dirige la Moldavie ?", 1)]
    public void A_prime_minister_is_whom_the_article_calls_so(string question, int sentence)
    {
        using var corpus = TestCorpus.Of(
        [
            TestCorpus.Make("visit", TextLanguage.French, "Visite à Ormsk", "Le Premier ministre moldave, Ion Brasov, est arrivé mardi à Ormsk. Le président russe, Anton Tallin, l’a reçu."),
        ]);
        corpus.Ask(question).ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence).ShouldBe([sentence]);
    }

    [Fact]
    public void Who_is_the_first_is_told_where_he_is_called_so()
    {
        using var corpus = TestCorpus.Of(
        [
            TestCorpus.Make("bank", TextLanguage.English, "Ormsk bank turns fifty", "The first director of the Ormsk bank was Ilya Tarn. Its director Vera Odell spoke of a good year."),
        ]);
        corpus.Ask("Who was the first director of the Ormsk bank?").ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence).ShouldBe([1]);
    }

    [Theory]
    [InlineData("Que disent Kim d’un côté et Poutine de l’autre de la péninsule coréenne ?")]
    [InlineData("What does each of the two leaders say about relations between their countries?")]
    public void Each_of_two_is_answered_for(string question)
    {
        using var shipped = TestCorpus.Shipped();
        var cited = shipped.Ask(question).ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence).ToList();
        cited.Intersect([5, 6]).ShouldHaveSingleItem();
        cited.Intersect([7, 8, 14, 15, 16]).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("In which city was it, and was the place well guarded?", 11)]
    [InlineData("C’était à quelle date, et le lieu était-il surveillé ?", 11)]
    public void A_clause_of_when_or_where_stands_before_another_one(string question, int second) => Sentences(question).ShouldBe([2, second]);

    [Fact]
    public void Who_two_are_is_told_by_a_sentence_that_names_both() =>
        Sentences("Qui sont les deux personnes qui se sont vues ?").ShouldBe([1]);

    [Theory]
    [InlineData("Kim a-t-il critiqué Poutine ?", 6)]
    [InlineData("Did Kim Jong-un mention the situation on the Korean peninsula?", 6)]
    public void Whether_somebody_did_it_is_told_of_him(string question, int number)
    {
        using var shipped = TestCorpus.Shipped();
        shipped.Ask(question).ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence).ShouldContain(number);
    }

    [Fact]
    public void A_misspelt_word_may_be_all_there_is()
    {
        using var shipped = TestCorpus.Shipped();
        shipped.Ask("Which iland was it on?").ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence).ShouldBe([2]);
    }

    [Fact]
    public void Both_are_the_short_answer()
    {
        using var shipped = TestCorpus.Shipped();
        shipped.Ask("Qui sont les deux dirigeants qui se sont rencontrés ?").ShouldBeOfType<Grounded>().Statements[0].Span.ShouldBe("Kim Jong-un et Vladimir Poutine");
    }

    public void Dispose() => _corpus.Dispose();

    private IEnumerable<int> Sentences(string question) => _corpus.Ask(question).ShouldBeOfType<Grounded>(question).Shown.Select(citation => citation.Sentence);
}
