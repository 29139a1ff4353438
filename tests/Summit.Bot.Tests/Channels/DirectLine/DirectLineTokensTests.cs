using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Summit.Bot.Channels;
using Summit.Bot.Channels.DirectLine;

namespace Summit.Bot.Tests.Channels.DirectLine;

public sealed class DirectLineTokensTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-tokens-").FullName;
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_token_is_good_for_thirty_minutes_and_one_in_an_address_for_one()
    {
        var tokens = Tokens();
        var user = DirectLineTokens.NewUser();
        var (forCalls, forStream) = (tokens.Issue(user), tokens.IssueForStream(user));
        (await tokens.ReadAsync(forCalls)).User.ShouldBe(user);
        (await tokens.ReadForStreamAsync(forStream)).User.ShouldBe(user);
        (await tokens.ReadForStreamAsync(forCalls)).ShouldBe((null, TokenFault.Invalid));

        _time.Advance(TimeSpan.FromMinutes(1));
        (await tokens.ReadForStreamAsync(forStream)).ShouldBe((null, TokenFault.Expired));
        _time.Advance(TimeSpan.FromMinutes(28.9));
        (await tokens.ReadAsync(forCalls)).User.ShouldBe(user);
        _time.Advance(TimeSpan.FromMinutes(0.2));
        (await tokens.ReadAsync(forCalls)).ShouldBe((null, TokenFault.Expired));
    }

    [Fact]
    public async Task The_key_is_kept_in_the_data_folder()
    {
        var token = Tokens().Issue(DirectLineTokens.NewUser());
        (await Tokens().ReadAsync(token)).User.ShouldNotBeNull();
        File.Delete(Path.Combine(_folder, "directline.key"));
        (await Tokens().ReadAsync(token)).ShouldBe((null, TokenFault.Invalid));
    }

    [Fact]
    public async Task Processes_that_start_at_once_have_one_key()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Tokens())));
        var token = tokens[0].Issue(DirectLineTokens.NewUser());
        foreach (var other in tokens)
            (await other.ReadAsync(token)).User.ShouldNotBeNull();
        Directory.GetFiles(_folder).Length.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_holds_no_key_stops_the_start_with_the_way_out()
    {
        File.WriteAllText(Path.Combine(_folder, "directline.key"), "short");
        Should.Throw<SetupException>(() => Tokens()).Message.ShouldContain("Remove the file");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private DirectLineTokens Tokens() => new(Options.Create(new SummitOptions { DataPath = _folder }), _time);
}
