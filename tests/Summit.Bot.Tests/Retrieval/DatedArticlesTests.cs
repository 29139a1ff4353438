using Summit.Bot.Answering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Retrieval;

/// <summary>Articles of different days that say different things of the same event.</summary>
public sealed class DatedArticlesTests
{
    private static readonly Article[] Blasts =
    [
        Of("blast-1", TextLanguage.English, "Explosion at the Harrow refinery", new DateOnly(2023, 3, 3), """
            An explosion shook the Harrow refinery on Friday. The blast killed 12 workers, rescuers said. The cause is not known.
            """),
        Of("blast-2", TextLanguage.English, "More victims of the explosion at the Harrow refinery", new DateOnly(2023, 3, 10), """
            Rescuers found more bodies in the ruins of the Harrow refinery. The blast killed 31 workers, the company said. A leak caused it.
            """),
        Of("crue-1", TextLanguage.French, "La crue de la Vire fait des victimes", new DateOnly(2024, 2, 8), """
            La Vire a débordé à Saint-Lô dans la nuit. La crue a fait 4 victimes, selon la préfecture. Les secours cherchent les disparus.
            """),
        Of("crue-2", TextLanguage.French, "Le bilan de la crue de la Vire s’alourdit", new DateOnly(2024, 5, 2), """
            Les recherches ont pris fin à Saint-Lô. La crue de la Vire a fait 9 victimes, selon la préfecture. Le préfet a rendu hommage aux secours.
            """),
    ];

    [Theory]
    [InlineData("What is the number of workers that the Harrow blast killed, according to the latest reports?", "blast-2", "31")]
    [InlineData("According to the most recent news, how many workers were killed at Harrow?", "blast-2", "31")]
    [InlineData("How many workers were reported killed at Harrow on 3 March 2023?", "blast-1", "12")]
    [InlineData("How many workers did the Harrow blast kill, as reported on 10 March 2023?", "blast-2", "31")]
    [InlineData("How many workers had the blast killed according to articles before 5 March 2023?", "blast-1", "12")]
    [InlineData("Combien de victimes la crue de la Vire a-t-elle faites, selon les dernières informations ?", "crue-2", "9")]
    [InlineData("Combien de victimes la crue de la Vire a-t-elle faites à ce jour ?", "crue-2", "9")]
    [InlineData("Combien de victimes de la crue de la Vire annonçait-on en février 2024 ?", "crue-1", "4")]
    [InlineData("Combien de victimes de la crue de la Vire, selon les articles depuis avril 2024 ?", "crue-2", "9")]
    [InlineData("Combien de victimes de la crue de la Vire, selon les articles publiés entre janvier 2024 et mars 2024 ?", "crue-1", "4")]
    public void A_number_is_that_of_the_articles_that_are_wanted(string question, string article, string number)
    {
        foreach (var dates in new[] { Blasts, Swapped() })
        {
            using var corpus = TestCorpus.Of(dates);
            var statement = corpus.Ask(question).ShouldBeOfType<Grounded>().Statements.ShouldHaveSingleItem();
            var wanted = dates == Blasts ? (article, number) : Other(article);
            (statement.Citations.ShouldHaveSingleItem().ArticleId, statement.Span).ShouldBe(wanted);
        }
    }

    [Theory]
    [InlineData("What is the latest news on Harrow?", "blast-2")]
    [InlineData("Quelles sont les dernières nouvelles de Saint-Lô ?", "crue-2")]
    [InlineData("Que disait-on de Saint-Lô en février 2024 ?", "crue-1")]
    [InlineData("What was reported on 3 March 2023 about Harrow?", "blast-1")]
    public void News_are_those_of_the_time_that_is_named(string question, string article)
    {
        using var corpus = TestCorpus.Of(Blasts);
        corpus.Ask(question).ShouldBeOfType<Grounded>().Citations.ShouldAllBe(citation => citation.ArticleId == article);
    }

