using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Summit.Bot.Conversations;
using Summit.Bot.Channels.Feedback;

namespace Summit.Bot.Tests.Channels.Feedback;

public sealed class FeedbackTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly string _data = Directory.CreateTempSubdirectory("summit-feedback-").FullName;

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"Très bien"}}""", "like", "Très bien")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":\"Faux\"}"}}""", "dislike", "Faux")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"\"}"}}""", "like", null)]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like"}}""", "like", null)]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{ no JSON"}}""", "like", "{ no JSON")]
    public void A_vote_is_read_as_either_client_sends_it(string value, string reaction, string? comment) =>
        FeedbackValue.Read(JsonSerializer.Deserialize<JsonElement>(value)).ShouldBe((reaction, comment));

    [Theory]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"other","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""")]
    [InlineData("[]")]
    public void What_is_no_vote_is_not_taken_for_one(string value) => FeedbackValue.Read(JsonSerializer.Deserialize<JsonElement>(value)).ShouldBeNull();

    [Fact]
    public void Votes_are_kept_across_restarts_and_survive_a_torn_line()
    {
        Make().Add(Like("a", "one"));
        File.AppendAllText(Path.Combine(_data, "feedback.jsonl"), "{\"time\":\"2026");
        Make().ReadAll().ShouldHaveSingleItem().ShouldBe(Like("a", "one"));
    }

    [Fact]
    public void What_is_forgotten_leaves_the_vote_without_words_and_without_its_conversation()
    {
        var log = Make();
        log.Add(Like("a", "one"));
        log.Add(Like("b", "two"));
        log.Forget(Conversation.KeyOf("msteams", "a"));
        log.ReadAll().ShouldBe([Like("a", "one") with { Comment = null, Conversation = null }, Like("b", "two")]);
        File.ReadAllText(Path.Combine(_data, "feedback.jsonl")).ShouldNotContain("one");
    }

    [Fact]
    public void Nothing_outlives_the_retention()
    {
        var log = Make();
        log.Add(Like("a", "one"));
        _time.Advance(TimeSpan.FromDays(31));
        log.Add(Like("b", "two"));
        log.ReadAll().ShouldHaveSingleItem().Comment.ShouldBe("two");
    }

    [Fact]
    public void With_no_retention_nothing_is_kept()
    {
        Make(TimeSpan.Zero).Add(Like("a", "one"));
        Directory.GetFiles(_data).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private Vote Like(string conversation, string comment) => new(_time.GetUtcNow(), "answer", "like", comment, "msteams", Conversation.KeyOf("msteams", conversation));

    private FeedbackLog Make(TimeSpan? retention = null) => new(
        Options.Create(new SummitOptions { DataPath = _data, Audit = new AuditOptions { Retention = retention ?? TimeSpan.FromDays(30) } }), _time);
}
