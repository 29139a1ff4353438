using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Summit.Bot.Channels.Api;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Edge;

/// <summary>
/// What no endpoint has caught, told without a word of the exception: a request that breaks off or breaks the rules of HTTP is
/// the client's fault and none for the log; a store that does not answer has been logged; anything else is logged with the trace id that the client is told.
/// </summary>
internal static class Faults
{
    public static void Handle(ExceptionHandlerOptions options)
    {
        options.ExceptionHandler = context =>
        {
            var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            if (error is StoreUnreachableException)
                return Problems.NoStore(context).ExecuteAsync(context);
            context.Response.StatusCode = StatusOf(error);
            return Problems.Of(context).ExecuteAsync(context);
        };
        options.SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException or StoreUnreachableException;
    }

    private static int StatusOf(Exception? error) => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