    [Theory]
    [InlineData("What is the latest news?", new[] { "blast-1", "blast-2", "crue-1", "crue-2" })]
    [InlineData("Quelles nouvelles a-t-on publiées en 2023 ?", new[] { "blast-1", "blast-2" })]
    [InlineData("Which articles were published since April 2024?", new[] { "crue-2" })]
    public void Without_a_topic_the_articles_themselves_are_the_answer(string question, string[] articles)
    {
        using var corpus = TestCorpus.Of(Blasts);
        corpus.Ask(question).ShouldBeOfType<Grounded>().Citations.Select(citation => citation.ArticleId).ShouldBe(articles);
    }

    [Fact]
    public void Both_clauses_of_a_question_are_about_the_time_that_one_of_them_names()
    {
        using var corpus = TestCorpus.Of(Blasts);
        var evidence = corpus.Retriever.Retrieve(Read("What was reported about Harrow on 10 March 2023 and how many workers did the blast kill?"));
        evidence.Count.ShouldBe(2);
        evidence.ShouldAllBe(clause => clause.Sentences[0].Article.Article.Id == "blast-2");
    }

    [Theory]
    [InlineData("How many workers did the Harrow blast kill on 3 March 2021?")]
    [InlineData("What was reported about Lisbon in March 2023?")]
    [InlineData("Que disait-on de Lisbonne en mai 2024 ?")]
    public void What_no_article_tells_is_refused_whatever_was_published_then(string question)
    {
        using var corpus = TestCorpus.Of(Blasts);
        corpus.Ask(question).ShouldBeOfType<NotFound>();
    }

    [Theory]
    [InlineData("How many workers did the Harrow blast kill, according to the latest reports?")]
    [InlineData("Combien de victimes la crue de la Vire a-t-elle faites à ce jour ?")]
    [InlineData("Combien de victimes de la crue de la Vire annonçait-on en février 2024 ?")]
    [InlineData("What was reported in February 2024 about Harrow?")]
    public void Articles_of_one_day_are_ranked_as_if_they_had_none(string question)
    {
        using var dated = TestCorpus.Of([.. Blasts.Select(article => article with { Published = new DateOnly(2024, 2, 8) })]);
        using var undated = TestCorpus.Of([.. Blasts.Select(article => article with { Published = null })]);
        Ranked(dated, question).ShouldBe(Ranked(undated, question));
        dated.Retriever.Retrieve(Read(question)).ShouldAllBe(evidence => evidence.Wider == null && evidence.Question.Wish == null);
    }

    [Fact]
    public void An_article_that_was_withdrawn_is_never_cited()
    {
        using var corpus = TestCorpus.Of([.. Blasts.Select(article => article.Id == "blast-2" ? article with { IsRetracted = true } : article)]);
        foreach (var question in new[] { "What is the latest news on Harrow?", "How many workers did the Harrow blast kill?", "Which articles were published in March 2023?", "What are the articles about?" })
            corpus.Ask(question).ShouldBeOfType<Grounded>().Citations.ShouldAllBe(citation => citation.ArticleId != "blast-2");
        corpus.Index.Articles.ShouldContainKey("blast-2");
    }

    private static Article[] Swapped() =>
        [.. Blasts.Select(article => article with { Published = Blasts.Single(other => other.Id == Other(article.Id).Item1).Published })];

    private static (string, string?) Other(string article) => article switch
    {
        "blast-1" => ("blast-2", "31"),
        "blast-2" => ("blast-1", "12"),
        "crue-1" => ("crue-2", "9"),
        _ => ("crue-1", "4"),
    };

    private static List<string> Ranked(TestCorpus corpus, string question) =>
        [.. corpus.Retriever.Retrieve(Read(question)).SelectMany(evidence => evidence.Sentences).Select(sentence => sentence.ToString())];

    private static Bot.Conversations.Question Read(string question) =>
        new Bot.Conversations.QuestionReader(Linguistics.Shared).Read(question, null, TextLanguage.French, "test");

    private static Article Of(string id, TextLanguage language, string title, DateOnly published, string text) =>
        TestCorpus.Make(id, language, title, text) with { Published = published };
}
