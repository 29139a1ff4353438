using Summit.Bot.Answering;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

/// <summary>Who is named only to say whose relative somebody is.</summary>
public sealed class KinshipTests
{
    [Theory]
    [InlineData("Poutine avait déjà rencontré le père de Kim Jong-un.", TextLanguage.French, "kim jong un")]
    [InlineData("La sœur d'Obama a parlé à Merkel.", TextLanguage.French, "obama")]
    [InlineData("Putin had met Merkel's late father.", TextLanguage.English, "merkel")]
    [InlineData("Merkel's father met Merkel.", TextLanguage.English, "")]
    [InlineData("Putin met Merkel in Moscow.", TextLanguage.English, "")]
    public void Owners_of_relatives_are_found(string text, TextLanguage language, string owners) =>
        string.Join(' ', Kinship.OwnersIn(text, Linguistics.Shared.Terms.Extract(text, language)).Select(owner => owner.Folded)).ShouldBe(owners);

    [Theory]
    [InlineData("Poutine avait-il vu le père de Kim ?")]
    [InlineData("Did Putin meet an elder Kim?")]
    [InlineData("Poutine a-t-il déjà rencontré un Kim ?")]
    [InlineData("Does he know anybody of the family?")]
    public void Relatives_may_be_meant(string question) => Kinship.IsIn(question).ShouldBeTrue();

    [Fact]
    public void Who_met_before_is_not_told_by_whose_father_was_met()
    {
        Kinship.IsIn("Did Kim and Putin know each other from a previous meeting?").ShouldBeFalse();
        using var corpus = TestCorpus.Shipped();
        corpus.Ask("Kim et Poutine s'étaient-ils déjà rencontrés avant ?").ShouldBeOfType<Grounded>().Shown.ShouldAllBe(citation => citation.Sentence == 4 || citation.Sentence == 1);
    }
}
