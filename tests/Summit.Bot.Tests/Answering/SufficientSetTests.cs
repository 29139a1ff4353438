using Summit.Bot.Answering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Answering;

/// <summary>Which sentences are cited together, and which one where a question takes a turn.</summary>
public sealed class SufficientSetTests : IDisposable
{
    private static readonly IReadOnlyList<Article> Articles =
    [
        TestCorpus.Make(
            "lake", TextLanguage.English, "Arvia and Belmora share lake Soren",
            "Arvia and Belmora signed a treaty on lake Soren on Tuesday. Their presidents put their names to the paper in Vienna, after six weeks of talks. "
            + "Fishermen on both shores had waited for it since the war. No compensation is planned. "
            + "Norma Quell, who led the talks, was awarded a medal. She is defended by the lawyer Otto Brandt."),
        TestCorpus.Make(
            "trial", TextLanguage.English, "Ferry captain sentenced in Lomas",
            "The captain of a ferry was sentenced in Lomas on Friday. The lawyer Ines Farrow called the judgment harsh."),
        TestCorpus.Make(
            "grid", TextLanguage.English, "Vera Odell takes over the Tessaly power grid",
            "The engineer Vera Odell wants to replace the old turbines. Vera Odell also wants to lower the tariffs. Vera Odell wants forty apprentices. "
            + "The minister Paul Renn wants to sell the dams. On Monday, Paul Renn visited the dam of Upper Hales. On Monday, Paul Renn visited the dam of Lower Hales."),
    ];

    private readonly TestCorpus _shipped = TestCorpus.Shipped();
    private readonly TestCorpus _made = TestCorpus.Of(Articles);

    [Theory]
    [InlineData("Where was the treaty on lake Soren signed?", "in Vienna")]
    [InlineData("How long were the talks before the treaty on lake Soren?", "six weeks")]
    public void What_is_asked_for_is_found_right_behind_the_sentence_that_speaks_of_it(string question, string told) =>
        Quotes(_made.Ask(question)).ShouldContain(quote => quote.Contains(told, StringComparison.Ordinal));

    [Fact]
    public void Two_sentences_that_are_nearly_as_good_are_both_cited_in_the_order_of_reading() =>
        Sentences(_shipped.Ask("Poutine a-t-il déjà rencontré un Kim ?")).ShouldBe([4, 11]);

    [Fact]
    public void Three_that_are_nearly_as_good_are_all_cited_and_none_of_somebody_else() =>
        Sentences(_made.Ask("What does Vera Odell want?")).ShouldBe([1, 2, 3]);

    [Fact]
    public void What_lacks_the_person_whom_the_best_one_names_is_not_as_good() =>
        Sentences(_shipped.Ask("Kim et Poutine s'étaient-ils déjà rencontrés avant ?")).ShouldNotContain(11);

    [Fact]
    public void Of_two_with_the_same_short_answer_one_is_cited() => Quotes(_made.Ask("On what day did Paul Renn visit the dams?")).ShouldHaveSingleItem();

    [Fact]
    public void Who_somebody_is_needs_one_sentence() => Sentences(_shipped.Ask("Qui est Kim Jong-un ?")).ShouldHaveSingleItem();

    [Fact]
    public void A_second_clause_that_names_nobody_asks_of_the_article_of_the_first() =>
        _made.Ask("What was Norma Quell awarded, and who is her lawyer?").ShouldBeOfType<Grounded>().Shown.ShouldAllBe(citation => citation.ArticleId == "lake");

    [Theory]
    [InlineData("Combien d’accords seront signés à l’issue du sommet ?")]
    [InlineData("How many agreements will be signed at the end of the summit?")]
    public void None_says_how_many_there_are(string question) => Sentences(_shipped.Ask(question)).ShouldBe([10]);

