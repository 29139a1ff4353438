using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>The commands of the executable. Exit codes: 0 done, 1 failed, 2 bad usage; what went wrong is one line on standard error.</summary>
public static class SummitCommandLine
{
    /// <summary>The command did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The command was understood, and failed.</summary>
    public const int Failed = 1;

    /// <summary>The command was not understood.</summary>
    public const int BadUsage = 2;

    /// <summary>Runs what the arguments name.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        UseUtf8();
        if (args.Contains("ask"))
            WarmUp.Begin();
        try
        {
            var (settings, rest) = ConfigurationArguments.Split(args);
            // No response files: a question may begin with '@'.
            var parsed = Root(settings).Parse(rest, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (parsed.Errors.Count > 0)
                return Say(BadUsage, $"{parsed.Errors[0].Message.TrimEnd('.')}. See summit-bot {Path(parsed.CommandResult)}--help.");
            // The host ends the server in its own time; the library would end the process after two seconds.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException error)
        {
            return Say(BadUsage, error.Message);
        }
        catch (Exception error) when (IsForTheUser(error))
        {
            return Say(Failed, error.Message);
        }
    }

    /// <summary>Options of a command that runs without the web host: the same sources, in the same order, as the server reads.</summary>
    /// <exception cref="OptionsValidationException">A key or a value is not valid.</exception>
    internal static SummitOptions ReadOptions(string[] settings)
    {
        var builder = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{EnvironmentName}.json", optional: true);
        if (EnvironmentName == Environments.Development)
            builder.AddUserSecrets(typeof(SummitCommandLine).Assembly, optional: true);
        var configuration = builder.AddEnvironmentVariables().AddCommandLine(settings).Build();
        SummitSettings.Check(configuration);
        var options = new SummitOptions();
        configuration.GetSection(SummitOptions.Section).Bind(options);
        var result = new SummitOptionsValidator().Validate(Options.DefaultName, options);
        return result.Failed ? throw new OptionsValidationException(Options.DefaultName, typeof(SummitOptions), result.Failures) : options;
    }

    /// <summary>Whether the message of an exception says what the user can do; anything else is a defect.</summary>
    internal static bool IsForTheUser(Exception error) => error is
        StoreException or CorpusException or SetupException or EmbeddingException or OptionsValidationException or InvalidDataException or IOException or UnauthorizedAccessException;

    /// <summary>Writes one line on standard error.</summary>
    internal static int Say(int exitCode, string message)
    {
        Console.Error.WriteLine($"summit-bot: {PlainText.OneLine(message)}");
        return exitCode;
    }

    private static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";

    private static RootCommand Root(string[] settings)
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by semicolons. [default: http://localhost:3978]", HelpName = "urls" };
        var environment = new Option<string>("--environment") { Description = "Development, Staging or Production. [default: ASPNETCORE_ENVIRONMENT, else Production]", HelpName = "name" };
        var root = new RootCommand(
            "Answers questions in French or English from a body of articles, and proves each answer with the exact sentences.\n"
            + "Without a command it serves: HTTP API, Bot Framework endpoint, article pages.\n\n"
            + "Any setting can be given as --Summit:Key=value, as an environment variable Summit__Key, or in appsettings.json beside the program:\n"
            + ""
            + $"{string.Join(", ", SummitSettings.Names)}.\n\n"
            + "Exit codes: 0 done, 1 failed, 2 bad usage.")
        {
            urls, environment, Ask(settings), IngestCommand.Create(settings), IndexCommand.Create(settings), EvalCommand.Create(settings), Audit(settings),
        };
        root.SetAction((parsed, cancellationToken) =>
        {
            WarmUp.BeginWithQuestions();
            string[] host = [.. settings, .. HostSetting("urls", parsed.GetValue(urls)), .. HostSetting("environment", parsed.GetValue(environment))];
            return SummitBotBuilder.ServeAsync(host, cancellationToken);
        });
        return root;
    }

    private static string[] HostSetting(string key, string? value) => value is null ? [] : [$"--{key}={value}"];

    private static Command Ask(string[] settings)
    {
        var question = new Argument<string>("question") { Description = "The question, in quotation marks; behind -- when it begins with a hyphen." };
        var language = new Option<string>("--language") { Description = "Language of the answer. [default: that of the question]", HelpName = "fr|en" };
        language.AcceptOnlyFromAmong("fr", "en");
        var json = new Option<bool>("--json") { Description = "Print the JSON of POST /api/ask." };
        var command = new Command("ask", "Answers one question, without a server. That the articles do not answer is an answer too: exit code 0.") { question, language, json };
        command.SetAction((parsed, cancellationToken) => AskCommand.RunAsync(
            settings, parsed.GetRequiredValue(question), TextLanguages.Parse(parsed.GetValue(language)), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static Command Audit(string[] settings)
    {
        var id = new Argument<string?>("answerId") { Description = "Id of an answer: answerId in the JSON of the API and of ask --json.", Arity = ArgumentArity.ZeroOrOne };
        var unanswered = new Option<bool>("--unanswered") { Description = "List the questions that the articles did not answer." };
        var disliked = new Option<bool>("--disliked") { Description = "List the answers that users did not like, with their comments." };
        var json = new Option<bool>("--json") { Description = "Print JSON, one object a line." };
        var command = new Command("audit", "Shows how an answer came about, or lists those that editors should read.") { id, unanswered, disliked, json };
        command.SetAction((parsed, _) => (parsed.GetValue(id), parsed.GetValue(unanswered), parsed.GetValue(disliked)) switch
        {
            ({ } answer, false, false) => AuditCommand.ShowAsync(settings, answer, parsed.GetValue(json)),
            (null, true, false) => AuditCommand.ListUnansweredAsync(settings, parsed.GetValue(json)),
            (null, false, true) => AuditCommand.ListDislikedAsync(settings, parsed.GetValue(json)),
            _ => throw new UsageException("audit wants one of three things: the id of an answer, --unanswered or --disliked."),
        });
        return command;
    }

    private static string Path(System.CommandLine.Parsing.CommandResult command) =>
        command.Command is RootCommand ? "" : command.Command.Name + " ";

    // A Windows console is in a code page of its own otherwise.
    private static void UseUtf8()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
    }
}

/// <summary>The command was used in a way that it does not allow; the message says which.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message) : base(message)
    {
    }
}
