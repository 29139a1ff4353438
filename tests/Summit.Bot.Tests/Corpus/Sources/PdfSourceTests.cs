using System.Text;
using Summit.Bot.Language;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Summit.Bot.Tests.Corpus.Sources;

public sealed class PdfSourceTests : IDisposable
{
    private static readonly string[] Left =
    [
        "The ministers of the two countries met on", "Thursday in Vladivostok to talk about the ex-", "change of prisoners. They said that the talks",
        "were frank and that a second Franco-", "German summit would follow in the summer", "of the next year, when all of them have time",
    ];

    private static readonly string[] Right =
    [
        "to meet again. Observers noted that it had", "brought no agreement on the islands, which", "both of the countries have claimed for more", "than seventy years, but much good will.",
    ];

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Columns_are_read_one_after_another_without_what_runs_on_every_page(int pages)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        for (var number = 1; number <= pages; number++)
        {
            var page = pdf.AddPage(PageSize.A4);
            if (pages > 1)
                page.AddText("Two leaders meet in the far east", 9, new PdfPoint(50, 815), font);
            page.AddText($"Page {number}", 9, new PdfPoint(280, 25), font);
            if (number == 1)
                page.AddText("Two leaders meet in the far east", 22, new PdfPoint(50, 760), font);
            Column(page, font, 50, Left);
            Column(page, font, 310, Right);
        }

        _folder.Write("a.pdf", pdf.Build());

        var article = _folder.Article();

        (article.Title, article.Language, article.Id).ShouldBe(("Two leaders meet in the far east", TextLanguage.English, "a"));
        var page1 = "The ministers of the two countries met on Thursday in Vladivostok to talk about the exchange of prisoners. They said that the talks were frank and that "
            + "a second Franco-German summit would follow in the summer of the next year, when all of them have time to meet again. Observers noted that it had brought no "
            + "agreement on the islands, which both of the countries have claimed for more than seventy years, but much good will.";
        article.Text.ShouldBe(string.Join("\n\n", Enumerable.Repeat(page1, pages)));
    }

    [Fact]
    public void The_document_says_who_wrote_it_and_when_and_french_is_read()
    {
        _folder.Write("a.pdf", FrenchPdf(["Le président a reçu les ministres dans la capi-", "tale du pays. Ils ont, dit-", "elle, parlé de l'échange des prisonniers."]));

        var article = _folder.Article();

        (article.Title, article.Author, article.Published).ShouldBe(("Le sommet", "Anne Dupont", new DateOnly(2019, 4, 25)));
        article.Text.ShouldBe("Le président a reçu les ministres dans la capitale du pays. Ils ont, dit-elle, parlé de l'échange des prisonniers.");
    }

    [Fact]
    public void A_scan_is_refused()
    {
        var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4).DrawRectangle(new PdfPoint(10, 10), 100, 100);
        _folder.Write("a.pdf", pdf.Build());
        _folder.Refusal().Reason.ShouldContain("no text in it, as a scan");
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.4\n")]
    [InlineData("no PDF at all")]
    [InlineData("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF")]
    public void A_broken_document_is_refused(string content)
    {
        _folder.Write("a.pdf", Encoding.Latin1.GetBytes(content));
        _folder.Refusal().Reason.ShouldStartWith("the PDF ");
    }

    [Fact]
    public void A_document_with_a_password_is_refused()
    {
        const string encrypted = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
            + "3 0 obj\n<</Filter/Standard/V 1/R 2/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000001>/P -4>>\nendobj\n"
            + "trailer\n<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF";
        _folder.Write("a.pdf", Encoding.Latin1.GetBytes(encrypted));
        _folder.Refusal().Reason.ShouldContain("encrypted");
    }

    /// <summary>A document written by hand: the builder's standard fonts have no French letters.</summary>
    private static byte[] FrenchPdf(string[] lines)
    {
        var content = "BT /F1 10 Tf 12 TL 50 700 Td " + string.Concat(lines.Select(line => $"({line}) Tj T* ")) + "ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>\nstream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            "<</Title(Le sommet)/Author(Anne Dupont)/CreationDate(D:20190425180000+02'00')>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        return Encoding.Latin1.GetBytes($"{pdf}{table}trailer\n<</Root 1 0 R/Info 6 0 R/Size {objects.Length + 1}>>\nstartxref\n{pdf.Length}\n%%EOF");
    }

    private static void Column(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, double left, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
            page.AddText(lines[i], 10, new PdfPoint(left, 700 - (12 * i)), font);
    }
}