    [Theory]
    [InlineData("Dans quelle ville et sur quelle île se tient le sommet ?")]
    [InlineData("In which city and on which island is the summit held?")]
    [InlineData("Donnez-moi à la fois la ville et l'île du sommet, s'il vous plaît.")]
    [InlineData("Tell me the city and the island of the summit.")]
    public void Two_places_of_one_thing_are_asked_for(string question) => Sentences(_shipped.Ask(question)).ShouldBe([1, 2]);

    [Theory]
    [InlineData("Quel rôle joue la Chine ?", 19)]
    [InlineData("Quel est le rôle de la Chine dans cette affaire ?", 19)]
    [InlineData("What role does China play?", 19)]
    [InlineData("Sur quel sujet le « dialogue significatif » doit-il porter ?", 6)]
    [InlineData("Qui accuse l’hôte d’aider le pays ermite à contourner les sanctions ?", 20)]
    [InlineData("Which country accuses the host of helping the hermit kingdom to circumvent the sanctions?", 20)]
    public void Words_that_are_part_of_how_it_is_asked_need_not_be_told(string question, int sentence) => Sentences(_shipped.Ask(question)).ShouldContain(sentence);

    [Theory]
    [InlineData("When was it?")]
    [InlineData("C'était dans quelle ville ?")]
    [InlineData("On what day of the week did it happen?")]
    public void When_and_where_it_was_is_asked_of_what_the_only_article_tells_first(string question) => Sentences(_shipped.Ask(question)).ShouldBe([1]);

    [Theory]
    [InlineData("When was it?")]
    [InlineData("C'était dans quelle ville ?")]
    public void Among_several_articles_nobody_knows_which_is_meant(string question) => _made.Ask(question).ShouldBeOfType<NotFound>();

    [Theory]
    [InlineData("This took place on a Monday, a Thursday or a Saturday?", 1)]
    [InlineData("La fameuse feuille de route, qui l'a définie ?", 19)]
    [InlineData("On what grounds does Kim expect the meeting to be useful?", 6)]
    [InlineData("D'où vient que Kim juge cette rencontre « très utile » ?", 6)]
    [InlineData("Faut-il espérer un texte paraphé quand ils se quitteront ?", 10)]
    [InlineData("What is it, precisely, that would irritate the American president?", 17)]
    [InlineData("J'ai oublié mes lunettes : ils se sont vus quand, ces messieurs ?", 1)]
    public void However_it_is_put_the_same_is_asked(string question, int sentence) => Sentences(_shipped.Ask(question)).ShouldContain(sentence);

    [Theory]
    [InlineData("Were Russia and North Korea allies during the Cold War?")]
    [InlineData("La Russie et la Corée du Nord étaient-elles alliées pendant la Guerre froide ?")]
    public void A_sentence_that_has_nothing_but_one_of_two_names_adds_nothing(string question) => Sentences(_shipped.Ask(question)).ShouldBe([5]);

    [Theory]
    [InlineData("Did the summit take place in May?")]
    [InlineData("They met on a Monday, didn't they?")]
    [InlineData("Le sommet s’est-il tenu le 26 avril ?")]
    [InlineData("Wasn't the summit in Moscow?")]
    public void When_or_where_it_was_not_is_settled_by_when_and_where_it_was(string question) => Sentences(_shipped.Ask(question)).ShouldContain(1);

    [Theory]
    [InlineData("I'd be grateful to learn who accuses Russia of helping Pyongyang.", 20)]
    [InlineData("Je serais curieux de savoir qui accuse la Russie d’aider Pyongyang", 20)]
    public void That_one_would_like_to_know_is_none_of_what_is_asked(string question, int sentence) => Sentences(_shipped.Ask(question)).ShouldBe([sentence]);

    [Theory]
    [InlineData("What position does Donald Trump hold?", 17)]
    [InlineData("Quelle fonction occupe Donald Trump ?", 17)]
    public void What_somebody_is_is_told_by_a_sentence_that_names_the_office(string question, int sentence) => Sentences(_shipped.Ask(question)).ShouldBe([sentence]);

