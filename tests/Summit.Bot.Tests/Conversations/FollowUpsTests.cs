using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Conversations;

public sealed class FollowUpsTests
{
    private static readonly QuestionReader Reader = new(Linguistics.Shared);

    private static readonly FollowUps FollowUps = new(Linguistics.Shared);

    [Theory]
    // Another question word, in the language of the last question.
    [InlineData("Quand le musée a-t-il ouvert ?", "Et où ça ?", "Où le musée a-t-il ouvert ?")]
    [InlineData("Où est-ce que la reine a signé le traité ?", "Quand ?", "Quand la reine a signé le traité ?")]
    [InlineData("Le pont sera-t-il rénové ?", "Pourquoi ?", "Pourquoi le pont sera-t-il rénové ?")]
    [InlineData("When did the museum open?", "And where?", "Where did the museum open ?")]
    [InlineData("Will the bridge be repaired?", "Why?", "Why will the bridge be repaired ?")]
    [InlineData("Quand le musée a-t-il ouvert ?", "Why?", "Pourquoi le musée a-t-il ouvert ?")]
    [InlineData("When did the museum open?", "Et à quelle heure ?", "At what time did the museum open ?")]
    [InlineData("Que cherche le dirigeant ?", "Pourquoi ça ?", "Pourquoi cherche le dirigeant ?")]
    [InlineData("What is the leader seeking?", "Why?", "Why is the leader seeking ?")]
    // What it asks for, and nothing else.
    [InlineData("Is there much to do in trade?", "Who said so?", "Who said so (is there much to do in trade) ?")]
    [InlineData("Que cherche le dirigeant ?", "À quel sujet ?", "À quel sujet (cherche le dirigeant) ?")]
    // Another name.
    [InlineData("Que veut Angela Merkel ?", "Et Barack Obama ?", "Que veut Barack Obama ?")]
    [InlineData("What does Angela Merkel want?", "What about Barack Obama?", "What does Barack Obama want?")]
    [InlineData("Quelle est la position de la Chine ?", "Et le Japon ?", "Quelle est la position du Japon ?")]
    // A pronoun for the one person who was asked about.
    [InlineData("Where was Angela Merkel born?", "What did she study?", "What did she study (Angela Merkel) ?")]
    [InlineData("Où est né Vladimir Poutine ?", "Qu'a-t-il étudié ?", "Qu'a-t-il étudié (Vladimir Poutine) ?")]
    public void A_question_that_needs_the_last_one_is_completed_by_it(string last, string question, string expected)
    {
        var completed = FollowUps.Complete(Read(question), Read(last));
        completed.Text.ShouldBe(expected);
        completed.IsCompleted.ShouldBeTrue();
        completed.Language.ShouldBe(Read(question).Language);
    }

    [Theory]
    [InlineData("Quand le musée a-t-il ouvert ?", "Où se trouve la gare ?")]
    [InlineData("Quand le musée a-t-il ouvert ?", "Que s'est-il passé ensuite à la gare ?")]
    [InlineData("Où est né Vladimir Poutine ?", "Y a-t-il un accord ?")]
    [InlineData("Où est né Vladimir Poutine ?", "Où est-il prévu de signer ?")]
    [InlineData("Que disent Angela Merkel et Barack Obama ?", "Qu'a-t-il étudié ?")]
    [InlineData("Quand le musée a-t-il ouvert ?", "Et la sécurité du bâtiment est-elle assurée ?")]
    [InlineData("Que veut Angela Merkel ?", "Que veut Barack Obama ?")]
    [InlineData("Merci !", "Et où ça ?")]
    public void A_question_that_stands_alone_stays_as_it_is(string last, string question)
    {
        var read = Read(question);
        FollowUps.Complete(read, Read(last)).ShouldBe(read);
    }

    [Fact]
    public void Nothing_is_completed_at_the_beginning() => FollowUps.Complete(Read("Et où ça ?"), last: null).IsCompleted.ShouldBeFalse();

    [Fact]
    public void Follow_ups_follow_each_other()
    {
        var first = Read("Quand Angela Merkel a-t-elle visité le musée ?");
        var second = FollowUps.Complete(Read("Et Barack Obama ?"), first);
        FollowUps.Complete(Read("Why?"), second).Text.ShouldBe("Pourquoi Barack Obama a-t-elle visité le musée ?");
    }

    [Theory]
    [InlineData("Where was the treaty signed?", "In Vienna, wow. And when was that?", "When was the treaty signed ?")]
    [InlineData("Où le maire a-t-il inauguré le pont ?", "Ah, je vois. Et pourquoi ?", "Pourquoi le maire a-t-il inauguré le pont ?")]
    [InlineData("Qui a racheté l'usine ?", "Une banque, donc… et quand ça ?", "Quand est-ce que quelqu'un a racheté l'usine ?")]
    public void What_is_said_about_the_answer_is_not_asked(string last, string message, string asked) =>
        FollowUps.Complete(Read(message), Read(last)).Text.ShouldBe(asked);

    [Theory]
    [InlineData("Pity, that would have been interesting.", QuestionKind.Acknowledgement)]
    [InlineData("Wow, harsh.", QuestionKind.Acknowledgement)]
    [InlineData("Quelle drôle d'idée…", QuestionKind.Acknowledgement)]
    [InlineData("Bon, on ne peut pas tout savoir.", QuestionKind.Acknowledgement)]
    [InlineData("And the museum.", QuestionKind.Articles)]
    [InlineData("I would like to know when.", QuestionKind.Articles)]
    [InlineData("I meant Barack Obama.", QuestionKind.Articles)]
    [InlineData("c'était quand", QuestionKind.Articles)]
    [InlineData("Tell me about the museum.", QuestionKind.Articles)]
    [InlineData("Did you mean the museum.", QuestionKind.Articles)]
    public void A_remark_in_a_conversation_asks_nothing(string message, QuestionKind kind) =>
        FollowUps.Complete(Read(message), Read("Quand Angela Merkel a-t-elle visité le musée ?")).Kind.ShouldBe(kind);

    private static Question Read(string text) => Reader.Read(text, asked: null, TextLanguage.French, "c");
}
