using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Conversations;

/// <summary>The rules by which follow-ups are completed, on matters far from those of the shipped article.</summary>
public sealed class FollowUpStepsTests
{
    private static readonly QuestionReader Reader = new(Linguistics.Shared);

    private static readonly FollowUps FollowUps = new(Linguistics.Shared);

    [Theory]
    [InlineData("Où le maire a-t-il inauguré le pont ?", "Et pourquoi ?", "Pourquoi le maire a-t-il inauguré le pont ?")]
    [InlineData("Où le maire a-t-il inauguré le pont ?", "C'était quand ?", "Quand le maire a-t-il inauguré le pont ?")]
    [InlineData("Où le maire a-t-il inauguré le pont ?", "À quelle heure exactement ?", "À quelle heure le maire a-t-il inauguré le pont ?")]
    [InlineData("Est-ce que les ouvriers sont en grève ?", "Depuis quand ?", "Depuis quand les ouvriers sont en grève ?")]
    [InlineData("Est-ce que Macron négocie un traité ?", "Avec qui ?", "Avec qui Macron négocie un traité ?")]
    [InlineData("C'est où que le satellite a décollé ?", "Et quel jour ?", "Quel jour le satellite a décollé ?")]
    [InlineData("Le musée a rouvert quand ?", "Pourquoi ?", "Pourquoi le musée a rouvert ?")]
    [InlineData("Le procès a lieu dans quel pays ?", "Dans quelle ville ?", "Dans quelle ville le procès a lieu ?")]
    [InlineData("Qui a racheté l'usine ?", "Quand ça ?", "Quand est-ce que quelqu'un a racheté l'usine ?")]
    [InlineData("Quel joueur a quitté le club ?", "Pourquoi ?", "Pourquoi est-ce que le joueur a quitté le club ?")]
    [InlineData("Where was the treaty signed?", "When was that?", "When was the treaty signed ?")]
    [InlineData("On which day of the week was the treaty signed?", "In what year?", "In what year was the treaty signed ?")]
    [InlineData("Where was the treaty signed?", "Why so?", "Why was the treaty signed ?")]
    [InlineData("Is Macron negotiating a treaty?", "Who with?", "With whom is Macron negotiating a treaty ?")]
    [InlineData("Is Macron negotiating a treaty?", "With whom?", "With whom is Macron negotiating a treaty ?")]
    [InlineData("Is the museum closed?", "Since when?", "Since when is the museum closed ?")]
    [InlineData("Is the museum closed?", "How come?", "Why is the museum closed ?")]
    [InlineData("Did the rocket explode?", "Where exactly?", "Where did the rocket explode ?")]
    [InlineData("Did the rocket explode?", "What for?", "Why did the rocket explode ?")]
    [InlineData("Did the rocket explode?", "Ok, thanks. And how long ago?", "How long ago did the rocket explode ?")]
    [InlineData("What did Merkel complain about?", "When?", "When did Merkel complain ?")]
    [InlineData("Who won the election?", "When?", "When was it that someone won the election ?")]
    [InlineData("Which player is leaving the club?", "Why?", "Why is the player leaving the club ?")]
    [InlineData("Which treaty did Macron sign?", "Where?", "Where did Macron sign (the treaty) ?")]
    [InlineData("Pourquoi la grève continue-t-elle ?", "Since when?", "Depuis quand la grève continue-t-elle ?")]
    [InlineData("Why was the flight cancelled?", "Why's that?", "Why was the flight cancelled ?")]
    [InlineData("Hi! Where was the treaty signed?", "When was that one?", "When was the treaty signed ?")]
    [InlineData("Bonjour, où le maire a-t-il inauguré le pont ?", "Tant pis. Et c'était quel jour déjà ?", "Quel jour le maire a-t-il inauguré le pont ?")]
    [InlineData("Macron avait-il déjà vu Merkel ?", "Ça fait combien de temps ?", "Il y a combien de temps Macron avait-il déjà vu Merkel ?")]
    [InlineData("La France et l'Italie étaient-elles alliées ?", "À quelle époque ?", "À quelle époque la France et l'Italie étaient-elles alliées ?")]
    [InlineData("Où Macron a-t-il vu Merkel ?", "Quel était le but ?", "Pourquoi Macron a-t-il vu Merkel ?")]
    [InlineData("Where did Macron meet Merkel?", "So what was the point of it, then?", "Why did Macron meet Merkel ?")]
    [InlineData("Pourquoi le sommet de Genève a-t-il échoué ?", "Quel était le but ?", "Quel est le but du sommet de Genève ?")]
    [InlineData("Pourquoi le sommet de Genève a-t-il échoué ?", "Et c'est pour faire quoi ?", "Quel est le but du sommet de Genève ?")]
    [InlineData("Le maire y est resté combien de jours ?", "Pourquoi ?", "Pourquoi le maire y est resté ?")]
    [InlineData("Where exactly is the statue?", "no i meant which city", "In which city exactly is the statue ?")]
    [InlineData("Who spoke at the conference?", "What's the exact date again?", "On which date did the conference take place?")]
    [InlineData("Macron avait-il déjà vu Merkel ?", "ca fait combien de temps", "Il y a combien de temps Macron avait-il déjà vu Merkel ?")]
    [InlineData("Will a treaty be signed at the conference?", "So what's it for, then?", "What is the purpose of the conference?")]
    [InlineData("Who spoke at the conference?", "The city?", "In which city did the conference take place?")]
    [InlineData("Qui a parlé à la conférence ?", "La ville, c'est laquelle ?", "Dans quelle ville a eu lieu la conférence ?")]
    [InlineData("Does Macron want to talk with Merkel?", "Along what lines?", "Along what lines does Macron want to talk with Merkel ?")]
    [InlineData("Is Macron negotiating?", "About what?", "About what is Macron negotiating ?")]
    [InlineData("Why was the flight cancelled?", "Et à quelle heure ?", "At what time was the flight cancelled ?")]
    public void Another_question_word_asks_the_last_question_with_it(string last, string question, string expected) => Completed(last, question).ShouldBe(expected);

