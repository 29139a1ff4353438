using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Retrieval;

public sealed class IndexedArticleTests
{
    private static readonly SpeechReader Speech = new(Linguistics.Shared);

    [Fact]
    public void Analyses_stay_of_an_article_that_is_asked_for_again_and_again()
    {
        var (first, _, _) = Open(mostSentences: 8);

        first.ReadSentences()[0].ShouldNotBeSameAs(first.ReadSentences()[0]);

        first.ReadSentences()[0].ShouldBeSameAs(first.ReadSentences()[0]);
        first.Sentences[0].ShouldBeSameAs(first.ReadSentences()[0]);
    }

    [Fact]
    public void Analyses_do_not_stay_of_an_article_that_would_be_gone_when_it_is_asked_for_again()
    {
        var (first, second, third) = Open(mostSentences: 4);

        SentenceProfile? last = null;
        for (var i = 0; i < 3; i++)
        {
            second.ReadSentences();
            third.ReadSentences();
            var now = first.ReadSentences()[0];
            now.ShouldNotBeSameAs(last);
            last = now;
        }
    }

    [Fact]
    public void The_article_that_is_not_used_any_more_makes_room()
    {
        var (first, second, third) = Open(mostSentences: 6);
        var (one, two) = (first.Sentences[0], second.Sentences[0]);

        third.Sentences[0].Number.ShouldBe(1);

        second.Sentences[0].ShouldBeSameAs(two);
        first.Sentences[0].ShouldNotBeSameAs(one);
    }

    [Fact]
    public void What_is_analysed_anew_is_what_was_analysed_first()
    {
        var article = TestCorpus.OtherArticles[0];
        var analyzer = new ArticleAnalyzer(Linguistics.Shared, Speech);
        var whole = analyzer.Analyze(article);
        var again = analyzer.Open(new StoredArticle(article, [], null) { Digest = whole.Digest });

        foreach (var (sentence, other) in whole.Sentences.Zip(again.ReadSentences()))
        {
            other.Speakers.ShouldBe(sentence.Speakers, ignoreOrder: true);
            other.ReportsSpeech.ShouldBe(sentence.ReportsSpeech);
            other.Original.Terms.Select(term => term.ToString()).ShouldBe(sentence.Original.Terms.Select(term => term.ToString()));
            other.Original.Mentions.ShouldBe(sentence.Original.Mentions);
        }
    }

    /// <summary>Three articles of as many sentences each, of one analyzer.</summary>
    private static (IndexedArticle First, IndexedArticle Second, IndexedArticle Third) Open(int mostSentences)
    {
        var analyzer = new ArticleAnalyzer(Linguistics.Shared, Speech, mostSentences);
        IndexedArticle[] articles = [.. new[] { "a", "b", "c" }.Select(id =>
        {
            var text = $"The bridge {id} was closed. It was opened again. Nobody was hurt.";
            var article = new Article(id, "0123456789abcdef", "A bridge", TextLanguage.English, null, null, null, text, SentenceSplitter.Split(text), null);
            return analyzer.Open(new StoredArticle(article, [], null) { Digest = analyzer.Analyze(article).Digest });
        })];
        articles[0].Sentences.Count.ShouldBe(3);
        return (articles[0], articles[1], articles[2]);
    }
}
