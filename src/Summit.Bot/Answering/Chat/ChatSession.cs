using System.Text;
using Microsoft.SemanticKernel;
using Summit.Bot.Language;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// What is put to the chat model for one question: within one time for everything, and nothing more once it has failed, so that a dead
/// model costs a user its time once. Of one question.
/// </summary>
public sealed class ChatSession : IDisposable
{
    private readonly ChatGuard _guard;
    private readonly ChatModel _model;
    private readonly AnswerTrace _trace;
    private readonly ChatPayer _payer;
    private readonly CancellationToken _user;
    private readonly Lazy<CancellationTokenSource> _limit;
    private volatile bool _isOver;

    internal ChatSession(ChatGuard guard, ChatModel model, AnswerTrace trace, ChatPayer payer, CancellationToken user)
    {
        _guard = guard;
        _model = model;
        _trace = trace;
        _payer = payer;
        _user = user;
        _limit = new Lazy<CancellationTokenSource>(() =>
        {
            var limit = CancellationTokenSource.CreateLinkedTokenSource(user);
            limit.CancelAfter(guard.Options.Timeout);
            return limit;
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_limit.IsValueCreated)
            _limit.Value.Dispose();
    }

    /// <summary>Runs what asks the model.</summary>
    /// <returns>Why it was not run to its end, or null, and then the result.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    internal async Task<(ComposedOutcome? Failure, T? Result)> RunAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        if (_isOver)
            return (ComposedOutcome.Failed, default);
        if (!await _guard.HasBudgetAsync(_payer))
        {
            _isOver = true;
            return (ComposedOutcome.Spent, default);
        }

        if (!_guard.Breaker.TryEnter())
            return (ComposedOutcome.Failed, default);
        bool? hasAnswered = null;
        var hasPlace = false;
        try
        {
            await _guard.Places.WaitAsync(_limit.Value.Token);
            hasPlace = true;
            var result = await ask(_limit.Value.Token);
            hasAnswered = true;
            return (null, result);
        }
        catch (Exception error) when (!_user.IsCancellationRequested)
        {
            // That all places were taken says nothing of the model.
            hasAnswered = hasPlace ? false : null;
            _isOver = true;
            _guard.LogFailed(error is OperationCanceledException ? $"It did not answer within {_guard.Options.Timeout}." : PlainText.OneLine(error.Message));
            return (ComposedOutcome.Failed, default);
        }
        finally
        {
            if (hasPlace)
                _guard.Places.Release();
            _guard.Breaker.Report(hasAnswered);
        }
    }

    /// <summary>Puts a prompt to the model; the exchange is recorded and paid for, however it ends.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="arguments">Its values.</param>
    /// <param name="onPart">Told the output as far as it has come, whenever an object in it ends; null where nobody watches.</param>
    /// <param name="cancellationToken">As <see cref="RunAsync"/> gives it.</param>
    internal async Task<ChatExchange> AskAsync(ChatPrompt prompt, KernelArguments arguments, Func<string, Task>? onPart, CancellationToken cancellationToken)
    {
        var exchange = new ChatExchange(prompt.Name, await _model.RenderAsync(prompt, arguments, cancellationToken));
        _trace.Add(exchange);
        try
        {
            var text = new StringBuilder();
            await foreach (var part in _model.AskAsync(prompt, exchange, cancellationToken))
            {
                text.Append(part);
                if (onPart is not null && part.Contains('}', StringComparison.Ordinal))
                    await onPart(text.ToString());
            }

            return exchange;
        }
        catch (Exception error)
        {
            exchange.Faults = [PlainText.OneLine(error.Message)];
            throw;
        }
        finally
        {
            await _guard.PayAsync(_payer, exchange.Tokens);
        }
    }
}
