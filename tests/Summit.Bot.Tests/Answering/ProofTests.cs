using Summit.Bot.Answering;

namespace Summit.Bot.Tests.Answering;

/// <summary>What an article is near to is not yet told by it; the same asked of what it tells is answered.</summary>
public sealed class ProofTests : IDisposable
{
    private readonly TestCorpus _shipped = TestCorpus.Shipped();

    [Theory]
    [InlineData("Which hotel did Kim stay at?")]
    [InlineData("La femme de Kim l'accompagnait-elle ?")]
    [InlineData("Did Kim arrive on his armoured train?")]
    [InlineData("Le Japon a-t-il réagi au sommet ?")]
    [InlineData("Has Japan commented on the meeting?")]
    [InlineData("How many bodyguards came with Kim?")]
    [InlineData("What was Kim wearing when he met Putin?")]
    [InlineData("Qu'ont mangé Kim et Poutine pendant le sommet ?")]
    [InlineData("Which Russian companies are accused of dodging the sanctions?")]
    [InlineData("Quels ministres accompagnaient Kim ?")]
    [InlineData("What are the steps of the roadmap defined by China and Russia?")]
    [InlineData("Does Russia have an embassy in Pyongyang?")]
    [InlineData("Poutine portait-il une cravate ?")]
    [InlineData("Which building were the talks held in?")]
    [InlineData("Quand Poutine ira-t-il à son tour à Pyongyang ?")]
    [InlineData("When will Putin travel to Pyongyang?")]
    [InlineData("À combien s'élève le commerce entre les deux pays ?")]
    [InlineData("What exactly are these positive trends?")]
    [InlineData("Did Donald Trump phone Putin?")]
    public void What_is_not_told_is_refused(string question) => _shipped.Ask(question).ShouldBeOfType<NotFound>();

    [Theory]
    [InlineData("Which Russian city hosted the talks?", 1)]
    [InlineData("La feuille de route a-t-elle été définie par le Japon ?", 19)]
    [InlineData("Did South Korea define the roadmap?", 19)]
    [InlineData("Comment s'apelle le chef de la Corée du Nord ?", 1)]
    [InlineData("Dans quelle ville ont-ils discuté ?", 1)]
    [InlineData("Did China have a hand in the plan?", 19)]
    [InlineData("Les entretiens déboucheront-ils sur une déclaration conjointe ?", 10)]
    [InlineData("Avec quelle capitale la Corée du Nord doit-elle resserrer ses liens ?", 12)]
    [InlineData("Did Putin meet Kim's uncle twenty years ago?", 11)]
    [InlineData("De quoi Poutine se dit-il « sûr » ?", 15)]
    [InlineData("Quel endroit, au large, accueillait les pourparlers ?", 2)]
    [InlineData("Bonjour, un texte a-t-il été signé ?", 10)]
    [InlineData("vont-ils publier une déclaration conjointe une fois les discussions finies", 10)]
    [InlineData("Why shouldn't we expect a joint statement?", 10)]
    [InlineData("Kim and Putin: what did each of them say about the Korean peninsula?", 6)]
    public void What_is_told_is_answered(string question, int sentence) => _shipped.Ask(question).ShouldBeOfType<Grounded>().Shown.ShouldContain(citation => citation.Sentence == sentence);

    public void Dispose() => _shipped.Dispose();
}
