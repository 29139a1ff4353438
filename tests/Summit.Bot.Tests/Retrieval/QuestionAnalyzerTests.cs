using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class QuestionAnalyzerTests
{
    private static readonly QuestionAnalyzer Questions =
        new(Linguistics.Shared, new LeaderResolver(Linguistics.Shared), new SpeechReader(Linguistics.Shared));

    [Theory]
    [InlineData("Quand le maire a-t-il démissionné ?", AnswerTypes.Date)]
    [InlineData("quel jour la grève commence", AnswerTypes.Date)]
    [InlineData("C'était le combien, la grève ?", AnswerTypes.Date)]
    [InlineData("Y a-t-il eu une époque où l'usine tournait ?", AnswerTypes.YesNo)]
    [InlineData("Où se trouve l'usine ?", AnswerTypes.Place)]
    [InlineData("ou se trouve l usine", AnswerTypes.Place)]
    [InlineData("Où et quand l'usine a-t-elle ouvert ?", AnswerTypes.Place | AnswerTypes.Date)]
    [InlineData("Qui a remercié les pompiers ?", AnswerTypes.Person)]
    [InlineData("Combien d'habitants ont été évacués ?", AnswerTypes.Number)]
    [InlineData("Combien de temps la grève a-t-elle duré ?", AnswerTypes.Duration)]
    [InlineData("À quelle heure part le train ?", AnswerTypes.TimeOfDay)]
    [InlineData("Pourquoi les cheminots font-ils grève ?", AnswerTypes.Reason)]
    [InlineData("Qu'a déclaré le syndicat ?", AnswerTypes.Speech)]
    [InlineData("Le maire a-t-il démissionné ?", AnswerTypes.YesNo)]
    [InlineData("Est-ce que les écoles sont fermées ?", AnswerTypes.YesNo)]
    [InlineData("Quel pays a gagné la coupe ?", AnswerTypes.Person)]
    [InlineData("Dans quel pays la coupe a-t-elle lieu ?", AnswerTypes.Place)]
    [InlineData("Qu'est-ce qui a été inondé ?", AnswerTypes.Open)]
    [InlineData("La digue, c'est qui qui l'a construite ?", AnswerTypes.Person)]
    [InlineData("À combien d'années remonte la grève ?", AnswerTypes.Date)]
    [InlineData("Le syndicat, il est censé obtenir quoi de la direction ?", AnswerTypes.Open)]
    [InlineData("La grève fut-elle longue ?", AnswerTypes.YesNo)]
    [InlineData("Au nom de quoi les cheminots font-ils grève ?", AnswerTypes.Reason)]
    [InlineData("C'est quel train qui est en panne ?", AnswerTypes.Open)]
    public void French_questions_say_what_they_ask_for(string text, AnswerTypes types) =>
        Questions.Analyze(text, TextLanguage.French).ShouldHaveSingleItem().Types.ShouldBe(types);

    [Theory]
    [InlineData("When did the mayor resign?", AnswerTypes.Date)]
    [InlineData("how long ago did they meet", AnswerTypes.Date)]
    [InlineData("Where is the factory?", AnswerTypes.Place)]
    [InlineData("Where does the mayor see room for growth?", AnswerTypes.Open)]
    [InlineData("Where did the mayor see the president?", AnswerTypes.Place)]
    [InlineData("Who thanked the firefighters?", AnswerTypes.Person)]
    [InlineData("How many people were evacuated?", AnswerTypes.Number)]
    [InlineData("How long did the strike last?", AnswerTypes.Duration)]
    [InlineData("What time does the train leave?", AnswerTypes.TimeOfDay)]
    [InlineData("Why are they on strike?", AnswerTypes.Reason)]
    [InlineData("What is the state of the negotiations?", AnswerTypes.Open)]
    [InlineData("What did the union say?", AnswerTypes.Speech)]
    [InlineData("Did the mayor resign?", AnswerTypes.YesNo)]
    [InlineData("The schools are closed, right?", AnswerTypes.YesNo)]
    [InlineData("What did they exchange when they met?", AnswerTypes.Open)]
    [InlineData("What did the unions come together for?", AnswerTypes.Reason)]
    public void English_questions_say_what_they_ask_for(string text, AnswerTypes types) =>
        Questions.Analyze(text, TextLanguage.English).ShouldHaveSingleItem().Types.ShouldBe(types);

    [Theory]
    [InlineData("Qui a gagné le match et pourquoi le gardien a-t-il été exclu ?", TextLanguage.French, 2)]
    [InlineData("Where is the factory and how many people work there?", TextLanguage.English, 2)]
    [InlineData("Que disent le maire et le préfet ?", TextLanguage.French, 1)]
    [InlineData("Où et quand ?", TextLanguage.French, 1)]
    [InlineData("Quelle est la date du match, et un entraîneur est-il prévu ?", TextLanguage.French, 2)]
    public void A_question_has_as_many_clauses_as_it_asks_things(string text, TextLanguage language, int clauses) =>
        Questions.Analyze(text, language).Count.ShouldBe(clauses);

    [Theory]
    [InlineData("Comment la délégation est-elle venue à Vladivostok ?", TextLanguage.French, true)]
    [InlineData("Par quel moyen de transport la délégation est-elle venue ?", TextLanguage.French, true)]
    [InlineData("Comment le général est-il arrivé au pouvoir ?", TextLanguage.French, false)]
    [InlineData("how did the delegation get to vladivostok", TextLanguage.English, true)]
    [InlineData("How did the delegation travel to the summit?", TextLanguage.English, true)]
    [InlineData("How did the singers get back together?", TextLanguage.English, false)]
    [InlineData("How did she come to lead the talks?", TextLanguage.English, false)]
    public void How_somebody_came_somewhere_asks_for_a_means_of_transport(string text, TextLanguage language, bool asks) =>
        Questions.Analyze(text, language).ShouldHaveSingleItem().Asks(QuestionTurns.Transport).ShouldBe(asks);

    [Theory]
    [InlineData("Quel rôle jouent les journalistes dans la tension ?", "jouent", false)]
    [InlineData("Quel rôle jouent les joueurs dans la tension ?", "joueurs", true)]
    [InlineData("Quel rôle jouent les journalistes dans la tension ?", "tension", true)]
    [InlineData("Sur quel sujet le ministre portugais doit-il parler ?", "portugais", true)]
    [InlineData("Le ministre a-t-il invité le maire ?", "invite", true)]
    [InlineData("Que pense le ministre de son invité ?", "invite", false)]
    public void Words_that_are_part_of_how_it_is_asked_are_no_content(string text, string word, bool isContent) =>
        Questions.Analyze(text, TextLanguage.French).ShouldHaveSingleItem().Terms.Any(term => term.IsContent && term.Term.Folded.Contains(word, StringComparison.Ordinal)).ShouldBe(isContent);

    [Theory]
    [InlineData("How many were evacuated in the Marlow flood?", TextLanguage.English, "flood", true)]
    [InlineData("Who was acquitted in the Marlow trial?", TextLanguage.English, "acquitted", false)]
    [InlineData("Qui a été acquitté dans l'affaire Marlow ?", TextLanguage.French, "Marlow", true)]
    [InlineData("Que publieront-ils une fois les discussions finies ?", TextLanguage.French, "discussions", true)]
    public void The_event_that_it_is_about_is_a_circumstance(string text, TextLanguage language, string word, bool isCircumstance) =>
        Questions.Analyze(text, language).ShouldHaveSingleItem().Terms.First(term => term.Written == word).IsCircumstance.ShouldBe(isCircumstance);

    [Theory]
    [InlineData("In what month and year did they meet?", TextLanguage.English, "year")]
    [InlineData("En quel mois et quelle année se sont-ils vus ?", TextLanguage.French, "année")]
    public void Both_that_are_asked_for_are_no_content(string text, TextLanguage language, string word) =>
        Questions.Analyze(text, language).SelectMany(clause => clause.Terms).Where(term => term.Written == word).ShouldAllBe(term => !term.IsContent);

    [Fact]
    public void The_first_clause_lends_its_names_to_the_second()
    {
        var second = Questions.Analyze("Quand Kim Jong-un est-il arrivé et où a-t-il dormi ?", TextLanguage.French)[1];
        second.Terms.ShouldContain(term => term.Term.Folded == "kim jong un" && !term.IsContent);
    }

    [Theory]
    [InlineData("Au fond, le maire a-t-il démissionné ?", "maire", "démissionné")]
    [InlineData("Si je comprends bien, le maire a démissionné, c'est ça ?", "maire", "démissionné")]
    [InlineData("Le maire va démissionner, tu crois ?", "maire", "démissionner")]
    [InlineData("If I understand correctly, the mayor resigned?", "mayor", "resigned")]
    [InlineData("Did the mayor, deep down, resign?", "mayor", "resign")]
    [InlineData("The mayor resigned, is there a line on that?", "mayor", "resigned")]
    [InlineData("My sister says that the mayor resigned, is she right?", "mayor", "resigned")]
    [InlineData("Any idea why the mayor resigned?", "mayor", "resigned")]
    [InlineData("Qu'est-ce qui pousse le maire à démissionner ?", "maire", "démissionner")]
    [InlineData("Where did the mayor choose to resign?", "mayor", "resign")]
    public void What_is_said_around_a_question_is_no_topic(string text, params string[] topics)
    {
        var language = text.Contains("mayor", StringComparison.Ordinal) ? TextLanguage.English : TextLanguage.French;
        Questions.Analyze(text, language).ShouldHaveSingleItem().Terms.Where(term => term.IsContent).Select(term => term.Written).ShouldBe(topics);
    }

    [Theory]
    [InlineData("Le syndicat veut quoi, et le maire il dit quoi de la grève ?", 2)]
    [InlineData("Où est-ce que ça se passe, et est-ce que les écoles sont fermées ?", 2)]
    [InlineData("Who thanked the firefighters, and, oh yeah, when did the mayor resign?", 2)]
    [InlineData("Le maire et le préfet, ils veulent quoi ?", 1)]
    public void Two_questions_are_two_clauses(string text, int clauses) =>
        Questions.Analyze(text, text.Contains("mayor", StringComparison.Ordinal) ? TextLanguage.English : TextLanguage.French).Count.ShouldBe(clauses);
}
