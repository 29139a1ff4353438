using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Summit.BotFramework.Authentication;

/// <summary>The bot's access tokens for connectors, from whichever credential is configured. Kept in memory until shortly before they expire.</summary>
internal sealed class AppCredentials
{
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> acquire;

    /// <summary>Asks for nothing yet: the login server may be away while the bot starts.</summary>
    public AppCredentials(IOptions<BotFrameworkAuthenticationOptions> options, IHttpClientFactory httpClients)
    {
        var http = new LoginHttpClientFactory(httpClients);
        var settings = options.Value;
        var cloud = Cloud.Of(settings)!;
        acquire = TypeOf(settings) switch
        {
            AppType.UserAssignedMSI => FromIdentity(ManagedIdentityId.WithUserAssignedClientId(settings.MicrosoftAppId), cloud.Scope, http),
            AppType.SystemAssignedMSI => FromIdentity(ManagedIdentityId.SystemAssigned, cloud.Scope, http),
            _ => FromApp(settings, cloud, http),
        };
    }

    /// <summary>Null for a value that is no type.</summary>
    public static AppType? TypeOf(BotFrameworkAuthenticationOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.MicrosoftAppType))
            return AppType.MultiTenant;
        foreach (var type in Enum.GetValues<AppType>())
        {
            if (type.ToString().Equals(options.MicrosoftAppType, StringComparison.OrdinalIgnoreCase))
                return type;
        }

        return null;
    }

    /// <summary>The keys, of those that hold a credential, that have a value.</summary>
    public static string[] KeysGiven(BotFrameworkAuthenticationOptions options)
    {
        (string Key, string? Value)[] credentials =
        [
            (nameof(options.MicrosoftAppPassword), options.MicrosoftAppPassword),
            (nameof(options.MicrosoftAppCertificatePath), options.MicrosoftAppCertificatePath),
            (nameof(options.MicrosoftAppFederatedTokenFile), options.MicrosoftAppFederatedTokenFile),
            (nameof(options.MicrosoftAppFederatedClientId), options.MicrosoftAppFederatedClientId),
        ];
        return [.. credentials.Where(credential => !string.IsNullOrWhiteSpace(credential.Value)).Select(credential => credential.Key)];
    }

    public static X509Certificate2 ReadCertificate(BotFrameworkAuthenticationOptions options)
    {
        var path = options.MicrosoftAppCertificatePath!;
        var password = options.MicrosoftAppCertificatePassword;
        if (Path.GetExtension(path).ToLowerInvariant() is ".pfx" or ".p12")
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        return string.IsNullOrEmpty(password)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password);
    }

    /// <param name="rejected">A token that a connector has just answered with 401; never returned again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="HttpRequestException">No token could be had; the message says why, in the words of the login server.</exception>
    public async Task<string> GetTokenAsync(string? rejected, CancellationToken cancellationToken)
    {
        try
        {
            var token = (await acquire(false, cancellationToken)).AccessToken;
            return token == rejected ? (await acquire(true, cancellationToken)).AccessToken : token;
        }
        catch (Exception e) when (e is MsalException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw new HttpRequestException(HttpRequestError.UserAuthenticationError, $"The bot was given no access token: {e.Message}", e);
        }
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> FromIdentity(
        ManagedIdentityId id, string resource, IMsalHttpClientFactory http)
    {
        var identity = ManagedIdentityApplicationBuilder.Create(id).WithHttpClientFactory(http).Build();
        return (refresh, cancellationToken) =>
            identity.AcquireTokenForManagedIdentity(resource).WithForceRefresh(refresh).ExecuteAsync(cancellationToken);
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> FromApp(
        BotFrameworkAuthenticationOptions options, Cloud cloud, IMsalHttpClientFactory http)
    {
        var tenant = TypeOf(options) == AppType.SingleTenant ? options.MicrosoftAppTenantId : cloud.MultiTenant;
        var login = new Uri(string.IsNullOrWhiteSpace(options.ToChannelFromBotLoginUrl) ? $"{cloud.Login}/{tenant}" : options.ToChannelFromBotLoginUrl);
        var builder = ConfidentialClientApplicationBuilder.Create(options.MicrosoftAppId)
            // The authority is configured, so nobody else needs to be asked whether it is one.
            .WithAuthority($"{Uri.UriSchemeHttps}://{login.Authority}{login.AbsolutePath}", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithLegacyCacheCompatibility(false)
            .WithHttpClientFactory(http);
        var app = WithCredential(builder, options, cloud, http).Build();
        return (refresh, cancellationToken) =>
            app.AcquireTokenForClient([$"{cloud.Scope}/.default"]).WithForceRefresh(refresh).ExecuteAsync(cancellationToken);
    }

    private static ConfidentialClientApplicationBuilder WithCredential(
        ConfidentialClientApplicationBuilder builder, BotFrameworkAuthenticationOptions options, Cloud cloud, IMsalHttpClientFactory http)
    {
        if (!string.IsNullOrWhiteSpace(options.MicrosoftAppPassword))
            return builder.WithClientSecret(options.MicrosoftAppPassword);
        if (!string.IsNullOrWhiteSpace(options.MicrosoftAppCertificatePath))
            // With its chain, a certificate may be renewed without registering the new one.
            return builder.WithCertificate(ReadCertificate(options), sendX5C: true);
        if (!string.IsNullOrWhiteSpace(options.MicrosoftAppFederatedTokenFile))
            return builder.WithClientAssertion(async (CancellationToken cancellationToken) =>
                (await File.ReadAllTextAsync(options.MicrosoftAppFederatedTokenFile, cancellationToken)).Trim());

        var identity = FromIdentity(ManagedIdentityId.WithUserAssignedClientId(options.MicrosoftAppFederatedClientId), cloud.TokenExchange, http);
        return builder.WithClientAssertion(async (CancellationToken cancellationToken) => (await identity(false, cancellationToken)).AccessToken);
    }
}
