using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Conversations;

public sealed class ConversationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Property]
    public Property Turns_stay_within_their_bounds_and_the_last_ones_stay(NonNegativeInt[] gaps, PositiveInt mostTurns)
    {
        var options = new ConversationsOptions { MaxTurns = (mostTurns.Get % 20) + 1, MaxAge = TimeSpan.FromMinutes(30) };
        var (conversation, now, all) = (Conversation.Begin(TextLanguage.French, Start), Start, new List<ConversationTurn>());
        foreach (var gap in gaps)
        {
            now += TimeSpan.FromMinutes(gap.Get % 60);
            all.Add(new ConversationTurn(now, $"{all.Count}", TextLanguage.English, null, ""));
            conversation = conversation.After(all[^1], options);
        }

        var expected = all.Where(turn => turn.Time > now - options.MaxAge).TakeLast(options.MaxTurns);
        return conversation.Turns.SequenceEqual(expected).ToProperty();
    }

    [Fact]
    public void A_key_tells_channels_apart_and_holds_neither_name()
    {
        Conversation.KeyOf("a", "b").ShouldMatch("^[0-9a-f]{32}$");
        Conversation.KeyOf("a", "b").ShouldNotBe(Conversation.KeyOf("b", "a"));
    }
}
