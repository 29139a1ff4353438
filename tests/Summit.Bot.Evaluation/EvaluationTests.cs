using Summit.Bot.Evaluating;

namespace Summit.Bot.Evaluation;

/// <summary>
/// The measured quality is a floor: a change that drops a figure below baseline.json fails here. The sets for development and dialogues are
/// read to improve the bot; of those that are held out nobody looks at more than the totals, so no test names their questions.
/// </summary>
public sealed class EvaluationTests(GoldSet gold) : IClassFixture<GoldSet>
{
    public static TheoryData<string> Sets => [.. OwnSets.All];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task No_figure_is_below_the_baseline(string set)
    {
        gold.Baseline.Own.ShouldContainKey(set, "It was not measured yet: eval --baseline.");
        var report = await gold.ReportAsync(set);
        Baseline.Drops(gold.Baseline.Own[set], Baseline.FiguresOf(report), tolerance: 0)
            .ShouldBeEmpty($"The answers to {set} are worse. See them with: eval {OwnSets.FileIn(OwnSets.Folder, set)} --failures. If this is meant: eval --baseline.");
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Every_answer_is_in_the_language_of_its_question(string set) => (await TotalAsync(set)).RightLanguage.ShouldBe(1);

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Every_quotation_stands_in_the_article_at_its_place(string set) => (await TotalAsync(set)).Exact.ShouldBe(1);

    [Theory]
    [InlineData("gold")]
    [InlineData("second")]
    [InlineData("heldout")]
    [InlineData("third")]
    [InlineData("fourth")]
    [InlineData("fifth")]
    [InlineData("sixth")]
    [InlineData("seventh")]
    [InlineData("eighth")]
    [InlineData("tenth")]
    [InlineData("eleventh")]
    [InlineData("twelfth")]
    [InlineData("thirteenth")]
    [InlineData("fourteenth")]
    [InlineData("fifteenth")]
    [InlineData("sixteenth")]
    [InlineData("seventeenth")]
    [InlineData("eighteenth")]
    [InlineData("nineteenth")]
    [InlineData("twentieth")]
    [InlineData("twentyfirst")]
    [InlineData("twentysecond")]
    [InlineData("twentythird")]
    [InlineData("twentyfourth")]
    [InlineData("twentyfifth")]
    [InlineData("twentysixth")]
    [InlineData("twentyseventh")]
    public async Task Questions_on_other_topics_are_all_refused(string set)
    {
        var asked = GoldSet.Set(set);
        var outOfScope = asked with { Conversations = [.. asked.Conversations.Where(turns => turns[0].Kind == GoldQuestion.OutOfScope)] };
        outOfScope.Conversations.ShouldNotBeEmpty();
        (await gold.AskAsync(outOfScope)).Count(result => !result.IsRight).ShouldBe(0);
    }

    [Theory]
    [InlineData("gold")]
    [InlineData("second")]
    public async Task Small_talk_is_met_with_small_talk(string set) =>
        (await gold.ReportAsync(set)).Groups.Where(group => group.Kind == GoldQuestion.SmallTalk).ShouldAllBe(group => group.Right == 1);

    [Fact]
    public void The_sets_hold_what_they_promise()
    {
        var all = OwnSets.All.SelectMany(name => GoldSet.Set(name).Questions).ToList();
        all.Select(question => question.Id).ShouldBeUnique();
        var alone = OwnSets.All.Select(GoldSet.Set).Where(set => set.Conversations.All(turns => turns.Count == 1)).SelectMany(set => set.Questions).ToList();
        alone.Count(question => question.Language == "fr").ShouldBe(alone.Count / 2);
        var onShipped = all.Where(question => question.Article is null).ToList();
        onShipped.SelectMany(question => question.Gold).SelectMany(set => set).Distinct().Order().ShouldBe(Enumerable.Range(1, 20));
        all.Except(onShipped).Select(question => question.Id).ShouldBe(GoldSet.Set(OwnSets.Newsroom).Questions.Select(question => question.Id));
    }

    [Fact]
    public void Each_article_of_the_newsroom_is_asked_about_and_has_the_sentences_that_answer()
    {
        var newsroom = GoldSet.Set(OwnSets.Newsroom);
        newsroom.Articles.Count.ShouldBe(10);
        newsroom.Articles.Select(article => article.Id).ShouldBe(newsroom.Questions.Select(question => question.Article!).Distinct(), ignoreOrder: true);
        var sentences = newsroom.Articles.ToDictionary(article => article.Id, article => article.Sentences.Count);
        newsroom.Questions.ShouldAllBe(question => question.Gold.All(set => set.All(number => number <= sentences[question.Article!])));
        var own = RetrievalSet.Own(OwnSets.Development.Select(GoldSet.Set)).ToList();
        own.Select(set => (set.Name, set.Articles.Count)).ShouldBe([("own", 1), (OwnSets.Newsroom, 10)]);
        own.ShouldAllBe(set => set.Questions.All(question => set.Articles.Any(article => article.Id == question.Passage && question.Sentences.All(number => number <= article.Sentences.Count))));
    }

    [Fact]
    public async Task The_same_question_gets_the_same_answer_again()
    {
        var set = GoldSet.Set("gold") with { Conversations = [.. GoldSet.Set("gold").Conversations.Take(40)] };
        (await gold.AskAsync(set)).Select(result => result.Cited).ShouldBe((await gold.AskAsync(set)).Select(result => result.Cited));
    }

    private async Task<AnswerFigures> TotalAsync(string set) => (await gold.ReportAsync(set)).Groups.Single(group => group is { Language: AnswerReport.All, Kind: AnswerReport.Total });
}
