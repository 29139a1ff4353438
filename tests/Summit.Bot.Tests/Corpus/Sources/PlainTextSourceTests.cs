using System.Text;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Corpus.Sources;

public sealed class PlainTextSourceTests : IDisposable
{
    private const string French = "Le sommet de Vladivostok\n\nLe président a reçu les ministres dans la capitale.\nL’été fut très chaud.";

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(French) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(French)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(French)] },
        { "UTF-16 BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(French)] },
        { "UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(French)] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(French) },
        { "lines of Windows", Encoding.UTF8.GetBytes(French.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "decomposed", Encoding.UTF8.GetBytes(French.Normalize(NormalizationForm.FormD)) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_the_same_in_any_encoding(string name, byte[] bytes)
    {
        _folder.Write("a.txt", bytes);

        var article = _folder.Article();

        article.Title.ShouldBe("Le sommet de Vladivostok", name);
        article.Text.ShouldBe("Le président a reçu les ministres dans la capitale.\nL’été fut très chaud.", name);
        article.Language.ShouldBe(TextLanguage.French);
    }

    [Theory]
    [InlineData(new byte[] { 0x54, 0x68, 0x65, 0x00, 0x20 }, "NUL")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x81, 0x02 }, "not text")]
    public void A_binary_file_is_refused(byte[] bytes, string reason)
    {
        _folder.Write("a.txt", bytes);
        _folder.Refusal().Reason.ShouldContain(reason);
    }

    [Fact]
    public void A_file_of_more_than_10_MB_is_refused()
    {
        _folder.Write("a.txt", new byte[(10 * 1024 * 1024) + 1]);
        _folder.Refusal().Reason.ShouldContain("10 MB");
    }

    [Theory]
    [InlineData("The leaders met on Thursday.\nThey spoke.", "a", "The leaders met on Thursday.\nThey spoke.")]
    [InlineData("\n\nA title\n\n\nThe leaders met.\n\n", "A title", "The leaders met.")]
    [InlineData("The one line of the article is all there is.\n\n", "a", "The one line of the article is all there is.")]
    [InlineData("---\ntitle: The title\nlanguage: en\n---\nThe leaders\u0001met.", "The title", "The leaders met.")]
    [InlineData("---\n\nThe leaders met and they spoke.", "---", "The leaders met and they spoke.")]
    public void The_title_is_the_first_line_with_a_blank_one_behind_it_else_the_name_of_the_file(string content, string title, string text)
    {
        _folder.Write("a.txt", content);

        var article = _folder.Article();

        (article.Title, article.Text).ShouldBe((title, text));
    }

    [Fact]
    public void Lines_broken_at_a_margin_are_joined_and_others_are_not()
    {
        _folder.Write("a.txt", """
            A title

            The ministers of the two countries met on Thursday, the 25th
            of April, to talk about the exchange of prisoners and other
            things.
            They spoke for an hour:
            - of the past, which is long and of the future, which is not
            - of trade
            """);

        _folder.Article().Text.Split('\n').ShouldBe(
        [
            "The ministers of the two countries met on Thursday, the 25th of April, to talk about the exchange of prisoners and other things.",
            "They spoke for an hour:", "- of the past, which is long and of the future, which is not", "- of trade",
        ]);
    }
}
