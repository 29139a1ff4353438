using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Corpus;
using Summit.Bot.Corpus.Sources;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Summit.Bot.Tests.Corpus.Sources;

/// <summary>Bytes built of what files are made of, in any order.</summary>
public sealed record FileBytes(byte[] Value)
{
    private static readonly string[] Pieces =
    [
        "---\n", "title: a\n", "id: b\n", "translationOf: b\n", "language: fr\n", "url: https://a.b\n", "status: retracted\n", "# ", "===\n", "\n", "\r\n", "\n\n",
        "<p>", "</p>", "<div>", "<article>", "</article>", "<!--", "<script type=application/ld+json>", "</script>", "<title>", "</title>", "<h1>", "<pre>", "<br>", "<table>", "<svg>",
        "<b>", "</b>", "<template>", "<select>", "<meta charset=utf-16>", "<meta name=date content=2019-04-25>", "<html lang=en>", "&#xFFFE;", "&#0;", "&eacute;", "<?xml", "<a/>",
        "{", "}", "[", "]", "\"title\":\"a\",", "\"text\":\"", "\"@type\":\"NewsArticle\",", "\"headline\":", "\"@graph\":", "\"", "\\ud800", ":", ",", "null", "12",
        "%PDF-1.4\n", "1 0 obj\n", "<<", ">>", "stream\n", "endstream\n", "endobj\n", "trailer\n", "/Root 1 0 R",
        "The leaders met on Thursday and spoke. ", "Le président a reçu les ministres. ", "é", "\u0301", "\u00AD", "\0", "\u0007", "\uFFFE", "🎉",
    ];

    private static readonly byte[][] Raw = [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0, 0], [0xE9], [0x81], [0xC3], [0x1F, 0x8B, 8], [0xED, 0xA0, 0x80]];

    public override string ToString() => Convert.ToHexString(Value);

    public static Arbitrary<FileBytes> Arbitrary() => Arb.From(
        Gen.Frequency(
            (12, Gen.Elements(Pieces).Select(Encoding.UTF8.GetBytes)),
            (1, Gen.Elements(Raw)),
            (1, Gen.Elements(Pieces).Select(Encoding.Unicode.GetBytes))).ListOf().Select(pieces => new FileBytes(pieces.SelectMany(piece => piece).ToArray())));
}

[Properties(Arbitrary = [typeof(FileBytes)], MaxTest = 400)]
public sealed class SourceProperties : IDisposable
{
    private static readonly byte[] Pdf = MakePdf();

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property]
    public void Any_markdown_is_read_or_refused(FileBytes bytes) => IsSound("a.md", bytes.Value);

    [Property]
    public void Any_text_is_read_or_refused(FileBytes bytes) => IsSound("a.txt", bytes.Value);

    [Property]
    public void Any_page_is_read_or_refused(FileBytes bytes) => IsSound("a.html", bytes.Value);

    [Property]
    public void Any_page_with_an_article_is_read_or_refused(FileBytes bytes) =>
        IsSound("a.xhtml", [.. "<title>A</title><p>The leaders met on Thursday and spoke for an hour.</p>"u8, .. bytes.Value]);

    [Property]
    public void Any_json_is_read_or_refused(FileBytes bytes) => IsSound("a.json", bytes.Value);

    [Property]
    public void Any_json_lines_are_read_or_refused(FileBytes bytes)
    {
        IsSound("a.jsonl", bytes.Value);
        IsSound("a.jsonl.gz", bytes.Value);
    }

    [Property]
    public void Any_json_text_is_read_or_refused(FileBytes bytes) =>
        IsSound("a.jsonl", [.. "{\"title\":\"a\",\"text\":\"The leaders met on Thursday. "u8, .. bytes.Value, .. "\"}"u8]);

    [Property]
    public void Any_pdf_is_read_or_refused(FileBytes bytes) => IsSound("a.pdf", bytes.Value);

    [Property(MaxTest = 150)]
    public void A_pdf_with_wrong_bytes_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var bytes = Pdf.ToArray();
        for (var i = random.Next(1, 20); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        IsSound("a.pdf", bytes[..random.Next(bytes.Length / 2, bytes.Length)]);
        IsSound("a.pdf", bytes);
    }

    [Property]
    public void Any_id_becomes_a_sound_one_that_stays(string? id)
    {
        var made = SourceId.Sound(id ?? "");
        FrontMatter.IsSoundId(made).ShouldBeTrue(made);
        SourceId.Sound(id ?? "").ShouldBe(made);
        SourceId.Sound(made).ShouldBe(made);
    }

    [Property]
    public void Two_ids_do_not_become_one(string? one, string? other) =>
        ((one ?? "") == (other ?? "") || SourceId.Sound(one ?? "") != SourceId.Sound(other ?? "")).ShouldBeTrue();

    private void IsSound(string name, byte[] bytes)
    {
        _folder.Write(name, bytes);
        var file = new SourceRef(_folder.Root, Path.Combine(_folder.Root, name), name);
        var items = SourceReader.Read(file).ToList();
        foreach (var item in items)
        {
            (item.Article is null).ShouldBe(item.Refusal is not null);
            if (item.Article is not { } article)
                continue;
            FrontMatter.IsSoundId(article.Id).ShouldBeTrue();
            article.Title.ShouldNotBeNullOrWhiteSpace();
            article.Sentences.ShouldNotBeEmpty();
            article.Sentences.ShouldAllBe(sentence => sentence.Start >= 0 && sentence.Length > 0 && sentence.Start + sentence.Length <= article.Text.Length);
            article.Text.ShouldNotContain('\r');
        }

        SourceReader.Read(file).Select(item => item.Article?.Version).ShouldBe(items.Select(item => item.Article?.Version));
    }

    private static byte[] MakePdf()
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        var page = pdf.AddPage(PageSize.A4);
        page.AddText("The leaders met", 20, new PdfPoint(50, 760), font);
        page.AddText("They spoke for an hour in the capital.", 10, new PdfPoint(50, 700), font);
        return pdf.Build();
    }
}
