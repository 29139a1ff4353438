using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Summit.Bot.Answering;
using Summit.Bot.Auditing;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Auditing;

public sealed class AuditLogTests : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("summit-audit-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly TestCorpus _corpus = TestCorpus.Shipped();
    private readonly List<AuditLog> _open = [];

    [Fact]
    public async Task A_record_holds_how_the_answer_came_about_and_where_its_sentences_stand()
    {
        var answer = await AnswerAsync("Où les deux dirigeants se sont-ils rencontrés ?", "a");
        var log = await ReopenAsync(Open(), answer);
        var record = log.Find(answer.Answer.Id).ShouldNotBeNull();
        record.Asked.ShouldBe("Où les deux dirigeants se sont-ils rencontrés ?");
        (record.Status, record.Language, record.Channel).ShouldBe(("answered", "fr", "test"));
        record.Index.ShouldNotBeNull().ShouldStartWith("summit-builtin ");
        record.Clauses.ShouldHaveSingleItem().ShouldHaveSingleItem().Scores.ShouldBeInOrder(SortDirection.Descending);
        var cited = answer.Answer.ShouldBeOfType<Grounded>().Citations.Single();
        record.Citations.ShouldHaveSingleItem().ShouldBe(new AuditedCitation(1, cited.ArticleId, cited.ArticleVersion, cited.Sentence, cited.Start, cited.Length));
        record.Statements.ShouldHaveSingleItem().Citations.ShouldBe([1]);
        log.Find("none").ShouldBeNull();
    }

    [Fact]
    public async Task Questions_that_were_not_answered_are_listed_oldest_first()
    {
        var log = Open();
        foreach (var question in new[] { "Quelle est la capitale de l'Australie ?", "Où les deux dirigeants se sont-ils rencontrés ?", "How do I cook rice?" })
        {
            log.Add(await AnswerAsync(question, "a"));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        log = await ReopenAsync(log);
        log.FindByStatus("notFound").Select(record => record.Asked).ShouldBe(["Quelle est la capitale de l'Australie ?", "How do I cook rice?"]);
    }

    [Fact]
    public async Task Forgetting_leaves_ids_scores_and_versions_and_no_word_of_the_user_in_any_file()
    {
        const string Secret = "Zanzibarotte";
        var (mine, theirs) = (await AnswerAsync($"Où est {Secret} ?", "mine"), await AnswerAsync("Où est Kim Jong-un ?", "theirs"));
        var log = await ReopenAsync(Open(), mine, theirs);
        Everything().ShouldContain(Secret);
        await log.ForgetAsync("mine");
        Everything().ShouldNotContain(Secret);
        var record = log.Find(mine.Answer.Id).ShouldNotBeNull();
        (record.Asked, record.Understood, record.LookedFor).ShouldBe((null, null, null));
        record.Clauses.ShouldNotBeEmpty();
        record.Index.ShouldNotBeNull();
        log.Find(theirs.Answer.Id).ShouldNotBeNull().Asked.ShouldBe("Où est Kim Jong-un ?");
        await log.ForgetAsync("mine");
    }

    [Fact]
    public async Task What_waits_to_be_written_is_forgotten_too()
    {
        var log = Open();
        var answer = await AnswerAsync("Où est Kim Jong-un ?", "mine");
        log.Add(answer);
        await log.ForgetAsync("mine");
        log.Find(answer.Answer.Id).ShouldNotBeNull().Asked.ShouldBeNull();
    }

    [Fact]
    public async Task A_record_is_gone_when_its_time_is_over()
    {
        var answer = await AnswerAsync("Où est Kim Jong-un ?", "a");
        var log = await ReopenAsync(Open(), answer);
        _time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        log.Sweep();
        log.Find(answer.Answer.Id).ShouldNotBeNull();
        _time.Advance(TimeSpan.FromMinutes(2));
        log.Find(answer.Answer.Id).ShouldBeNull("what is not swept yet is not shown");
        log.Sweep();
        Everything().ShouldNotContain("Kim Jong-un");
    }

    [Fact]
    public async Task With_no_retention_nothing_is_ever_written()
    {
        var log = Open(TimeSpan.Zero);
        log.Add(await AnswerAsync("Où est Kim Jong-un ?", "a"));
        await log.DisposeAsync();
        Directory.GetFiles(_data).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var log in _open)
            await log.DisposeAsync();
        _corpus.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private AuditLog Open(TimeSpan? retention = null)
    {
        var options = new SummitOptions { DataPath = _data };
        options.Audit.Retention = retention ?? options.Audit.Retention;
        var log = new AuditLog(Options.Create(options), _time, NullLogger<AuditLog>.Instance);
        _open.Add(log);
        return log;
    }

    /// <summary>Adds, stops and starts again: what was added is read from the file.</summary>
    private async Task<AuditLog> ReopenAsync(AuditLog log, params AuditedAnswer[] answers)
    {
        foreach (var answer in answers)
            log.Add(answer);
        await log.DisposeAsync();
        return Open();
    }

    private async Task<AuditedAnswer> AnswerAsync(string text, string conversation)
    {
        var (question, trace) = (new Question(text, text.StartsWith("How", StringComparison.Ordinal) ? TextLanguage.English : TextLanguage.French, QuestionKind.Articles, "c"), new AnswerTrace());
        var answer = await _corpus.Assistant.AnswerAsync(question, trace, session: null, onProved: null, TestContext.Current.CancellationToken);
        return new AuditedAnswer(_time.GetUtcNow(), "test", conversation, text, question, answer, trace);
    }

    private string Everything() => string.Concat(Directory.GetFiles(_data).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
