using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Answering;

/// <summary>An answer, whatever the channel. One of <see cref="Grounded"/>, <see cref="NotFound"/>, <see cref="SmallTalk"/>.</summary>
/// <param name="Language">The language it is given in.</param>
public abstract record Answer(TextLanguage Language)
{
    /// <summary>Unique id, under which feedback and audit find it.</summary>
    public string Id { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>What it is, for programs: <c>answered</c>, <c>notFound</c> or <c>smallTalk</c>.</summary>
    public abstract string Status { get; }

    /// <summary>The sentences that it shows: what it cites, or what is near.</summary>
    public virtual IEnumerable<Citation> Shown => [];

    /// <summary>What was looked up, where the last question of the conversation completed this one; null otherwise.</summary>
    public string? Understood { get; init; }

    /// <summary>Whether a chat model was to word the answer, and did not answer.</summary>
    public bool IsWithoutModel { get; init; }
}

/// <summary>An answer that the articles prove: every statement has its sentences.</summary>
/// <param name="Language">The language of the frame; a quotation stays in the language of its article.</param>
/// <param name="Statements">In the order they are said; at least one.</param>
public sealed record Grounded(TextLanguage Language, IReadOnlyList<Statement> Statements) : Answer(Language)
{
    /// <inheritdoc/>
    public override string Status => "answered";

    /// <inheritdoc/>
    public override IEnumerable<Citation> Shown => Citations;

    /// <summary>All citations, by position.</summary>
    public IEnumerable<Citation> Citations => Statements.SelectMany(statement => statement.Citations).DistinctBy(citation => citation.Position).OrderBy(citation => citation.Position);

    /// <summary>Whether a chat model wrote what stands beside the quotations.</summary>
    public bool IsWritten => Statements.Any(statement => statement.Text is not null);
}

/// <summary>One thing the answer says: the short answer where there is one, and the sentences that prove it.</summary>
/// <param name="Span">The short answer, taken from the sentence or its translation; null where the whole sentence answers.</param>
/// <param name="Citations">The sentences; at least one.</param>
/// <param name="Text">The words of a chat model; null where the sentence alone is the answer.</param>
public sealed record Statement(string? Span, IReadOnlyList<Citation> Citations, string? Text = null)
{
    /// <summary>A statement that one sentence makes.</summary>
    public Statement(string? span, Citation citation) : this(span, [citation])
    {
    }
}

/// <summary>The articles do not answer.</summary>
/// <param name="Language">The language it is said in.</param>
/// <param name="LookedFor">The words of the question that the search went by.</param>
/// <param name="Closest">A sentence near the question, shown as such; null where none is near.</param>
/// <param name="IsThirdLanguage">The question is in a language that the bot does not speak: it says so in both that it does.</param>
public sealed record NotFound(TextLanguage Language, IReadOnlyList<string> LookedFor, Citation? Closest, bool IsThirdLanguage) : Answer(Language)
{
    /// <summary>Whether it was asked what else there is: beyond what the last answer cited the articles have nothing.</summary>
    public bool HasNothingMore { get; init; }

    /// <inheritdoc/>
    public override string Status => "notFound";

    /// <inheritdoc/>
    public override IEnumerable<Citation> Shown => Closest is null ? [] : [Closest];
}

/// <summary>A reply to talk that asks nothing of the articles.</summary>
/// <param name="Language">The language it is said in.</param>
/// <param name="Kind">What the message was.</param>
public sealed record SmallTalk(TextLanguage Language, QuestionKind Kind) : Answer(Language)
{
    /// <inheritdoc/>
    public override string Status => "smallTalk";
}
