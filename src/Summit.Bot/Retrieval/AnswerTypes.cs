namespace Summit.Bot.Retrieval;

/// <summary>What kinds of thing a question asks for; several for "where and when".</summary>
[Flags]
public enum AnswerTypes
{
    /// <summary>Nothing that has a form of its own: "what is planned?".</summary>
    Open = 0,

    /// <summary>A date, a day or a period.</summary>
    Date = 1,

    /// <summary>A place where something is or happens.</summary>
    Place = 2,

    /// <summary>A person, an organisation or a state.</summary>
    Person = 4,

    /// <summary>A quantity.</summary>
    Number = 8,

    /// <summary>A cause or a purpose.</summary>
    Reason = 16,

    /// <summary>What somebody said or thinks.</summary>
    Speech = 32,

    /// <summary>Yes or no.</summary>
    YesNo = 64,

    /// <summary>A time of day.</summary>
    TimeOfDay = 128,

    /// <summary>A length of time.</summary>
    Duration = 256,
}
