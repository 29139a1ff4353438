using System.Buffers;
using System.Text.Json;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Collects the replies of a turn whose sender expects them in the HTTP response.</summary>
/// <remarks>Each is serialized when it is sent, so that one that cannot be fails there, in the turn, and not after it.</remarks>
internal sealed class ReplyBuffer : IReplyTarget
{
    private readonly Lock gate = new();
    private readonly List<(string Id, byte[] Json)> replies = [];
    private bool closed;

    /// <exception cref="InvalidOperationException">The turn is over, and its response written.</exception>
    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7().ToString("N");
        activity.Id = id;
        var json = Serialize(activity);
        lock (gate)
        {
            if (closed)
                throw new InvalidOperationException("With expectReplies, nothing can be sent after the turn.");
            replies.Add((id, json));
        }

        return Task.FromResult(new ResourceResponse(id));
    }

    /// <exception cref="InvalidOperationException">No reply of this turn has that id.</exception>
    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        var json = Serialize(activity);
        lock (gate)
        {
            var index = IndexOf(activity.Id);
            replies[index] = (replies[index].Id, json);
        }

        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <exception cref="InvalidOperationException">No reply of this turn has that id.</exception>
    public Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        lock (gate)
            replies.RemoveAt(IndexOf(reference.ActivityId));
        return Task.CompletedTask;
    }

    /// <summary>Ends the collecting.</summary>
    /// <returns><c>{"activities":[…]}</c>, in UTF-8.</returns>
    public byte[] Close()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("activities"u8);
        lock (gate)
        {
            closed = true;
            foreach (var reply in replies)
                json.WriteRawValue(reply.Json, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Serialize(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.TypeInfo<Activity>());

    private int IndexOf(string? id)
    {
        var index = replies.FindIndex(reply => reply.Id == id);
        return index >= 0
            ? index
            : throw new InvalidOperationException("With expectReplies, only a reply of the same turn can be changed.");
    }
}
