using System.Globalization;

namespace Summit.Bot.EndToEnd;

/// <summary>A folder of many small articles, made of the sentences of the shipped one, each with a fact of its own.</summary>
public sealed class MadeCorpus : IDisposable
{
    private readonly IReadOnlyList<string> _sentences;

    public MadeCorpus(IReadOnlyList<string> sentences, int articles)
    {
        _sentences = sentences;
        for (var i = 0; i < articles; i++)
            Write(i);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("summit-corpus-").FullName;

    /// <summary>Writes article number <paramref name="number"/>, in the wording of an edition, in one step: no reader sees half a file.</summary>
    public void Write(int number, int edition = 0)
    {
        var lines = Enumerable.Range(0, 12).Select(i => _sentences[(number * 7 + i * 3 + edition) % _sentences.Count]);
        Put(Name(number), string.Create(CultureInfo.InvariantCulture, $"""
            ---
            id: {Name(number)}
            title: Article {number}
            language: fr
            published: 2024-01-{1 + (number % 28):D2}
            ---
            Le dossier numéro {number} pèse {100 + number} tonnes en édition {edition}. {string.Join(' ', lines)}
            """));
    }

    public void Put(string name, string text)
    {
        var temporary = Path.Combine(Folder, name + ".tmp");
        File.WriteAllText(temporary, text);
        File.Move(temporary, Path.Combine(Folder, name + ".md"), overwrite: true);
    }

    public void Remove(int number) => File.Delete(Path.Combine(Folder, Name(number) + ".md"));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"dossier-{number:D4}");
}
