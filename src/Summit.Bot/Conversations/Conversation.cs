using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>What is known of a conversation: its language, and what was asked and answered last.</summary>
/// <param name="LastLanguage">The language last spoken in it.</param>
/// <param name="Chosen">The language that the user has chosen for it; null while the bot goes by the questions.</param>
/// <param name="Turns">The last turns, oldest first.</param>
/// <param name="LastSeen">When its last message came.</param>
public sealed record Conversation(TextLanguage LastLanguage, TextLanguage? Chosen, IReadOnlyList<ConversationTurn> Turns, DateTimeOffset LastSeen)
{
    /// <summary>A conversation that begins.</summary>
    public static Conversation Begin(TextLanguage language, DateTimeOffset now) => new(language, Chosen: null, [], now);

    /// <summary>An id that nobody can guess: 128 random bits, in hexadecimal digits.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The hash of 128 bits under which what belongs to a conversation is kept, so that no file names it.</summary>
    public static string KeyOf(string? channel, string? conversation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}|{conversation}")).AsSpan(0, 16));

    /// <summary>The conversation after a turn, of which those that are too many or too old are gone.</summary>
    public Conversation After(ConversationTurn turn, ConversationsOptions options)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(options);
        var oldest = turn.Time - options.MaxAge;
        return this with { LastLanguage = turn.Language, LastSeen = turn.Time, Turns = [.. Turns.Append(turn).Where(kept => kept.Time > oldest).TakeLast(options.MaxTurns)] };
    }
}

/// <summary>A question of a conversation and its answer.</summary>
/// <param name="Time">When it was asked.</param>
/// <param name="Text">What was looked up: the question, completed where it followed up on another one.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="WrittenIn">The language of <paramref name="Text"/> where it is another one.</param>
/// <param name="Answer">What was answered, without its sources, shortened to <see cref="MostAnswerLength"/>.</param>
/// <param name="Cited">The sentences that were cited; null for none.</param>
public sealed record ConversationTurn(DateTimeOffset Time, string Text, TextLanguage Language, TextLanguage? WrittenIn, string Answer, IReadOnlyList<ToldSentence>? Cited = null)
{
    /// <summary>The most of an answer that is remembered, in UTF-16 units.</summary>
    public const int MostAnswerLength = 1000;

    /// <summary>The question, as far as another one may follow up on it.</summary>
    [JsonIgnore]
    public Question Question => new(Text, Language, QuestionKind.Articles, "") { WrittenIn = WrittenIn };
}

/// <summary>A sentence that an answer cited.</summary>
/// <param name="ArticleId">Id of its article.</param>
/// <param name="ArticleVersion">Content hash of the version that was cited.</param>
/// <param name="Sentence">Its number, counted from 1.</param>
public sealed record ToldSentence(string ArticleId, string ArticleVersion, int Sentence);

/// <summary>How a conversation is written where it is kept.</summary>
[JsonSerializable(typeof(Conversation))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ConversationJson : JsonSerializerContext;
