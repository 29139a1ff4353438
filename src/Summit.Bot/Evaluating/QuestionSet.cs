using System.Text.Json;
using System.Text.Json.Serialization;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Evaluating;

/// <summary>A set of questions on the shipped article, or on articles of its own.</summary>
/// <param name="Name">Name of its file, without the ending.</param>
/// <param name="Conversations">What is asked one after the other in one conversation: several turns of a dialogue, or a question alone.</param>
public sealed record QuestionSet(string Name, IReadOnlyList<IReadOnlyList<GoldQuestion>> Conversations)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <summary>The articles that it is asked on together with those of the corpus: those in the folder of its name beside its file; empty without one.</summary>
    [JsonIgnore]
    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>All questions, turns of dialogues among them.</summary>
    [JsonIgnore]
    public IEnumerable<GoldQuestion> Questions => Conversations.SelectMany(turns => turns);

    /// <summary>Reads a set, one JSON object a line: a <see cref="GoldQuestion"/>, or a dialogue with <c>turns</c>; and its articles.</summary>
    /// <exception cref="InvalidDataException">A line is neither, or there is none, or a file of the articles is refused; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static QuestionSet Read(string path)
    {
        var conversations = new List<IReadOnlyList<GoldQuestion>>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                conversations.Add(Conversation(line));
            }
            catch (JsonException error)
            {
                throw new InvalidDataException(
                    $"{path}:{number}: this line is no question and no dialogue. {error.Message.Split(" Path: ")[0]} Correct it, or name another file.", error);
            }
        }

        return conversations.Count > 0
            ? new QuestionSet(Path.GetFileNameWithoutExtension(path), conversations) { Articles = ReadArticles(Path.ChangeExtension(path, null)) }
            : throw new InvalidDataException($"{path} holds no question.");
    }

    private static IReadOnlyList<Article> ReadArticles(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var corpus = CorpusLoader.Load(folder);
        return corpus.Refusals is [var refused, ..] ? throw new InvalidDataException(refused.ToString()) : corpus.Articles;
    }

    private static List<GoldQuestion> Conversation(string line)
    {
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        List<GoldQuestion> turns = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("turns", out _)
            ? json.Deserialize<Dialogue>(Json)!.Questions()
            : [json.Deserialize<GoldQuestion>(Json) ?? throw new JsonException("It is null.")];
        if (turns.Find(turn => TextLanguages.Parse(turn.Language) is null) is { } foreign)
            throw new JsonException($"The language of {foreign.Id} is '{foreign.Language}', not fr or en.");
        if (turns.Find(turn => turn.Gold.Any(set => set.Count == 0 || set.Any(sentence => sentence < 1))) is { } empty)
            throw new JsonException($"A gold set of {empty.Id} is empty or holds a number below 1; without a right answer gold is [].");
        return turns;
    }

    private sealed record Dialogue(string Id, string Language, IReadOnlyList<Turn> Turns)
    {
        public List<GoldQuestion> Questions() =>
            [.. Turns.Select((turn, i) => new GoldQuestion($"{Id}.{i + 1}", turn.Language ?? Language, turn.Kind, turn.Question, turn.Gold, turn.Span, turn.Note))];
    }

    private sealed record Turn(
        string Question, string Kind, IReadOnlyList<IReadOnlyList<int>> Gold, string? Language = null, string? Span = null, string? Note = null);
}
