using Microsoft.Extensions.Options;

namespace Summit.BotFramework;

/// <summary>Finds at start what lies outside of the ranges that <see cref="CloudAdapterOptions"/> states.</summary>
internal sealed class CloudAdapterOptionsValidator : IValidateOptions<CloudAdapterOptions>
{
    public ValidateOptionsResult Validate(string? name, CloudAdapterOptions options)
    {
        string[] failures =
        [
            .. Timeout(nameof(options.TurnTimeout), options.TurnTimeout),
            .. Timeout(nameof(options.ConnectorTimeout), options.ConnectorTimeout),
            .. Timeout(nameof(options.ConnectorAttemptTimeout), options.ConnectorAttemptTimeout),
            .. options.ConnectorRetryDelay < TimeSpan.Zero || options.ConnectorRetryDelay > TimeSpan.FromSeconds(10)
                ? ["CloudAdapterOptions.ConnectorRetryDelay must be from 0 to 10 s."]
                : Array.Empty<string>(),
            .. options.MaxActivitySize is < 1024 or > 256 * 1024
                ? ["CloudAdapterOptions.MaxActivitySize must be from 1024 to 262144 bytes."]
                : Array.Empty<string>(),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string[] Timeout(string name, TimeSpan value) => value > TimeSpan.Zero && value <= CloudAdapterOptions.MaxConnectorTimeout
        ? []
        : [$"CloudAdapterOptions.{name} must be more than 0 and at most 100 s."];
}
