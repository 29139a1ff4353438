using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Corpus;

namespace Summit.Bot.Tests.Corpus;

/// <summary>Text built of what news is made of, in any order.</summary>
public sealed record NewsText(string Value)
{
    private static readonly string[] Pieces =
    [
        "Poutine", "voté", "Élysée", "à", "The", "he", "Mme", "M.", "U.S.", "J.-C.", "J.", "etc.", "av.", "p.", "No.", "Inc.", "3.5", "12",
        "1.", "2019",
        ".", ".", ".", "!", "?", "…", "...", "?!", ",", ":", "«", "»", "“", "”", "\"", "'", "’", "(", ")", "[", "]", "[1]",
        "[…]", "—", "-",
        " ", " ", " ", " ", "\u00A0", "\u202F", "\n", "\r\n", "\n\n", "\t", "\u2028",
        "🎉", "👩‍👩‍👧", "e\u0301", "\u0301", "!\uFE0F", "𝔄", "会议", "example.com", "iPhone",
    ];

    public override string ToString() => $"\"{Value.Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    public static Arbitrary<NewsText> Arbitrary() => Arb.From(
        Gen.Elements(Pieces).ListOf().Select(pieces => new NewsText(string.Concat(pieces))),
        text => Enumerable.Range(0, text.Value.Length).Select(i => new NewsText(text.Value.Remove(i, 1))));
}

[Properties(Arbitrary = [typeof(NewsText)], MaxTest = 2000)]
public sealed class SentenceSplitterProperties
{
    [Property]
    public void News_is_covered_by_its_sentences(NewsText text) => IsCovered(text.Value);

    [Property]
    public void Any_string_is_covered_by_its_sentences(string? text) => IsCovered(text ?? "");

    [Property]
    public void The_same_text_is_split_the_same_way(NewsText text) =>
        SentenceSplitter.Split(text.Value).ShouldBe(SentenceSplitter.Split(text.Value));

    /// <summary>A straight quotation mark opens or closes by what stands before it, so that text is set apart.</summary>
    [Property]
    public void A_sentence_taken_by_itself_is_one_sentence(NewsText news)
    {
        var text = news.Value.Replace("\"", "", StringComparison.Ordinal);
        foreach (var sentence in SentenceSplitter.Split(text))
            SentenceSplitter.Split(text.Substring(sentence.Start, sentence.Length)).ShouldHaveSingleItem();
    }

    [Property]
    public void Lines_are_split_each_for_itself(NewsText first, NewsText second) =>
        SentenceSplitter.Split(first.Value + "\n" + second.Value).Count
            .ShouldBe(SentenceSplitter.Split(first.Value).Count + SentenceSplitter.Split(second.Value).Count);

    private static void IsCovered(string text)
    {
        var sentences = SentenceSplitter.Split(text);
        var position = 0;
        var paragraph = 0;
        foreach (var (sentence, index) in sentences.Select((s, i) => (s, i)))
        {
            sentence.Number.ShouldBe(index + 1);
            sentence.Paragraph.ShouldBeInRange(Math.Max(paragraph, 1), paragraph + 1);
            sentence.Length.ShouldBeGreaterThan(0);
            text[position..sentence.Start].ShouldBeNullOrWhiteSpace();
            var quote = text.Substring(sentence.Start, sentence.Length);
            quote.ShouldBe(quote.Trim());
            quote.ShouldNotContain('\n');
            IsWhole(text, sentence.Start);
            IsWhole(text, sentence.Start + sentence.Length);
            position = sentence.Start + sentence.Length;
            paragraph = sentence.Paragraph;
        }

        text[position..].ShouldBeNullOrWhiteSpace();
    }

    /// <summary>No character is cut there: neither a surrogate pair nor a letter from its combining mark.</summary>
    private static void IsWhole(string text, int cut)
    {
        if (cut == 0 || cut == text.Length)
            return;
        (char.IsHighSurrogate(text[cut - 1]) && char.IsLowSurrogate(text[cut])).ShouldBeFalse();
        if (!char.IsWhiteSpace(text[cut - 1]))
            char.GetUnicodeCategory(text[cut]).ShouldNotBe(UnicodeCategory.NonSpacingMark);
    }
}
