using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>What a follow-up may point back to: the last question, its answer, and the question before.</summary>
internal sealed partial class Context
{
    private readonly Lazy<List<Phrase>> _told;
    private readonly Lazy<List<Phrase>> _earlier;

    public Context(IReadOnlyList<ConversationTurn> turns, PhraseReader phrases)
    {
        var last = turns[^1].Question;
        Language = LanguageOf(last);
        Text = FollowUp.WithoutConnective(FollowUp.Plain(last.Text));
        var match = Bracketed().Match(Text);
        (Body, Bracket) = (match.Groups["body"].Value.TrimEnd(), match.Groups["bracket"].Value);
        IsRefused = turns[^1].Cited is not { Count: > 0 };
        Phrases = [.. phrases.Read(Text, Language).OrderBy(phrase => phrase.IsBracketed)];
        _told = new(() => phrases.Read(FollowUp.Plain(turns[^1].Answer), last.Language));
        _earlier = new(() => turns.Count < 2 ? [] : [.. phrases.Read(FollowUp.Plain(turns[^2].Text), LanguageOf(turns[^2].Question)).OrderBy(phrase => phrase.IsBracketed), .. phrases.Read(FollowUp.Plain(turns[^2].Answer), turns[^2].Language)]);
    }

    /// <summary>The language that it is written in.</summary>
    public TextLanguage Language { get; }

    /// <summary>Its words.</summary>
    public string Text { get; }

    /// <summary>Its words without question mark and brackets.</summary>
    public string Body { get; }

    /// <summary>What stands in its brackets; empty for none.</summary>
    public string Bracket { get; }

    /// <summary>Whether the articles had no answer to it.</summary>
    public bool IsRefused { get; }

    /// <summary>Its phrases, those in brackets last.</summary>
    public List<Phrase> Phrases { get; }

    /// <summary>Those of its answer.</summary>
    public List<Phrase> Told => _told.Value;

    /// <summary>Those of the question before, and of its answer.</summary>
    public List<Phrase> Earlier => _earlier.Value;

    /// <summary>The phrases, then those that others belong to.</summary>
    public IEnumerable<Phrase> All => WithOwners(Phrases);

    /// <summary>A body that takes the place of the last one, with its brackets.</summary>
    public string Ask(string body) => $"{Wording.Capital(body)}{(Bracket.Length > 0 ? $" ({Bracket})" : "")} ?";

    /// <summary>Phrases, then those that they belong to.</summary>
    public static IEnumerable<Phrase> WithOwners(IReadOnlyList<Phrase> phrases) => phrases.Concat(phrases.SelectMany(Owners));

    private static IEnumerable<Phrase> Owners(Phrase phrase)
    {
        for (var owner = phrase.Owner; owner is not null; owner = owner.Owner)
            yield return owner;
    }

    private static TextLanguage LanguageOf(Question question) => question.WrittenIn ?? question.Language;

    [GeneratedRegex(@"^(?<body>.*?)\s*(\((?<bracket>[^()]*)\))?[\s?!.…]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Bracketed();
}
