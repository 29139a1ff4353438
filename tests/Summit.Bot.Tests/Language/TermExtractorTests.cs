using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

/// <summary>What a word can stand for.</summary>
public sealed class TermExtractorTests
{
    // "signe" is a sign and "dialogue" a dialogue; "signé" and "dialogué" are forms of verbs.
    [Theory]
    [InlineData("Ils ont signé.", "signé", "signer")]
    [InlineData("Les accords signés.", "signés", "signer")]
    [InlineData("Ils ont dialogué.", "dialogué", "dialoguer")]
    [InlineData("Un signe rare.", "signe", null)]
    [InlineData("Leur dialogue.", "dialogue", null)]
    public void An_accent_tells_a_participle_from_a_noun(string text, string word, string? verb)
    {
        var linguistics = Linguistics.Shared;
        var term = linguistics.Terms.Extract(text, TextLanguage.French).Find(term => text[term.Start..term.End] == word);
        var verbs = term.Concepts.Where(id => id >= 0).Select(id => linguistics.Lexicon.Concepts[id]).Where(concept => concept.Kind == ConceptKind.Verb && concept.French.Any(form => form == (verb ?? word + "r")));
        verbs.Any().ShouldBe(verb is not null);
    }

    [Theory]
    [InlineData("Il en est sûr.", "sûr", true)]
    [InlineData("Il marche sur le pont.", "sur", false)]
    public void A_circumflex_tells_a_word_from_one_of_grammar(string text, string word, bool isContent) =>
        (Of(text, word, TextLanguage.French).Kind == TermKind.Content).ShouldBe(isContent);

    // "Two-faced", "have a say": nothing stands between words that a hyphen joins, and no word of another language.
    [Theory]
    [InlineData("Had these two ever been face to face?", "two")]
    [InlineData("Has the UN said anything?", "UN")]
    public void A_word_is_not_lost_in_an_expression(string text, string word) =>
        Linguistics.Shared.Terms.Extract(text, TextLanguage.English).ConvertAll(term => text[term.Start..term.End]).ShouldContain(word);

    [Theory]
    [InlineData("What are the steps in the plan?", false)]
    [InlineData("The army steps in.", true)]
    public void Behind_an_article_no_verb_of_several_words_begins(string text, bool isExpression) =>
        Linguistics.Shared.Terms.Extract(text, TextLanguage.English).Exists(term => term.IsExpression && term.Folded == "steps in").ShouldBe(isExpression);

    [Theory]
    [InlineData("He praised him for building a strong country.", false)]
    [InlineData("They met in that building.", true)]
    public void A_gerund_before_its_object_is_no_noun(string text, bool isNoun) =>
        Of(text, "building", TextLanguage.English).Concepts.Select(id => Linguistics.Shared.Lexicon.Concepts[id].Kind).Contains(ConceptKind.Noun).ShouldBe(isNoun);

    private static Term Of(string text, string word, TextLanguage language) =>
        Linguistics.Shared.Terms.Extract(text, language).Find(term => text[term.Start..term.End] == word);
}
