using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Summit.Qdrant;

/// <summary>Accepts one certificate that is known by its thumbprint.</summary>
public static class CertificateValidation
{
    /// <summary>A check for <see cref="HttpClientHandler.ServerCertificateCustomValidationCallback"/>.</summary>
    /// <param name="thumbprint">SHA-256 of the certificate in hexadecimal; colons and case are ignored.</param>
    /// <exception cref="ArgumentException">The thumbprint is empty.</exception>
    public static Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> Thumbprint(string thumbprint)
    {
        ArgumentException.ThrowIfNullOrEmpty(thumbprint);
        return (_, certificate, _, _) => Matches(certificate, thumbprint);
    }

    internal static bool Matches(X509Certificate? certificate, string thumbprint) =>
        certificate is not null && string.Equals(
            certificate.GetCertHashString(HashAlgorithmName.SHA256),
            thumbprint.Replace(":", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase);
}
