namespace Summit.Bot.Retrieval;

/// <summary>Turns of phrase by which a question asks for more than a sentence that has its words.</summary>
[Flags]
public enum QuestionTurns
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>For a date of the calendar, a month or a year: a day of the week tells none.</summary>
    Calendar = 1 << 0,

    /// <summary>For an age or a period: a day tells none.</summary>
    Period = 1 << 1,

    /// <summary>Since when, or for how long, something has been so: a day alone tells nothing of that.</summary>
    Since = 1 << 2,

    /// <summary>How long ago something was, which "nearly twenty years ago" tells better than a date.</summary>
    HowLongAgo = 1 << 3,

    /// <summary>During which part of something it happened.</summary>
    AtWhatPoint = 1 << 4,

    /// <summary>When or where something happened, of which it need not say what.</summary>
    WhenOrWhere = 1 << 5,

    /// <summary>Of what takes place whether it is on a day of the week, and nothing else.</summary>
    WhetherDay = 1 << 6,

    /// <summary>When or where something happens again, which is not told by when or where it has happened.</summary>
    Again = 1 << 7,

    /// <summary>For a place or a state that is spoken of, and not where something happens: "about which region?".</summary>
    OfPlace = 1 << 8,

    /// <summary>By what somebody travelled: on foot, by train, by air.</summary>
    Transport = 1 << 9,

    /// <summary>Who two are: a sentence that names one does not tell.</summary>
    WhoBothAre = 1 << 10,

    /// <summary>Who else there is: besides those whom it or the article is about.</summary>
    Others = 1 << 11,

    /// <summary>What each of several says or wants: one of them alone is half of it.</summary>
    OfEach = 1 << 12,

    /// <summary>What somebody answered or how he took it: that he may be angry does not tell.</summary>
    Reaction = 1 << 13,

    /// <summary>What something is about: "a dialogue on what?".</summary>
    Topic = 1 << 14,

    /// <summary>What somebody talked about: that they talked does not tell.</summary>
    TopicOfTalk = 1 << 15,

    /// <summary>What something holds, or what things are that may be mentioned only: the steps of a plan, "what exactly are these tendencies?".</summary>
    Contents = 1 << 16,

    /// <summary>How exactly, by which way.</summary>
    Manner = 1 << 17,

    /// <summary>Which exactly: that there are some does not tell.</summary>
    WhichExactly = 1 << 18,

    /// <summary>What somebody gains by something.</summary>
    Benefit = 1 << 19,

    /// <summary>Why something is not so.</summary>
    WhyNot = 1 << 20,

    /// <summary>What the one who asks should do, as no news tells: "how do I get a visa?".</summary>
    Advice = 1 << 21,

    /// <summary>Who of several did something first: that something happened for the first time does not tell.</summary>
    WhoFirst = 1 << 22,

    /// <summary>For something that is not in any article: a poem, a translation, an opinion.</summary>
    ToMake = 1 << 23,

    /// <summary>Which language somebody speaks: that he speaks, or is of a country, does not tell.</summary>
    Tongue = 1 << 24,

    /// <summary>What would be if something were so.</summary>
    Hypothesis = 1 << 25,

    /// <summary>Of last year, of the next month: another time than that of the article.</summary>
    AnotherTime = 1 << 26,

    /// <summary>What was done after an event, of which the article may tell only that.</summary>
    Afterwards = 1 << 27,

    /// <summary>What somebody's relative is called: that there is one does not tell.</summary>
    NameOfRelative = 1 << 28,
}
