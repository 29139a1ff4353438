using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Summit.BotFramework.Http;

namespace Summit.BotFramework.Authentication;

/// <summary>Finds at start what would otherwise fail at the first message. Every failure names its key and a way out, and no value.</summary>
internal sealed class BotFrameworkAuthenticationOptionsValidator : IValidateOptions<BotFrameworkAuthenticationOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkAuthenticationOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.MicrosoftAppId))
            return ValidateOptionsResult.Success;
        string[] failures = [.. Credentials(options), .. Addresses(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Credentials(BotFrameworkAuthenticationOptions options)
    {
        if (AppCredentials.TypeOf(options) is not { } type)
        {
            yield return "MicrosoftAppType is none of SingleTenant, UserAssignedMSI, SystemAssignedMSI and MultiTenant.";
            yield break;
        }

        var tenant = !string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId);
        if (type == AppType.SingleTenant && !tenant)
            yield return "MicrosoftAppTenantId is missing: MicrosoftAppType SingleTenant needs the id of the tenant in which the app is registered.";
        if (string.IsNullOrWhiteSpace(options.MicrosoftAppType) && tenant)
            yield return "MicrosoftAppType is missing: with a MicrosoftAppTenantId it is SingleTenant or UserAssignedMSI.";

        var given = AppCredentials.KeysGiven(options);
        if (type is AppType.UserAssignedMSI or AppType.SystemAssignedMSI)
        {
            foreach (var key in given)
                yield return $"{key} is not used with MicrosoftAppType {type}, where Azure keeps the credential: remove it, or choose SingleTenant.";
        }
        else if (given.Length != 1)
        {
            yield return given.Length == 0
                ? $"MicrosoftAppPassword is missing: with MicrosoftAppType {type} give the app's client secret, or MicrosoftAppCertificatePath, "
                    + "MicrosoftAppFederatedTokenFile or MicrosoftAppFederatedClientId instead; UserAssignedMSI needs none of them."
                : $"{string.Join(" and ", given)} are credentials of the same app: keep one of them.";
        }
        else if (!string.IsNullOrWhiteSpace(options.MicrosoftAppCertificatePath) && CertificateFailure(options) is { } failure)
        {
            yield return failure;
        }
    }

    private static string? CertificateFailure(BotFrameworkAuthenticationOptions options)
    {
        if (!File.Exists(options.MicrosoftAppCertificatePath))
            return "MicrosoftAppCertificatePath names a file that is not there.";
        try
        {
            using var certificate = AppCredentials.ReadCertificate(options);
            return certificate.HasPrivateKey ? null : "MicrosoftAppCertificatePath names a certificate without its private key.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "MicrosoftAppCertificatePath names a file that cannot be read.";
        }
        catch (CryptographicException)
        {
            return "MicrosoftAppCertificatePath names a file that is no certificate with a private key, or MicrosoftAppCertificatePassword is not its password.";
        }
    }

    private static IEnumerable<string> Addresses(BotFrameworkAuthenticationOptions options)
    {
        if (Cloud.Of(options) is null)
            yield return $"ChannelService is neither empty (the public cloud) nor {BotFrameworkAuthenticationOptions.GovernmentChannelService}.";

        (string Key, string? Value)[] urls =
        [
            (nameof(options.ToChannelFromBotLoginUrl), options.ToChannelFromBotLoginUrl),
            (nameof(options.ToBotFromChannelOpenIdMetadataUrl), options.ToBotFromChannelOpenIdMetadataUrl),
            (nameof(options.ToBotFromEmulatorOpenIdMetadataUrl), options.ToBotFromEmulatorOpenIdMetadataUrl),
        ];
        foreach (var (key, value) in urls)
        {
            if (!string.IsNullOrEmpty(value) && !IsSafe(value))
                yield return $"{key} is not an absolute https URL. Remove it for the cloud's own; http is possible on a loopback host only.";
        }

        if (!options.MicrosoftAppServiceHosts.All(ServiceHosts.IsName))
            yield return "MicrosoftAppServiceHosts holds something that is no host name: write relay.example.org or *.example.org, without scheme, port and path.";
        if (options.MicrosoftAppAllowedTenants.Any(tenant => !Guid.TryParse(tenant, out _)))
            yield return "MicrosoftAppAllowedTenants holds something that is no tenant id: each is a GUID.";
    }

    private static bool IsSafe(string value) => Uri.TryCreate(value, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Loopback.IsHost(url.Host)));
}
