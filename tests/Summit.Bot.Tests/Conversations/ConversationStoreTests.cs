using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Conversations;

/// <summary>What every store of conversations does; on the embedded one, and on a Redis server where there is one.</summary>
public abstract class ConversationStoreContract : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 1, 2);

    protected ConversationsOptions Options { get; } = new() { MaxAge = TimeSpan.FromMinutes(10) };

    protected DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_conversation_belongs_to_its_channel_and_is_found_as_it_was_saved()
    {
        var store = Open();
        var saved = Conversation.Begin(TextLanguage.English, Now) with { Chosen = TextLanguage.French };
        saved = saved.After(new ConversationTurn(Now, "Où ? « ici » \U0001F600", TextLanguage.French, TextLanguage.English, "Là."), Options);
        await store.SaveAsync("msteams", "a", saved);
        var found = (await store.FindAsync("msteams", "a")).ShouldNotBeNull();
        (found.LastLanguage, found.Chosen, found.LastSeen).ShouldBe((saved.LastLanguage, saved.Chosen, saved.LastSeen));
        found.Turns.ShouldBe(saved.Turns);
        (await store.FindAsync("api", "a")).ShouldBeNull();
        (await store.FindAsync("msteams", null)).ShouldBeNull();
    }

    [Fact]
    public async Task It_is_found_by_another_process_later()
    {
        var store = Open();
        await store.SaveAsync("api", "b", Conversation.Begin(TextLanguage.French, Now));
        await store.SaveAsync("api", "b", Conversation.Begin(TextLanguage.English, Now));
        await CloseAsync(store);
        (await Open().FindAsync("api", "b")).ShouldNotBeNull().LastLanguage.ShouldBe(TextLanguage.English);
    }

    [Fact]
    public async Task What_is_forgotten_is_gone_for_every_process()
    {
        var store = Open();
        await store.SaveAsync("api", "c", Conversation.Begin(TextLanguage.French, Now));
        await store.SaveAsync("api", "d", Conversation.Begin(TextLanguage.French, Now));
        await store.ForgetAsync("api", "c");
        (await store.FindAsync("api", "c")).ShouldBeNull();
        await CloseAsync(store);
        var other = Open();
        (await other.FindAsync("api", "c")).ShouldBeNull();
        (await other.FindAsync("api", "d")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Tokens_are_counted_by_name_and_day()
    {
        var store = Open();
        (await store.SpendAsync("x", 0, Day)).ShouldBe(0);
        (await store.SpendAsync("x", 40, Day)).ShouldBe(40);
        (await store.SpendAsync("x", 2, Day)).ShouldBe(42);
        (await store.SpendAsync("y", 1, Day)).ShouldBe(1);
        (await store.SpendAsync("x", 5, Day.AddDays(1))).ShouldBe(5);
        await CloseAsync(store);
        (await Open().SpendAsync("x", 0, Day)).ShouldBe(42);
    }

    [Fact]
    public void Ids_are_128_random_bits() => Conversation.NewId().ShouldMatch("^[0-9a-f]{32}$");

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    protected abstract IConversationStore Open();

    protected static ValueTask CloseAsync(IConversationStore store) => ((IAsyncDisposable)store).DisposeAsync();
}

public sealed class EmbeddedConversationsTests : ConversationStoreContract
{
    private readonly string _data = Directory.CreateTempSubdirectory("summit-conversations-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly List<IConversationStore> _open = [];

    private string File => Path.Combine(_data, "conversations.db");

    [Fact]
    public async Task A_conversation_is_forgotten_when_it_has_been_silent_too_long()
    {
        var store = Open();
        await store.SaveAsync("api", "a", Conversation.Begin(TextLanguage.French, _time.GetUtcNow()));
        _time.Advance(Options.MaxAge - TimeSpan.FromSeconds(1));
        (await store.FindAsync("api", "a")).ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(2));
        (await store.FindAsync("api", "a")).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_said_is_nowhere_in_the_files_once_it_is_forgotten_or_too_old()
    {
        const string Secret = "Wo-ist-das-Geheimnis";
        var store = Open();
        await store.SaveAsync("api", "a", Told(Secret));
        await store.SaveAsync("api", "b", Told(Secret));
        await CloseAsync(store);
        store = Open();
        Everything().ShouldContain(Secret);
        await store.ForgetAsync("api", "a");
        Everything().ShouldContain(Secret);
        _time.Advance(Options.MaxAge + TimeSpan.FromSeconds(1));
        store.Sweep();
        Everything().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task The_file_names_no_conversation()
    {
        var store = Open();
        await store.SaveAsync("msteams", "19:a-chat-of-teams", Told("?"));
        await CloseAsync(store);
        Everything().ShouldNotContain("19:a-chat");
    }

    [Fact]
    public async Task Those_that_are_too_many_for_memory_are_found_in_the_file()
    {
        var store = Open();
        for (var i = 0; i < EmbeddedConversations.Capacity + 10; i++)
            await store.SaveAsync("api", $"{i}", Conversation.Begin(TextLanguage.English, _time.GetUtcNow()));
        await store.ForgetAsync("api", "none");
        (await store.FindAsync("api", "0")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_set_aside()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000), TestContext.Current.CancellationToken);
        (await Open().FindAsync("api", "a")).ShouldBeNull();
        var store = Open();
        await store.SaveAsync("api", "a", Told("?"));
        await CloseAsync(store);
        (await Open().FindAsync("api", "a")).ShouldNotBeNull();
        Directory.GetFiles(_data, "*.damaged-*").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_nothing_can_be_written_a_conversation_goes_on_in_memory()
    {
        Directory.CreateDirectory(File);
        var store = Open();
        await store.SaveAsync("api", "a", Told("?"));
        (await store.FindAsync("api", "a")).ShouldNotBeNull();
        (await store.FindAsync("api", "b")).ShouldBeNull();
        (await store.SpendAsync("x", 7, new DateOnly(2026, 1, 1))).ShouldBe(0);
    }

    public override ValueTask InitializeAsync() => default;

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in _open)
            await CloseAsync(store);
        Directory.Delete(_data, recursive: true);
    }

    protected override IConversationStore Open()
    {
        Now = _time.GetUtcNow();
        var store = new EmbeddedConversations(_data, Options, _time, NullLogger.Instance);
        _open.Add(store);
        return store;
    }

    private Conversation Told(string text) =>
        Conversation.Begin(TextLanguage.French, _time.GetUtcNow()).After(new ConversationTurn(_time.GetUtcNow(), text, TextLanguage.French, null, text), Options);

    private string Everything() => string.Concat(Directory.GetFiles(_data).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}

public sealed class RedisConversationsTests : ConversationStoreContract
{
    private readonly List<IConversationStore> _open = [];
    private RedisServer? _server;

    [Fact]
    public async Task A_server_that_is_gone_costs_the_history_and_not_the_turn()
    {
        var store = Open();
        await store.SaveAsync("api", "a", Conversation.Begin(TextLanguage.French, Now));
        await _server!.DisposeAsync();
        (await store.FindAsync("api", "a")).ShouldBeNull();
        await store.SaveAsync("api", "a", Conversation.Begin(TextLanguage.French, Now));
        (await store.SpendAsync("x", 1, new DateOnly(2026, 1, 1))).ShouldBe(0);
        (await Should.ThrowAsync<IOException>(async () => await store.ForgetAsync("api", "a"))).Message.ShouldContain("could not be erased");
    }

    [Fact]
    public async Task What_is_silent_too_long_is_gone_and_keys_name_no_conversation()
    {
        Options.MaxAge = TimeSpan.FromSeconds(1);
        var store = Open();
        await store.SaveAsync("msteams", "19:a-chat-of-teams", Conversation.Begin(TextLanguage.French, Now));
        (await store.FindAsync("msteams", "19:a-chat-of-teams")).ShouldNotBeNull();
        (await _server!.CommandAsync("KEYS", "*")).ShouldNotContain("a-chat");
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        (await store.FindAsync("msteams", "19:a-chat-of-teams")).ShouldBeNull();
    }

    [Fact]
    public void A_connection_string_that_is_none_is_named()
    {
        Options.Redis.ConnectionString = "localhost:6379,nonsense=1";
        Should.Throw<SetupException>(() => new RedisConversations(Options, NullLogger.Instance)).Message.ShouldContain("Summit:Conversations:Redis:ConnectionString");
    }

    public override async ValueTask InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        Assert.SkipWhen(_server is null, "redis-server is not installed.");
        Options.Redis.ConnectionString = _server.Address;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in _open)
            await CloseAsync(store);
        if (_server is not null)
            await _server.DisposeAsync();
    }

    protected override IConversationStore Open()
    {
        var store = new RedisConversations(Options, NullLogger.Instance);
        _open.Add(store);
        return store;
    }
}
