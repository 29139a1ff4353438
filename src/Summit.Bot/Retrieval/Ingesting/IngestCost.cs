using System.Globalization;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;

namespace Summit.Bot.Retrieval.Ingesting;

/// <summary>Adds up what the vectors of articles would cost.</summary>
internal sealed class IngestCost(IEmbedder embedder)
{
    private const int AtOnce = 1000;

    private readonly List<string> _texts = [];
    private EmbeddingCost? _sum;

    public void Add(Article article)
    {
        if (embedder.IsFree || article.IsRetracted)
            return;
        _texts.AddRange(PassageCutter.Cut(article).Select(span => PassageFactory.TextToEmbed(article, span.FirstSentence, span.SentenceCount)));
        if (_texts.Count >= AtOnce)
            Estimate();
    }

    /// <summary>The sum in words; null where nothing is to be paid.</summary>
    public string? Describe()
    {
        Estimate();
        return _sum is { } sum
            ? string.Create(CultureInfo.InvariantCulture, $"{sum.Texts} passages in {sum.Requests} requests, about {sum.Tokens} tokens, {(sum.Price is { } price ? $"which cost about {price:0.00##}" : "of which no price is configured (Summit:Embeddings:OpenAI:PricePerMillionTokens)")}")
            : null;
    }

    private void Estimate()
    {
        if (_texts.Count > 0 && embedder.Estimate(_texts) is { } cost)
            _sum = _sum is { } sum ? new EmbeddingCost(sum.Texts + cost.Texts, sum.Requests + cost.Requests, sum.Tokens + cost.Tokens, sum.Price + cost.Price) : cost;
        _texts.Clear();
    }
}
