using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>What a turn has produced, on its way to the connector or into the HTTP response.</summary>
internal sealed class Turn(IReplyTarget replies)
{
    private (int Status, byte[]? Body)? invokeAnswer;

    public IReplyTarget Replies => replies;

    /// <exception cref="InvalidOperationException">The context is of another adapter.</exception>
    public static Turn Of(ITurnContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.TurnState.Get<Turn>() ?? throw new InvalidOperationException("The turn was not started by this adapter.");
    }

    public async Task<ResourceResponse> SendAsync(ITurnContext context, Activity activity, CancellationToken cancellationToken)
    {
        // Ids are the channel's to give.
        activity.Id = null;
        if (activity.Type == ActivityTypesEx.InvokeResponse)
        {
            invokeAnswer = Answer(activity);
            context.TurnState.Set(BotAdapter.InvokeResponseKey, activity);
            if (replies is ConnectorReplies)
                return new ResourceResponse();
        }

        var isHidden = activity.Type == ActivityTypes.Trace && activity.ChannelId != Channels.Emulator;
        return isHidden ? new ResourceResponse() : await replies.SendAsync(activity, cancellationToken);
    }

    /// <summary>Buffered replies come first: with expectReplies even the answer of an invoke is one of them.</summary>
    public Task WriteResponseAsync(HttpResponse response, bool isUnansweredInvoke, CancellationToken cancellationToken)
    {
        if (replies is ReplyBuffer buffer)
            return WriteAsync(response, StatusCodes.Status200OK, buffer.Close(), cancellationToken);
        if (invokeAnswer is var (status, body))
            return WriteAsync(response, status, body, cancellationToken);
        response.StatusCode = isUnansweredInvoke ? StatusCodes.Status501NotImplemented : StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    /// <summary>Serialized here, so that a body that cannot be fails in the turn.</summary>
    private static (int Status, byte[]? Body) Answer(Activity activity)
    {
        if (activity.Value is not InvokeResponse { Status: >= 200 and <= 599 } response)
            throw new InvalidOperationException("The value of an invokeResponse activity is an InvokeResponse with a status from 200 to 599.");
        var mayHaveBody = response.Status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);
        return (response.Status, response.Body is { } body && mayHaveBody
            ? JsonSerializer.SerializeToUtf8Bytes(body, ActivityJson.TypeInfo<object>())
            : null);
    }

    private static async Task WriteAsync(HttpResponse response, int status, byte[]? json, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        if (json is null)
            return;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, cancellationToken);
    }
}
