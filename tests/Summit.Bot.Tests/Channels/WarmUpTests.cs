using Summit.Bot.Answering;
using Summit.Bot.Channels;

namespace Summit.Bot.Tests.Channels;

public sealed class WarmUpTests
{
    // A refusal would leave the half of it cold that composes answers.
    [Fact]
    public void Its_questions_are_answered() => WarmUp.Answers().ShouldAllBe(answer => answer is Grounded);
}
