using FsCheck.Fluent;
using FsCheck.Xunit;
using FsCheck;
using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Answering;

/// <summary>Answers on articles that the rules were not made on, and what must hold for every answer.</summary>
public sealed class AssistantTests : IDisposable
{
    private readonly TestCorpus _other = TestCorpus.Other();
    private readonly TestCorpus _shipped = TestCorpus.Shipped();

    [Theory]
    [InlineData("Quand la Loire a-t-elle débordé ?", "crue-loire", 1, "mardi 4 juin 2024")]
    [InlineData("Combien d'habitants ont été évacués ?", "crue-loire", 2, "1 200")]
    [InlineData("Qui a remercié les pompiers ?", "crue-loire", 3, "Serge Martin")]
    [InlineData("Les écoles sont-elles fermées ?", "crue-loire", 4, null)]
    [InlineData("Combien de temps les cheminots ont-ils cessé le travail ?", "greve-trains", 1, "trois jours")]
    [InlineData("Pourquoi les cheminots ont-ils protesté ?", "greve-trains", 1, null)]
    [InlineData("Which club did Anna Berg join?", "transfer-keeper", 1, null)]
    [InlineData("Until when does the contract run?", "transfer-keeper", 2, "2027")]
    [InlineData("Qu'a dit l'ancien entraîneur ?", "transfer-keeper", 3, null)]
    [InlineData("Who thanked the firefighters?", "crue-loire", 3, null)]
    public void Other_articles_are_answered_from_in_both_languages(string question, string article, int sentence, string? span)
    {
        var statement = _other.Ask(question).ShouldBeOfType<Grounded>().Statements[0];
        (statement.Citations.Single().ArticleId, statement.Citations.Single().Sentence).ShouldBe((article, sentence));
        if (span is not null)
            statement.Span.ShouldBe(span);
    }

    [Theory]
    [InlineData("Combien a coûté la crue ?")]
    [InlineData("Quel âge a le maire ?")]
    [InlineData("Who scored the winning goal?")]
    [InlineData("Quelle est la capitale de l'Australie ?")]
    [InlineData("How do I cook rice?")]
    public void What_the_articles_do_not_say_is_refused_with_the_words_that_were_looked_for(string question) =>
        _other.Ask(question).ShouldBeOfType<NotFound>().LookedFor.ShouldNotBeEmpty();

    [Theory]
    [InlineData("Qui est Kim Jong-un ?", 4)]
    [InlineData("Who is Donald Trump?", 17)]
    [InlineData("Who is the Russian leader?", 11)]
    public void Who_somebody_is_is_told_by_a_sentence_that_names_the_office(string question, int sentence) =>
        _shipped.Ask(question).ShouldBeOfType<Grounded>().Citations.Select(c => c.Sentence).ShouldBe([sentence]);

    [Theory]
    [InlineData("Bonjour, pourquoi Trump serait-il fâché ?", 17)]
    [InlineData("Salut ! C'est sur quelle île, s'il te plaît ?", 2)]
    [InlineData("Hi there, what was deployed for security, please?", 9)]
    [InlineData("An agreement will be signed, right?", 10)]
    public void A_greeting_or_a_please_does_not_stand_in_the_way(string question, int sentence) =>
        _shipped.Ask(question).ShouldBeOfType<Grounded>().Citations.Select(c => c.Sentence).ShouldBe([sentence]);

    [Theory]
    [InlineData("De quoi parle cet article ?")]
    [InlineData("Can you summarise the article?")]
    public void What_the_articles_are_about_is_told_by_their_first_sentences(string question)
    {
        _shipped.Ask(question).ShouldBeOfType<Grounded>().Citations.ShouldHaveSingleItem().Sentence.ShouldBe(1);
        _other.Ask(question).ShouldBeOfType<Grounded>().Citations.Select(c => c.Sentence).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void A_sentence_without_a_translation_is_told_as_foreign()
    {
        var citation = _other.Ask("Who thanked the firefighters?").ShouldBeOfType<Grounded>().Citations.First();
        citation.IsForeign.ShouldBeTrue();
        citation.Translation.ShouldBeNull();
    }

    [Fact]
    public void Two_things_asked_get_two_sentences_in_reading_order() =>
        _shipped.Ask("Qui pourrait être irrité par le rapprochement et quel dispositif a été déployé ?").ShouldBeOfType<Grounded>()
            .Citations.Select(c => (c.Position, c.Sentence)).ShouldBe([(1, 9), (2, 17)]);

    [Fact]
    public void A_quotation_that_the_store_does_not_hold_is_never_shown()
    {
        var citation = _shipped.Ask("date du sommet ?").ShouldBeOfType<Grounded>().Citations.First();
        citation.IsExactIn(_shipped.Articles[0].Text).ShouldBeTrue();
        citation.IsExactIn("X" + _shipped.Articles[0].Text).ShouldBeFalse();
        citation.IsExactIn(null).ShouldBeFalse();
        var drifted = new Assistant(() => _shipped.Retriever, () => _shipped.Retriever, (_, _) => "another text");
        Should.Throw<InvalidOperationException>(() => drifted.Answer(new(
            "date du sommet ?", TextLanguage.French, QuestionKind.Articles, "c")));
    }

    [Fact]
    public void An_article_that_was_removed_since_the_index_was_loaded_is_not_cited_any_more()
    {
        const string Question = "Combien d'habitants ont été évacués ?";
        using var corpus = TestCorpus.Other();
        corpus.Ask(Question).ShouldBeOfType<Grounded>();
        var left = corpus.Synchronize([.. corpus.Articles.Skip(1)]);
        var reloaded = new Retriever(left, TestCorpus.Embedder, Linguistics.Shared, new SpeechReader(Linguistics.Shared));
        var assistant = new Assistant(() => corpus.Retriever, () => reloaded, corpus.Store.ReadText);
        assistant.Answer(new QuestionReader(Linguistics.Shared).Read(Question, null, TextLanguage.French, "c")).ShouldBeOfType<NotFound>();
    }

    [Property(MaxTest = 300)]
    public Property Whatever_is_asked_every_citation_is_exact() =>
        Prop.ForAll(Questions, question =>
        {
            var citations = _shipped.Ask(question) switch { Grounded g => g.Citations, NotFound { Closest: { } closest } => [closest], _ => [] };
            citations.ShouldAllBe(citation => citation.IsExactIn(_shipped.Articles[0].Text));
        });

    public void Dispose()
    {
        _other.Dispose();
        _shipped.Dispose();
    }

    // Word salad of the article's own words, question words and noise: most likely to be answered by mistake.
    private static Arbitrary<string> Questions => Gen.Elements(
            [.. TestCorpus.ShippedArticles[0].Text.Split(' ').Distinct(), "Qui", "où", "quand", "pourquoi", "who", "why", "what", "?", "et", "and", "[2]", "😀", "\u202E", "**"])
        .NonEmptyListOf().Select(words => string.Join(' ', words.Take(12))).ToArbitrary();
}
