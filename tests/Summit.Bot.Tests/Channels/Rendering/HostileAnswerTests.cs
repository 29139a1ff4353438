using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck.Xunit;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.Extensions.Logging;
using Summit.Bot.Answering;
using Summit.Bot.Channels;
using Summit.Bot.Channels.Activities;
using Summit.Bot.Channels.Articles;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Channels.Rendering;

/// <summary>Whatever articles and users write, an answer holds the links, markers and markup that the bot made, and no other.</summary>
public sealed partial class HostileAnswerTests
{
    private const string Origin = "https://bot.example";

    private static readonly MarkdownPipeline Gfm = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras().UseTaskLists().Build();

    private static readonly ArticleLinks Links = ArticleLinks.For(new SummitOptions { PublicUrl = new Uri(Origin) }, request: null);

    private static readonly string[] Elements =
        ["html", "head", "meta", "title", "style", "body", "main", "article", "h1", "p", "time", "span", "div", "br", "link", "nav", "a", "cite", "ul", "li"];

    private static readonly string[] Attributes = ["lang", "charset", "name", "content", "datetime", "class", "role", "id", "href", "rel", "data-translation"];

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 500)]
    public void No_text_forges_a_link_or_a_marker_in_markdown(string sentence, string title, string translation, string span)
    {
        foreach (var (answer, markers) in Answers(sentence, title, translation, span))
        {
            Check(new AnswerText(Markup.Markdown, _ => []).Render(answer), markers, sentence, definitions: 0);
            foreach (var channel in new[] { "msteams", "webchat", "emulator", "directline" })
            {
                var activity = AnswerActivity.Of(answer, channel, _ => [], Links);
                activity.TextFormat.ShouldBe("markdown");
                Check(activity.Text!, markers, sentence, definitions: channel == "msteams" ? 0 : markers);
            }

            AnswerActivity.Of(answer, "sms", _ => [], Links).TextFormat.ShouldBe("plain");
        }
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 500)]
    public void No_text_steers_a_terminal(string sentence, string title, string translation, string span)
    {
        foreach (var (answer, _) in Answers(sentence, title, translation, span))
        {
            var text = new AnswerText(Markup.Terminal, _ => []).Render(answer).Replace("\e[1m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal);
            text.ShouldAllBe(c => c == '\n' || !(char.IsControl(c) || "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069".Contains(c)));
            text.ShouldContain(PlainText.OneLine(sentence).Trim());
        }
    }

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 500)]
    public void No_text_adds_an_element_to_the_page_of_an_article(string sentence, string title, string translation, string source)
    {
        var article = ArticleOf(sentence, title, translation) with { Source = source };
        foreach (var view in new[] { new ArticleView(TextLanguage.French, title), new ArticleView(TextLanguage.English, title, HasTranslation: true) })
        {
            var page = new HtmlParser().ParseDocument(ArticlePage.Render(article, CitedSentences.Same(article), view));
            Check(page);
            page.GetElementById("s1")!.TextContent.ShouldBe(PlainText.OneLine(sentence));
            page.QuerySelector("h1")!.TextContent.ShouldBe(PlainText.OneLine(title));
        }

        var list = new HtmlParser().ParseDocument(ArticleListPage.Render([article], 1, 1, TextLanguage.French));
        Check(list);
        list.QuerySelector("li a")!.TextContent.ShouldBe(PlainText.OneLine(title));

        static void Check(AngleSharp.Dom.IDocument page)
        {
            page.All.Select(element => element.LocalName).ShouldBeSubsetOf(Elements);
            page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).ShouldBeSubsetOf(Attributes);
            page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name == "href")
                .ShouldAllBe(attribute => attribute.Value.StartsWith('/') || attribute.Value.StartsWith('?') || attribute.Value == "data:,");
        }
    }

    [Fact]
    public void The_name_of_a_file_forges_no_line_of_the_log()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file names.");
        var folder = Directory.CreateTempSubdirectory("summit-log-").FullName;
        File.WriteAllText(Path.Combine(folder, "a.md"), "---\nid: a\ntitle: T\nlanguage: fr\npublished: 2024-01-01\n---\nIl pleut.\n");
        File.WriteAllText(Path.Combine(folder, "b\nfail: forged\e[31m.md"), "no front matter");
        var log = new Lines();
        new ServedIndex(new SqliteStore(Path.Combine(folder, "data")), folder, log).Synchronize();
        log.Written.ShouldContain(line => line.Contains("forged", StringComparison.Ordinal));
        log.Written.ShouldAllBe(line => !line.Any(char.IsControl));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static void Check(string text, int markers, string sentence, int definitions)
    {
        var document = Markdown.Parse(text, Gfm);
        document.Descendants<LinkReferenceDefinition>().Count().ShouldBe(definitions, text);
        document.Descendants().Where(node => node is HtmlBlock or HeadingBlock or CodeBlock or QuoteBlock or ListBlock or Markdig.Extensions.Tables.Table or ThematicBreakBlock)
            .ShouldBeEmpty(text);
        document.Descendants<Inline>().Where(node => node is AutolinkInline or HtmlInline or CodeInline).ShouldBeEmpty(text);
        var links = document.Descendants<LinkInline>().ToList();
        links.ShouldAllBe(link => !link.IsImage && link.Url!.StartsWith(Origin + "/articles/", StringComparison.Ordinal), text);
        links.Count.ShouldBe(definitions, text);
        var body = text.Split("\n\n[1]: ")[0];
        Marker().Matches(body).Select(match => match.Value).ShouldBe(Enumerable.Range(1, markers).Select(n => $"[{n}]"), text);
        var visible = string.Concat(document.Descendants<Inline>().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => WebUtility.HtmlDecode(entity.Original.ToString()),
            _ => "",
        }));
        visible.ShouldContain(PlainText.OneLine(sentence).Trim(' '), customMessage: text);
    }

    private static IEnumerable<(Answer Answer, int Markers)> Answers(string sentence, string title, string translation, string span)
    {
        var article = ArticleOf(sentence, title, translation);
        yield return (new Grounded(TextLanguage.French, [new Statement(span, Citation.Of(article, 1, 1, TextLanguage.French))]), 1);
        yield return (new Grounded(TextLanguage.English, [new Statement(null, Citation.Of(article, 1, 1, TextLanguage.English)), new Statement(span, Citation.Of(article, 1, 2, TextLanguage.English))]), 2);
        yield return (new NotFound(TextLanguage.French, [span, translation], Citation.Of(article, 1, 1, TextLanguage.French), IsThirdLanguage: false), 0);
    }

    private static Article ArticleOf(string sentence, string title, string translation) => new(
        "a", "0123456789abcdef", title, TextLanguage.French, new DateOnly(2024, 1, 2), null, null, sentence, [new Sentence(1, 0, sentence.Length, 1)],
        new ArticleTranslation(TextLanguage.English, title, translation, [translation]));

    [GeneratedRegex(@"(?<!\\)\[[0-9]+(?<!\\)\]", RegexOptions.None, 10_000)]
    private static partial Regex Marker();

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
