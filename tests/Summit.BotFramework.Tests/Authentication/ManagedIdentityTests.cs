using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

/// <summary>The endpoint of App Service for managed identities, which the environment of the process names.</summary>
public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private LoginServer endpoint = null!;

    public async ValueTask InitializeAsync()
    {
        endpoint = await LoginServer.StartAsync();
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", $"{endpoint.Url}/msi/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "of-the-machine");
    }

    public ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        return endpoint.DisposeAsync();
    }

    /// <summary>Tokens of managed identities are kept for the whole process, so each test has an identity of its own.</summary>
    [Theory]
    [InlineData("UserAssignedMSI", "00000000-0000-0000-0000-0000000001d1", true)]
    [InlineData("userassignedmsi", "00000000-0000-0000-0000-0000000001d2", true)]
    [InlineData("SystemAssignedMSI", "00000000-0000-0000-0000-0000000001d3", false)]
    public async Task A_managed_identity_needs_no_secret(string type, string id, bool isNamed)
    {
        await using var bot = await AuthenticatedBot.StartAsync(
            settings: [("MicrosoftAppId", id), ("MicrosoftAppType", type), ("MicrosoftAppPassword", null)]);
        await bot.PostAsync(bot.ChannelToken(("aud", id)));
        bot.Connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer token-1");
        var fields = endpoint.Requests.ShouldHaveSingleItem().Fields;
        fields["resource"].ShouldBe("https://api.botframework.com");
        fields.GetValueOrDefault("client_id").ShouldBe(isNamed ? id : null);
        bot.Login.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_managed_identity_may_stand_for_the_apps_secret()
    {
        const string identity = "00000000-0000-0000-0000-0000000001d4";
        await using var bot = await AuthenticatedBot.StartAsync(
            settings: [("MicrosoftAppPassword", null), ("MicrosoftAppFederatedClientId", identity)]);
        await bot.PostAsync(bot.ChannelToken());
        bot.Connector.Calls.Count.ShouldBe(1);
        var fields = endpoint.Requests.ShouldHaveSingleItem().Fields;
        fields["resource"].ShouldBe("api://AzureADTokenExchange");
        fields["client_id"].ShouldBe(identity);
        bot.Login.Requests.ShouldHaveSingleItem().Fields["client_assertion"].ShouldBe("token-1");
    }
}
