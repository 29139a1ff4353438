using System.Text;

namespace Summit.BotFramework.Tests.Support;

/// <summary>A bot with an app id, and what it needs around it: an issuer of channels' tokens, a login server and a connector.</summary>
internal sealed class AuthenticatedBot : IAsyncDisposable
{
    private AuthenticatedBot(OpenIdProvider issuer, LoginServer login, Connector connector, BotServer server) =>
        (Issuer, Login, Connector, Server) = (issuer, login, connector, server);

    public OpenIdProvider Issuer { get; }

    public LoginServer Login { get; }

    public Connector Connector { get; }

    public BotServer Server { get; }

    public static async Task<AuthenticatedBot> StartAsync(
        IBot? bot = null,
        string environment = "Production",
        TimeProvider? time = null,
        Connector? connector = null,
        Action<CloudAdapterOptions>? configure = null,
        bool keepsLog = true,
        params (string Key, string? Value)[] settings)
    {
        var issuer = await OpenIdProvider.StartAsync();
        var login = await LoginServer.StartAsync();
        connector ??= await Connector.StartAsync();
        var all = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = Tokens.AppId,
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppTenantId"] = Tokens.Tenant,
            ["MicrosoftAppPassword"] = "the client secret",
            ["MicrosoftAppServiceHosts:0"] = "127.0.0.1",
            ["ToChannelFromBotLoginUrl"] = $"{login.Url}/{Tokens.Tenant}",
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = issuer.MetadataUrl,
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var server = await BotServer.StartAsync(bot ?? TestBot.Echo, environment, configure: configure, settings: all, time: time, keepsLog: keepsLog);
        return new AuthenticatedBot(issuer, login, connector, server);
    }

    /// <summary>The token of a channel for activities of the connector.</summary>
    public string ChannelToken(params (string Name, object? Value)[] change) => Issuer.Sign(Tokens.OfChannel(Connector.Url, change));

    /// <summary>Posts a message of the connector.</summary>
    public Task<Reply> PostAsync(string? token, string? json = null) =>
        PostAsync(json, token is null ? [] : [("Authorization", $"Bearer {token}")]);

    public Task<Reply> PostAsync(string? json, params (string Name, string Value)[] headers) =>
        Server.SendAsync(new StringContent(json ?? Samples.Message(Connector.Url), Encoding.UTF8, "application/json"), headers);

    /// <summary>401, nothing sent anywhere, and a line in the log that says which check failed.</summary>
    public async Task ShouldRefuseAsync(string? token, string because, string? json = null) =>
        ShouldBeRefused(await PostAsync(token, json), because);

    public void ShouldBeRefused(Reply reply, string because)
    {
        reply.ShouldBeAProblem(System.Net.HttpStatusCode.Unauthorized, "not authenticated");
        reply.Body.ShouldNotContain(because);
        var refusals = Server.Log.Where(line => line.Contains("refused")).ToArray();
        refusals.ShouldContain(line => line.Contains($"refused with 401: The request is not authenticated: {because}."), string.Join('\n', refusals));
        Connector.Calls.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Connector.DisposeAsync();
        await Login.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
