using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Summit.Bot.Channels.Feedback;

/// <summary>One vote on an answer. It names no user; the conversation is a hash, by which <c>forget</c> finds it.</summary>
/// <param name="Time">When it came.</param>
/// <param name="AnswerId">The answer; null where the client did not say which message and none is remembered.</param>
/// <param name="Reaction"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Comment">What the user wrote with it; null for nothing, and once it was forgotten.</param>
/// <param name="Channel">Where it was given.</param>
/// <param name="Conversation">Hash of channel and conversation; null once it was forgotten.</param>
public sealed record Vote(DateTimeOffset Time, string? AnswerId, string Reaction, string? Comment, string? Channel, string? Conversation);

/// <summary>
/// The votes, in <c>feedback.jsonl</c> of the data folder, one JSON object a line. Each is kept as long as
/// <see cref="AuditOptions.Retention"/> says. Safe for several threads of one process.
/// </summary>
public sealed class FeedbackLog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly TimeSpan _retention;
    private readonly TimeProvider _time;

    /// <summary>Makes the log; nothing is written yet.</summary>
    public FeedbackLog(IOptions<SummitOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _path = Path.Combine(Path.GetFullPath(options.Value.DataPath), "feedback.jsonl");
        _retention = options.Value.Audit.Retention;
        _time = time;
    }

    /// <summary>Adds a vote, and drops those that are older than they may be.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(Vote vote)
    {
        if (_retention == TimeSpan.Zero)
            return;
        lock (_gate)
        {
            var all = Read();
            if (all.Exists(IsTooOld))
                Write([.. all.Where(old => !IsTooOld(old)), vote]);
            else
                File.AppendAllText(Folder(), JsonSerializer.Serialize(vote, Json) + "\n");
        }
    }

    /// <summary>Takes the comments and the conversation out of the votes of one conversation; that something was liked stays.</summary>
    /// <param name="conversation">Hash of channel and conversation.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Forget(string conversation)
    {
        lock (_gate)
        {
            var all = Read();
            if (all.Exists(vote => vote.Conversation == conversation))
                Write(all.ConvertAll(vote => vote.Conversation == conversation ? vote with { Comment = null, Conversation = null } : vote));
        }
    }

    /// <summary>All votes, oldest first. A line that is none is left out.</summary>
    public IReadOnlyList<Vote> ReadAll()
    {
        lock (_gate)
            return Read();
    }

    /// <summary>Drops the votes that are older than they may be.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Sweep()
    {
        lock (_gate)
        {
            var all = Read();
            if (all.Exists(IsTooOld))
                Write(all.Where(vote => !IsTooOld(vote)));
        }
    }

    private bool IsTooOld(Vote vote) => vote.Time < _time.GetUtcNow() - _retention;

    private List<Vote> Read()
    {
        var votes = new List<Vote>();
        foreach (var line in File.Exists(_path) ? File.ReadLines(_path) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize<Vote>(line, Json) is { } vote)
                    votes.Add(vote);
            }
            catch (JsonException)
            {
                // The last line of a process that was killed.
            }
        }

        return votes;
    }

    private void Write(IEnumerable<Vote> votes)
    {
        var next = Folder() + ".new";
        File.WriteAllLines(next, votes.Select(vote => JsonSerializer.Serialize(vote, Json)));
        File.Move(next, _path, overwrite: true);
    }

    private string Folder()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        return _path;
    }
}
