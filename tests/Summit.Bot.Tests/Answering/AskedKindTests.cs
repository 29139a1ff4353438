using Summit.Bot.Answering;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Answering;

/// <summary>What a question asks for — who, where, when, how much — is seen in texts whose names and figures nobody has listed.</summary>
public sealed class AskedKindTests
{
    private static readonly QuestionAnalyzer Questions = new(Linguistics.Shared, new LeaderResolver(Linguistics.Shared), new SpeechReader(Linguistics.Shared));

    private static readonly IReadOnlyList<Summit.Bot.Corpus.Article> Articles =
    [
        TestCorpus.Make(
            "barrage", TextLanguage.French, "La rupture du barrage de Morvelle",
            "Le barrage de Morvelle a cédé dans la nuit de mardi à mercredi. Neuf personnes ont été tuées par la vague, qui a emporté deux ponts. "
            + "Le maire, Gaspard Teillou, âgé de 58 ans, a demandé des secours. Quelque 1 300 habitants ont été évacués vers le gymnase Pasteur. "
            + "« Nous avions prévenu la compagnie en janvier », s’est indignée Solveig Arnal, présidente de l’association des riverains. "
            + "Les travaux ont coûté 14 millions d’euros. L’ouvrage avait été bâti en 1931 par l’ingénieur Casimir Roudaut. Il mesurait 42 mètres de haut. "
            + "Le lac s’est vidé en trois heures, ce qui explique la violence de la crue."),
        TestCorpus.Make(
            "mayor", TextLanguage.English, "Tessaly Brook wins the mayoralty of Ormsworth",
            "Architect Tessaly Brook was elected mayor of Ormsworth on Sunday. She will be sworn in on 9 November. "
            + "She took 54 percent of the vote, and the outgoing mayor, Dermot Kyle, 46 percent. Her parents fled to Ormsworth from Brastov in the 1970s. "
            + "Kyle said he would not appeal. Brook travelled to the capital by train on Monday, and her deputy to Brastov by car."),
    ];

    [Theory]
    [InlineData("Qui est le maire de Morvelle ?", "Le maire, Gaspard Teillou")]
    [InlineData("Quel âge a le maire de Morvelle ?", "âgé de 58 ans")]
    [InlineData("Combien de morts a faits la vague à Morvelle ?", "Neuf personnes")]
    [InlineData("Où ont été évacués les habitants de Morvelle ?", "vers le gymnase Pasteur")]
    [InlineData("Qu’a dit Solveig Arnal ?", "Solveig Arnal")]
    [InlineData("Combien ont coûté les travaux du barrage de Morvelle ?", "14 millions")]
    [InlineData("Quand le barrage de Morvelle a-t-il été bâti ?", "en 1931")]
    [InlineData("Quelle hauteur mesurait le barrage de Morvelle ?", "42 mètres")]
    [InlineData("Pourquoi la crue de Morvelle a-t-elle été violente ?", "ce qui explique")]
    [InlineData("Who is Gaspard Teillou?", "Le maire, Gaspard Teillou")]
    [InlineData("How did Tessaly Brook travel to the capital?", "by train")]
    [InlineData("Comment Tessaly Brook s’est-elle rendue dans la capitale ?", "by train")]
    [InlineData("What percentage of the vote did Tessaly Brook take?", "54 percent")]
    [InlineData("Où les parents de Tessaly Brook se sont-ils réfugiés ?", "fled to Ormsworth")]
    public void It_is_seen(string question, string sentence)
    {
        using var corpus = TestCorpus.Of(Articles);
        corpus.Ask(question).ShouldBeOfType<Grounded>().Shown.ShouldContain(citation => citation.Quote.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Quel est le salaire du maire de Morvelle ?")]
    [InlineData("Quel âge a Solveig Arnal ?")]
    [InlineData("How much did Tessaly Brook spend on her campaign?")]
    [InlineData("À quelle heure Tessaly Brook a-t-elle été élue maire d’Ormsworth ?")]
    public void Where_it_is_not_there_nothing_is_answered(string question)
    {
        using var corpus = TestCorpus.Of(Articles);
        corpus.Ask(question).ShouldBeOfType<NotFound>();
    }

    [Theory]
    [InlineData("Qui est le président russe ?", "Vladimir Poutine")]
    [InlineData("Who is the Russian president?", "Vladimir Putin")]
    [InlineData("Qui est le dirigeant nord-coréen ?", "Kim Jong-un")]
    public void Who_bears_a_title_is_somebody_and_no_state(string question, string name)
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask(question).ShouldBeOfType<Grounded>().Statements.ShouldHaveSingleItem().Span.ShouldBe(name);
    }

    [Theory]
    [InlineData("Quand Poutine a-t-il rencontré Kim Jong-il ?")]
    [InlineData("When did Kim Jong-il meet Putin?")]
    public void Somebody_of_the_same_family_is_somebody_else(string question)
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask(question).ShouldBeOfType<NotFound>();
    }

    [Theory]
    [InlineData("Il a 58 ans.", AskedMeasure.Age, "58", true)]
    [InlineData("Il est venu il y a vingt ans.", AskedMeasure.Age, "vingt ans", false)]
    [InlineData("The 23-year-old left.", AskedMeasure.Age, "23", true)]
    [InlineData("Il a payé 30 euros.", AskedMeasure.Money, "30", true)]
    [InlineData("It cost $30.", AskedMeasure.Money, "30", true)]
    [InlineData("Le parc s'étend sur 30 km².", AskedMeasure.Area, "30", true)]
    [InlineData("Les deux pays en ont 30.", AskedMeasure.Area, "30", false)]
    [InlineData("Le train roule à 300 km/h.", AskedMeasure.Speed, "300", true)]
    [InlineData("It was 30 degrees.", AskedMeasure.Temperature, "30", true)]
    [InlineData("Il a livré 30 camions.", AskedMeasure.Money, "30", false)]
    [InlineData("Le mur mesure 30 m de long.", AskedMeasure.Length, "30", true)]
    [InlineData("They got 30 percent.", AskedMeasure.Share, "30", true)]
    [InlineData("The 740-kilogram probe landed.", AskedMeasure.Weight, "740", true)]
    public void A_number_is_of_the_measure_that_stands_beside_it(string text, AskedMeasure measure, string number, bool expected) =>
        Measures.IsOf(measure, text, new EntityMention(MentionKind.Number, text.IndexOf(number, StringComparison.Ordinal), number.Length)).ShouldBe(expected);

    [Theory]
    [InlineData("Quel âge a le maire ?", TextLanguage.French, AskedMeasure.Age)]
    [InlineData("Combien a coûté le pont ?", TextLanguage.French, AskedMeasure.Money)]
    [InlineData("Quel pourcentage des voix a-t-elle eu ?", TextLanguage.French, AskedMeasure.Share)]
    [InlineData("Combien de ponts ont cédé ?", TextLanguage.French, AskedMeasure.None)]
    [InlineData("How far is the lake?", TextLanguage.English, AskedMeasure.Length)]
    [InlineData("How much does the probe weigh?", TextLanguage.English, AskedMeasure.Weight)]
    [InlineData("How many bridges fell?", TextLanguage.English, AskedMeasure.None)]
    public void A_question_says_what_it_wants_a_number_in(string question, TextLanguage language, AskedMeasure expected) =>
        Questions.Analyze(question, language).ShouldHaveSingleItem().Measure.ShouldBe(expected);
}
