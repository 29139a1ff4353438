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
}
