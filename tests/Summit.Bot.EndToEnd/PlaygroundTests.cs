using System.Net;

namespace Summit.Bot.EndToEnd;

/// <summary>The bot in a client that Microsoft made.</summary>
public sealed class PlaygroundTests(ServerFixture server)
{
    [Theory]
    [InlineData("msteams")]
    [InlineData("emulator")]
    public async Task It_is_greeted_once_and_gets_cited_answers_in_both_languages(string channel)
    {
        await using var playground = await Playground.StartAsync(server.Bot.Client.BaseAddress!, channel);
        var greeting = playground.Replies.ShouldHaveSingleItem();
        greeting["text"]!.GetValue<string>().ShouldContain("Bonjour");
        greeting["text"]!.GetValue<string>().ShouldContain("Hello");
        greeting["suggestedActions"]!["actions"]!.AsArray().Count.ShouldBe(4);

        foreach (var (question, sentence, locale) in new[] { ("Qui pourrait être irrité par ce rapprochement ?", 17, "fr-FR"), ("On which island is the summit held?", 2, "en-US") })
        {
            var answer = await playground.AskAsync(question);
            answer["locale"]!.GetValue<string>().ShouldBe(locale);
            answer["text"]!.GetValue<string>().ShouldContain(server.Article.SentenceText(sentence));
            answer["text"]!.GetValue<string>().ShouldContain("[1]");
            var claim = answer["entities"]![0]!["citation"]![0]!;
            claim["position"]!.GetValue<int>().ShouldBe(1);
            claim["appearance"]!["url"]!.GetValue<string>().ShouldEndWith($"#s{sentence}");
        }

        playground.Replies.Count.ShouldBe(3);
        playground.Statuses.ShouldBeSubsetOf([200, 201, 202]);
    }

    [Fact]
    public async Task It_answers_in_groups_and_channels_where_it_is_mentioned()
    {
        await using var playground = await Playground.StartAsync(server.Bot.Client.BaseAddress!, "msteams");
        foreach (var group in playground.Groups)
        {
            var answer = await playground.AskInGroupAsync(group, "On which island is the summit held?");
            answer["text"]!.GetValue<string>().ShouldContain(server.Article.SentenceText(2));
            answer["locale"]!.GetValue<string>().ShouldBe("en-US");
        }

        playground.Groups.Count.ShouldBe(2);
        playground.Shown.ShouldBeEmpty();
        playground.Statuses.ShouldBeSubsetOf([200, 201, 202]);
    }

    [Fact]
    public async Task A_like_and_the_card_of_sources_are_taken()
    {
        await using var playground = await Playground.StartAsync(server.Bot.Client.BaseAddress!, "msteams");
        (await playground.AskAsync("On which island is the summit held?"))["channelData"]!["feedbackLoop"]!["type"]!.GetValue<string>().ShouldBe("default");
        (await playground.LikeAsync("Very good")).ShouldBe(HttpStatusCode.OK);
        var card = (await playground.AskAsync("sources"))["attachments"]![0]!;
        card["contentType"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.card.adaptive");
        playground.Statuses.ShouldBeSubsetOf([200, 201, 202]);
    }
}