    [Theory]
    [InlineData("For what purpose would Moscow follow the roadmap defined by China and Russia?", 19)]
    [InlineData("Pourquoi Moscou suit-il une feuille de route définie par la Chine et la Russie ?", 19)]
    public void A_sentence_that_has_all_of_the_question_gives_the_reason_though_it_does_not_say_because(string question, int sentence) =>
        Sentences(_shipped.Ask(question)).ShouldBe([sentence]);

    [Fact]
    public void That_something_is_not_so_is_no_reason_why_it_is_not() =>
        Sentences(_shipped.Ask("Pourquoi aucun communiqué commun n'est-il prévu à l'issue du sommet ?")).ShouldNotContain(10);

    [Fact]
    public void Where_a_situation_is_does_not_say_where_they_meet() => Sentences(_shipped.Ask("Où s'est déroulé le tête-à-tête entre les deux chefs d'État ?")).ShouldNotContain(14);

    [Fact]
    public void The_press_is_somebody() => Sentences(_shipped.Ask("Devant qui Kim a-t-il dit s'attendre à un dialogue significatif ?")).ShouldContain(13);

    [Fact]
    public void Who_somebody_is_at_odds_with_may_be_a_state() => Sentences(_shipped.Ask("Who is Kim in a standoff with?")).ShouldBe([18]);

    [Fact]
    public void That_something_may_happen_is_no_risk() => Sentences(_shipped.Ask("Qui risque-t-il d'irriter, ce rapprochement ?")).ShouldBe([17]);

    [Theory]
    [InlineData("dialogue significatif à propos de quoi")]
    [InlineData("A meaningful dialogue about what?")]
    public void What_something_is_about_is_told_where_it_goes_on_with_about(string question) => Sentences(_shipped.Ask(question)).ShouldContain(6);

    [Theory]
    [InlineData("I heard that Russia asked for the lifting of sanctions, is that correct?", 20)]
    [InlineData("Il paraît que la Russie a demandé la levée des sanctions, c’est vrai ?", 20)]
    [InlineData("Bon, et quel dispositif de sécurité a été déployé ?", 9)]
    public void Where_a_question_has_it_from_is_not_looked_for(string question, int sentence) => Sentences(_shipped.Ask(question)).ShouldBe([sentence]);

    [Fact]
    public void A_word_that_one_term_of_the_question_is_stands_for_no_other()
    {
        var evidence = _shipped.Retriever.Retrieve(new Summit.Bot.Conversations.Question(
            "Quelles sont les étapes de la feuille de route ?", TextLanguage.French, Summit.Bot.Conversations.QuestionKind.Articles, "test")).ShouldHaveSingleItem();
        var terms = evidence.Question.Terms.Select(term => term.Term.Folded).ToList();
        var best = evidence.Sentences[0];
        (best.Sentence.Number, best.Matches[terms.IndexOf("feuille de route")], best.Matches[terms.IndexOf("etapes")]).ShouldBe((19, 1, 0));
    }

    [Theory]
    [InlineData("position", "positives", false)]
    [InlineData("tendance", "tendances", true)]
    [InlineData("attended", "attendre", false)]
    public void Two_words_of_the_lexicon_are_two_however_alike_they_look(string asked, string told, bool isSame)
    {
        var query = Linguistics.Shared.Terms.Extract(asked, asked == "attended" ? TextLanguage.English : TextLanguage.French)[0];
        var text = Linguistics.Shared.Terms.Extract(told, TextLanguage.French)[0];
        (Summit.Bot.Retrieval.TermMatching.Strength(query, text) > 0.7).ShouldBe(isSame);
    }

    public void Dispose()
    {
        _shipped.Dispose();
        _made.Dispose();
    }

    private static IEnumerable<string> Quotes(Answer answer) => answer.ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Quote);

    private static IEnumerable<int> Sentences(Answer answer) => answer.ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence);
}
