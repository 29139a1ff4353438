namespace Summit.Bot.Embeddings;

/// <summary>What it would take to embed texts; nothing is sent to find out.</summary>
/// <param name="Texts">How many texts would be sent.</param>
/// <param name="Requests">In how many requests.</param>
/// <param name="Tokens">How many tokens they have as OpenAI counts them (o200k_base); of other models an estimate.</param>
/// <param name="Price">What that costs, in the currency of the price that is configured; null where none is.</param>
public sealed record EmbeddingCost(int Texts, int Requests, long Tokens, decimal? Price);