    [Theory]
    // Persons and states.
    [InlineData("Que pense Macron de l'accord ?", "Et Merkel ?", "Que pense Merkel de l'accord ?")]
    [InlineData("What did Macron promise Merkel?", "And Merkel?", "What did Merkel promise Macron?")]
    [InlineData("Que disent Macron et Merkel ?", "Et Merkel ?", "Que dit Merkel ?")]
    [InlineData("Que pense Macron de l'accord ?", "selon Merkel ?", "Que pense Merkel de l'accord ?")]
    [InlineData("What does Italy want?", "And the Germans?", "What do the Germans want?")]
    [InlineData("Que veut l'Italie ?", "Et les Allemands ?", "Que veulent les Allemands ?")]
    [InlineData("Que veut l'Italie ?", "Et du côté allemand ?", "Que veut le côté allemand ?")]
    [InlineData("Que cherche Macron ?", "What about Putin?", "Que cherche Vladimir Poutine ?")]
    // Someone who is named by another.
    [InlineData("Where was Macron born?", "And his father?", "Where was Macron's father born?")]
    [InlineData("Où est née Angela Merkel ?", "Et sa mère ?", "Où est née la mère d'Angela Merkel ?")]
    [InlineData("Que propose Macron ?", "Et son homologue ?", "Que propose l'homologue de Macron ?")]
    // The same of another.
    [InlineData("Does Macron like the treaty?", "Merkel as well?", "Does Merkel like the treaty?")]
    [InlineData("What does Macron want?", "Does Merkel want the same thing?", "What does Merkel want?")]
    [InlineData("Que veut Macron ?", "Et Merkel veut la même chose ?", "Que veut Merkel ?")]
    [InlineData("Macron est-il content ?", "Merkel aussi ?", "Merkel est-il content ?")]
    [InlineData("What does Macron want?", "And Merkel, for her part?", "What does Merkel want?")]
    [InlineData("Quelle est la position de la Chine ?", "Et celle des Allemands ?", "Quelle est la position des Allemands ?")]
    // Matters.
    [InlineData("Will they sign something?", "Not even a treaty?", "Will they sign a treaty ?")]
    [InlineData("Vont-ils signer quelque chose ?", "Ni même un traité ?", "Vont-ils signer un traité ?")]
    [InlineData("Qu'a dit Macron sur la grève ?", "Et les retraites ?", "Qu'a dit Macron sur les retraites ?")]
    [InlineData("What did Macron say about the strike?", "And pensions?", "What did Macron say about pensions?")]
    [InlineData("Qu'a dit Macron sur la grève ?", "Et sur les retraites ?", "Qu'a dit Macron sur les retraites ?")]
    [InlineData("Y aura-t-il un procès ?", "Et une amende ?", "Y aura-t-il une amende ?")]
    [InlineData("Will there be a trial?", "Not even a fine?", "Will there be a fine?")]
    [InlineData("Why did Macron meet Merkel?", "And the sanctions?", "What about the sanctions (Macron) ?")]
    [InlineData("Pourquoi Macron a-t-il rencontré Merkel ?", "Et l'économie ?", "Qu'en est-il de l'économie (Macron) ?")]
    [InlineData("What did Macron say?", "And about the strike?", "What did Macron say about the strike ?")]
    [InlineData("In which country was the statue found?", "And the city?", "In which city was the statue found ?")]
    [InlineData("Pourquoi l'usine a-t-elle fermé ?", "Et la Chine dans tout ça ?", "Qu'en est-il de la Chine ?")]
    public void Another_name_or_matter_takes_the_place_of_its_like(string last, string question, string expected) => Completed(last, question).ShouldBe(expected);

