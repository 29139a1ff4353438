using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summit.BotFramework.Authentication;
using Summit.BotFramework.Turns;

namespace Summit.BotFramework;

/// <summary>Registers the adapter.</summary>
public static class BotFrameworkServiceCollectionExtensions
{
    /// <summary>Signing keys and access tokens are small, and the login servers fast; a request waits for them.</summary>
    private static readonly TimeSpan AuthenticationTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds <see cref="CloudAdapter"/> as a singleton, also as <see cref="IBotFrameworkHttpAdapter"/>, with its HTTP clients. Who the bot is,
    /// <see cref="BotFrameworkAuthenticationOptions"/>, is read from the root of the configuration.
    /// Needs an <see cref="IConfiguration"/> and a host environment, which every ASP.NET Core host has.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets how connectors are called.</param>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, Action<CloudAdapterOptions>? configure = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<CloudAdapterOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CloudAdapterOptions>, CloudAdapterOptionsValidator>();
        services.AddOptions<BotFrameworkAuthenticationOptions>()
            .Configure<IConfiguration>((options, configuration) => configuration.Bind(options))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkAuthenticationOptions>, BotFrameworkAuthenticationOptionsValidator>();

        services.AddSingleton<AppCredentials>();
        services.AddSingleton(HostsOf);
        services.AddSingleton(GateOf);
        services.AddSingleton<MessageTurns>();
        // Hosted services are stopped in reverse order: the web server, which takes no more requests, before this.
        services.AddHostedService(provider => provider.GetRequiredService<MessageTurns>());
        services.AddSingleton<CloudAdapter>(provider => new CloudAdapter(
            provider.GetRequiredService<IOptions<CloudAdapterOptions>>(),
            provider.GetRequiredService<IGate>(),
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<MessageTurns>(),
            provider.GetRequiredService<ILogger<CloudAdapter>>()));
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<CloudAdapter>());
        return services.AddConnectorClient().AddAuthenticationClients();
    }

    private static IServiceCollection AddConnectorClient(this IServiceCollection services)
    {
        var client = services.AddHttpClient(ConnectorClient.HttpClientName)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<CloudAdapterOptions>>().Value.ConnectorTimeout;
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                // A redirect would carry a reply to a host that nobody has checked.
                AllowAutoRedirect = false,
                UseCookies = false,
                // Without authentication all is on this machine, and a proxy from the environment is not.
                UseProxy = HasAppId(provider),
            })
            // The factory's own log lines hold conversation ids.
            .RemoveAllLoggers();
        client.AddResilienceHandler("connector", (pipeline, context) =>
                ConnectorResilience.Configure(pipeline, context.ServiceProvider.GetRequiredService<IOptions<CloudAdapterOptions>>().Value))
            .SelectPipelineByAuthority();
        client.AddHttpMessageHandler(provider => new ServiceHostHandler(provider.GetRequiredService<ServiceHosts>()));
        client.ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
        {
            if (HasAppId(provider))
                handlers.Add(new AccessTokenHandler(provider.GetRequiredService<AppCredentials>()));
        });
        return services;
    }

    private static IServiceCollection AddAuthenticationClients(this IServiceCollection services)
    {
        services.AddHttpClient(SigningKeys.HttpClientName)
            .ConfigureHttpClient(client =>
            {
                client.Timeout = AuthenticationTimeout;
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .RemoveAllLoggers();
        services.AddHttpClient(LoginHttpClientFactory.HttpClientName)
            .ConfigureHttpClient(client => client.Timeout = AuthenticationTimeout)
            .AddHttpMessageHandler(provider =>
                new LoginOverHttpHandler(provider.GetRequiredService<IOptions<BotFrameworkAuthenticationOptions>>()))
            .RemoveAllLoggers();
        return services;
    }

    private static bool HasAppId(IServiceProvider provider) => !string.IsNullOrWhiteSpace(AuthenticationOf(provider).MicrosoftAppId);

    private static BotFrameworkAuthenticationOptions AuthenticationOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<BotFrameworkAuthenticationOptions>>().Value;

    /// <summary>Without an app id there is no channel whose hosts could be trusted.</summary>
    private static ServiceHosts HostsOf(IServiceProvider provider)
    {
        var options = AuthenticationOf(provider);
        return HasAppId(provider)
            ? new ServiceHosts([.. Cloud.Of(options)!.ServiceHosts, .. options.MicrosoftAppServiceHosts], IsDevelopment(provider))
            : new ServiceHosts([], withLoopback: IsDevelopment(provider));
    }

    private static IGate GateOf(IServiceProvider provider) => HasAppId(provider)
        ? new TokenGate(
            AuthenticationOf(provider),
            IsDevelopment(provider),
            provider.GetRequiredService<ServiceHosts>(),
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CloudAdapter>>())
        : new UnauthenticatedGate(IsDevelopment(provider));

    private static bool IsDevelopment(IServiceProvider provider) => provider.GetRequiredService<IHostEnvironment>().IsDevelopment();
}
