using Summit.Bot.Corpus;

namespace Summit.Bot.Tests.Corpus;

public sealed class SentenceSplitterTests
{
    /// <summary>Each row is a text with a bar where one sentence ends and the next begins.</summary>
    [Theory]
    // Stops and what may start a sentence
    [InlineData("Il a voté. |Il est parti.")]
    [InlineData("Il est là. |À Paris, il pleut. |École fermée. |Ça va.")]
    [InlineData("Vraiment ? |Oui ! |Non…")]
    [InlineData("Quoi ?! |Rien... |Bon.")]
    [InlineData("Quoi ! ? |Rien.")]
    [InlineData("Il a gagné. |12 personnes étaient là. |$5 million was paid. |€ 3 aussi.")]
    [InlineData("— Tu viens ? |— Non. |– Tant pis. |- Bon.")]
    [InlineData("Fin. |(Une note.) |[Une autre.] |Suite.")]
    [InlineData("Le prix monte ! |iPhone en tête.")]
    [InlineData("Bravo !\uFE0F |Bravo !\u200D |★ ! Fin.")]
    [InlineData("Fini ! |🎉 Bravo. |会议开始。")]
    [InlineData("Un texte sans point final")]
    // Quotations
    [InlineData("Il a dit « oui. » |Elle a dit « non ». |Fin.")]
    [InlineData("Il a dit « oui.\u00A0» |Elle aussi\u202F! |Fin.")]
    [InlineData("He said “yes.” |She said \"no.\" |Both left.")]
    [InlineData("He said 'yes.' |She said ‘no.’ |Both left.")]
    [InlineData("« Je suis sûr. |Sur le plan bilatéral, nous avons à faire. » |Fin.")]
    [InlineData("« Je suis sûr. |Nous avons beaucoup à faire« . |Fin.")]
    [InlineData("« Nous avons à faire.« |Fin.")]
    [InlineData("« Nous avons à faire. «")]
    [InlineData("« Quoi ? » a demandé Jean. |Rien.")]
    [InlineData("« Viens ! », dit-il. |Rien.")]
    [InlineData("\"Really?\" she asked. |\"Yes.\"")]
    [InlineData("“Really?” she asked. |“Yes.”")]
    [InlineData("Il dit : \" Je pars. \" |Elle reste.")]
    [InlineData("Il part. |« Je pars », dit-il. |“So do I.” |\"Me too.\"")]
    [InlineData("(Il est parti.) |Elle reste.")]
    [InlineData("Il est parti.[1] |Elle reste.[23][24] |Fin.")]
    // Ellipsis
    [InlineData("Il hésite… puis il part. |Fin.")]
    [InlineData("Il hésite... puis il part. |Fin.")]
    [InlineData("Il hésite. . . puis il part. |Fin.")]
    [InlineData("Le texte […] Poutine (...) continue (!) Jean. |Fin.")]
    [InlineData("Il est parti […] |Elle est restée. |Fin.")]
    [InlineData("« […] Elle est restée. »")]
    [InlineData("... Il revient.")]
    // Titles and names
    [InlineData("M. Le Drian et MM. Kim et Poutine ont vu Mme. Merkel et Mlle. Petit. |Fin.")]
    [InlineData("Dr. Smith met Pr. Durand, Mr. and Mrs. Jones, Ms. Lee. |They left.")]
    [InlineData("Gen. Lee, Gov. Brown, Sen. Cruz, Rep. Ryan, Lt. Kim, Col. Sanders and Sgt. York met. |They left.")]
    [InlineData("He lives in St. Louis. |She does not.")]
    [InlineData("J. F. Kennedy, V. Poutine, J.-C. Juncker et W. E. B. Du Bois. |Fin.")]
    [InlineData("George W. Bush and P. Diddy met. |Fin.")]
    [InlineData("He takes vitamin D. |The doctor knows.")]
    [InlineData("John Smith Jr. Foundation. |Apple Inc. Chief Tim Cook. |Ltd. Co. Corp. names.")]
    [InlineData("He works for Apple Inc. |He likes it. |She works for Ford Motor Co. |They talk.")]
    [InlineData("Brown v. Board and Kim vs. Poutine. |Fin.")]
    // Acronyms
    [InlineData("The U.S. Senate and the U.K. Parliament met the U.N. Council. |Fin.")]
    [InlineData("He lives in the U.S. |She lives in the U.K. |They met.")]
    [InlineData("L’O.N.U. Genève siège. |Il vit en U.R.S.S. |Elle est partie.")]
    [InlineData("L’E.U. a voté. |Fin.")]
    [InlineData("They met at 5 p.m. Thursday. |They left at 6 a.m. |The sun rose.")]
    // Other abbreviations
    [InlineData("Fruits, e.g. Apples, i.e. Food, cf. Darwin. |Fin.")]
    [InlineData("Des pommes, des poires, etc. et des noix, etc. |Puis il part.")]
    [InlineData("Voir p. 5, pp. 6, n° 7, n°. 8, No. 9, art. 10, vol. 11, fig. 12. |Fin.")]
    [InlineData("He said no. |This is art. |Il prit le vol. |Fin.")]
    [InlineData("Fondée en 300 av. J.-C. par Rome, prise en 52 av. J.-C. |La ville brûla.")]
    [InlineData("Le 3 janv. 2019, le 4 févr. 2019, le 5 sept. 2019, le 6 déc. 2019. |Fin.")]
    [InlineData("On Jan. 5, Feb. 6, Sept. 7 and Dec. 8 it rained. |Fin.")]
    [InlineData("Ils étaient sept. |Ils sont six.")]
    // Numbers, addresses, lists
    [InlineData("Le taux est de 3.5 %, 1.000 ou 3,14. |Fin.")]
    [InlineData("Version 2.0.1 of example.com is at https://www.example.com/a.html?b=C today. |Fin.")]
    [InlineData("It was in 1990. |Then came 1991.")]
    [InlineData("1. Premier point. |2. Second point. |- 3. Troisième.")]
    [InlineData("Use System.Text and Node.js or ASP.NET. |Fin.")]
    // A space forgotten
    [InlineData("C’est la fin.|Le reste suit.")]
    [InlineData("Il dit « oui.»et part. |Fin.")]
    [InlineData("C’est « la fin. »|Le reste suit.")]
    [InlineData("Is it over?|He does not know.")]
    // Line breaks
    [InlineData("Un titre\n|\n|Le texte. |Suite\r\n|Fin")]
    [InlineData("une ligne\n|une autre\u2028|et une autre")]
    public void A_text_is_split_at_the_bars(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var expected = marked.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        SentenceSplitter.Split(text).Select(s => text.Substring(s.Start, s.Length)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\u00A0\r\n\n ")]
    public void White_space_holds_no_sentence(string text) => SentenceSplitter.Split(text).ShouldBeEmpty();

    [Fact]
    public void Sentences_and_paragraphs_count_from_1_and_blank_lines_are_no_paragraphs()
    {
        var sentences = SentenceSplitter.Split("\n  Un. Deux.\n\n \nTrois.\r\n");

        sentences.ShouldBe([new Sentence(1, 3, 3, 1), new Sentence(2, 7, 5, 1), new Sentence(3, 16, 6, 2)]);
    }

    [Theory]
    [InlineData(". ")]
    [InlineData("(")]
    [InlineData("(1. ")]
    [InlineData("...\"")]
    [InlineData("a.B")]
    [InlineData("»  ")]
    [InlineData("Mr. A. ")]
    [InlineData("[1] ")]
    [InlineData(" […]")]
    [InlineData("\u0301")]
    [InlineData(". « ")]
    public void A_megabyte_of_anything_is_split_in_the_blink_of_an_eye(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        // Quadratic work on a megabyte would take minutes; the limit leaves room for a busy machine.
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SentenceSplitter.Split(text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
