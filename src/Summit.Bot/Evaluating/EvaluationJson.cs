using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Summit.Bot.Evaluating;

/// <summary>Writes what was measured. Letters stay letters.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnswerReport))]
[JsonSerializable(typeof(IReadOnlyList<AnswerReport>))]
[JsonSerializable(typeof(IReadOnlyList<RetrievalResult>))]
[JsonSerializable(typeof(AblationReport))]
[JsonSerializable(typeof(Baseline))]
public sealed partial class EvaluationJson : JsonSerializerContext
{
    /// <summary>On one line.</summary>
    public static EvaluationJson Readable { get; } = new(With(isIndented: false));

    /// <summary>On many lines, of which a change touches few.</summary>
    public static EvaluationJson Indented { get; } = new(With(isIndented: true));

    private static JsonSerializerOptions With(bool isIndented) =>
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = isIndented };
}