    [Theory]
    [InlineData("What did Macron promise Merkel?", "Did he keep his promise?", "Did he keep his promise (Macron) ?")]
    [InlineData("Pourquoi Macron a-t-il appelé Merkel ?", "Va-t-il accepter ?", "Va-t-il accepter (Macron) ?")]
    [InlineData("Why did Macron meet Merkel?", "Did they sign anything?", "Did they sign anything (Macron, Merkel) ?")]
    [InlineData("Pourquoi Macron a-t-il rencontré Merkel ?", "Ont-ils signé quelque chose ?", "Ont-ils signé quelque chose (Macron, Merkel) ?")]
    [InlineData("Who wrote the report?", "Who paid for it?", "Who paid for it (the report) ?")]
    [InlineData("Qui a écrit le rapport ?", "Que dit-il ?", "Que dit-il (le rapport) ?")]
    [InlineData("Qui a rédigé la charte ?", "À quoi sert-elle ?", "À quoi sert-elle (la charte) ?")]
    [InlineData("Has Italy asked for the tariffs to be lifted?", "What does Germany say about them?", "What does Germany say about them (the tariffs) ?")]
    [InlineData("Will Macron be happy about this verdict?", "Has he said anything about it?", "Has he said anything about it (Macron, the verdict) ?")]
    [InlineData("Why did the strike begin?", "What does Macron think about that?", "What does Macron think about that (the strike) ?")]
    [InlineData("Pourquoi la grève a-t-elle commencé ?", "Et Macron, il en pense quoi ?", "Macron, il en pense quoi (la grève) ?")]
    [InlineData("How is Germany reacting to the crisis?", "What is it accused of?", "What is it accused of (Germany) ?")]
    [InlineData("De quoi la Chine accuse-t-elle l'Italie ?", "Et les Allemands, ils lui reprochent quoi ?", "Les Allemands, ils lui reprochent quoi (la Chine) ?")]
    [InlineData("Was the meeting in Geneva?", "How many people live there?", "How many people live there (Geneva) ?")]
    [InlineData("Le procès a-t-il lieu à Genève ?", "Combien de gens y habitent ?", "Combien de gens y habitent (Genève) ?")]
    [InlineData("Where was Macron born?", "Quel âge a-t-il ?", "Quel âge a-t-il (Emmanuel Macron) ?")]
    [InlineData("De quoi Macron parle-t-il avec Merkel ?", "Et cette dernière, que dit-elle ?", "Merkel, que dit-elle ?")]
    [InlineData("What does Macron want from Merkel?", "And what does the latter say?", "What does Merkel say?")]
    [InlineData("Que dit Macron de la grève ?", "Il a dit quoi dessus ?", "Il a dit quoi dessus (Macron, la grève) ?")]
    [InlineData("Que veut la Chine ?", "son président était invité à Paris ?", "Son président était invité à Paris (la Chine) ?")]
    [InlineData("Did Macron ever meet Merkel's father?", "What was his name?", "What was his name (Merkel's father) ?")]
    [InlineData("Did Macron ever meet Merkel's father?", "And the daughter, had he met her?", "Merkel, had he met her (Macron) ?")]
    public void What_a_pronoun_stands_for_is_said_in_brackets(string last, string question, string expected) => Completed(last, question).ShouldBe(expected);

