using System.Text.Json;
using Microsoft.Extensions.Options;
using Summit.Bot.Answering;
using Summit.Bot.Answering.Chat;
using Summit.Bot.Auditing;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Answers one question in this process, without the web host.</summary>
internal static class AskCommand
{
    /// <summary>The channel of the command line's answers in the audit.</summary>
    private const string Channel = "cli";

    public static async Task<int> RunAsync(string[] settings, string text, TextLanguage? language, bool json, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new UsageException("The question is empty. Write it in quotation marks: summit-bot ask \"Où a eu lieu le sommet ?\"");
        if (text.Length > AskRequest.MaxQuestionLength)
            throw new UsageException($"The question has {text.Length} characters. Shorten it to {AskRequest.MaxQuestionLength}.");

        var options = SummitCommandLine.ReadOptions(settings);
        await using var audit = new AuditLog(Options.Create(options), TimeProvider.System, new StandardErrorLogger<AuditLog>());
        var spending = ConversationStores.Of(options, TimeProvider.System, StandardErrorLogger.Instance);
        await using var closing = spending as IAsyncDisposable;
        using var core = BotCore.Load(options, spending, StandardErrorLogger.Instance);
        var (conversation, user) = (Conversation.NewId(), Conversation.KeyOf(Channel, Environment.UserName));
        var question = core.Reader.Read(text, language, TextLanguage.French, conversation);
        var live = json || Console.IsOutputRedirected ? null : new LiveText(Console.Out, () => Console.WindowWidth);
        var plain = new AnswerText(Markup.Plain, core.ExampleQuestions);
        var answered = await core.AnswerAsync(question, [], new ChatPayer(user, user), live is null ? null : Show, cancellationToken);
        live?.Clear();
        Console.Out.WriteLine(json
            ? JsonSerializer.Serialize(
                AskResponse.Of(answered.Answer, new AnswerText(Markup.Markdown, core.ExampleQuestions), conversation, ArticleLinks.For(options, request: null)),
                AskJson.Readable.AskResponse)
            : new AnswerText(IsColorful() ? Markup.Terminal : Markup.Plain, core.ExampleQuestions).Render(answered.Answer));
        // The user need not wait for it.
        audit.Add(new AuditedAnswer(TimeProvider.System.GetUtcNow(), Channel, Conversation.KeyOf(Channel, conversation), question.Text, answered.Question, answered.Answer, answered.Trace));
        return SummitCommandLine.Done;

        Task Show(Grounded proved)
        {
            live.Show(plain.Render(proved));
            return Task.CompletedTask;
        }
    }

    // https://no-color.org: set to anything but the empty string.
    private static bool IsColorful() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
