using Summit.Bot.Answering;
using Summit.Bot.Conversations;

namespace Summit.Bot.Auditing;

/// <summary>An answer as it is handed over to be recorded.</summary>
/// <param name="Time">When it was given.</param>
/// <param name="Channel">Where.</param>
/// <param name="Conversation">Hash of channel and conversation.</param>
/// <param name="Asked">The question as its user wrote it.</param>
/// <param name="Question">The question as it was looked up.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Trace">What went into it.</param>
public sealed record AuditedAnswer(DateTimeOffset Time, string Channel, string Conversation, string Asked, Question Question, Answer Answer, AnswerTrace Trace);
