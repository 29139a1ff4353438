using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class SpeakersTests : IDisposable
{
    private readonly TestCorpus _corpus = TestCorpus.Shipped();

    [Theory]
    [InlineData(5, "Kim Jong-un")]
    [InlineData(6, "Kim Jong-un")]
    [InlineData(7, "Vladimir Poutine")]
    [InlineData(8, "Vladimir Poutine")]
    [InlineData(13, "Kim Jong-un")]
    [InlineData(14, "Vladimir Poutine")]
    [InlineData(15, "Vladimir Poutine")]
    [InlineData(16, "Vladimir Poutine")]
    public void A_sentence_is_spoken_by_whom_the_article_says(int sentence, string speaker)
    {
        var article = _corpus.Index.Articles.Values.ShouldHaveSingleItem();
        var name = LeaderResolver.AddLeaders(Linguistics.Shared.Terms.Extract(speaker, TextLanguage.French), article.Leaders, asAnyLeader: false).ShouldHaveSingleItem();
        var profile = article.Sentences[sentence - 1];
        profile.ReportsSpeech.ShouldBeTrue();
        name.Concepts.Any(profile.Speakers.Contains).ShouldBeTrue();
        var other = speaker == "Kim Jong-un" ? "Vladimir Poutine" : "Kim Jong-un";
        LeaderResolver.AddLeaders(Linguistics.Shared.Terms.Extract(other, TextLanguage.French), article.Leaders, asAnyLeader: false)[0]
            .Concepts.Any(profile.Speakers.Contains).ShouldBeFalse();
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void A_plain_statement_has_no_speaker(int sentence) =>
        _corpus.Index.Articles.Values.Single().Sentences[sentence - 1].Speakers.ShouldBeEmpty();

    public void Dispose() => _corpus.Dispose();
}
