using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Channels.Articles;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Channels.Articles;

public sealed class CitedSentencesTests
{
    [Fact]
    public void A_sentence_is_found_where_it_stands_now()
    {
        var cited = Find("Un. Deux. Trois.", "Zéro. Un. Trois. Deux.");
        cited.At(2).ShouldBe([1]);
        cited.At(4).ShouldBe([2]);
        cited.At(3).ShouldBe([3]);
        cited.At(1).ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_that_is_gone_is_shown_where_it_stood()
    {
        var cited = Find("Un. Deux. Trois.", "Un. Trois.");
        cited.GoneAfter(1).ShouldBe([(2, "Deux.")]);
        cited.At(2).ShouldBe([3]);
    }

    [Fact]
    public void Equal_sentences_are_taken_in_order()
    {
        var cited = Find("Oui. Non. Oui.", "Oui. Peut-être. Oui.");
        cited.At(1).ShouldBe([1]);
        cited.At(3).ShouldBe([3]);
    }

    [Property(MaxTest = 500)]
    public Property Every_cited_sentence_is_in_one_place_with_its_own_text() => Prop.ForAll(Texts, Texts, (earlier, now) =>
    {
        var old = TestCorpus.Make("a", TextLanguage.French, "T", earlier);
        var shown = TestCorpus.Make("a", TextLanguage.French, "T", now);
        var cited = Find(earlier, now);
        var found = shown.Sentences.SelectMany(s => cited.At(s.Number).Select(number => (number, Text: shown.SentenceText(s.Number))));
        var gone = Enumerable.Range(0, shown.Sentences.Count + 1).SelectMany(cited.GoneAfter).Select(g => (g.Number, g.Text)).ToList();
        gone.ShouldAllBe(g => shown.Sentences.All(s => shown.SentenceText(s.Number) != g.Text));
        found.Concat(gone).OrderBy(x => x.Item1).ShouldBe(old.Sentences.Select(s => (s.Number, old.SentenceText(s.Number))));
    });

    private static Arbitrary<string> Texts =>
        Gen.Elements("Un mot.", "Deux mots.", "Trois mots.", "Quatre mots.", "Cinq mots.").NonEmptyListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();

    private static CitedSentences Find(string earlier, string now)
    {
        var old = TestCorpus.Make("a", TextLanguage.French, "T", earlier);
        return CitedSentences.Find(new ArticleText(old.Text, [.. old.Sentences.Select(s => (s.Start, s.Length))]), TestCorpus.Make("a", TextLanguage.French, "T", now));
    }
}
