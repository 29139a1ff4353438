using FsCheck.Xunit;
using Microsoft.ML.Tokenizers;
using Summit.Bot.Corpus;

namespace Summit.Bot.Tests.Corpus;

public sealed class PassageCutterTests
{
    private const string Medium = "Le président russe a également déclaré vouloir soutenir les tendances positives sur la péninsule coréenne.";
    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Property(Arbitrary = [typeof(NewsText)])]
    public void Every_sentence_is_in_one_passage_and_no_passage_of_several_is_too_long(NewsText news)
    {
        // Repeated, since the text must be longer than a passage to be cut.
        var text = string.Join(' ', Enumerable.Repeat(news.Value, 5));
        IsSound(text);
    }

    [Fact]
    public void The_shipped_article_is_cut_into_whole_sentences()
    {
        var article = ShippedArticleTests.Load().Articles.ShouldHaveSingleItem();

        PassageCutter.Cut(article).ShouldBe(PassageCutter.Cut(article.Text, article.Sentences));
        IsSound(article.Text);
    }

    [Fact]
    public void A_sentence_longer_than_a_passage_is_one_by_itself()
    {
        var text = $"{Medium} Et {string.Concat(Enumerable.Repeat("un mot et ", 100))}fin. {Medium}";

        Cut(text).Select(p => p.SentenceCount).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void A_passage_begins_with_a_paragraph()
    {
        var text = $"{Medium} {Medium}\n{Medium} {Medium}";

        Cut(text).Select(p => (p.FirstSentence, p.SentenceCount)).ShouldBe([(1, 2), (3, 2)]);
    }

    [Fact]
    public void A_headline_and_a_last_scrap_go_with_the_paragraph_beside_them()
    {
        var text = $"Un titre\n{Medium} {Medium}\nFin.";

        Cut(text).Select(p => (p.FirstSentence, p.SentenceCount)).ShouldBe([(1, 4)]);
    }

    [Fact]
    public void No_sentences_make_no_passages() => Cut("").ShouldBeEmpty();

    [Fact]
    public void A_very_long_sentence_is_not_counted_again_and_again()
    {
        var text = $"{string.Concat(Enumerable.Repeat("a", 5_000_000))}. Fin.";

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Cut(text).Count.ShouldBe(2);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Warming_up_twice_is_harmless()
    {
        await PassageCutter.WarmUpAsync();
        PassageCutter.WarmUpAsync().IsCompletedSuccessfully.ShouldBeTrue();
    }

    private static IReadOnlyList<PassageSpan> Cut(string text) => PassageCutter.Cut(text, SentenceSplitter.Split(text));

    private static void IsSound(string text)
    {
        var sentences = SentenceSplitter.Split(text);
        var next = 1;
        foreach (var passage in PassageCutter.Cut(text, sentences))
        {
            passage.FirstSentence.ShouldBe(next);
            next += passage.SentenceCount;
            passage.Start.ShouldBe(sentences[passage.FirstSentence - 1].Start);
            (passage.Start + passage.Length).ShouldBe(sentences[next - 2].Start + sentences[next - 2].Length);
            if (passage.SentenceCount > 1)
                Tokenizer.CountTokens(text.AsSpan(passage.Start, passage.Length)).ShouldBeLessThanOrEqualTo(PassageCutter.MaxTokens);
        }

        next.ShouldBe(sentences.Count + 1);
    }
}
