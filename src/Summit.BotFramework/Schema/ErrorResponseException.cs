using System.Net;

namespace Summit.BotFramework.Schema;

/// <summary>A channel answered a call with something other than success. <see cref="HttpRequestException.StatusCode"/> has the status.</summary>
public sealed class ErrorResponseException : HttpRequestException
{
    /// <summary>Creates the exception; the message names method, host and status, and neither ids nor texts.</summary>
    internal ErrorResponseException(HttpMethod method, string host, HttpStatusCode status)
        : base($"{method} to {host} was answered with {(int)status} ({status}).", inner: null, status)
    {
        Method = method;
        Host = host;
    }

    /// <summary>Creates the exception for an activity that is not sent, since a channel would answer 413.</summary>
    internal ErrorResponseException(HttpMethod method, string host, int size, int maxSize)
        : base(
            $"{method} to {host} was not made: the activity has {size} bytes in UTF-16, and at most {maxSize} are sent.",
            inner: null,
            HttpStatusCode.RequestEntityTooLarge)
    {
        Method = method;
        Host = host;
    }

    /// <summary>The method of the call.</summary>
    public HttpMethod Method { get; }

    /// <summary>The host, with its port, that answered.</summary>
    public string Host { get; }
}
