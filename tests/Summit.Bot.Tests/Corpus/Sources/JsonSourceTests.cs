using System.IO.Compression;
using System.Text;
using Summit.Bot.Corpus;
using Summit.Bot.Corpus.Sources;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Corpus.Sources;

public sealed class JsonSourceTests : IDisposable
{
    private const string Line = """{"id":"un","title":"Un titre","text":"Le président a reçu les ministres.\r\nIls ont parlé."}""";

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.ndjson")]
    [InlineData("a.json")]
    [InlineData("a.jsonl.gz")]
    public void An_article_is_read(string name)
    {
        const string json = """
            {"id": 12, "headline": "A title", "text": "The leaders\u0001met.\r\nThey  spoke.", "lang": "en_US", "datePublished": "Thu, 25 Apr 2019 23:00:00 -0500",
            "dateModified": "2019-05-01T00:00:00Z", "author": [{"name": "Ann"}, "Bob"], "publisher": {"name": "The Paper"}, "url": "https://example.org/a", "status": "retracted",
            "license": null, "other": {"deep": [[[]]]}}
            """;
        Write(name, name == "a.json" ? json : json.ReplaceLineEndings(""));

        var article = _folder.Article();

        (article.Id, article.Title, article.Text, article.Language).ShouldBe(("12", "A title", "The leaders met.\nThey  spoke.", TextLanguage.English));
        (article.Published, article.Corrected).ShouldBe((new DateOnly(2019, 4, 25), new DateOnly(2019, 5, 1)));
        (article.Author, article.Source, article.Url, article.License).ShouldBe(("Ann, Bob", "The Paper", "https://example.org/a", null));
        article.IsRetracted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{\"title\":\"a\"", "not JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\"text\":\"The text.\"}", "no title")]
    [InlineData("{\"title\":\"a\"}", "no text")]
    [InlineData("{\"title\":true,\"text\":\"The text.\"}", "\"title\" is no text")]
    [InlineData("{\"title\":\"a\",\"text\":\"The text.\",\"published\":\"25/04/2019\"}", "'25/04/2019' is no date")]
    [InlineData("{\"title\":\"a\",\"text\":\"The text.\",\"published\":1556150400}", "'1556150400' is no date")]
    [InlineData("{\"title\":\"a\",\"text\":\"The text.\",\"url\":\"/a\"}", "'/a' is no address")]
    [InlineData("{\"title\":\"a\",\"text\":\"The text.\",\"status\":\"draft\"}", "status 'draft'")]
    [InlineData("{\"title\":\"a\",\"text\":\"Ein Text.\",\"language\":\"de\"}", "language 'de'")]
    [InlineData("{\"title\":\"a\",\"text\":\"\\ud800\"}", "not sound Unicode")]
    [InlineData("{\"title\":\"a\",\"text\":\"123\"}", "Add \"language\"")]
    public void A_bad_line_is_refused_with_its_number_and_the_rest_is_read(string bad, string reason)
    {
        _folder.Write("a.jsonl", $"\n{Line}\n{bad}\n\n{Line}");

        var items = _folder.ReadAll();

        items.Select(item => item.Line).ShouldBe([2, 3, 5]);
        items[1].Refusal!.Reason.ShouldContain(reason);
        items[2].Article!.Text.ShouldBe("Le président a reçu les ministres.\nIls ont parlé.");
    }

    [Fact]
    public void The_articles_of_a_list_are_read_each_with_its_line()
    {
        _folder.Write("a.json", $"[\n{Line},\n\n{{\"title\":\n\"x\"}}, {Line}]");

        var items = _folder.ReadAll();

        items.Select(item => item.Line).ShouldBe([2, 4, 5]);
        items.Select(item => item.Article?.Id).ShouldBe(["un", null, "un"]);
    }

    [Fact]
    public void A_list_that_breaks_off_is_refused()
    {
        _folder.Write("a.json", $"[\n{Line},\n");
        _folder.Refusal().ShouldBe(_folder.Refusal());
        _folder.Refusal().Reason.ShouldContain("not JSON");
        _folder.Refusal().Line.ShouldBe(3);
    }

    [Fact]
    public void A_line_of_more_than_10_MB_is_refused_and_the_next_is_read()
    {
        var huge = new string('a', 11 * 1024 * 1024);
        _folder.Write("a.jsonl", $"{Line}\n{{\"text\":\"{huge}{huge}\"}}\n{Line}\n{huge}");

        var items = _folder.ReadAll();

        items.Select(item => item.Refusal is null).ShouldBe([true, false, true, false]);
        items[1].Refusal!.ToString().ShouldContain("a.jsonl:2: the line has more than");
    }

    [Fact]
    public void A_long_file_is_read_line_by_line()
    {
        const int lines = 4000, length = 15_000;
        var path = Path.Combine(_folder.Root, "a.jsonl");
        var line = $$"""{"id":"a","language":"en","title":"A title","text":"{{new string('a', length)}}"}""" + "\n";
        File.WriteAllLines(path, Enumerable.Repeat(line.TrimEnd(), lines));

        var seen = new List<WeakReference>();
        var most = 0;
        foreach (var item in SourceReader.Read(_folder.Find().Single()))
        {
            // What is written while the first line is looked at is read, so that the file was not read whole.
            if (seen.Count == 0)
                File.AppendAllText(path, line);
            seen.Add(new WeakReference(item));
            if (seen.Count % 1000 != 0)
                continue;
            GC.Collect();
            most = Math.Max(most, seen.Count(reference => reference.IsAlive));
        }

        seen.Count.ShouldBe(lines + 1);
        most.ShouldBeLessThan(10);
    }

    [Fact]
    public void A_compressed_file_that_breaks_off_is_refused_behind_what_could_be_read()
    {
        Write("a.jsonl.gz", string.Concat(Enumerable.Range(0, 2000).Select(i => Line.Replace("un", $"un-{i * 7919}", StringComparison.Ordinal) + "\n")));
        var path = Path.Combine(_folder.Root, "a.jsonl.gz");
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 2, 200).Fill(0xFF);
        File.WriteAllBytes(path, bytes);

        var items = _folder.ReadAll();

        items.Count.ShouldBeGreaterThan(1);
        items[^1].Refusal.ShouldNotBeNull();
        items[0].Article.ShouldNotBeNull();
    }

    [Fact]
    public void Without_an_id_articles_of_one_file_have_ids_of_their_own_that_stay_when_lines_move()
    {
        const string two = """{"title":"Deux","text":"Le texte de cet article."}""", three = """{"title":"Trois","text":"Le texte de cet article."}""";
        _folder.Write("a.jsonl", $"{two}\n{three}");
        var ids = _folder.ReadAll().Select(item => item.Article!.Id).ToList();
        _folder.Write("a.jsonl", $"{three}\n{two}");

        _folder.ReadAll().Select(item => item.Article!.Id).Reverse().ShouldBe(ids);
        ids.Distinct().Count().ShouldBe(2);
    }

    private void Write(string name, string json)
    {
        if (!name.EndsWith(".gz", StringComparison.Ordinal))
        {
            _folder.Write(name, json);
            return;
        }

        using var stream = new GZipStream(File.Create(Path.Combine(_folder.Root, name)), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(json));
    }
}
