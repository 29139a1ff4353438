using System.Globalization;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class PublicationWishTests
{
    [Theory]
    [InlineData("Que disait-on de Lyon en avril 2019 ?", "2019-04-01", "2019-04-30")]
    [InlineData("What was reported on 25 April 2019 about Lyon?", "2019-04-25", "2019-04-25")]
    [InlineData("What happened on April 25th, 2019?", "2019-04-25", "2019-04-25")]
    [InlineData("Que s'est-il passé le 1er août 2020 ?", "2020-08-01", "2020-08-01")]
    [InlineData("articles of 2019-04-25", "2019-04-25", "2019-04-25")]
    [InlineData("articles since March 2023", "2023-03-01", null)]
    [InlineData("les articles depuis mars 2023", "2023-03-01", null)]
    [InlineData("les articles parus à partir de 2023", "2023-01-01", null)]
    [InlineData("What was said after 2020?", "2021-01-01", null)]
    [InlineData("articles before 2020", null, "2019-12-31")]
    [InlineData("Que disait-on avant 2020 ?", null, "2019-12-31")]
    [InlineData("Que disait-on entre 2018 et 2020 ?", "2018-01-01", "2020-12-31")]
    [InlineData("news from March 2018 to May 2019", "2018-03-01", "2019-05-31")]
    [InlineData("What happened in 2019?", "2019-01-01", "2019-12-31")]
    public void A_time_is_read(string question, string? from, string? to)
    {
        var wish = PublicationWishReader.Read(question).ShouldNotBeNull();
        (Day(wish.From), Day(wish.To), wish.WantsNewest).ShouldBe((from, to, false));
    }

    [Theory]
    [InlineData("What is the latest news on Lyon?")]
    [InlineData("Quelles sont les dernières nouvelles de Lyon ?")]
    [InlineData("How many victims, according to the latest reports?")]
    [InlineData("Quel est le dernier bilan ?")]
    [InlineData("the most recent figures")]
    [InlineData("Combien de victimes à ce jour ?")]
    [InlineData("Combien de victimes y a-t-il aujourd’hui ?")]
    public void The_newest_are_wanted(string question) => PublicationWishReader.Read(question).ShouldNotBeNull().WantsNewest.ShouldBeTrue();

    [Theory]
    [InlineData("Quand a eu lieu la dernière rencontre ?")]
    [InlineData("Où s'est tenu le dernier sommet ?")]
    [InlineData("Did they meet for the first time?")]
    [InlineData("When did they last meet?")]
    [InlineData("Who won the 2018 election?")]
    [InlineData("Qui a gagné l'élection de 2018 ?")]
    [InlineData("Did it last from March to May 2023?")]
    [InlineData("Le 31 février 2020, où était-il ?")]
    [InlineData("Why did they meet in April 2018 and in May 2019?")]
    public void What_the_articles_tell_is_no_wish(string question) => PublicationWishReader.Read(question).ShouldBeNull();

    [Theory]
    [InlineData("2023-03-02", 0)]
    [InlineData("2023-03-03", 1)]
    [InlineData("2023-03-04", 0.7)]
    [InlineData("2023-03-06", 0.4)]
    [InlineData("2023-03-07", 0)]
    public void News_of_a_day_are_in_the_articles_of_the_next_days_too(string published, double fit) =>
        PublicationWishReader.Read("What was reported on 3 March 2023?")!.Fit(DateOnly.Parse(published, CultureInfo.InvariantCulture)).ShouldBe(fit, 0.001);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
