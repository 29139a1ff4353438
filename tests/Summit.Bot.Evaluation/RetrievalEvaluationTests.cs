using Summit.Bot.Evaluating;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluation;

/// <summary>The evaluation of the search itself, on sets made for it.</summary>
public sealed class RetrievalEvaluationTests(GoldSet gold) : IClassFixture<GoldSet>
{
    [Fact]
    public void Half_of_the_titles_are_removed_with_all_their_passages() =>
        RetrievalEvaluation.HalfOf(MadeSet.Rivers.Articles).Select(article => article.Id).ShouldBe(["brive-1", "brive-2", "limoges"]);

    [Fact]
    public void The_confidence_is_the_callers()
    {
        var blind = RetrievalEvaluation.Run(MadeSet.Rivers, InMemoryRetriever.Of, _ => 1);
        blind.RefusalAuc.ShouldBe(0.5);
        var seeing = RetrievalEvaluation.Run(MadeSet.Rivers, InMemoryRetriever.Of, RetrievalEvaluation.Confidence);
        seeing.RefusalAuc.ShouldBe(1);
        (seeing with { RefusalAuc = 0.5 }).ShouldBe(blind);
    }

    [Fact]
    public void A_paragraph_of_two_sets_is_one_passage_in_the_pool_and_its_questions_are_asked_once()
    {
        var other = MadeSet.Of(
            "other", [("x", "Limoges (ville)", "Le pont de Limoges date de 1215."), ("loire", "Cahors", "Le vin de Cahors est noir.")],
            MadeSet.Asked("6", "De quand date le pont de Limoges ?", "x"), MadeSet.Asked("7", "Que date de 1215 ?", "x"), MadeSet.Asked("8", "De quelle couleur est le vin de Cahors ?", "loire"));
        var pool = RetrievalSet.Pool([MadeSet.Rivers, other]);
        pool.Name.ShouldBe(RetrievalSet.Pooled);
        pool.Articles.Select(article => article.Id).ShouldBe(["rivers/brive-1", "rivers/brive-2", "rivers/loire", "rivers/limoges", "rivers/tulle", "other/loire"]);
        pool.Questions.Select(question => (question.Id, question.Passage)).ShouldBe(
            [("1", "rivers/brive-1"), ("2", "rivers/brive-2"), ("3", "rivers/loire"), ("4", "rivers/limoges"), ("5", "rivers/tulle"), ("7", "rivers/limoges"), ("8", "other/loire")]);
    }

    [Fact]
    public async Task An_ablation_says_what_each_part_is_worth()
    {
        QuestionSet own = new("third", [.. GoldSet.Set("third").Conversations.Take(100)]);
        var newsroom = GoldSet.Set(OwnSets.Newsroom);
        newsroom = newsroom with { Conversations = [.. newsroom.Conversations.Take(80)] };
        var report = await Ablation.RunAsync([MadeSet.Rivers], [own, newsroom], gold.Core, new ConversationsOptions(), TestContext.Current.CancellationToken);
        report.Figures.ShouldBe(["rivers passage R@1", "rivers sentence R@1", "third right", "newsroom right"]);
        report.Rows.Select(row => row.Without).ShouldBe([RankingVariant.Complete.Without, "leg: dense", "leg: words", .. RankingWeights.Names], ignoreOrder: true);
        report.Rows[0].Without.ShouldBe(RankingVariant.Complete.Without);
        report.Rows.Skip(1).Select(row => row.Mean).ShouldBeInOrder();
        report.Rows[1].Mean.ShouldBeLessThan(0);
        report.Rows[0].Values[0].ShouldBe(RetrievalEvaluation.Run(MadeSet.Rivers, InMemoryRetriever.Of, RetrievalEvaluation.Confidence).Passage.Recall1);
        foreach (var (set, value) in new[] { own, newsroom }.Zip(report.Rows[0].Values.Skip(2)))
            value.ShouldBe((await gold.AskAsync(set)).Average(result => result.IsRight ? 1.0 : 0));
    }

    [Fact]
    public void Sentences_ranked_once_more_by_other_weights_are_as_if_they_had_been_ranked_by_these()
    {
        var index = InMemoryRetriever.Index(MadeSet.Rivers.Articles);
        foreach (var variant in RankingVariant.All.Where(variant => variant.Legs == SearchLegs.Both))
        {
            foreach (var question in MadeSet.Rivers.Questions.Select(RetrievalEvaluation.Read))
            {
                var again = Ablation.First(InMemoryRetriever.Of(index, RankingVariant.Complete).Retrieve(question), variant.Weights);
                var direct = RetrievalEvaluation.Sentences(InMemoryRetriever.Of(index, variant).Retrieve(question))[0];
                again!.Sentence.ShouldBe(direct.Sentence, $"{question.Text} without {variant.Without}");
            }
        }
    }

    [Fact]
    public void Folds_keep_all_questions_on_a_title_together()
    {
        var set = TrainingSet.Of(MadeSet.Rivers, InMemoryRetriever.Of(MadeSet.Rivers.Articles));
        CrossValidation.FoldsOf(set).ShouldBe([0, 0, 1, 2, 3]);
        var output = new StringWriter();
        CrossValidation.WriteTable([set], RankingWeights.Weights, output);
        output.ToString().ShouldContain("| rivers |         5 |");
    }
}
