using Summit.Bot.Answering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Answering;

/// <summary>What an article does not tell, though it has the words of the question; and the same where an article does tell it.</summary>
public sealed class UntoldTests : IDisposable
{
    private static readonly IReadOnlyList<Article> Articles =
    [
        TestCorpus.Make(
            "visit", TextLanguage.English, "Odell visits Ormsk",
            "The Moldovan president Vera Odell met Ilya Tarn in Ormsk on Tuesday 3 March 2020. "
            + "She spoke Norwegian with the dockers of the port. "
            + "Her father, Otto Odell, built the first quay of the town. "
            + "If the parliament says no, the works will stop for good. "
            + "Last year, the port lost four hundred jobs. "
            + "After the meeting, Vera Odell opened a school in Oslo. "
            + "Ilya Tarn slept in Vienna. "
            + "Ada Fenn led the Norwegian delegation. "
            + "During the ceremony, Tarn thanked the dockers. "
            + "The mood was friendly. "
            + "The port wants new machines, such as cranes and lifts. "
            + "The town helps the poor by selling its old boats."),
    ];

    private readonly TestCorpus _corpus = TestCorpus.Of(Articles);

    [Theory]
    [InlineData("Does Kim speak Russian?")]
    [InlineData("Le dirigeant nord-coréen parle-t-il russe ?")]
    [InlineData("What would happen if the talks failed?")]
    [InlineData("Que se passerait-il si Washington refusait ?")]
    [InlineData("Combien d'accords ont été signés l'an dernier ?")]
    [InlineData("Did Putin call Trump after the talks?")]
    [InlineData("Où Poutine est-il allé après la rencontre ?")]
    [InlineData("What is Kim's father's name?")]
    [InlineData("Comment s'appelle le père de Kim ?")]
    [InlineData("How does Russia answer the American accusations?")]
    [InlineData("Has Kim ever met the Chinese president?")]
    [InlineData("Qui dirige la Chine ?")]
    [InlineData("Where did Putin sleep?")]
    [InlineData("Who paid for Kim's trip?")]
    [InlineData("Poutine a-t-il accepté une invitation à Pyongyang ?")]
    [InlineData("Qui a voté les sanctions contre la Corée du Nord ?")]
    [InlineData("Poutine était-il en retard ?")]
    [InlineData("Were there any protests in the streets of Vladivostok?")]
    [InlineData("Did Kim ask for food aid?")]
    [InlineData("What was on the menu at the banquet?")]
    [InlineData("Does Kim accept the roadmap?")]
    [InlineData("What exactly are these positive trends?")]
    [InlineData("C'est quoi au juste, ces tendances positives ?")]
    [InlineData("Par quels moyens la Russie aide-t-elle Pyongyang à contourner les sanctions ?")]
    [InlineData("Quels produits sont interdits par les sanctions ?")]
    [InlineData("Was Putin late?")]
    [InlineData("Is Kim's father still alive?")]
    [InlineData("Qui a eu l'idée de ce sommet ?")]
    [InlineData("How many time zones does Russia have?")]
    [InlineData("Has China also asked for the lifting of the sanctions?")]
    [InlineData("How many times has Kim met Trump?")]
    [InlineData("Se reverront-ils à Moscou ?")]
    [InlineData("Kim a-t-il répondu en russe ?")]
    [InlineData("Il y a quoi dedans, dans cette feuille de route ?")]
    [InlineData("Who spoke first, Kim or Putin?")]
    [InlineData("Y avait-il un tapis rouge ?")]
    public void What_is_not_told_is_refused(string question)
    {
        using var shipped = TestCorpus.Shipped();
        shipped.Ask(question).ShouldBeOfType<NotFound>();
    }

    [Theory]
    [InlineData("Does Vera Odell speak Norwegian?", 2)]
    [InlineData("What is the name of Vera Odell's father?", 3)]
    [InlineData("What happens if the parliament says no?", 4)]
    [InlineData("How many jobs did the port lose last year?", 5)]
    [InlineData("What did Vera Odell open after the meeting?", 6)]
    [InlineData("Where did Ilya Tarn sleep?", 7)]
    [InlineData("Who leads Moldova?", 1)]
    [InlineData("What is Vera Odell's job?", 1)]
    [InlineData("When did Tarn thank the dockers?", 9)]
    [InlineData("Was the atmosphere friendly?", 10)]
    [InlineData("What exactly are these machines?", 11)]
    [InlineData("How exactly does the town help the poor?", 12)]
    // Who leads what is Norwegian does not lead Norway.
    [InlineData("Who led the Norwegian delegation?", 8)]
    public void What_is_told_is_answered(string question, int sentence) =>
        _corpus.Ask(question).ShouldBeOfType<Grounded>(question).Shown.Select(citation => citation.Sentence).ShouldContain(sentence);

    [Theory]
    [InlineData("Was it only last year that Putin met Kim's father?", 11)]
    [InlineData("Que va-t-il se passer après le sommet ?", 10)]
    [InlineData("Qui dirige la Corée du Nord ?", 4)]
    [InlineData("Ça s'est passé en 2018 ?", 1)]
    [InlineData("Was this on a weekend?", 1)]
    [InlineData("How many summits have the two held before?", 1)]
    [InlineData("C'est où ?", 1)]
    [InlineData("Was it in Moscow or in Vladivostok?", 1)]
    [InlineData("Will the US president be over the moon?", 17)]
    [InlineData("what do the us accuse russia of", 20)]
    [InlineData("Did Putin refuse to shake hands with Kim?", 3)]
    public void Another_time_than_is_asked_may_be_told(string question, int sentence)
    {
        using var shipped = TestCorpus.Shipped();
        shipped.Ask(question).ShouldBeOfType<Grounded>().Shown.Select(citation => citation.Sentence).ShouldContain(sentence);
    }

    public void Dispose() => _corpus.Dispose();
}
