using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Summit.Bot.Channels.Api;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace Summit.Bot.Channels.Activities;

/// <summary>What Microsoft.Bot.Builder does otherwise than Summit.BotFramework, whose side is the file of this name beside.</summary>
internal static class BotSdk
{
    /// <summary>Headers that a proxy or tunnel adds: behind one, a connection from loopback may come from anywhere.</summary>
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    /// <summary>Settings that only Summit.BotFramework knows: to pass over them would let in whom they keep out, or send no reply.</summary>
    private static readonly string[] UnknownKeys =
        ["MicrosoftAppAllowedTenants", "MicrosoftAppServiceHosts", "MicrosoftAppCertificatePath", "MicrosoftAppFederatedTokenFile", "MicrosoftAppFederatedClientId"];

    private static readonly Newtonsoft.Json.JsonSerializer Serializer = Newtonsoft.Json.JsonSerializer.Create(new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, DateParseHandling = DateParseHandling.None });

    private static readonly string[] AppTypes = ["MultiTenant", "SingleTenant", "UserAssignedMSI"];

    /// <summary>Fields as an activity holds them: in its channelData, in an entity or as the content of a card.</summary>
    public static JObject Json(JsonObject fields)
    {
        using var reader = new JsonTextReader(new StringReader(fields.ToJsonString())) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>Fields that <see cref="Json"/> made; null where there are none.</summary>
    public static JsonObject? Fields(object? json) => json is JObject fields ? JsonNode.Parse(fields.ToString(Formatting.None)) as JsonObject : null;

    /// <summary>A value that a client sent; null where there is none.</summary>
    public static JsonElement? Received(object? value) =>
        value is JToken token ? System.Text.Json.JsonSerializer.Deserialize<JsonElement>(token.ToString(Formatting.None)) : null;

    /// <summary>An activity that a client sent.</summary>
    /// <exception cref="System.Text.Json.JsonException">A field is not of its type; the message names no secret, but types of .NET.</exception>
    public static Activity Activity(JsonObject json)
    {
        try
        {
            return Json(json).ToObject<Activity>(Serializer)!;
        }
        catch (Newtonsoft.Json.JsonException error)
        {
            throw new System.Text.Json.JsonException(error.Message, error);
        }
    }

    /// <summary>An activity as clients read it: UTF-8.</summary>
    public static byte[] Bytes(Activity activity) => Encoding.UTF8.GetBytes(JObject.FromObject(activity, Serializer).ToString(Formatting.None));

    /// <summary>The text of a message without the mention of the bot; null where there is none.</summary>
    public static string? WithoutMention(IMessageActivity activity)
    {
        // Bot Builder throws on a message without text or recipient, and on a mention that names nobody.
        activity.Entities = [.. (activity.Entities ?? []).Where(IsReadable)];
        return activity is { Text: not null, Recipient.Id: not null } ? activity.RemoveRecipientMention() : activity.Text;
    }

    /// <summary>Adds the <see cref="CloudAdapter"/> and what it needs.</summary>
    public static IServiceCollection AddCloudAdapter(this IServiceCollection services) => services
        .AddHttpClient()
        .AddSingleton(AuthenticationOf)
        .AddSingleton<CloudAdapter, Adapter>();

    /// <summary>Shows in personal chats that the bot is typing while an answer takes its time.</summary>
    public static IMiddleware ShowTyping(IServiceProvider services) => new Typing();

    /// <summary>Serves a request to <c>/api/messages</c>; without an app id, in Development and from this machine only.</summary>
    // Without the token of the request: a turn goes on when the channel hangs up.
    public static Task ServeAsync(this CloudAdapter adapter, HttpContext context, IBot bot) =>
        Refusal(context) is { } refusal ? refusal.ExecuteAsync(context) : adapter.ProcessAsync(context.Request, context.Response, bot);

    private static bool IsReadable(Entity? entity)
    {
        try
        {
            return entity is not null
                && (!string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)
                    || (entity.Properties?.ToObject<Mention>() is { Mentioned: { } mentioned } mention && (mention.Text ?? mentioned.Name) is not null));
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return false;
        }
    }

    private static bool HasAppId(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]);

    /// <exception cref="SetupException">A setting that Bot Builder cannot work with, or would pass over.</exception>
    private static BotFrameworkAuthentication AuthenticationOf(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        if (UnknownKeys.FirstOrDefault(key => configuration.GetSection(key).Exists()) is { } unknown)
            throw new SetupException($"{unknown} is not known to Microsoft.Bot.Builder, which this build uses. Remove it, or build without PublishedSdks.");
        if (configuration["MicrosoftAppType"] is { Length: > 0 } type && !AppTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            throw new SetupException($"MicrosoftAppType is none of {string.Join(", ", AppTypes)}, which Microsoft.Bot.Builder knows.");
        try
        {
            return new Authentication(configuration, services.GetRequiredService<IHttpClientFactory>(), services.GetRequiredService<ILogger<CloudAdapter>>());
        }
        catch (ArgumentException error)
        {
            throw new SetupException(error.Message);
        }
    }

    /// <summary>Bot Builder serves everybody where there is no app id, and reads any content type.</summary>
    private static IResult? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && !request.HasJsonContentType())
            return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, "The content type is not application/json.", "An activity is sent as application/json, in UTF-8.");
        if (HasAppId(context.RequestServices.GetRequiredService<IConfiguration>()))
            return null;
        if (!context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment() || context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return Problems.Of(
                context, StatusCodes.Status503ServiceUnavailable, "MicrosoftAppId is not configured.",
                "Without MicrosoftAppId requests cannot be authenticated. They are served in Development only, and over a loopback address only.");
        }

        return ArticleLinks.IsLoopback(request) && !ProxyHeaders.Any(request.Headers.ContainsKey)
            ? null
            : Problems.Of(context, StatusCodes.Status403Forbidden, "Without authentication, only this machine is served.", "The request came through a proxy, or its Host header does not name a loopback address.");
    }

    /// <summary>Microsoft's has two constructors that services could fill, and dependency injection does not choose.</summary>
    private sealed class Adapter(BotFrameworkAuthentication authentication, ILogger<CloudAdapter> logger) : CloudAdapter(authentication, logger);

    /// <summary>Without an app id Bot Builder would send replies wherever the activity says.</summary>
    private sealed class Authentication(IConfiguration configuration, IHttpClientFactory httpClients, ILogger<CloudAdapter> logger)
        : ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClients, logger: logger)
    {
        private readonly bool _isOff = !HasAppId(configuration);

        /// <exception cref="BadHttpRequestException">Nothing may be sent where the activity says.</exception>
        public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
        {
            // Bot Builder makes a connector even where all replies go into the response.
            if (_isOff && string.IsNullOrEmpty(activity.ServiceUrl) && activity.DeliveryMode == DeliveryModes.ExpectReplies)
                activity.ServiceUrl = "http://localhost";
            if (_isOff && !(Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var channel) && channel.Scheme is "http" or "https" && ArticleLinks.IsLoopback(channel.Host)))
                throw new BadHttpRequestException("Without authentication, the activity's serviceUrl must name a loopback address.", StatusCodes.Status403Forbidden);
            try
            {
                return await base.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
            }
            catch (ArgumentException error)
            {
                // What is no token at all; the adapter answers with 401.
                throw new UnauthorizedAccessException(error.Message, error);
            }
        }
    }

    /// <summary>Bot Builder's middleware goes on typing while a reply is streamed, in groups, and where replies are expected in the response.</summary>
    private sealed class Typing : IMiddleware
    {
        private readonly ShowTypingMiddleware _inner = new();

        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            ReplyStream.IsStreamed(turnContext.Activity)
            || turnContext.Activity is { DeliveryMode: DeliveryModes.ExpectReplies } or not { Conversation: { Id: not null, ConversationType: null or "" or "personal", IsGroup: not true } }
                ? next(cancellationToken)
                : _inner.OnTurnAsync(turnContext, next, cancellationToken);
    }
}
