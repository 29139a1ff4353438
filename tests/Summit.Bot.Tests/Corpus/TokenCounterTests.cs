using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.ML.Tokenizers;
using Summit.Bot.Corpus;

namespace Summit.Bot.Tests.Corpus;

public sealed class TokenCounterTests
{
    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");
    private static readonly TokenCounter Counter = new(Tokenizer);

    [Property(MaxTest = 500)]
    public Property Words_counted_one_by_one_are_the_tokens_of_the_text() =>
        Prop.ForAll(Texts, text => Counter.Count(text, int.MaxValue).ShouldBe(Tokenizer.CountTokens(text), text));

    private static Arbitrary<string> Texts => Gen.Elements(
            "l’été", "d'abord", "don't", "DON'T", "Poutine's", "iPhone", "é", "e\u0301", "😀", "«", "»", "3,5", "12345", "U.S.", " ", "  ", "\n", "\n\n", " \n ", "\u00A0", "\u202F", ",", ".", "...", ");", ":", "word", " word", "/", "\r\n", "中文", "<|endoftext|>")
        .ListOf().Select(string.Concat).ToArbitrary();
}
