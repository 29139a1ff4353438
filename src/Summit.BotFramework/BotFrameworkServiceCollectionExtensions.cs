using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Summit.BotFramework;

/// <summary>Registers the adapter.</summary>
public static class BotFrameworkServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="CloudAdapter"/> as a singleton, also as <see cref="IBotFrameworkHttpAdapter"/>, with the HTTP client of its connector calls.
    /// Needs an <see cref="IConfiguration"/> and a host environment, which every ASP.NET Core host has.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Runs after the configuration was read.</param>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, Action<CloudAdapterOptions>? configure = null)
    {
        var options = services.AddOptions<CloudAdapterOptions>()
            .Configure<IConfiguration>((options, configuration) => options.MicrosoftAppId = configuration[nameof(options.MicrosoftAppId)])
            .Validate(
                options => options.ConnectorTimeout > TimeSpan.Zero && options.ConnectorTimeout <= CloudAdapterOptions.MaxConnectorTimeout,
                "CloudAdapterOptions.ConnectorTimeout must be more than 0 and at most 100 s.")
            .ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);

        services.AddHttpClient(ConnectorClient.HttpClientName)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<CloudAdapterOptions>>().Value.ConnectorTimeout;
                client.MaxResponseContentBufferSize = 64 * 1024;
            })
            // A redirect, or a proxy from the environment, would carry a reply off this machine.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
            // The factory's own log lines hold conversation ids.
            .RemoveAllLoggers();

        services.AddSingleton<CloudAdapter>();
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<CloudAdapter>());
        return services;
    }
}
