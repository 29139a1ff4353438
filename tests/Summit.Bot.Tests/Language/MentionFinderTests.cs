using FsCheck.Xunit;
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
    [InlineData("Le partage de l’Empire eut lieu en 843 à Verdun.", TextLanguage.French, MentionKind.Date, "843")]
    [InlineData("L’abbaye fut fondée au début du XIIIe siècle.", TextLanguage.French, MentionKind.Date, "début du XIIIe siècle")]
    [InlineData("Le pont s’est effondré fin mars.", TextLanguage.French, MentionKind.Date, "fin mars")]
    [InlineData("La route rouvrira au printemps 2027.", TextLanguage.French, MentionKind.Date, "au printemps 2027")]
    [InlineData("Il est mort quatre jours plus tard.", TextLanguage.French, MentionKind.Date, "quatre jours plus tard")]
    [InlineData("La réunion a duré quatorze heures.", TextLanguage.French, MentionKind.Duration, "quatorze heures")]
    [InlineData("La moitié des bêtes ont péri.", TextLanguage.French, MentionKind.Number, "La moitié")]
    [InlineData("Quatorze pays ont signé.", TextLanguage.French, MentionKind.Number, "Quatorze pays")]
    [InlineData("Il vivait à Hastinapura avec ses frères.", TextLanguage.French, MentionKind.Place, "Hastinapura")]
    [InlineData("Les sinistrés dorment dans le gymnase Jean-Moulin.", TextLanguage.French, MentionKind.Place, "gymnase Jean-Moulin")]
    [InlineData("Elle est née au nord-ouest du Bénin.", TextLanguage.French, MentionKind.Place, "Bénin")]
    [InlineData("La directrice, Éliane Dufaux, a démenti.", TextLanguage.French, MentionKind.Person, "Éliane Dufaux")]
    [InlineData("Le ministère a nommé une médiatrice, Claire Vasseur-Odin.", TextLanguage.French, MentionKind.Person, "Claire Vasseur-Odin")]
    [InlineData("Les ouvriers ont cessé le travail.", TextLanguage.French, MentionKind.Group, "ouvriers")]
    [InlineData("Le marché est fermé, ce qui explique la hausse.", TextLanguage.French, MentionKind.Reason, "explique la hausse")]
    [InlineData("In 1066 the duke won at Hastings.", TextLanguage.English, MentionKind.Date, "1066")]
    [InlineData("Riots broke out throughout the 1580s.", TextLanguage.English, MentionKind.Date, "1580s")]
    [InlineData("The style developed in the early 16th century.", TextLanguage.English, MentionKind.Date, "early 16th century")]
    [InlineData("The first images are expected in early June.", TextLanguage.English, MentionKind.Date, "early June")]
    [InlineData("He agreed a five-year contract.", TextLanguage.English, MentionKind.Duration, "five-year")]
    [InlineData("The bus leaves at seven o’clock.", TextLanguage.English, MentionKind.TimeOfDay, "seven o’clock")]
    [InlineData("It was assembled in Turin by a small team.", TextLanguage.English, MentionKind.Place, "Turin")]
    [InlineData("He was buried in the Castle Church.", TextLanguage.English, MentionKind.Place, "Castle Church")]
    [InlineData("They slept in the school hall.", TextLanguage.English, MentionKind.Place, "school")]
    [InlineData("He spoke of the situation on the Korean peninsula.", TextLanguage.English, MentionKind.Place, "Korean peninsula")]
    [InlineData("Ils vivent sur une petite plage de Corse.", TextLanguage.French, MentionKind.Place, "petite plage de Corse")]
    [InlineData("Il a été félicité par Anne Roux.", TextLanguage.French, MentionKind.Person, "Anne Roux")]
    [InlineData("Pierre Martin a été élu.", TextLanguage.French, MentionKind.Person, "Pierre Martin")]
    [InlineData("Mark Hill was seen with James and Peter.", TextLanguage.English, MentionKind.Person, "Mark Hill")]
    [InlineData("Mark Hill was seen with James and Peter.", TextLanguage.English, MentionKind.Person, "James")]
    [InlineData("The premier is Daniel Andrews.", TextLanguage.English, MentionKind.Person, "Daniel Andrews")]
    [InlineData("Louis XIV took the town.", TextLanguage.English, MentionKind.Person, "Louis XIV")]
    [InlineData("The court overturned the fine.", TextLanguage.English, MentionKind.Group, "court")]
    [InlineData("She resigned for fear of a trial.", TextLanguage.English, MentionKind.Reason, "for fear of a trial")]
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

    [Theory]
    [InlineData("Ils sont alliés depuis la Guerre froide.", TextLanguage.French, MentionKind.Person)]
    [InlineData("Il a été élu après 120 jours de débats.", TextLanguage.French, MentionKind.Date)]
    [InlineData("Elle a vendu 1200 livres en 300 heures.", TextLanguage.French, MentionKind.Date)]
    [InlineData("Il travaille pour le premier ministre.", TextLanguage.French, MentionKind.Reason)]
    [InlineData("La Prison de Lyon est pleine.", TextLanguage.French, MentionKind.Person)]
    [InlineData("They walked for 900 miles.", TextLanguage.English, MentionKind.Date)]
    [InlineData("You may march to the station.", TextLanguage.English, MentionKind.Date)]
    [InlineData("Pierre après pierre, le mur monte.", TextLanguage.French, MentionKind.Person)]
    [InlineData("They met in May, and again in June.", TextLanguage.English, MentionKind.Person)]
    [InlineData("Unarmed men sat down.", TextLanguage.English, MentionKind.Person)]
    public void What_only_looks_like_one_is_none(string text, TextLanguage language, MentionKind kind)
    {
        var mentions = Linguistics.Shared.Mentions.Find(text, Linguistics.Shared.Terms.Extract(text, language), language);
        mentions.Where(m => m.Kind == kind).Select(m => text.Substring(m.Start, m.Length)).ShouldBeEmpty();
    }

    // Any text: each mention lies in it, none is empty, and dates do not overlap.
    [Property(MaxTest = 300)]
    public void Mentions_lie_in_the_text(string[] words, bool french)
    {
        string[] parts = ["le 3 mai 2019", "in early June", "à Hastings", "Claire", "XIV", "du XIIIe siècle", "Éliane", "14 ans", "the court", "«", "’", ". ", "900", "au nord de"];
        var text = string.Join(' ', (words ?? []).SelectMany((word, i) => new[] { word ?? "", parts[i % parts.Length] }));
        var language = french ? TextLanguage.French : TextLanguage.English;
        var mentions = Linguistics.Shared.Mentions.Find(text, Linguistics.Shared.Terms.Extract(text, language), language);
        mentions.ShouldAllBe(m => m.Start >= 0 && m.Length > 0 && m.End <= text.Length);
        mentions.Select(m => m.Start).ShouldBeInOrder();
        var dates = mentions.Where(m => m.Kind == MentionKind.Date).ToList();
        dates.Zip(dates.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
    }
}
