using System.Runtime.InteropServices;
using Summit.Bot.Language;

namespace Summit.Bot.Corpus;

/// <summary>One article: its metadata, its text and the sentences in it.</summary>
/// <param name="Id">Stable id, unique in the corpus: lower-case letters, digits and hyphens.</param>
/// <param name="Version">Content hash of everything that an answer can show of it: 16 lower-case hexadecimal digits.</param>
/// <param name="Title">The headline.</param>
/// <param name="Language">The language that <paramref name="Text"/> is written in.</param>
/// <param name="Published">The day of publication; null when not stated.</param>
/// <param name="Source">Where the article comes from, in words or as an address; null when not stated.</param>
/// <param name="License">The terms it is used under; null when not stated.</param>
/// <param name="Text">The whole text. Lines end with <c>\n</c>; nothing else is changed from the file.</param>
/// <param name="Sentences">In reading order, not overlapping, with only white space between them.</param>
/// <param name="Translation">The translation that stands beside it, aligned sentence by sentence; null when there is none.</param>
public sealed record Article(
    string Id,
    string Version,
    string Title,
    TextLanguage Language,
    DateOnly? Published,
    string? Source,
    string? License,
    string Text,
    IReadOnlyList<Sentence> Sentences,
    ArticleTranslation? Translation)
{
    /// <summary>Who wrote it; null when not stated.</summary>
    public string? Author { get; init; }

    /// <summary>Where the publisher shows it, an absolute http or https address; null when not stated.</summary>
    public string? Url { get; init; }

    /// <summary>The day that the publisher last corrected it; null when not stated.</summary>
    public DateOnly? Corrected { get; init; }

    /// <summary>Whether the publisher has withdrawn it: it is kept for those who were cited it, and never cited again.</summary>
    public bool IsRetracted { get; init; }

    /// <summary>The exact text of sentence <paramref name="number"/>, counted from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sentence.</exception>
    public string SentenceText(int number) => SentenceMemory(number).ToString();

    /// <summary>As <see cref="SentenceText"/>, in place.</summary>
    internal ReadOnlyMemory<char> SentenceMemory(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Sentences.Count);
        var sentence = Sentences[number - 1];
        return Text.AsMemory(sentence.Start, sentence.Length);
    }
}

/// <summary>A sentence as a place in <see cref="Article.Text"/>.</summary>
/// <param name="Number">Counted from 1 in reading order.</param>
/// <param name="Start">Offset of its first character, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units, at least 1.</param>
/// <param name="Paragraph">The paragraph it stands in, counted from 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Sentence(int Number, int Start, int Length, int Paragraph);

/// <summary>A translation of an article, one entry a sentence.</summary>
/// <param name="Language">The language of the translation.</param>
/// <param name="Title">The translated headline.</param>
/// <param name="Translator">Who made it, as it is shown to the reader.</param>
/// <param name="Sentences">As many as the article has, in the same order.</param>
public sealed record ArticleTranslation(TextLanguage Language, string Title, string Translator, IReadOnlyList<string> Sentences);