    [Theory]
    [InlineData("Que propose Macron ?", "Et quoi d'autre ?", "Que propose Macron ?")]
    [InlineData("Que propose Macron ?", "Et ensuite ?", "Que propose Macron ?")]
    [InlineData("Que propose Macron ?", "Plus précisément ?", "Que propose Macron ?")]
    [InlineData("What does Macron propose?", "Anything else?", "What does Macron propose?")]
    [InlineData("What does Macron propose?", "And then?", "What does Macron propose?")]
    [InlineData("What does Macron propose?", "Tell me more", "What does Macron propose?")]
    [InlineData("What did Macron say about the strike?", "What else did he say?", "What else did he say (Macron) ?")]
    public void More_asks_the_same_question_for_something_else(string last, string question, string expected)
    {
        var completed = FollowUps.Complete(Read(question), Read(last));
        completed.Text.ShouldBe(expected);
        completed.AsksMore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("What does Macron want?", "Macron and Merkel disagree about the tariffs.", "And his counterpart?", "What does Merkel want?")]
    [InlineData("What does Macron want?", "Macron and Merkel disagree about the tariffs.", "And the other one, what did she say?", "The other one, what did she say (Merkel) ?")]
    [InlineData("Que veut Macron ?", "Macron et Merkel sont en désaccord.", "Et l'autre ?", "Que veut Merkel ?")]
    [InlineData("Que veut Macron ?", "Macron a félicité le président chinois.", "Et son homologue ?", "Que veut le président chinois ?")]
    [InlineData("What does Macron want?", "Macron congratulated the German chancellor.", "And his counterpart?", "What does the German chancellor want?")]
    [InlineData("What does Macron say about the strike?", "Macron calls it a mistake.", "Did he say more than that?", "What did Macron say?")]
    [InlineData("What does Macron say about the strike?", "Macron calls it a mistake.", "No, I meant Merkel", "What does Merkel say about the strike?")]
    [InlineData("Que dit Macron de la grève ?", "Macron parle d'une erreur.", "Non, je parlais de Merkel", "Que dit Merkel de la grève ?")]
    [InlineData("Who attended the summit?", "Macron attended the summit.", "Where was all this again?", "Where did the summit take place?")]
    [InlineData("Qui était au sommet ?", "Macron était au sommet.", "Ça s'est passé où ?", "Où a eu lieu le sommet ?")]
    [InlineData("Does Macron have tanks?", "Macron has tanks.", "How many does he have?", "How many tanks does he have (Macron) ?")]
    [InlineData("Where did the leaders meet?", "They met in Geneva.", "Is it raining there?", "Is it raining there (Geneva) ?")]
    [InlineData("Qui pourrait se fâcher ?", "La décision pourrait irriter le président américain Barack Obama.", "Que reproche son pays à l'Italie ?", "Que reproche son pays à l'Italie (États-Unis) ?")]
    [InlineData("Who might be angry?", "It may irritate American president Barack Obama.", "What does his country blame Italy for?", "What does his country blame Italy for (United States) ?")]
    [InlineData("Qui a félicité Merkel ?", "Emmanuel Macron l'a félicitée.", "Et qu'est-ce qu'il attend d'elle ?", "Qu'est-ce qu'il attend d'elle (Emmanuel Macron) ?")]
    [InlineData("What does Macron want?", "Macron and Merkel disagree about the tariffs.", "And his host, what did she say?", "His host, what did she say (Merkel) ?")]
    [InlineData("Will a treaty be signed?", "No treaty will be signed at the end of the summit.", "So what does Italy get out of it?", "What does Italy get out of it (the summit) ?")]
    [InlineData("Qui a démissionné ?", "Emmanuel Macron a démissionné.", "Pourquoi a-t-il démissionné ?", "Pourquoi a-t-il démissionné (Emmanuel Macron) ?")]
    public void The_last_answer_tells_what_the_last_question_does_not(string last, string answer, string question, string expected)
    {
        var turn = new ConversationTurn(default, last, Read(last).Language, null, answer);
        FollowUps.Complete(Read(question), [turn]).Text.ShouldBe(expected);
    }

