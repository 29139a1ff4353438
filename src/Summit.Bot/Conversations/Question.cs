using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>A question as the bot understood it, before anything is looked up.</summary>
/// <param name="Text">The words of the user, as <see cref="QuestionText.Clean"/> leaves them.</param>
/// <param name="Language">The language to answer in.</param>
/// <param name="Kind">Whether it asks the articles or only talks.</param>
/// <param name="ConversationId">Opaque id that the server issued.</param>
public sealed record Question(string Text, TextLanguage Language, QuestionKind Kind, string ConversationId)
{
    /// <summary>The language of <see cref="Text"/> where it was completed from words of the other one; null where it is <see cref="Language"/>.</summary>
    public TextLanguage? WrittenIn { get; init; }

    /// <summary>Whether something was only said around it: "wow", "lol"; it is not in <see cref="Text"/>.</summary>
    public bool HasInterjection { get; init; }

    /// <summary>Whether the last question of the conversation completed it: <see cref="Text"/> is then what is looked up, not what was written.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>Whether what the conversation added stands in brackets at the end of <see cref="Text"/>: "Who drew it up (the road map) ?".</summary>
    public bool HasContext { get; init; }

    /// <summary>Whether it may be asked without what stands there, when the articles have no answer to it: that is a thing or a place, which may have been something else.</summary>
    public bool IsContextLoose { get; init; }

    /// <summary>Whether it asks for something else than what the last answer told ("What else did he say?"): the sentences cited there may be left out.</summary>
    public bool AsksMore { get; init; }

    /// <summary>What was written, where it may follow up on an answer that cited something; null otherwise.</summary>
    public string? Written { get; init; }

    /// <summary>The sentences that this answer cited; empty where there is none.</summary>
    public IReadOnlyList<ToldSentence> Told { get; init; } = [];
}

/// <summary>What a message wants.</summary>
public enum QuestionKind
{
    /// <summary>An answer from the articles.</summary>
    Articles,

    /// <summary>A language that the bot does not speak.</summary>
    ThirdLanguage,

    /// <summary>A greeting.</summary>
    Greeting,

    /// <summary>Thanks.</summary>
    Thanks,

    /// <summary>That the user has read the answer, and nothing else: "ok", "I see", "tant pis".</summary>
    Acknowledgement,

    /// <summary>A farewell.</summary>
    Farewell,

    /// <summary>Who the bot is.</summary>
    Identity,

    /// <summary>What the bot can do, or help.</summary>
    Help,

    /// <summary>How the bot is.</summary>
    Wellbeing,

    /// <summary>Nothing: no letter and no digit, such as a message of emoji.</summary>
    NoWords,
}
