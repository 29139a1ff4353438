using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Answering;

/// <summary>What the last answer cited and what the conversation adds to a question, in articles that have nothing to do with the shipped one.</summary>
public sealed class FollowUpAnswerTests : IDisposable
{
    private static readonly QuestionReader Reader = new(Linguistics.Shared);
    private static readonly FollowUps FollowUps = new(Linguistics.Shared);

    private readonly TestCorpus _corpus = TestCorpus.Of(
    [
        TestCorpus.Make(
            "charter", TextLanguage.English, "The harbour charter of Ormsworth",
            "The mayors of Ormsworth and Brastov met at a conference in Ormsworth on Sunday. The two ports had been close partners during the Second World War. "
            + "Ormsworth wants to dredge the harbour by following a charter drafted by the engineer Dermot Kyle. No contract was signed at the end of the conference. "
            + "American senator Paul Abbott criticised the plan. The United States fears that Brastov will raise its tariffs. Kyle praised the sailors of Brastov."),
    ]);

    [Theory]
    [InlineData("Were the two ports close partners?", "During which period?", "Second World War")]
    [InlineData("How does Ormsworth want to dredge the harbour?", "Who wrote that?", "Dermot Kyle")]
    [InlineData("Who criticised the plan?", "And what does his country fear?", "raise its tariffs")]
    [InlineData("Was a contract signed?", "Really? The place?", "in Ormsworth on Sunday")]
    public void What_the_last_answer_told_answers_the_next_question(string first, string next, string told) =>
        AskBehind(first, next).ShouldBeOfType<Grounded>().Shown.ShouldContain(citation => citation.Quote.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("Did the conference take place in Ormsworth?", "Which charter do they want to follow there?", "Dermot Kyle")]
    [InlineData("Was a contract signed?", "So who praised the sailors with it?", "Kyle praised")]
    public void What_was_added_is_left_out_where_only_a_thing_or_place_was(string first, string next, string told) =>
        AskBehind(first, next).ShouldBeOfType<Grounded>().Shown.ShouldContain(citation => citation.Quote.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("Who criticised the plan?", "Has he tweeted about it?")]
    [InlineData("Who criticised the plan?", "Did he say so?")]
    [InlineData("Where did the mayors meet?", "Why there?")]
    [InlineData("Will a contract be signed at the conference?", "Why?")]
    [InlineData("Was a contract signed?", "Why?")]
    public void What_the_conversation_added_proves_nothing(string first, string next) => AskBehind(first, next).ShouldBeOfType<NotFound>();

    [Fact]
    public void Something_else_is_not_what_was_told()
    {
        var first = Ask("What did Kyle do?", []).ShouldBeOfType<Grounded>();
        var told = first.Citations.Select(citation => citation.Sentence).ToList();
        told.ShouldNotBeEmpty();
        AskBehind("What did Kyle do?", "What else?").Shown.Select(citation => citation.Sentence).ShouldAllBe(sentence => !told.Contains(sentence));
    }

    [Fact]
    public void Where_there_is_nothing_more_the_bot_says_so()
    {
        var answer = AskBehind("What does the United States fear?", "Anything else?").ShouldBeOfType<NotFound>();
        answer.HasNothingMore.ShouldBeTrue();
        answer.Closest.ShouldBeNull();
    }

    [Fact]
    public void A_sentence_of_another_version_was_not_told()
    {
        var turn = new ConversationTurn(default, "Were the two ports close partners?", TextLanguage.English, null, "", [new ToldSentence("charter", "another", 2)]);
        Ask("During which period?", [turn]).ShouldBeOfType<NotFound>();
    }

    public void Dispose() => _corpus.Dispose();

    private Answer AskBehind(string first, string next)
    {
        var answer = Ask(first, []).ShouldBeOfType<Grounded>();
        var told = answer.Citations.Select(citation => new ToldSentence(citation.ArticleId, citation.ArticleVersion, citation.Sentence)).ToList();
        return Ask(next, [new ConversationTurn(default, first, TextLanguage.English, null, string.Join(' ', answer.Citations.Select(citation => citation.Quote)), told)]);
    }

    private Answer Ask(string text, IReadOnlyList<ConversationTurn> turns) => _corpus.Assistant.Answer(FollowUps.Complete(Reader.Read(text, null, TextLanguage.English, "c"), turns));
}
