using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels;

/// <summary>
/// What a first question would wait for: the linguistic data are loaded, and a few questions answered from articles that stand here, so that the
/// runtime has compiled what answers by the time that the store is read.
/// </summary>
internal static class WarmUp
{
    /// <summary>So many that the ranking is done on all processors.</summary>
    private const int Articles = 10;

    private static readonly (TextLanguage Language, string Title, string Text, string Question)[] Samples =
    [
        (TextLanguage.French, "Le pont de la Vire", "Le pont de la Vire a été fermé mardi 3 mars, a déclaré le maire. Il sera rouvert en mai.", "Quand le pont de la Vire a-t-il été fermé ?"),
        (TextLanguage.English, "The Harrow bridge", "The Harrow bridge was closed on 3 March, the mayor said. It will be opened again in May.", "When was the Harrow bridge closed?"),
    ];

    /// <summary>Begins to load the linguistic data on another thread, which takes longer than everything else at start.</summary>
    public static void Begin() => _ = Task.Run(() => Linguistics.Shared);

    /// <summary>As <see cref="Begin"/>, and answers questions.</summary>
    public static void BeginWithQuestions() => _ = Task.Run(() => Answers().Count);

    /// <summary>The answers.</summary>
    internal static List<Answer> Answers()
    {
        var linguistics = Linguistics.Shared;
        using var embedder = new BuiltinEmbedder(linguistics);
        var speech = new SpeechReader(linguistics);
        var analyzer = new ArticleAnalyzer(linguistics, speech);

        var articles = Enumerable.Range(0, Articles).Select(i => Index(analyzer, embedder, i));
        var retriever = new Retriever(new PassageIndex(articles, passages => new MemorySearch(passages)), embedder, linguistics, speech);
        var assistant = new Assistant(() => retriever, () => retriever, (id, _) => retriever.Index.Articles[id].Article.Text);
        var reader = new QuestionReader(linguistics);
        return [.. Samples.Select(sample => assistant.Answer(reader.Read(sample.Question, asked: null, TextLanguage.French, "")))];
    }

    private static IndexedArticle Index(ArticleAnalyzer analyzer, BuiltinEmbedder embedder, int number)
    {
        var (language, title, text, _) = Samples[number % Samples.Length];
        var article = new Article($"warm-up-{number}", "", title, language, null, null, null, text, SentenceSplitter.Split(text), null);
        return ArticleAnalyzer.WithWords(analyzer.Analyze(article), [PassageFactory.Make(article, 1, article.Sentences.Count, embedder.Embed(text))]);
    }
}
