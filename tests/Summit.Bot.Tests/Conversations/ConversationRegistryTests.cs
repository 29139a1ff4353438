using Microsoft.Extensions.Time.Testing;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Conversations;

public sealed class ConversationRegistryTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void A_conversation_belongs_to_its_channel_and_keeps_its_last_language()
    {
        var registry = new ConversationRegistry(time);
        registry.Remember("msteams", "a", TextLanguage.French);
        registry.Remember("msteams", "a", TextLanguage.English);
        registry.TryFind("msteams", "a", out var language).ShouldBeTrue();
        language.ShouldBe(TextLanguage.English);
        registry.TryFind("api", "a", out _).ShouldBeFalse();
        registry.TryFind("api", null, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_conversation_is_forgotten_an_hour_after_its_last_message()
    {
        var registry = new ConversationRegistry(time);
        registry.Remember("api", "a", TextLanguage.French);
        time.Advance(TimeSpan.FromMinutes(59));
        registry.TryFind("api", "a", out _).ShouldBeTrue();
        time.Advance(TimeSpan.FromMinutes(59));
        registry.TryFind("api", "a", out _).ShouldBeTrue();
        time.Advance(TimeSpan.FromMinutes(61));
        registry.TryFind("api", "a", out _).ShouldBeFalse();
    }

    [Fact]
    public void When_there_are_too_many_the_longest_silent_one_goes()
    {
        var registry = new ConversationRegistry(time);
        for (var i = 0; i < ConversationRegistry.Capacity; i++)
            registry.Remember("api", $"{i}", TextLanguage.French);
        registry.TryFind("api", "0", out _).ShouldBeTrue();
        registry.Remember("api", "new", TextLanguage.French);
        registry.TryFind("api", "0", out _).ShouldBeTrue();
        registry.TryFind("api", "1", out _).ShouldBeFalse();
    }

    [Fact]
    public void Ids_are_128_random_bits() => ConversationRegistry.NewId().ShouldMatch("^[0-9a-f]{32}$");
}
