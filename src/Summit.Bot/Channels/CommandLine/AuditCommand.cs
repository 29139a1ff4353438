using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Summit.Bot.Auditing;
using Summit.Bot.Channels.Feedback;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Shows how answers came about, and which ones editors should read.</summary>
internal static class AuditCommand
{
    private const string Forgotten = "(forgotten)";

    /// <summary>Shows one answer.</summary>
    public static async Task<int> ShowAsync(string[] settings, string id, bool json)
    {
        var options = SummitCommandLine.ReadOptions(settings);
        await using var audit = Open(options);
        if (audit.Find(id) is not { } record)
            return SummitCommandLine.Say(SummitCommandLine.Failed, $"There is no record of an answer '{id}'. Records are kept for {options.Audit.Retention.TotalDays:0.##} days (Summit:Audit:Retention); the id stands in the JSON of the answer as answerId.");
        if (json)
            Console.Out.WriteLine(Json(record));
        else
            Write(record, ArticleStores.Of(options), Console.Out);
        return SummitCommandLine.Done;
    }

    /// <summary>Lists the questions that the articles did not answer.</summary>
    public static async Task<int> ListUnansweredAsync(string[] settings, bool json)
    {
        await using var audit = Open(SummitCommandLine.ReadOptions(settings));
        foreach (var record in audit.FindByStatus("notFound"))
            Console.Out.WriteLine(json ? Json(record) : Line(record.Time, record.Id, record.Asked ?? Forgotten, null));
        return SummitCommandLine.Done;
    }

    /// <summary>Lists the answers that users did not like, with what they wrote.</summary>
    public static async Task<int> ListDislikedAsync(string[] settings, bool json)
    {
        var options = SummitCommandLine.ReadOptions(settings);
        await using var audit = Open(options);
        foreach (var vote in new FeedbackLog(Options.Create(options), TimeProvider.System).ReadAll().Where(vote => vote.Reaction == "dislike"))
        {
            var record = vote.AnswerId is null ? null : audit.Find(vote.AnswerId);
            Console.Out.WriteLine(json
                ? JsonSerializer.Serialize(new DislikedAnswer(vote.Time, vote.AnswerId, record?.Asked, vote.Comment), AuditJson.Readable.DislikedAnswer)
                : Line(vote.Time, vote.AnswerId ?? "-", record is null ? "(no record)" : record.Asked ?? Forgotten, vote.Comment));
        }

        return SummitCommandLine.Done;
    }

    internal static void Write(AuditRecord record, IArticleStore store, TextWriter output)
    {
        output.WriteLine($"Answer      {record.Id}");
        output.WriteLine(Invariant($"Time        {record.Time:u}, channel {PlainText.OneLine(record.Channel)}, language {record.Language}"));
        output.WriteLine($"Question    {record.Asked ?? Forgotten}");
        if (record.Understood is { } understood)
            output.WriteLine($"Looked up   {understood}");
        output.WriteLine($"Status      {record.Status}");
        output.WriteLine($"Index       {record.Index ?? "not searched"}, program {record.Program}");
        foreach (var (number, clause) in record.Clauses.Index())
        {
            output.WriteLine();
            output.WriteLine($"Candidates of clause {number + 1}: article@version#sentence, score, coverage, support");
            var candidates = clause.SelectMany(article => article.Sentences.Select((sentence, i) =>
                (At: $"{article.Article}@{article.Version}#{sentence}", Score: article.Scores[i], Coverage: article.Coverage[i], Support: article.Support[i])));
            foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score))
                output.WriteLine(Invariant($"  {candidate.At} {candidate.Score,8:0.0000} {candidate.Coverage,5:0.00} {candidate.Support,5:0.00}"));
        }

        if (record.Outcome is not null)
            output.WriteLine($"\nChat model  {record.Outcome}");
        foreach (var exchange in record.Exchanges)
        {
            output.WriteLine(Invariant($"\nPrompt {exchange.Prompt}, {exchange.Model ?? "no model answered"}, {exchange.Tokens} tokens"));
            output.WriteLine(Indented(exchange.Rendered ?? Forgotten));
            output.WriteLine("Output");
            output.WriteLine(Indented(exchange.Reply ?? Forgotten));
            foreach (var fault in exchange.Faults)
                output.WriteLine($"Dropped     {PlainText.OneLine(fault)}");
        }

        output.WriteLine();
        foreach (var statement in record.Statements)
            output.WriteLine($"Statement   {statement.Text ?? statement.Span ?? "the sentence itself"} [{string.Join("] [", statement.Citations)}]");
        foreach (var citation in record.Citations)
        {
            output.WriteLine(Invariant($"[{citation.Position}] {citation.Article}@{citation.Version}, sentence {citation.Sentence}, from {citation.Start}, {citation.Length} long"));
            output.WriteLine(Indented(Quote(store, citation)));
        }
    }

    /// <summary>What stands there in the store: the proof that the answer quoted it.</summary>
    private static string Quote(IArticleStore store, AuditedCitation citation) =>
        store.ReadText(citation.Article, citation.Version) is { } text && citation.Start + citation.Length <= text.Length
            ? PlainText.OneLine(text.Substring(citation.Start, citation.Length))
            : "(this version of the article is not in the store any more)";

    private static AuditLog Open(SummitOptions options) => new(Options.Create(options), TimeProvider.System, new StandardErrorLogger<AuditLog>());

    private static string Json(AuditRecord record) => JsonSerializer.Serialize(record, AuditJson.Readable.AuditRecord);

    private static string Line(DateTimeOffset time, string id, string asked, string? comment) =>
        Invariant($"{time:u}  {id}  {PlainText.OneLine(asked)}{(comment is null ? "" : $"  — {PlainText.OneLine(comment)}")}");

    private static string Indented(string text) => "  " + text.ReplaceLineEndings("\n  ");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
