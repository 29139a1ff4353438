namespace Summit.Qdrant;

/// <summary>How a channel reaches its server, besides the address.</summary>
public class ClientConfiguration
{
    /// <summary>Sent as the header <c>api-key</c> with every call; null sends none. It appears in no log and no error.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// SHA-256 of the server's certificate in hexadecimal, for a certificate that no authority signed: only that one is accepted.
    /// Null checks certificates the usual way.
    /// </summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>Further headers, sent with every call; names in lower case.</summary>
    public Dictionary<string, string> Headers { get; set; } = [];
}