    [Fact]
    public void They_are_those_of_the_last_two_questions()
    {
        ConversationTurn[] turns = [Turn("What does Macron want?"), Turn("What does Merkel want?")];
        FollowUps.Complete(Read("Do they agree?"), turns).Text.ShouldBe("Do they agree (Merkel, Macron) ?");
    }

    [Theory]
    [InlineData("Que propose Macron ?", "Pourquoi Merkel a-t-elle démissionné ?")]
    [InlineData("Que propose Macron ?", "Y a-t-il eu des blessés dans l'accident ?")]
    [InlineData("Que propose Macron ?", "Qui est le président de la France ?")]
    [InlineData("Que propose Macron ?", "Pourquoi l'usine ferme-t-elle ses portes ?")]
    [InlineData("Que propose Macron ?", "Quand Merkel a-t-elle dit qu'elle viendrait ?")]
    [InlineData("Que propose Macron ?", "Quelle est la date du procès et où a-t-il lieu ?")]
    [InlineData("Que propose Macron ?", "Il pleut à Paris ?")]
    [InlineData("Que propose Macron ?", "Il me faut le nom du port")]
    [InlineData("What does Macron propose?", "Why did the factory close its gates?")]
    [InlineData("What does Macron propose?", "Is it true that Merkel resigned?")]
    [InlineData("What does Macron propose?", "Was there a strike in Berlin?")]
    [InlineData("What does Macron propose?", "What did Merkel say when she resigned?")]
    [InlineData("What does Macron propose?", "Who said that Berlin is a city?")]
    [InlineData("What does Macron propose?", "How many people were hurt in the flood?")]
    [InlineData("What does Macron propose?", "Did the players lose their match?")]
    [InlineData("Que propose Macron ?", "Quel temps fait-il aujourd'hui à Paris ?")]
    [InlineData("Que propose Macron ?", "De quoi parle l'accord, s'il te plaît ?")]
    [InlineData("Que propose Macron ?", "Au bout de combien de jours tout le monde pourra-t-il consulter gratuitement les mesures ?")]
    [InlineData("What does Macron propose?", "Was it only last year that Merkel met Obama?")]
    [InlineData("What does Macron propose?", "What is Merkel after in her showdown with Obama?")]
    [InlineData("What does Macron propose?", "Did Merkel keep her promise?")]
    [InlineData("Que propose Macron ?", "Merkel tiendra-t-elle sa promesse ?")]
    [InlineData("Is Macron in favour of the new tariffs?", "Did they shake hands?")]
    [InlineData("What did Macron and Obama decide?", "What did he say?")]
    public void A_new_question_is_not_mixed_up_with_the_last_one(string last, string question)
    {
        var read = Read(question);
        FollowUps.Complete(read, Read(last)).ShouldBe(read);
    }

