using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class LexiconTests
{
    private static readonly Linguistics Shared = Linguistics.Shared;

    [Fact]
    public void Every_form_is_analysed_and_found_again()
    {
        var lost = new List<string>();
        foreach (var concept in Shared.Lexicon.Concepts)
        {
            foreach (var (form, language) in concept.French.Select(f => (f, TextLanguage.French)).Concat(concept.English.Select(f => (f, TextLanguage.English))))
            {
                var terms = Shared.Terms.Extract(form, language);
                if (terms.Count == 0 && form.Any(char.IsLetterOrDigit))
                    lost.Add(form);
            }
        }

        lost.ShouldBeEmpty();
    }

    [Fact]
    public void No_concept_stands_twice() =>
        Shared.Lexicon.Concepts.Select(c => string.Join('|', c.French) + "=" + string.Join('|', c.English)).ShouldBeUnique();

    [Fact]
    public void Every_form_of_a_relation_is_one_of_the_lexicon()
    {
        using var reader = new StreamReader(typeof(Linguistics).Assembly.GetManifestResourceStream("Summit.Bot.Language.related.tsv")!);
        var unknown = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                unknown.AddRange(line.Split('\t').Skip(1).SelectMany(c => c.Split(" | ")).Where(form => Shared.Lexicon.ConceptsSpelt(form).Count == 0));
        }

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void No_relation_stands_twice_or_within_one_line()
    {
        using var reader = new StreamReader(typeof(Linguistics).Assembly.GetManifestResourceStream("Summit.Bot.Language.related.tsv")!);
        HashSet<(string, string)> seen = [];
        List<string> wrong = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || line.Split('\t') is not [_, var pivot, var forms])
                continue;
            foreach (var form in forms.Split(" | "))
            {
                var pair = string.CompareOrdinal(pivot, form) < 0 ? (pivot, form) : (form, pivot);
                if (!seen.Add(pair) || Shared.Lexicon.ConceptsSpelt(pivot).Intersect(Shared.Lexicon.ConceptsSpelt(form)).Any())
                    wrong.Add($"{pivot} ~ {form}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Poutine", "Putin")]
    [InlineData("Pékin", "Beijing")]
    [InlineData("Corée du Nord", "DPRK")]
    [InlineData("poignée de main", "handshake")]
    [InlineData("feuille de route", "roadmap")]
    [InlineData("bras de fer", "standoff")]
    public void Words_of_both_languages_share_a_concept(string french, string english)
    {
        var left = Shared.Terms.Extract(french, TextLanguage.French).ShouldHaveSingleItem();
        var right = Shared.Terms.Extract(english, TextLanguage.English).ShouldHaveSingleItem();
        left.Concepts.Intersect(right.Concepts).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_longest_expression_wins_and_small_words_may_stand_inside()
    {
        var terms = Shared.Terms.Extract("Où la rencontre a-t-elle eu lieu ?", TextLanguage.French);
        terms.ShouldContain(term => term.Folded == "a t elle eu lieu" && term.Kind == TermKind.Light);
    }

    [Theory]
    [InlineData("le numéro des pompiers", "numéro", "dirigeant")]
    [InlineData("la défense du pays", "défense", "interdire")]
    [InlineData("la valeur de la maison", "valeur", "précieux")]
    public void An_expression_is_not_read_in_the_one_word_that_its_small_words_leave(string text, string word, string concept) =>
        Shared.Terms.Extract(text, TextLanguage.French).Single(term => text[term.Start..term.End] == word).Concepts
            .ShouldNotContain(id => Shared.Lexicon.ConceptsSpelt(concept).Contains(id));

    [Fact]
    public void A_name_is_never_read_across_other_words()
    {
        var term = Shared.Terms.Extract("Kim Jong-un a-t-il parlé ?", TextLanguage.French)[0];
        term.Folded.ShouldBe("kim jong un");
        term.Concepts.Select(id => Shared.Lexicon.Concepts[id].French[0]).ShouldBe(["Kim Jong-un"]);
    }

    [Theory]
    [InlineData("Moscou", "russe")]
    [InlineData("Kremlin", "Russie")]
    [InlineData("Washington", "États-Unis")]
    public void Capitals_and_governments_stand_for_their_state(string one, string other) =>
        Shared.Terms.Extract(one, TextLanguage.French)[0].Countries.Intersect(Shared.Terms.Extract(other, TextLanguage.French)[0].Countries).ShouldNotBeEmpty();
}
