using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>What a user tells the bot to do, rather than asks it.</summary>
public enum CommandKind
{
    /// <summary>Show what the bot can do.</summary>
    Help,

    /// <summary>Choose the language of the answers, or show which it is.</summary>
    Language,

    /// <summary>Show the sentences behind the last answer, or the articles.</summary>
    Sources,

    /// <summary>Forget the conversation.</summary>
    Forget,
}

/// <summary>A command: a message that is nothing but its name, in French or English, with or without a slash before it.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="SpokenIn">The language of the command's name.</param>
/// <param name="Language">With <see cref="CommandKind.Language"/>, the language to answer in; null to go by the questions, or where none is named.</param>
/// <param name="NamesLanguage">Whether a language, or none in particular, was chosen.</param>
public sealed partial record UserCommand(CommandKind Kind, TextLanguage SpokenIn, TextLanguage? Language = null, bool NamesLanguage = false)
{
    private static readonly Dictionary<string, (CommandKind Kind, TextLanguage Language)> Names = new()
    {
        ["aide"] = (CommandKind.Help, TextLanguage.French),
        ["help"] = (CommandKind.Help, TextLanguage.English),
        ["langue"] = (CommandKind.Language, TextLanguage.French),
        ["language"] = (CommandKind.Language, TextLanguage.English),
        ["sources"] = (CommandKind.Sources, TextLanguage.French),
        ["oublie"] = (CommandKind.Forget, TextLanguage.French),
        ["oublie-moi"] = (CommandKind.Forget, TextLanguage.French),
        ["forget"] = (CommandKind.Forget, TextLanguage.English),
        ["forget me"] = (CommandKind.Forget, TextLanguage.English),
    };

    private static readonly Dictionary<string, TextLanguage?> Languages = new()
    {
        ["fr"] = TextLanguage.French, ["francais"] = TextLanguage.French, ["french"] = TextLanguage.French,
        ["en"] = TextLanguage.English, ["anglais"] = TextLanguage.English, ["english"] = TextLanguage.English,
        ["auto"] = null,
    };

    /// <summary>Reads a message.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="fallback">The language of a command that is written alike in both.</param>
    /// <returns>Null when it is no command.</returns>
    public static UserCommand? Read(string text, TextLanguage fallback)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(TextAnalyzer.Fold(text.Trim()));
        if (!match.Success || !Names.TryGetValue(match.Groups["name"].Value, out var named))
            return null;
        var spoken = named.Kind == CommandKind.Sources ? fallback : named.Language;
        var argument = match.Groups["argument"].Value;
        if (argument.Length == 0)
            return new UserCommand(named.Kind, spoken);
        return named.Kind == CommandKind.Language && Languages.TryGetValue(argument, out var language)
            ? new UserCommand(named.Kind, spoken, language, NamesLanguage: true)
            : null;
    }

    [GeneratedRegex(@"^/?(?<name>oublie-moi|forget me|[a-z]+)( +(?<argument>[a-z]+))?[ .!]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Form();
}
