using Microsoft.ML.Tokenizers;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// Counts tokens as the models of OpenAI since GPT-4o do (o200k_base); for others an estimate. The vocabulary is loaded at the first call,
/// so that a bot without a model does not carry it.
/// </summary>
internal static class ChatTokens
{
    private static readonly Lazy<Tokenizer> Tokens = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public static int Count(string text) => Tokens.Value.CountTokens(text);
}
