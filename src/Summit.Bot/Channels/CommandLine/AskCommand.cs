using System.Text.Json;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>Answers one question in this process, without the web host.</summary>
internal static class AskCommand
{
    public static int Run(string[] settings, string text, TextLanguage? language, bool json)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new UsageException("The question is empty. Write it in quotation marks: summit-bot ask \"Où a eu lieu le sommet ?\"");
        if (text.Length > AskRequest.MaxQuestionLength)
            throw new UsageException($"The question has {text.Length} characters. Shorten it to {AskRequest.MaxQuestionLength}.");

        var options = SummitCommandLine.ReadOptions(settings);
        var core = BotCore.Load(options, StandardErrorLogger.Instance);
        var conversation = ConversationRegistry.NewId();
        var answer = core.AnswerAsync(core.Reader.Read(text, language, TextLanguage.French, conversation), onProved: null, CancellationToken.None).GetAwaiter().GetResult();
        Console.Out.WriteLine(json
            ? JsonSerializer.Serialize(
                AskResponse.Of(answer, new AnswerText(Markup.Markdown, core.ExampleQuestions), conversation, ArticleLinks.For(options, request: null)),
                AskJson.Readable.AskResponse)
            : new AnswerText(IsColorful() ? Markup.Terminal : Markup.Plain, core.ExampleQuestions).Render(answer));
        return SummitCommandLine.Done;
    }

    // https://no-color.org: set to anything but the empty string.
    private static bool IsColorful() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