    [Fact]
    public void When_and_where_are_asked_of_the_event_when_the_last_question_came_to_nothing()
    {
        ConversationTurn[] turns = [Turn("Who spoke at the conference?") with { Cited = [new ToldSentence("a", "v", 1)] }, Turn("Did the army protect them?")];
        FollowUps.Complete(Read("Where was it?"), turns).Text.ShouldBe("Where did the conference take place?");
    }

    [Theory]
    [InlineData("What does Macron say about the strike?", "He said that himself?")]
    [InlineData("Que dit Macron de la grève ?", "Il l'a dit lui-même ?")]
    [InlineData("Que dit Macron de la grève ?", "C'est Macron qui dit ça ?")]
    [InlineData("What is planned after the strike?", "Nothing at all?")]
    [InlineData("Qu'est-ce qui est prévu après la grève ?", "Rien du tout ??")]
    [InlineData("Qu'est-ce qui est prévu après la grève ?", "vraiment rien ?")]
    [InlineData("Qu'est-ce qui est prévu après la grève ?", "rien du tout alors ?")]
    [InlineData("Que dit Macron de la grève ?", "t'es sur ?")]
    [InlineData("Que dit Macron de la grève ?", "certain ?")]
    [InlineData("What is planned after the strike?", "Really? You're sure?")]
    [InlineData("Where did the strike begin?", "sure? I thought it was in Paris")]
    [InlineData("Où a commencé la grève ?", "Je croyais que c'était à Paris")]
    public void Whether_it_is_so_is_asked_of_what_was_told(string last, string question)
    {
        var asked = Read(last);
        FollowUps.Complete(Read(question), [new ConversationTurn(default, last, asked.Language, null, "", [new ToldSentence("strike", "1", 4)])]).Text.ShouldBe(last);
        FollowUps.Complete(Read(question), [new ConversationTurn(default, last, asked.Language, null, "")]).Text.ShouldNotBe(last);
    }

    [Fact]
    public void What_the_conversation_added_stays_added_when_it_is_asked_again() =>
        FollowUps.Complete(Read("sure?"), [new ConversationTurn(default, "Did they shake hands (Macron, Merkel) ?", TextLanguage.English, null, "", [new ToldSentence("strike", "1", 4)])]).HasContext.ShouldBeTrue();

    [Theory]
    [InlineData("Is there an accusation?", "Which one?")]
    [InlineData("Y a-t-il une accusation ?", "Laquelle ?")]
    [InlineData("La rencontre a lieu dans une ville ?", "Laquelle ?")]
    [InlineData("did Macron meet a mayor before", "which one, the old one?")]
    [InlineData("Que dit Macron de la grève ?", "c'est quoi ses mots exacts ?")]
    [InlineData("Que dit Macron de la grève ?", "Ses mots exacts ?")]
    [InlineData("What does Macron say about the strike?", "Got the actual quote?")]
    public void Which_one_and_in_which_words_is_asked_of_what_is_there(string last, string question) => Completed(last, question).ShouldBe(last);

    private static ConversationTurn Turn(string question) => new(default, question, Read(question).Language, null, "");

    private static string Completed(string last, string question) => FollowUps.Complete(Read(question), Read(last)).Text;

    private static Question Read(string text) => Reader.Read(text, asked: null, TextLanguage.French, "c");
}
