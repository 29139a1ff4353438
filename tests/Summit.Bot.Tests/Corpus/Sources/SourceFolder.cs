using System.Text;
using Summit.Bot.Corpus;
using Summit.Bot.Corpus.Sources;

namespace Summit.Bot.Tests.Corpus.Sources;

/// <summary>A folder of files on disk, and what is read from it.</summary>
public sealed class SourceFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("sources-").FullName;

    public List<CorpusRefusal> Refusals { get; } = [];

    public List<string> PassedOver { get; } = [];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public List<SourceRef> Find(params string[] paths) => SourceReader.Find(paths.Length > 0 ? paths : [Root], Refusals.Add, PassedOver.Add).ToList();

    public List<SourceItem> ReadAll(params string[] paths) => Find(paths).SelectMany(SourceReader.Read).ToList();

    /// <summary>The one article of the folder.</summary>
    public Article Article()
    {
        var item = ReadAll().ShouldHaveSingleItem();
        item.Refusal.ShouldBeNull();
        return item.Article!;
    }

    /// <summary>The one refusal of the folder.</summary>
    public CorpusRefusal Refusal() => ReadAll().ShouldHaveSingleItem().Refusal.ShouldNotBeNull();
}
