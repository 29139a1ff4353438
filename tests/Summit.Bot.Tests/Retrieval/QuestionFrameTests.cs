using FsCheck;
using FsCheck.Xunit;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

/// <summary>What stands around a question in a chat is left out; what it is about is not.</summary>
public sealed class QuestionFrameTests
{
    [Theory]
    [InlineData("Hello, did the mayor resign on a Monday?", "did the mayor resign on a Monday?")]
    [InlineData("Bonsoir, j'ai une question : le maire a-t-il démissionné ?", "le maire a-t-il démissionné ?")]
    [InlineData("Hi, I'm on deadline – where did the flood begin? Thanks!", "where did the flood begin?")]
    [InlineData("Quelqu'un demandait dans les commentaires : où la crue a-t-elle commencé", "où la crue a-t-elle commencé")]
    [InlineData("A colleague wants to know: who opened the bridge?", "who opened the bridge?")]
    [InlineData("D'après le texte, qui a inauguré le pont ?", "qui a inauguré le pont ?")]
    [InlineData("why was the bridge closed? I can't find it anywhere.", "why was the bridge closed?")]
    [InlineData("Je traduis l'article et je dois en être sûr — quand le pont a-t-il fermé ?", "quand le pont a-t-il fermé ?")]
    [InlineData("Est-ce que le pont est fermé, s'il vous plaît ?", "Est-ce que le pont est fermé ?")]
    [InlineData("Pardon si c'est évident, mais où la crue a-t-elle commencé ?", "mais où la crue a-t-elle commencé ?")]
    [InlineData("I'm flying to Lisbon tomorrow; which bridge did the mayor open there?", "which bridge did the mayor open there?")]
    [InlineData("where was the bridge opened, sorry i missed the beginning", "where was the bridge opened")]
    public void A_frame_is_left_out(string message, string asked) => QuestionFrame.Remove(message).ShouldBe(asked);

    [Theory]
    [InlineData("The mayor resigned in 2018, is that so?")]
    [InlineData("I heard that the mayor and the minister quarrelled. True?")]
    [InlineData("Je lis que le maire a vu Anne Dupont, quel jour était-ce ?")]
    [InlineData("I read that Anne Dupont resigned; what made her angry?")]
    [InlineData("Who said, I am sure that your visit will help?")]
    [InlineData("Qui a dit : « je vous remercie » ?")]
    [InlineData("Sanctions: what do the ministers ask for?")]
    [InlineData("In the latest article, who opened the bridge?")]
    [InlineData("Do you know what day it was, Tuesday, Wednesday, Thursday?")]
    [InlineData("Et celui-ci, qu'a-t-il répondu ?")]
    [InlineData("Ma fille m'assure que le pont est fermé ; a-t-elle raison ?")]
    [InlineData("Which ministers resigned, and when?")]
    [InlineData("Hello, thanks!")]
    [InlineData("Merci.")]
    [InlineData("")]
    public void What_is_asked_or_told_stays(string message) => QuestionFrame.Remove(message).ShouldBe(message);

    [Property]
    public void What_is_left_stood_in_it(NonNull<string> message)
    {
        var left = QuestionFrame.Remove(message.Get);
        message.Get.ShouldContain(left.EndsWith(" ?", StringComparison.Ordinal) ? left[..^2] : left);
    }
}
