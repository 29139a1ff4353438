using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Summit.Bot.Answering;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Auditing;

/// <summary>
/// How an answer came about, as it is written: enough to go through it again step by step. It names no user. What the user wrote, and what
/// repeats it, is null once it was forgotten.
/// </summary>
/// <param name="Id">Id of the answer.</param>
/// <param name="Time">When it was given.</param>
/// <param name="Channel">Where.</param>
/// <param name="Status">As <see cref="Answer.Status"/>.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="Asked">The question as its user wrote it.</param>
/// <param name="Understood">The question as it was looked up, where that is another one.</param>
/// <param name="LookedFor">The words that a refused question was looked up by.</param>
/// <param name="Program">Version of this program.</param>
/// <param name="Index">Embedder and revision of the index.</param>
/// <param name="Clauses">For each clause of the question the best candidates, by article.</param>
/// <param name="Outcome">How asking a chat model ended; null where none was asked.</param>
/// <param name="Exchanges">What a chat model was asked and said, and what the check dropped.</param>
/// <param name="Statements">What was answered.</param>
/// <param name="Citations">The sentences that were cited, or shown as near.</param>
public sealed record AuditRecord(
    string Id, DateTimeOffset Time, string Channel, string Status, string Language, string? Asked, string? Understood, IReadOnlyList<string>? LookedFor, string Program, string? Index,
    IReadOnlyList<IReadOnlyList<AuditedCandidates>> Clauses, string? Outcome, IReadOnlyList<AuditedExchange> Exchanges, IReadOnlyList<AuditedStatement> Statements,
    IReadOnlyList<AuditedCitation> Citations)
{
    private static readonly string Version = typeof(AuditRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The record of an answer.</summary>
    public static AuditRecord Of(AuditedAnswer audited)
    {
        ArgumentNullException.ThrowIfNull(audited);
        var (time, channel, _, asked, question, answer, trace) = audited;
        return new AuditRecord(
            answer.Id, time, channel, answer.Status, answer.Language.Code(), asked, question.Text == asked ? null : question.Text, (answer as NotFound)?.LookedFor, Version, trace.Index,
            [.. trace.Evidence.Select(clause => AuditedCandidates.Of(clause.Sentences))],
            trace.Outcome?.ToString(), [.. trace.Exchanges.Select(e => new AuditedExchange(e.Prompt, e.Model, e.Tokens, e.Rendered, e.Reply, e.Faults))],
            answer is Grounded grounded ? [.. grounded.Statements.Select(s => new AuditedStatement(s.Text, s.Span, [.. s.Citations.Select(c => c.Position)]))] : [],
            [.. answer.Shown.Select(AuditedCitation.Of)]);
    }

    /// <summary>The record without what its user wrote and what repeats that: ids, scores, versions and places stay.</summary>
    public AuditRecord Scrubbed() => this with
    {
        Asked = null, Understood = null, LookedFor = null, Exchanges = [.. Exchanges.Select(e => e with { Rendered = null, Reply = null, Faults = [] })],
        Statements = [.. Statements.Select(s => s with { Text = null, Span = null })],
    };
}

/// <summary>The sentences of one article that were considered for a clause, best first; the lists are of the same length.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Version">Content hash of the article.</param>
/// <param name="Sentences">Their numbers.</param>
/// <param name="Scores">What they were ranked by.</param>
/// <param name="Coverage">Share of the question that each holds itself, from 0 to 1.</param>
/// <param name="Support">Share that it or its context holds, from 0 to 1.</param>
public sealed record AuditedCandidates(string Article, string Version, List<int> Sentences, List<float> Scores, List<float> Coverage, List<float> Support)
{
    private const int Most = 10, Digits = 4;

    internal static List<AuditedCandidates> Of(IReadOnlyList<RankedSentence> ranked)
    {
        var articles = new List<AuditedCandidates>();
        for (var i = 0; i < Math.Min(Most, ranked.Count); i++)
        {
            var (article, sentence) = (ranked[i].Article.Article, ranked[i]);
            var known = articles.Find(a => a.Article == article.Id);
            if (known is null)
                articles.Add(known = new AuditedCandidates(article.Id, article.Version, [], [], [], []));
            known.Sentences.Add(sentence.Sentence.Number);
            known.Scores.Add(Rounded(sentence.Score));
            known.Coverage.Add(Rounded(sentence.Coverage));
            known.Support.Add(Rounded(sentence.Support));
        }

        return articles;
    }

    private static float Rounded(double value) => (float)Math.Round(value, Digits);
}

/// <summary>A prompt and what came back.</summary>
/// <param name="Prompt">Name of the prompt.</param>
/// <param name="Model">The model, as its server names it.</param>
/// <param name="Tokens">Of the prompt and the output.</param>
/// <param name="Rendered">The prompt as it was sent.</param>
/// <param name="Reply">The output as it came.</param>
/// <param name="Faults">What the check dropped, and why; or what failed.</param>
public sealed record AuditedExchange(string Prompt, string? Model, long Tokens, string? Rendered, string? Reply, IReadOnlyList<string> Faults);

/// <summary>One thing that was answered.</summary>
/// <param name="Text">The words of a chat model.</param>
/// <param name="Span">The short answer.</param>
/// <param name="Citations">Positions of what it cites.</param>
public sealed record AuditedStatement(string? Text, string? Span, IReadOnlyList<int> Citations);

/// <summary>Where a sentence stands that was shown: the words themselves are in the stored article.</summary>
/// <param name="Position">Its number in the answer.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="Version">Content hash of the version.</param>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="Start">Offset in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public sealed record AuditedCitation(int Position, string Article, string Version, int Sentence, int Start, int Length)
{
    internal static AuditedCitation Of(Citation citation) => new(citation.Position, citation.ArticleId, citation.ArticleVersion, citation.Sentence, citation.Start, citation.Length);
}

/// <summary>An answer that its user did not like.</summary>
/// <param name="Time">When the user said so.</param>
/// <param name="AnswerId">Id of the answer; null where it is not known.</param>
/// <param name="Asked">The question.</param>
/// <param name="Comment">What the user wrote.</param>
public sealed record DislikedAnswer(DateTimeOffset Time, string? AnswerId, string? Asked, string? Comment);

/// <summary>How records are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditRecord))]
[JsonSerializable(typeof(DislikedAnswer))]
public sealed partial class AuditJson : JsonSerializerContext
{
    /// <summary>How records are shown: letters stay letters.</summary>
    public static AuditJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
