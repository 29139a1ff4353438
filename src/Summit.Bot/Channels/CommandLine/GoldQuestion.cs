using System.Text.Json;
using System.Text.Json.Serialization;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>A question with what a right answer to it cites.</summary>
/// <param name="Id">Unique in its set.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Kind">Kind of question, such as <c>factoid</c>; see <see cref="Expected"/>.</param>
/// <param name="Question">As a user types it.</param>
/// <param name="Gold">Sets of sentence numbers, counted from 1; an answer is right that cites all of one set. Empty where no answer is right.</param>
/// <param name="Span">The shortest answer, in the language of the article; null where there is none.</param>
/// <param name="Note">Why the gold is what it is.</param>
public sealed record GoldQuestion(
    string Id, string Language, string Kind, string Question, IReadOnlyList<IReadOnlyList<int>> Gold, string? Span, string? Note)
{
    /// <summary>Id of the article that <see cref="Gold"/> counts the sentences of; null where there is only one.</summary>
    public string? Article { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The status of a right answer.</summary>
    [JsonIgnore]
    public string Expected => Kind == "smallTalk" ? "smallTalk" : Gold.Count > 0 ? "answered" : "notFound";

    /// <summary>Reads a set, one JSON object a line.</summary>
    /// <exception cref="InvalidDataException">A line is not a question; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<GoldQuestion> Read(string path)
    {
        var questions = new List<GoldQuestion>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                questions.Add(JsonSerializer.Deserialize<GoldQuestion>(line, Json)!);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}:{number}: this line is no question. {error.Message.Split(" Path: ")[0]} Correct it, or name another file.", error);
            }
        }

        return questions;
    }
}
