using Summit.Bot.Corpus.Sources;

namespace Summit.Bot.Tests.Corpus.Sources;

public sealed class SourceFinderTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_come_in_ordinal_order_and_unknown_and_hidden_ones_are_passed_over()
    {
        foreach (var name in new[] { "b.md", "B.txt", "a/z.HTML", "a/c.jsonl.gz", "x.docx", ".git/d.md", ".e.md", "b.pdf" })
            _folder.Write(name, "");

        var found = _folder.Find();

        found.Select(file => file.RelativePath).ShouldBe(["B.txt", "a/c.jsonl.gz", "a/z.HTML", "b.md", "b.pdf"]);
        found.ShouldAllBe(file => file.Root == _folder.Root && File.Exists(file.Path));
        _folder.PassedOver.Select(path => Path.GetFileName(path)).ShouldBe([".e.md", "x.docx"]);
        _folder.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void Linked_files_are_read_and_linked_folders_are_not_entered()
    {
        var path = _folder.Write("a/one.md", "# One\n\nThe text of the article.");
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "two.md"), path);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "a", "back"), _folder.Root);
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "broken.md"), "nowhere");

        var items = _folder.ReadAll();

        items.Select(item => item.Article?.Id).ShouldBe([SourceId.Sound("a/one"), null, "two"]);
        items[1].Refusal!.Reason.ShouldContain("cannot be read");
    }

    [Fact]
    public void A_named_path_that_is_missing_or_of_no_known_kind_is_refused_and_the_others_are_found()
    {
        var missing = Path.Combine(_folder.Root, "missing");
        var word = _folder.Write("a.docx", "");
        var good = _folder.Write("good.md", "# Un\n\nLe texte.");

        _folder.Find(missing, word, good).ShouldHaveSingleItem().RelativePath.ShouldBe("good.md");

        _folder.Refusals.Select(refusal => refusal.File).ShouldBe([missing, word]);
        _folder.Refusals[0].Reason.ShouldContain("no such file or folder");
        _folder.Refusals[1].Reason.ShouldContain(".pdf");
    }

    [Fact]
    public void Files_are_found_as_they_are_asked_for()
    {
        _folder.Write("a.md", "");
        using var files = SourceReader.Find([_folder.Root, Path.Combine(_folder.Root, "missing")], _folder.Refusals.Add).GetEnumerator();

        files.MoveNext().ShouldBeTrue();
        _folder.Refusals.ShouldBeEmpty();
        files.MoveNext().ShouldBeFalse();
        _folder.Refusals.Count.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_is_gone_is_refused() =>
        SourceReader.Read(new SourceRef(_folder.Root, Path.Combine(_folder.Root, "gone.jsonl"), "gone.jsonl"))
            .ShouldHaveSingleItem().Refusal!.Reason.ShouldContain("cannot be read");
}
