using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Summit.Bot.Tests;

/// <summary>The arrows between the folders of the bot: types flow outward and never come back.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Language"] = [],
        ["Corpus"] = ["Language"],
        ["Embeddings"] = ["Language"],
        ["Storage"] = [],
        ["Conversations"] = ["Language", "Storage"],
        ["Retrieval"] = ["Language", "Corpus", "Embeddings", "Conversations", "Storage"],
        ["Answering"] = ["Language", "Corpus", "Conversations", "Retrieval", "Storage"],
        ["Auditing"] = ["Language", "Conversations", "Retrieval", "Answering", "Storage"],
        ["Channels"] = ["Language", "Corpus", "Embeddings", "Conversations", "Retrieval", "Answering", "Auditing"],
    };

    [Fact]
    public void Every_folder_names_only_what_comes_before_it()
    {
        var wrong = Directory.GetFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Source(), file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => file.Name.Contains('/', StringComparison.Ordinal) && Allowed.ContainsKey(file.Name.Split('/')[0]))
            .SelectMany(file => Violations(file.Name, file.Text)).ToList();
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Retrieval/X.cs", "using Summit.Bot.Answering;")]
    [InlineData("Language/X.cs", "var x = Summit.Bot.Corpus.SentenceSplitter.Split(text);")]
    [InlineData("Answering/X.cs", "using Microsoft.Data.Sqlite;")]
    [InlineData("Answering/X.cs", "using Summit.BotFramework;")]
    [InlineData("Answering/X.cs", "using Microsoft.Bot.Schema;")]
    [InlineData("Conversations/X.cs", "public void Do(ITurnContext context)")]
    public void An_arrow_that_comes_back_is_seen(string file, string text) => Violations(file, text).ShouldNotBeEmpty();

    private static IEnumerable<string> Violations(string file, string text)
    {
        var folder = file.Split('/')[0];
        foreach (var name in Folder().Matches(text).Select(match => match.Groups["folder"].Value).Distinct())
        {
            if (name != folder && Allowed.ContainsKey(name) && !Allowed[folder].Contains(name))
                yield return $"{file} names {name}";
        }

        if (folder != "Channels" && BotType().IsMatch(text))
            yield return $"{file} names a bot type";
        if (folder is not ("Storage" or "Retrieval" or "Auditing") && text.Contains("Microsoft.Data.Sqlite", StringComparison.Ordinal))
            yield return $"{file} names SQLite";
    }

    private static string Source([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "src", "Summit.Bot"));

    [GeneratedRegex(@"Summit\.Bot\.(?<folder>\w+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Folder();

    [GeneratedRegex(@"Summit\.BotFramework|Microsoft\.Bot\.|Microsoft\.AspNetCore|\b(ITurnContext|IMessageActivity|ActivityHandler|HttpContext)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BotType();
}
