using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Summit.Bot.Channels.DirectLine;

namespace Summit.Bot.Tests.Channels.DirectLine;

public sealed class DirectLineConversationsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly DirectLineConversations _conversations;

    public DirectLineConversationsTests() => _conversations = new(
        Options.Create(new SummitOptions { DirectLine = new() { MaxConversations = 2, IdleTimeout = TimeSpan.FromMinutes(10) } }), _time);

    [Fact]
    public void One_that_nobody_asks_for_is_dropped_and_one_that_is_used_or_listened_to_is_not()
    {
        var idle = Start();
        var heard = Start();
        heard.TryOpenStream().ShouldBeTrue();
        _time.Advance(TimeSpan.FromMinutes(11));
        _conversations.Find(idle.Id).ShouldBeNull();
        _conversations.Find(heard.Id).ShouldBe(heard);
        heard.CloseStream();
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(9));
            _conversations.Find(heard.Id).ShouldBe(heard);
        }

        _time.Advance(TimeSpan.FromMinutes(11));
        _conversations.Count.ShouldBe(0);
        heard.TryOpenStream().ShouldBeFalse();
    }

    [Fact]
    public void A_new_one_takes_the_place_of_the_one_that_was_silent_longest_for_a_minute_at_least()
    {
        var first = Start();
        _time.Advance(TimeSpan.FromSeconds(30));
        var second = Start();
        _conversations.Start(DirectLineTokens.NewUser()).Conversation.ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(31));
        var third = Start();
        _conversations.Find(first.Id).ShouldBeNull();
        _conversations.Find(second.Id).ShouldBe(second);
        _conversations.Find(third.Id).ShouldBe(third);
    }

    [Fact]
    public async Task Turns_run_one_after_the_other_in_order_and_only_so_many_wait()
    {
        var conversation = Start();
        var gate = new TaskCompletionSource();
        var ran = new List<int>();
        conversation.TryPost(() => { }, _ => gate.Task).ShouldBeTrue();
        while (conversation.Turns.IsCompleted)
            await Task.Yield();
        var taken = Enumerable.Range(0, 20).TakeWhile(i => conversation.TryPost(() => { }, _ =>
        {
            ran.Add(i);
            return Task.CompletedTask;
        })).Count();
        taken.ShouldBeInRange(DirectLineConversation.MostWaiting - 1, DirectLineConversation.MostWaiting);
        ran.ShouldBeEmpty();
        gate.SetResult();
        await conversation.Turns.WaitAsync(TimeSpan.FromSeconds(10));
        ran.ShouldBe(Enumerable.Range(0, taken));
    }

    [Fact]
    public async Task A_turn_is_ended_when_its_user_has_left_and_goes_on_for_one_who_comes_back()
    {
        var conversation = Start();
        conversation.TryOpenStream().ShouldBeTrue();
        conversation.TryOpenStream().ShouldBeTrue();
        var left = new TaskCompletionSource<CancellationToken>();
        var gate = new TaskCompletionSource();
        conversation.TryPost(() => { }, token =>
        {
            left.SetResult(token);
            return gate.Task;
        });
        var token = await left.Task;
        conversation.CloseStream();
        _time.Advance(2 * DirectLineConversation.Patience);
        token.IsCancellationRequested.ShouldBeFalse("another tab listens");
        conversation.CloseStream();
        _time.Advance(DirectLineConversation.Patience / 2);
        conversation.TryOpenStream().ShouldBeTrue();
        _time.Advance(2 * DirectLineConversation.Patience);
        token.IsCancellationRequested.ShouldBeFalse("the page was loaded anew");
        conversation.CloseStream();
        _time.Advance(DirectLineConversation.Patience);
        token.IsCancellationRequested.ShouldBeTrue();
        gate.SetResult();
        await conversation.Turns;
        conversation.TryOpenStream().ShouldBeTrue();
        conversation.CloseStream();
    }

    public void Dispose() => _conversations.Dispose();

    private DirectLineConversation Start() => _conversations.Start(DirectLineTokens.NewUser()).Conversation.ShouldNotBeNull();
}
