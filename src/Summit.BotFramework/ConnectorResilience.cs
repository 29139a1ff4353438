using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Summit.BotFramework;

/// <summary>Which calls to a connector are repeated, and when they are not even tried.</summary>
/// <remarks>
/// The documentation of Teams asks bots to repeat after 412, 429, 502 and 504, and 503 says that nothing was done: those statuses hold for
/// every call. A failure without an answer is repeated only where nothing can have been delivered twice.
/// </remarks>
internal static class ConnectorResilience
{
    private const int Repetitions = 3;

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, CloudAdapterOptions options) => pipeline
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Repetitions,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.ConnectorRetryDelay,
            ShouldRetryAfterHeader = true,
            ShouldHandle = attempt => ValueTask.FromResult(MayRepeat(attempt.Outcome, attempt.Context.GetRequestMessage()?.Method, options)),
        })
        // One for each host, so that an outage of one does not silence the others.
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.8,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(10),
            ShouldHandle = attempt => ValueTask.FromResult(IsOutage(attempt.Outcome)),
        })
        .AddTimeout(options.ConnectorAttemptTimeout);

    private static bool MayRepeat(Outcome<HttpResponseMessage> outcome, HttpMethod? method, CloudAdapterOptions options) => outcome switch
    {
        { Result: { } response } => IsPassing(response.StatusCode) && CanWait(response, options.ConnectorTimeout),
        { Exception: HttpRequestException e } when IsBeforeSending(e.HttpRequestError) => true,
        { Exception: HttpRequestException { HttpRequestError: not HttpRequestError.UserAuthenticationError } } => method != HttpMethod.Post,
        { Exception: TimeoutRejectedException } => method != HttpMethod.Post,
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>A channel that wants to be left alone for longer than the call may take is better reported than waited for.</summary>
    private static bool CanWait(HttpResponseMessage response, TimeSpan time)
    {
        var retryAfter = response.Headers.RetryAfter;
        return (retryAfter?.Delta ?? retryAfter?.Date - DateTimeOffset.UtcNow ?? TimeSpan.Zero) < time;
    }

    private static bool IsBeforeSending(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static bool IsOutage(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } =>
            response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        { Exception: HttpRequestException e } => e.HttpRequestError != HttpRequestError.UserAuthenticationError,
        _ => outcome.Exception is TimeoutRejectedException,
    };
}
