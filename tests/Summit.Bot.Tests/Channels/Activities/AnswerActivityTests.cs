using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Summit.Bot.Answering;
using Summit.Bot.Channels;
using Summit.Bot.Channels.Activities;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Channels.Activities;

/// <summary>
/// Each kind of answer as each kind of client gets it, against the files of <c>Snapshots</c>. With the environment variable
/// SUMMIT_UPDATE_SNAPSHOTS=1 the files are written anew; look at what changed before they are committed.
/// </summary>
public sealed class AnswerActivityTests
{
    private static readonly ArticleLinks Links = ArticleLinks.For(new SummitOptions { PublicUrl = new Uri("https://bot.example.org") }, request: null);

    public static TheoryData<string, string> Table
    {
        get
        {
            var table = new TheoryData<string, string>();
            foreach (var channel in new[] { "msteams", "webchat", "directline", "emulator", "sms" })
            {
                foreach (var answer in Answers.Keys)
                    table.Add(channel, answer);
            }

            return table;
        }
    }

    private static Dictionary<string, Func<Answer>> Answers { get; } = new()
    {
        ["grounded"] = () => new Grounded(TextLanguage.French, [new Statement("1789", Cite(1, 1, TextLanguage.French)), new Statement(null, Cite(2, 2, TextLanguage.French))]),
        ["foreign"] = () => new Grounded(TextLanguage.English, [new Statement("1789", Cite(1, 1, TextLanguage.English))]),
        ["notFound"] = () => new NotFound(TextLanguage.French, ["moulin", "[2]"], Cite(2, 1, TextLanguage.French), IsThirdLanguage: false),
        ["thirdLanguage"] = () => new NotFound(TextLanguage.French, [], null, IsThirdLanguage: true),
        ["greeting"] = () => new SmallTalk(TextLanguage.English, QuestionKind.Greeting),
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void An_answer_is_rendered_as_its_channel_shows_it(string channel, string answer)
    {
        var made = Answers[answer]();
        var activity = (Activity)AnswerActivity.Of(made, channel, _ => ["Quand ?", "When [1]?"], Links);
        var json = ActivityText.Of(activity).Replace(made.Id, "ANSWER-ID", StringComparison.Ordinal).ReplaceLineEndings("\n") + "\n";
        // Direct Line is Web Chat's.
        var file = Path.Combine(Snapshots(), $"{(channel is "directline" ? "webchat" : channel)}-{answer}.json");
        if (Environment.GetEnvironmentVariable("SUMMIT_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, json);
        Sorted(json).ShouldBe(Sorted(File.ReadAllText(file)));
    }

    [Fact]
    public void The_card_holds_the_whole_sentences_as_text_and_a_link_to_each()
    {
        var answer = new Grounded(TextLanguage.English, [new Statement(null, Cite(1, 1, TextLanguage.English)), new Statement(null, Cite(2, 2, TextLanguage.English))]);
        var card = ActivityText.Of(SourceCard.Of(answer, Links).Content!);
        using var document = JsonDocument.Parse(card);
        document.RootElement.GetProperty("type").GetString().ShouldBe("AdaptiveCard");
        var sources = document.RootElement.GetProperty("body").EnumerateArray().ToList();
        sources.Count.ShouldBe(2);
        for (var i = 0; i < 2; i++)
        {
            var items = sources[i].GetProperty("items").EnumerateArray().ToList();
            items[0].GetProperty("inlines")[1].GetProperty("text").GetString().ShouldBe(Mill.SentenceText(i + 1));
            items[1].GetProperty("inlines")[0].GetProperty("text").GetString()!.ShouldContain(Mill.Translation!.Sentences[i]);
            items[^1].GetProperty("actions")[0].GetProperty("url").GetString().ShouldBe($"https://bot.example.org/articles/moulin?v=0123456789abcdef#s{i + 1}");
        }

        // A text block would read markdown in its text.
        card.ShouldNotContain("\"TextBlock\"");
    }

    private static Article Mill { get; } = TestCorpus.Make("moulin", TextLanguage.French, "Le moulin *de* [2]", "Le moulin date de 1789. Il a <b>deux</b> [7] ailes.") with
    {
        Translation = new ArticleTranslation(TextLanguage.English, "The mill", "the authors", ["The mill dates from 1789.", "It has <b>two</b> [7] sails."]),
    };

    private static Citation Cite(int sentence, int position, TextLanguage language) => Citation.Of(Mill, sentence, position, language);

    /// <summary>The SDKs write the fields of an activity in different orders.</summary>
    private static string Sorted(string json)
    {
        return Sort(JsonNode.Parse(json))!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

        static JsonNode? Sort(JsonNode? node) => node switch
        {
            JsonObject fields => new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sort(field.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Sort)]),
            _ => node?.DeepClone(),
        };
    }

    private static string Snapshots([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Snapshots");
}
