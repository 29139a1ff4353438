namespace Summit.BotFramework.Authentication;

/// <summary>The addresses and names of one of Microsoft's clouds, as its Bot Framework documentation and SDK give them.</summary>
/// <param name="TokenIssuer">Issues the tokens of channels.</param>
/// <param name="ChannelMetadata">The OpenID metadata of that issuer.</param>
/// <param name="EmulatorMetadata">The OpenID metadata of Microsoft Entra, whose tokens Emulator and Playground send.</param>
/// <param name="EmulatorTenants">Tenants that the Emulator takes its tokens from where the app's own tenant is not asked.</param>
/// <param name="Login">The server of Microsoft Entra; a tenant makes it an authority.</param>
/// <param name="MultiTenant">The tenant in which a multi-tenant bot takes its tokens.</param>
/// <param name="Scope">The resource of the tokens that connectors ask for.</param>
/// <param name="TokenExchange">The audience of a managed identity's token that serves as a federated credential.</param>
/// <param name="ServiceHosts">Where the connectors of the cloud's channels are.</param>
internal sealed record Cloud(
    string TokenIssuer,
    string ChannelMetadata,
    string EmulatorMetadata,
    string[] EmulatorTenants,
    string Login,
    string MultiTenant,
    string Scope,
    string TokenExchange,
    string[] ServiceHosts)
{
    private static Cloud Public { get; } = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"],
        "https://login.microsoftonline.com",
        "botframework.com",
        "https://api.botframework.com",
        "api://AzureADTokenExchange",
        ["*.botframework.com", "smba.trafficmanager.net", "*.teams.microsoft.com"]);

    private static Cloud Government { get; } = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
        "https://login.microsoftonline.us",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us",
        "api://AzureADTokenExchangeUSGov",
        ["*.botframework.azure.us", "*.botframework.us", "*.teams.microsoft.us"]);

    /// <summary>The cloud of a bot, with what is configured otherwise.</summary>
    /// <returns>Null for a value of <see cref="BotFrameworkAuthenticationOptions.ChannelService"/> that names no cloud.</returns>
    public static Cloud? Of(BotFrameworkAuthenticationOptions options)
    {
        var cloud = options.ChannelService switch
        {
            null or "" => Public,
            BotFrameworkAuthenticationOptions.GovernmentChannelService => Government,
            _ => null,
        };
        return cloud is null ? null : cloud with
        {
            TokenIssuer = Or(options.ToBotFromChannelTokenIssuer, cloud.TokenIssuer),
            ChannelMetadata = Or(options.ToBotFromChannelOpenIdMetadataUrl, cloud.ChannelMetadata),
            EmulatorMetadata = Or(options.ToBotFromEmulatorOpenIdMetadataUrl, cloud.EmulatorMetadata),
            Scope = Or(options.ToChannelFromBotOAuthScope, cloud.Scope),
        };

        static string Or(string? configured, string own) => string.IsNullOrWhiteSpace(configured) ? own : configured;
    }
}
