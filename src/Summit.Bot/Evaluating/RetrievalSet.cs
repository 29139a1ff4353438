using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>A public set of questions on passages, in gzipped JSON lines: <c>NAME.passages.jsonl.gz</c> and <c>NAME.questions.dev.jsonl.gz</c>.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Articles">Each passage as an article.</param>
/// <param name="Questions">The questions.</param>
public sealed record RetrievalSet(string Name, IReadOnlyList<Article> Articles, IReadOnlyList<RetrievalQuestion> Questions)
{
    /// <summary>Name of what <see cref="Pool"/> makes.</summary>
    public const string Pooled = "pooled";

    private const string Passages = ".passages.jsonl.gz", Asked = ".questions.dev.jsonl.gz";

    /// <summary>Names of the sets in a folder.</summary>
    /// <exception cref="IOException">The folder cannot be read, or holds none.</exception>
    public static IReadOnlyList<string> NamesIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder {folder} is not there. Name one that holds sets: *{Passages} and *{Asked}.");
        List<string> names = [.. Directory.GetFiles(folder, "*" + Passages).Select(file => Path.GetFileName(file)[..^Passages.Length]).Order(StringComparer.Ordinal)];
        return names.Count > 0 ? names : throw new FileNotFoundException($"The folder {folder} holds no sets: *{Passages} and *{Asked}.");
    }

    /// <summary>Reads a set.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not of the form; the message names it.</exception>
    public static RetrievalSet Read(string folder, string name)
    {
        var articles = new List<Article>();
        foreach (var passage in Lines(Path.Combine(folder, name + Passages), RetrievalJson.Default.PassageLine))
        {
            var text = passage.Text.ReplaceLineEndings("\n");
            articles.Add(new Article(
                passage.Id, passage.Id, passage.Title, TextLanguages.Parse(passage.Lang) ?? TextLanguage.French, default, Source: null, License: null, text, SentenceSplitter.Split(text), Translation: null));
        }

        var byId = articles.ToDictionary(article => article.Id);
        var questions = Lines(Path.Combine(folder, name + Asked), RetrievalJson.Default.QuestionLine).Select(line => new RetrievalQuestion(
            line.Id, TextLanguages.Parse(line.Lang) ?? TextLanguage.French, line.Question, line.PassageId, line.Answerable,
            line is { Answerable: true, Ambiguous: false, Answer: { } answer, AnswerStart: { } start } ? Holding(byId[line.PassageId], start, answer) : [])).ToList();
        return new RetrievalSet(name, articles, questions);
    }

    /// <summary>
    /// Several sets as one, each question asked on the passages of all. A paragraph that stands in two sets is one passage, known by its text:
    /// the first one; and a question that was asked on it twice in the same words is one question.
    /// </summary>
    public static RetrievalSet Pool(IReadOnlyList<RetrievalSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var byText = new Dictionary<string, Article>(StringComparer.Ordinal);
        var questions = new List<RetrievalQuestion>();
        foreach (var set in sets)
        {
            // Ids are unique within a set alone.
            foreach (var article in set.Articles)
                byText.TryAdd(article.Text, article with { Id = $"{set.Name}/{article.Id}", Version = $"{set.Name}/{article.Version}" });
            var pooled = set.Articles.ToDictionary(article => article.Id, article => byText[article.Text].Id);
            questions.AddRange(set.Questions.Select(question => question with { Passage = pooled[question.Passage] }));
        }

        return new RetrievalSet(Pooled, [.. byText.Values], [.. questions.DistinctBy(question => (question.Text, question.Passage, question.IsAnswerable))]);
    }

    /// <summary>The project's own questions in the same form: those on the shipped article as one set, and each set on articles of its own.</summary>
    internal static IEnumerable<RetrievalSet> Own(IEnumerable<QuestionSet> sets)
    {
        var shipped = new Lazy<IReadOnlyList<Article>>(() => [CorpusLoader.LoadOrThrow(new SummitOptions().CorpusPath).Articles[0]]);
        return sets.GroupBy(set => set.Articles.Count == 0 ? "own" : set.Name)
            .Select(group => Of(group.Key, group.First().Articles is { Count: > 0 } own ? own : shipped.Value, group.SelectMany(set => set.Questions)));
    }

    private static RetrievalSet Of(string name, IReadOnlyList<Article> articles, IEnumerable<GoldQuestion> gold) =>
        new(name, articles, [.. gold.Where(question => question.Gold.Count > 0).Select(question => new RetrievalQuestion(
            question.Id, TextLanguages.Parse(question.Language) ?? TextLanguage.French, question.Question, question.Article ?? articles[0].Id, true, [.. question.Gold.SelectMany(set => set).Distinct()]))]);

    private static IEnumerable<T> Lines<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            T? value;
            try
            {
                value = JsonSerializer.Deserialize(line, type);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}:{number} is not of the form of these sets. {error.Message}", error);
            }

            yield return value!;
        }
    }

    /// <summary>The sentences that hold the whole answer; its offset counts code points.</summary>
    private static int[] Holding(Article article, int codePoints, string answer)
    {
        var start = 0;
        for (var i = 0; i < codePoints && start < article.Text.Length; i++)
            start += char.IsHighSurrogate(article.Text[start]) ? 2 : 1;
        return [.. article.Sentences.Where(s => start >= s.Start && start + answer.TrimEnd().Length <= s.Start + s.Length).Select(s => s.Number)];
    }
}

/// <summary>A question of a set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">The question.</param>
/// <param name="Passage">Id of the passage that it was asked on.</param>
/// <param name="IsAnswerable">Whether that passage answers.</param>
/// <param name="Sentences">Numbers of the sentences that hold the answer; empty where that is not one place.</param>
public sealed record RetrievalQuestion(string Id, TextLanguage Language, string Text, string Passage, bool IsAnswerable, IReadOnlyList<int> Sentences)
{
    /// <summary>Whether a sentence holds the answer.</summary>
    public bool IsAnsweredBy(RankedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence.Article.Article.Id == Passage && Sentences.Contains(sentence.Sentence.Number);
    }
}

internal sealed record PassageLine(string Id, string Lang, string Title, string Text);

internal sealed record QuestionLine(
    string Id, string Lang, string Question, [property: JsonPropertyName("passage_id")] string PassageId, bool Answerable, string? Answer,
    [property: JsonPropertyName("answer_start")] int? AnswerStart, bool Ambiguous);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PassageLine))]
[JsonSerializable(typeof(QuestionLine))]
internal sealed partial class RetrievalJson : JsonSerializerContext;
