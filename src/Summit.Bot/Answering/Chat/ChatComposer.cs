using System.Text;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// Answers in the words of a chat model, of which only what the cited sentences prove is kept. What is wrong is told to the model
/// once; what is wrong then is dropped. Where nothing is left, and where the model fails, there is no answer of it, and the built-in one stands.
/// </summary>
public sealed partial class ChatComposer : IDisposable
{
    private const int MostStatements = 6, Tries = 2;

    private readonly ChatOptions _options;
    private readonly ChatModel _model;
    private readonly StatementCheck _check;
    private readonly ChatBreaker _breaker;
    private readonly SemaphoreSlim _places;
    private readonly ILogger _logger;

    /// <summary>Makes a composer; the model is not asked anything yet.</summary>
    /// <exception cref="SetupException">A prompt is missing.</exception>
    public ChatComposer(ChatOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _model = new ChatModel(options);
        _check = new StatementCheck(Linguistics.Shared);
        _breaker = new ChatBreaker(options.Pause, time);
        _places = new SemaphoreSlim(options.MaxConcurrency);
        _logger = logger;
    }

    /// <summary>Answers a question from what was found.</summary>
    /// <param name="question">The question.</param>
    /// <param name="clauses">What was found on it.</param>
    /// <param name="onProved">Told the answer as far as it is proved, while it comes; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends it, when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">Nobody waits.</exception>
    public async Task<Composed> ComposeAsync(Question question, IReadOnlyList<Evidence> clauses, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var sentences = NumberedSentences.Of(clauses);
        if (sentences.Count == 0)
            return new Composed(null, ComposedOutcome.NotAnswerable);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        if (!_breaker.TryEnter())
            return new Composed(null, ComposedOutcome.Failed);
        bool? hasAnswered = null;
        var hasPlace = false;
        try
        {
            await _places.WaitAsync(limit.Token);
            hasPlace = true;
            var composed = await AskAsync(question, sentences, onProved, limit.Token);
            hasAnswered = true;
            return composed;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // That all places were taken says nothing of the model.
            hasAnswered = hasPlace ? false : null;
            Log.Failed(_logger, error is OperationCanceledException ? $"It did not answer within {_options.Timeout}." : PlainText.OneLine(error.Message));
            return new Composed(null, ComposedOutcome.Failed);
        }
        finally
        {
            if (hasPlace)
                _places.Release();
            _breaker.Report(hasAnswered);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Dispose();
        _places.Dispose();
    }

    private async Task<Composed> AskAsync(Question question, NumberedSentences sentences, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        var given = sentences.Render();
        var correction = "";
        for (var attempt = 1; ; attempt++)
        {
            var text = new StringBuilder();
            var shown = 0;
            await foreach (var part in _model.AnswerAsync(given, PlainText.OneLine(question.Text), question.Language, correction, cancellationToken))
            {
                text.Append(part);
                if (onProved is null || !part.Contains('}', StringComparison.Ordinal))
                    continue;
                var proved = Proved(ChatReply.ReadBeginning(text.ToString()), question, sentences, faults: null);
                if (proved.Count > shown)
                {
                    shown = proved.Count;
                    await onProved(Answer(proved, question, sentences));
                }
            }

            var faults = new List<string>();
            var reply = ChatReply.Read(text.ToString());
            if (reply is null)
                faults.Add("it was not JSON of the form that was asked for");
            else if (!reply.IsAnswerable)
                return new Composed(null, ComposedOutcome.NotAnswerable);
            var statements = reply is null ? [] : Proved(reply.Statements, question, sentences, faults);
            if (faults.Count > 0)
                Log.Dropped(_logger, faults.Count, attempt, string.Join("; ", faults));
            if (statements.Count > 0 && (faults.Count == 0 || attempt == Tries))
                return new Composed(Answer(statements, question, sentences), ComposedOutcome.Answered);
            if (attempt == Tries)
                return new Composed(null, ComposedOutcome.Unproved);
            correction = faults.Count == 0 ? "Your last answer held no statement." : $"Your last answer was refused: {string.Join("; ", faults)}. Correct that.";
        }
    }

    private List<ChatStatement> Proved(IReadOnlyList<ChatStatement> statements, Question question, NumberedSentences sentences, List<string>? faults)
    {
        var proved = new List<ChatStatement>();
        foreach (var (index, statement) in statements.Take(MostStatements).Index())
        {
            if (_check.FindFault(statement, question.Language, sentences) is { } fault)
                faults?.Add($"statement {index + 1} {fault}");
            else
                proved.Add(statement);
        }

        return proved;
    }

    /// <summary>The citations are numbered in the order in which they are used.</summary>
    private static Grounded Answer(List<ChatStatement> proved, Question question, NumberedSentences sentences)
    {
        var citations = new Dictionary<int, Citation>();
        return new Grounded(question.Language, [.. proved.Select(statement => new Statement(
            null, [.. statement.Sentences.Distinct().Select(number => Cite(number))], PlainText.OneLine(statement.Text).Trim()))]);

        Citation Cite(int number)
        {
            if (!citations.TryGetValue(number, out var citation))
            {
                var (article, sentence) = sentences[number]!.Value;
                citations[number] = citation = Citation.Of(article.Article, sentence.Number, citations.Count + 1, question.Language);
            }

            return citation;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The chat model did not answer, and the built-in answer was given. {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "{Count} faults in what the chat model said, at try {Attempt}: {Faults}")]
        public static partial void Dropped(ILogger logger, int count, int attempt, string faults);
    }
}

/// <summary>What came of asking the model.</summary>
/// <param name="Answer">Its answer, every statement proved; null where it has none.</param>
/// <param name="Outcome">Why.</param>
public sealed record Composed(Grounded? Answer, ComposedOutcome Outcome);

/// <summary>How asking the model ended.</summary>
public enum ComposedOutcome
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>The model says that the sentences do not answer, or there are none.</summary>
    NotAnswerable,

    /// <summary>Nothing that it said was proved.</summary>
    Unproved,

    /// <summary>It did not answer in time, or at all, or is not asked for a while since it failed before.</summary>
    Failed,
}
