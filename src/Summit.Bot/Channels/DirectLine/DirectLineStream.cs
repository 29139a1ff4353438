using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>Sends a conversation over a WebSocket: what is pending from a watermark on, then what comes.</summary>
/// <remarks>
/// Each stream reads the transcript at its own pace, so a client that is slow holds nothing but its place. Clients send an empty
/// text now and then to keep proxies from closing the connection; it is read and dropped.
/// </remarks>
internal static class DirectLineStream
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(30), CloseTimeout = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(WebSocket socket, DirectLineConversation conversation, long watermark, IHostApplicationLifetime host)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(host.ApplicationStopping);
        var reading = DrainAsync(socket, ended);
        try
        {
            watermark = await SendAsync(socket, conversation, watermark, ended.Token);
            var isStopping = host.ApplicationStopping.IsCancellationRequested;
            if (isStopping)
                await SendLastAsync(socket, conversation, watermark);
            await CloseAsync(socket, isStopping ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, reading);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The client has gone, or is too slow; it comes back with its watermark.
        }
        finally
        {
            socket.Abort();
            await reading;
        }
    }

    /// <returns>The last watermark, when the client or the server ends the stream.</returns>
    private static async Task<long> SendAsync(WebSocket socket, DirectLineConversation conversation, long watermark, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            var (json, next, isEmpty) = conversation.Transcript.Read(watermark, out var changed);
            watermark = next;
            if (isEmpty)
                await changed.WaitAsync(ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await SendAsync(socket, json);
        }

        return watermark;
    }

    /// <summary>The server stops: what the turns in flight still say is sent.</summary>
    private static async Task SendLastAsync(WebSocket socket, DirectLineConversation conversation, long watermark)
    {
        await conversation.Turns;
        for (var isEmpty = false; !isEmpty;)
        {
            (var json, watermark, isEmpty) = conversation.Transcript.Read(watermark, out _);
            if (!isEmpty)
                await SendAsync(socket, json);
        }
    }

    /// <summary>Closes this side, and gives the other one the time to read to the end: to abort at once would take from it what is under way.</summary>
    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, Task reading)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var limit = new CancellationTokenSource(CloseTimeout);
        await socket.CloseOutputAsync(status, statusDescription: null, limit.Token);
        await reading.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task SendAsync(WebSocket socket, byte[] json)
    {
        using var limit = new CancellationTokenSource(SendTimeout);
        await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    /// <summary>Reads until the client closes, and ends the stream then.</summary>
    private static async Task DrainAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
                // Nothing is asked over the stream.
            }
        }
        catch (WebSocketException)
        {
            // The connection broke.
        }

        await ended.CancelAsync();
    }
}
