using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

/// <summary>Words that name particular persons, bodies, things and deeds.</summary>
public sealed class ParticularsTests
{
    private static readonly Linguistics Shared = Linguistics.Shared;

    [Theory]
    [InlineData("ministre", TextLanguage.French, false, true)]
    [InlineData("companies", TextLanguage.English, false, true)]
    [InlineData("étapes", TextLanguage.French, false, false)]
    [InlineData("étapes", TextLanguage.French, true, true)]
    [InlineData("espoir", TextLanguage.French, true, false)]
    [InlineData("slept", TextLanguage.English, false, true)]
    [InlineData("alive", TextLanguage.English, false, true)]
    // Goods, or made; behind "which" the noun alone.
    [InlineData("produits", TextLanguage.French, false, false)]
    [InlineData("produits", TextLanguage.French, true, true)]
    // A loan, or ready.
    [InlineData("ready", TextLanguage.English, false, false)]
    // Trade as much as a firm.
    [InlineData("business", TextLanguage.English, true, false)]
    public void A_word_is_particular_anywhere_or_where_it_is_asked_for(string word, TextLanguage language, bool isAskedFor, bool isParticular) =>
        Shared.Particulars.Contains(Shared.Terms.Extract(word, language).ShouldHaveSingleItem(), isAskedFor).ShouldBe(isParticular);

    [Theory]
    [InlineData("any\tministre | nulle chose", "particulars.tsv:1: 'nulle chose' is no noun, verb, adjective, adverb or expression of lexicon.tsv.")]
    [InlineData("# comment\nalways\tministre", "particulars.tsv:2: 'always' is neither any nor asked.")]
    [InlineData("ministre", "particulars.tsv:1: 1 columns, not 2.")]
    public void A_line_of_another_form_is_refused_with_what_and_where(string lines, string message) =>
        Should.Throw<InvalidDataException>(() => Particulars.Read(new StringReader(lines), Shared.Lexicon)).Message.ShouldBe(message);
}
