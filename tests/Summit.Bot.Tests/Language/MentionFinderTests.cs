using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class MentionFinderTests
{
    [Theory]
    [InlineData("Ils se sont vus ce jeudi 25 avril 2019 au port de Vladivostok.", TextLanguage.French, MentionKind.Date, "jeudi 25 avril 2019")]
    [InlineData("Ils se sont vus ce jeudi 25 avril 2019 au port de Vladivostok.", TextLanguage.French, MentionKind.Place, "port de Vladivostok")]
    [InlineData("Le sommet se tient sur l’île Rousski.", TextLanguage.French, MentionKind.Place, "île Rousski")]
    [InlineData("Il l’avait rencontré il y a près de vingt ans.", TextLanguage.French, MentionKind.Date, "il y a près de vingt ans")]
    [InlineData("La Russie a livré 12 500 tonnes de blé.", TextLanguage.French, MentionKind.Number, "12 500")]
    [InlineData("La grève a duré trois semaines.", TextLanguage.French, MentionKind.Duration, "trois semaines")]
    [InlineData("Il parle de « liens historiques » avec Moscou.", TextLanguage.French, MentionKind.Quotation, "liens historiques")]
    [InlineData("Les États-Unis accusent la Russie.", TextLanguage.French, MentionKind.State, "États-Unis")]
    [InlineData("Il est venu afin de renforcer les liens.", TextLanguage.French, MentionKind.Reason, "afin de renforcer les liens")]
    [InlineData("They met on Thursday, 25 April 2019, in Geneva.", TextLanguage.English, MentionKind.Date, "Thursday, 25 April 2019")]
    [InlineData("The summit is held on Russky Island.", TextLanguage.English, MentionKind.Place, "Russky Island")]
    [InlineData("They met nearly twenty years ago.", TextLanguage.English, MentionKind.Date, "nearly twenty years ago")]
    [InlineData("She said \"never again\" to the press.", TextLanguage.English, MentionKind.Quotation, "never again")]
    [InlineData("The talks lasted three hours.", TextLanguage.English, MentionKind.Duration, "three hours")]
    [InlineData("The train left at 8:30.", TextLanguage.English, MentionKind.TimeOfDay, "8:30")]
    public void Short_answers_are_found(string text, TextLanguage language, MentionKind kind, string expected)
    {
        var mentions = Linguistics.Shared.Mentions.Find(text, Linguistics.Shared.Terms.Extract(text, language), language);
        mentions.Where(m => m.Kind == kind).Select(m => text.Substring(m.Start, m.Length)).ShouldContain(expected);
    }
}
