using Summit.Bot.Answering;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

/// <summary>Whose words, thoughts or wishes a question asks for.</summary>
public sealed class HolderFinderTests
{
    private static readonly QuestionAnalyzer Questions = new(Linguistics.Shared, new LeaderResolver(Linguistics.Shared), new SpeechReader(Linguistics.Shared));

    [Theory]
    [InlineData("Why does Putin believe that Kim's visit is useful?", "Putin")]
    [InlineData("What did Merkel tell Macron?", "Merkel")]
    [InlineData("According to Macron, what does Merkel hope for?", "Macron")]
    [InlineData("What was decided, in Macron's view, by Merkel?", "Macron")]
    [InlineData("What do Macron and Merkel want?", "Macron Merkel")]
    [InlineData("What is Macron's position on Merkel?", "Macron")]
    [InlineData("What is Macron's position at the bank?", "")]
    [InlineData("When did Macron meet Merkel?", "")]
    [InlineData("What did he promise Merkel?", "")]
    [InlineData("What did he promise Merkel (Macron) ?", "Macron")]
    public void In_English(string question, string holders) => Holders(question, TextLanguage.English).ShouldBe(holders);

    [Theory]
    [InlineData("Pourquoi Poutine pense-t-il que la visite de Kim est utile ?", "Poutine")]
    [InlineData("Que veut Macron de Merkel ?", "Macron")]
    [InlineData("Quelle est la position de Macron sur Merkel ?", "Macron")]
    [InlineData("Qu'a dit Merkel à Macron ?", "Merkel")]
    [InlineData("Selon Macron, en quoi la venue de Merkel est-elle utile ?", "Macron")]
    [InlineData("Que souhaite le président russe pour Kim ?", "président russe")]
    [InlineData("Quand Macron a-t-il vu Merkel ?", "")]
    [InlineData("Que cherche-t-il face à Merkel ?", "")]
    [InlineData("Que cherche-t-il face à Merkel (Macron) ?", "Macron")]
    [InlineData("Que Macron cherche-t-il face à Merkel ?", "Macron")]
    public void In_French(string question, string holders) => Holders(question, TextLanguage.French).ShouldBe(holders);

    [Theory]
    [InlineData("Qu'attend Macron de l'accord, et que cherche-t-il face à Merkel ?", TextLanguage.French)]
    [InlineData("What does Macron expect of the deal, and what did he promise Merkel?", TextLanguage.English)]
    public void He_of_the_second_clause_is_whom_the_first_one_asks_about(string question, TextLanguage language)
    {
        var second = Questions.Analyze(question, language)[1];
        second.Terms.Where(term => term.IsHolder).Select(term => term.Written).ShouldBe(["Macron"]);
        second.Terms.Single(term => term.Written == "Merkel").MayAct.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Pourquoi Poutine pense-t-il que la visite de Kim est utile ?", 15, 14, 7)]
    [InlineData("Why does Putin believe that Kim's visit is useful?", 15, 14, 7)]
    [InlineData("In Putin's view, how could his country help to calm things down in Korea?", 15, 14)]
    public void What_somebody_thinks_is_not_told_by_what_another_says_of_him(string question, params int[] sentences)
    {
        using var corpus = TestCorpus.Shipped();
        corpus.Ask(question).ShouldBeOfType<Grounded>().Shown.ShouldAllBe(citation => sentences.Contains(citation.Sentence));
    }

    private static string Holders(string question, TextLanguage language) =>
        string.Join(' ', Questions.Analyze(question, language)[0].Terms.Where(term => term.IsHolder).Select(term => term.Written));
}
