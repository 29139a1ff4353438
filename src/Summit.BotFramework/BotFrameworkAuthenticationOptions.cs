namespace Summit.BotFramework;

/// <summary>
/// Who the bot is and whom it trusts. Each property is read from the root configuration key of its name, which for those of
/// Microsoft.Bot.Builder is the key that it reads too. Without a <see cref="MicrosoftAppId"/> nothing else here matters.
/// </summary>
public sealed class BotFrameworkAuthenticationOptions
{
    /// <summary>The value of <see cref="ChannelService"/> that means the cloud of the US government.</summary>
    public const string GovernmentChannelService = "https://botframework.azure.us";

    /// <summary>The bot's app id in Azure Bot Service. Default: none; then only this machine is served, and only in Development.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>
    /// <c>SingleTenant</c>, <c>UserAssignedMSI</c>, <c>SystemAssignedMSI</c> or <c>MultiTenant</c>, in any case of letters. Default, as in
    /// the whole ecosystem: MultiTenant; but a <see cref="MicrosoftAppTenantId"/> without a type is an error, since it is of no use there.
    /// </summary>
    /// <remarks>New multi-tenant bots cannot be created in Azure since 31 July 2025.</remarks>
    public string? MicrosoftAppType { get; set; }

    /// <summary>The app's Microsoft Entra tenant. Needed with SingleTenant; the Emulator's tokens may come from it too.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>The app's client secret. SingleTenant and MultiTenant need this or one of the four keys below instead.</summary>
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>A certificate of the app with its private key, instead of a secret: a PKCS #12 file (.pfx, .p12), else PEM. Read once, at start.</summary>
    public string? MicrosoftAppCertificatePath { get; set; }

    /// <summary>The password of the file at <see cref="MicrosoftAppCertificatePath"/>. Default: none.</summary>
    public string? MicrosoftAppCertificatePassword { get; set; }

    /// <summary>A file with a token that the app trusts as a federated credential, as Kubernetes mounts it; read again for every new access token.</summary>
    public string? MicrosoftAppFederatedTokenFile { get; set; }

    /// <summary>The client id of a user-assigned managed identity that the app trusts as a federated credential.</summary>
    public string? MicrosoftAppFederatedClientId { get; set; }

    /// <summary>Empty, the default, for the public cloud, or <see cref="GovernmentChannelService"/>.</summary>
    public string? ChannelService { get; set; }

    /// <summary>Where access tokens come from, tenant included. Default: the cloud's login server and the tenant of the app's type.</summary>
    public string? ToChannelFromBotLoginUrl { get; set; }

    /// <summary>The resource of access tokens, without <c>/.default</c>. Default: that of the cloud.</summary>
    public string? ToChannelFromBotOAuthScope { get; set; }

    /// <summary>The issuer of channels' tokens. Default: that of the cloud.</summary>
    public string? ToBotFromChannelTokenIssuer { get; set; }

    /// <summary>The OpenID metadata of the issuer of channels' tokens. Default: that of the cloud.</summary>
    public string? ToBotFromChannelOpenIdMetadataUrl { get; set; }

    /// <summary>The OpenID metadata of the issuers of the Emulator's and the Agents Playground's tokens. Default: that of the cloud.</summary>
    public string? ToBotFromEmulatorOpenIdMetadataUrl { get; set; }

    /// <summary>
    /// Hosts that replies may go to besides those of the cloud's channels: <c>relay.example.org</c>, or <c>*.example.org</c> for all under it.
    /// Reached over https; over http only a loopback host. In Development loopback hosts need not be listed.
    /// </summary>
    public IList<string> MicrosoftAppServiceHosts { get; } = [];

    /// <summary>
    /// Microsoft Entra tenants whose users the bot serves. Default, empty: all. With any, activities that name no tenant are refused
    /// too, such as those of Web Chat and Direct Line. Does not apply to the Emulator.
    /// </summary>
    public IList<string> MicrosoftAppAllowedTenants { get; } = [];
}
