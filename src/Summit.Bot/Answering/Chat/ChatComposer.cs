using Microsoft.SemanticKernel;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// Answers in the words of a chat model, of which only what the cited sentences prove is kept. What is wrong is told to the model
/// once; what is wrong then is dropped. Where nothing is left, and where the model fails, there is no answer of it, and the built-in one stands.
/// </summary>
internal sealed class ChatComposer(ChatPrompt prompt, ChatGuard guard, StatementCheck check)
{
    private const int MostStatements = 6, Tries = 2;

    /// <summary>Answers a question from what was found.</summary>
    /// <param name="session">Asks the model.</param>
    /// <param name="question">The question.</param>
    /// <param name="clauses">What was found on it.</param>
    /// <param name="onProved">Told the answer as far as it is proved, while it comes; null where nobody watches.</param>
    /// <exception cref="OperationCanceledException">Nobody waits.</exception>
    public async Task<Composed> ComposeAsync(ChatSession session, Question question, IReadOnlyList<Evidence> clauses, Func<Grounded, Task>? onProved)
    {
        var sentences = NumberedSentences.Of(clauses);
        if (sentences.Count == 0)
            return new Composed(null, ComposedOutcome.NotAnswerable);
        var (failure, composed) = await session.RunAsync(limit => AskAsync(session, question, sentences, onProved, limit));
        return failure is { } why ? new Composed(null, why) : composed!;
    }

    private async Task<Composed> AskAsync(ChatSession session, Question question, NumberedSentences sentences, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments
        {
            ["sentences"] = sentences.Render(), ["question"] = PlainText.OneLine(question.Text), ["correction"] = "", ["code"] = question.Language.Code(),
            ["language"] = ChatService.NameOf(question.Language),
        };
        var shown = 0;
        for (var attempt = 1; ; attempt++)
        {
            var exchange = await session.AskAsync(prompt, arguments, onProved is null ? null : ShowAsync, cancellationToken);
            var faults = new List<string>();
            var reply = ChatReply.Read(exchange.Reply);
            if (reply is null)
                faults.Add("it was not JSON of the form that was asked for");
            else if (!reply.IsAnswerable)
                return new Composed(null, ComposedOutcome.NotAnswerable);
            var statements = reply is null ? [] : Proved(reply.Statements, question, sentences, faults);
            exchange.Faults = faults;
            if (faults.Count > 0)
                guard.LogDropped(faults.Count, prompt.Name, attempt, faults);
            if (statements.Count > 0 && (faults.Count == 0 || attempt == Tries))
                return new Composed(Answer(statements, question, sentences), ComposedOutcome.Answered);
            if (attempt == Tries)
                return new Composed(null, ComposedOutcome.Unproved);
            arguments["correction"] = faults.Count == 0 ? "Your last answer held no statement." : $"Your last answer was refused: {string.Join("; ", faults)}. Correct that.";
            shown = 0;
        }

        async Task ShowAsync(string beginning)
        {
            var proved = Proved(ChatReply.ReadBeginning(beginning), question, sentences, faults: null);
            if (proved.Count <= shown)
                return;
            shown = proved.Count;
            await onProved(Answer(proved, question, sentences));
        }
    }

    private List<ChatStatement> Proved(IReadOnlyList<ChatStatement> statements, Question question, NumberedSentences sentences, List<string>? faults)
    {
        var proved = new List<ChatStatement>();
        foreach (var (index, statement) in statements.Take(MostStatements).Index())
        {
            if (check.FindFault(statement, question.Language, sentences) is { } fault)
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

    /// <summary>It was not asked, since the tokens of the day are used up.</summary>
    Spent,
}
