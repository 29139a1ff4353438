using Microsoft.SemanticKernel;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering.Chat;

/// <summary>Makes a question that follows up on a conversation one that can be understood alone, by the model; and believes it only as far as the conversation proves it.</summary>
internal sealed class QuestionCondenser(ChatPrompt prompt, ChatGuard guard, StatementCheck check, ConversationsOptions options, Linguistics linguistics)
{
    public const string Schema = """{"type":"object","additionalProperties":false,"required":["question"],"properties":{"question":{"type":"string"}}}""";

    /// <summary>Share of its words that must stand in the conversation.</summary>
    private const double LeastSupport = 0.5;

    private const int LongestQuestion = 500;

    /// <summary>Completes a question.</summary>
    /// <returns>The completed question; null where the model failed, or wrote what the conversation does not prove.</returns>
    public async Task<Question?> CondenseAsync(ChatSession session, Question question, IReadOnlyList<ConversationTurn> turns)
    {
        var shown = Shown(turns);
        var (_, text) = await session.RunAsync(async limit =>
        {
            var exchange = await session.AskAsync(
                prompt,
                new KernelArguments { ["history"] = Render(shown), ["question"] = PlainText.OneLine(question.Text), ["language"] = ChatService.NameOf(question.Language) },
                onPart: null, limit);
            var read = PlainText.OneLine(ChatReply.ReadText(exchange.Reply, "question") ?? "").Trim();
            if (FindFault(read, question, shown) is not { } fault)
                return read;
            exchange.Faults = [$"the question {fault}"];
            guard.LogDropped(1, prompt.Name, 1, exchange.Faults);
            return null;
        });
        return text is null ? null : text == question.Text ? question : question with { Text = text, IsCompleted = true };
    }

    /// <summary>The last turns, as many as there is room for.</summary>
    private List<ConversationTurn> Shown(IReadOnlyList<ConversationTurn> turns)
    {
        var room = options.MaxTokens;
        return [.. turns.Reverse().TakeWhile(turn => (room -= ChatTokens.Count(Render([turn]))) >= 0).Reverse()];
    }

    private static string Render(IReadOnlyList<ConversationTurn> turns) =>
        string.Join('\n', turns.Select(turn => $"User: {PlainText.OneLine(turn.Text)}\nBot: {PlainText.OneLine(turn.Answer)}"));

    private string? FindFault(string text, Question question, List<ConversationTurn> turns)
    {
        if (text.Length is 0 or > LongestQuestion)
            return $"is missing, or longer than {LongestQuestion} characters";
        List<(string, IReadOnlyList<Term>)> proof = [Read(question.Text, question.Language)];
        foreach (var turn in turns)
        {
            proof.Add(Read(turn.Text, turn.WrittenIn ?? turn.Language));
            proof.Add(Read(turn.Answer, turn.Language));
        }

        var written = linguistics.Terms.Extract(text, question.Language);
        var lost = linguistics.Terms.Extract(question.Text, question.Language)
            .FirstOrNull(term => term.Kind is TermKind.Name or TermKind.Number && !written.Exists(known => TermMatching.Strength(term, known) >= LeastSupport));
        return lost is { } term ? $"has lost \"{question.Text[term.Start..term.End]}\"" : check.FindFault(text, question.Language, proof, LeastSupport);
    }

    private (string Text, IReadOnlyList<Term> Terms) Read(string text, TextLanguage language) => (text, linguistics.Terms.Extract(text, language));
}
