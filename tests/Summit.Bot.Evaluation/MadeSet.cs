using Summit.Bot.Corpus;
using Summit.Bot.Evaluating;
using Summit.Bot.Language;

namespace Summit.Bot.Evaluation;

/// <summary>Small sets for the tests of the evaluation itself.</summary>
internal static class MadeSet
{
    /// <summary>A set of passages, each with its title.</summary>
    public static RetrievalSet Of(string name, IEnumerable<(string Id, string Title, string Text)> passages, params RetrievalQuestion[] questions) => new(
        name,
        [.. passages.Select(passage => new Article(
            passage.Id, passage.Id, passage.Title, TextLanguage.French, default, Source: null, License: null, passage.Text, SentenceSplitter.Split(passage.Text), Translation: null))],
        questions);

    /// <summary>A question on the first sentence of a passage.</summary>
    public static RetrievalQuestion Asked(string id, string text, string passage) => new(id, TextLanguage.French, text, passage, IsAnswerable: true, [1]);

    /// <summary>Four articles of the Loire and the Limousin, two passages of the first one.</summary>
    public static RetrievalSet Rivers { get; } = Of(
        "rivers",
        [
            ("brive-1", "Brive", "Le moulin de Brive tourne depuis 1789."), ("brive-2", "Brive", "Le marché de Brive se tient le samedi."),
            ("loire", "Loire", "La crue de la Loire a inondé Orléans."), ("limoges", "Limoges", "Le pont de Limoges date de 1215."),
            ("tulle", "Tulle", "La dentelle de Tulle orne les robes."),
        ],
        Asked("1", "Depuis quand tourne le moulin de Brive ?", "brive-1"), Asked("2", "Quel jour se tient le marché de Brive ?", "brive-2"),
        Asked("3", "Quelle ville la crue de la Loire a-t-elle inondée ?", "loire"), Asked("4", "De quand date le pont de Limoges ?", "limoges"),
        Asked("5", "Qu'orne la dentelle de Tulle ?", "tulle"));
}
