using System.Collections.Immutable;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>One wording of a sentence: the original, or its translation. Safe for several threads.</summary>
/// <param name="Characters">The text.</param>
/// <param name="Language">Its language.</param>
/// <param name="Terms">Its terms, with the heads of state resolved (<see cref="LeaderResolver"/>).</param>
/// <param name="Finder">Finds the mentions when they are first asked for: most sentences are never a candidate.</param>
public sealed record Wording(ReadOnlyMemory<char> Characters, TextLanguage Language, IReadOnlyList<Term> Terms, MentionFinder Finder)
{
    private List<EntityMention>?[]? _apart;

    /// <summary>The text.</summary>
    public string Text => field ??= Characters.ToString();

    /// <summary>What in it can be a short answer; offsets are into <see cref="Text"/>.</summary>
    public IReadOnlyList<EntityMention> Mentions => field ??= Finder.Find(Text, Terms, Language);

    /// <summary>Its words and expressions but for those of grammar, in their order.</summary>
    internal Lexeme[] Meaningful => field ??= FindMeaningful();

    /// <summary>The mentions of one of the kinds that are found apart: most questions want but one, and a search for all costs more than the rest of the ranking.</summary>
    internal List<EntityMention> MentionsOf(MentionKind kind) => (_apart ??= new List<EntityMention>?[(int)MentionKind.Reason + 1])[(int)kind] ??= Finder.Find(kind, Text, Terms, Language);

    /// <summary>Its names that only say whose relative somebody is.</summary>
    internal IReadOnlyList<Lexeme> KinOwners => field ??= Kinship.OwnersIn(Characters.Span, Terms);

    private Lexeme[] FindMeaningful()
    {
        var count = 0;
        for (var i = 0; i < Terms.Count; i++)
            count += Terms[i].Kind == TermKind.Function ? 0 : 1;
        var meaningful = new Lexeme[count];
        for (var i = Terms.Count - 1; count > 0; i--)
        {
            if (Terms[i].Kind != TermKind.Function)
                meaningful[--count] = Terms[i].Lexeme;
        }

        return meaningful;
    }
}

/// <summary>A sentence of an indexed article as the ranking sees it.</summary>
public sealed class SentenceProfile
{
    /// <summary>Number in the article, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Paragraph in the article, counted from 1.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The sentence as it stands in the article.</summary>
    public required Wording Original { get; init; }

    /// <summary>Its translation; null where there is none.</summary>
    public required Wording? Translation { get; init; }

    /// <summary>Concepts of those whose words or wishes it reports.</summary>
    public required IReadOnlySet<int> Speakers { get; init; }

    /// <summary>Whether it reports what somebody said, wants or thinks.</summary>
    public required bool ReportsSpeech { get; init; }

    /// <summary>The original and, where there is one, the translation.</summary>
    public ImmutableArray<Wording> Wordings => field.IsDefault ? field = Translation is null ? [Original] : [Original, Translation] : field;

    /// <summary>The groups of letters of each wording.</summary>
    internal IReadOnlyList<uint[]> LetterGroups => field ??= [.. Wordings.Select(wording => Retrieval.LetterGroups.Of(wording.Terms))];

    /// <summary>The groups of letters of all wordings, each once.</summary>
    internal uint[] AllLetterGroups() => LetterGroups is [var only] ? only : [.. LetterGroups.SelectMany(groups => groups).Distinct()];

    /// <summary>The wording in a language, or the original.</summary>
    public Wording In(TextLanguage language) => Translation is { } other && other.Language == language ? other : Original;
}
