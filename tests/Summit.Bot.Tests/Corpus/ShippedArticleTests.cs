using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Corpus;

public sealed class ShippedArticleTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The same name in both languages; it stands in a sentence and in its translation, or in neither.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "Kim Jong-un", "Kim Jong-un" }, { "Poutine", "Putin" }, { "Vladivostok", "Vladivostok" }, { "Moscou", "Moscow" },
        { "Pyongyang", "Pyongyang" }, { "Washington", "Washington" }, { "Trump", "Trump" }, { "Chine", "China" }, { "Russie", "Russia" },
        { "Corée du Nord", "North Korea" }, { "États-Unis", "United States" }, { "Rousski", "Russky" }, { "Guerre froide", "Cold War" },
    };

    /// <summary>Reads the articles from where the build put them beside the bot.</summary>
    public static CorpusLoadResult Load()
    {
        var file = Directory.GetFiles(AppContext.BaseDirectory, "kim-poutine-vladivostok-2019.fr.md", SearchOption.AllDirectories);
        return CorpusLoader.Load(Path.GetDirectoryName(file.ShouldHaveSingleItem())!);
    }

    [Fact]
    public void It_is_one_article_of_20_sentences_with_a_translation_and_nothing_is_refused()
    {
        var result = Load();

        result.Refusals.ShouldBeEmpty();
        var article = result.Articles.ShouldHaveSingleItem();
        article.Id.ShouldBe("kim-poutine-vladivostok-2019");
        article.Version.ShouldMatch("^[0-9a-f]{16}$");
        article.Language.ShouldBe(TextLanguage.French);
        article.Published.ShouldBe(new DateOnly(2019, 4, 25));
        article.Sentences.Count.ShouldBe(20);
        article.Sentences[^1].Paragraph.ShouldBe(10);
        article.SentenceText(2).ShouldBe("C’est dans le cadre d’un sommet sur l’île Rousski.");
        article.SentenceText(16).ShouldBe("Sur le plan bilatéral, nous avons beaucoup à faire pour développer nos relations économiques« .");
        article.Translation!.Language.ShouldBe(TextLanguage.English);
        article.Translation.Sentences.Count.ShouldBe(20);
    }

    /// <summary>The hash of the text as it was collected, without white space around it: no one corrects a source unnoticed.</summary>
    [Fact]
    public void Its_text_is_the_source_to_the_byte() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Article().Text)))
            .ShouldBe("c11d5ec5a3587ac0b3734351ce7b0eaf285d08c503cfd15a21bb5f0df878795a");

    [Fact]
    public void Figures_are_the_same_in_every_sentence_and_its_translation()
    {
        foreach (var (original, translated) in Pairs())
            Figures(translated).ShouldBe(Figures(original), $"{original} / {translated}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_stands_in_a_sentence_and_its_translation_or_in_neither(string french, string english)
    {
        Pairs().ShouldContain(pair => Holds(pair.Original, french));
        foreach (var (original, translated) in Pairs())
            Holds(translated, english).ShouldBe(Holds(original, french), $"{french} / {english}: {original} / {translated}");
    }

    private static Article Article() => Load().Articles.ShouldHaveSingleItem();

    private static IEnumerable<(string Original, string Translated)> Pairs()
    {
        var article = Article();
        return article.Sentences.Select(s => (article.SentenceText(s.Number), article.Translation!.Sentences[s.Number - 1]));
    }

    private static IEnumerable<string> Figures(string text) => Regex.Matches(text, "[0-9]+", RegexOptions.None, Limit).Select(m => m.Value);

    private static bool Holds(string text, string name) =>
        Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.IgnoreCase, Limit);
}
