using System.Text;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Corpus;

public sealed class CorpusLoaderTests : IDisposable
{
    private const string Head = "---\nid: un\ntitle: \"Un titre\"\nlanguage: fr\npublished: 2019-04-25\n---\n";
    private const string Sound = Head + "Premier. Deuxième.\n";
    private const string TranslationHead = "---\ntranslationOf: un\ntitle: A title\nlanguage: en\ntranslator: Someone\n---\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("corpus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_article_and_its_translation_are_read()
    {
        Write("a.md", """
            ---
            id: un
            title: "Un : titre"
            language: fr
            published: 2019-04-25
            source: Le Journal
            license:
            ---
            """ + "\n\n \nPremier. \nDeuxième.\t \n\n");
        Write("sub/a.en.md", TranslationHead + "First.\n\n  Second.  \n");

        var result = Load();

        result.Refusals.ShouldBeEmpty();
        var article = result.Articles.ShouldHaveSingleItem();
        article.Title.ShouldBe("Un : titre");
        article.Language.ShouldBe(TextLanguage.French);
        article.Published.ShouldBe(new DateOnly(2019, 4, 25));
        article.Source.ShouldBe("Le Journal");
        article.License.ShouldBeNull();
        article.Text.ShouldBe("Premier. \nDeuxième.\t ");
        article.Sentences.Select(s => article.SentenceText(s.Number)).ShouldBe(["Premier.", "Deuxième."]);
        article.Translation!.Language.ShouldBe(TextLanguage.English);
        article.Translation.Title.ShouldBe("A title");
        article.Translation.Translator.ShouldBe("Someone");
        article.Translation.Sentences.ShouldBe(["First.", "Second."]);
    }

    [Fact]
    public void Articles_come_in_ordinal_order_of_their_paths_and_other_files_are_passed_over()
    {
        Write("b.md", Sound.Replace("id: un", "id: b", StringComparison.Ordinal));
        Write("a/z.MD", Sound.Replace("id: un", "id: z", StringComparison.Ordinal));
        Write("B.md", Sound.Replace("id: un", "id: big-b", StringComparison.Ordinal));
        Write("NOTICE.md", "# Notice\n");
        Write("a/readme.md", "# Read me\n");
        Write("a/notes.txt", "nothing");
        Write(".hidden/c.md", Sound);

        var result = Load();

        result.Refusals.ShouldBeEmpty();
        result.Articles.Select(a => a.Id).ShouldBe(["big-b", "z", "b"]);
    }

    [Theory]
    [InlineData("Un texte.", 1, "no front matter")]
    [InlineData("", 1, "no front matter")]
    [InlineData("---\nid: un\ntitle: x\n", 1, "not closed")]
    [InlineData("---\n---\nTexte.", 1, "empty")]
    [InlineData("---\n- id\n---\nTexte.", 2, "not a list of keys")]
    [InlineData("---\nid: un\ntitle: \"x\n---\nTexte.", 3, "not YAML")]
    [InlineData("---\nid: un\ntitle: a: b\n---\nTexte.", 3, "not YAML")]
    [InlineData("---\nid: un\ntitle: [a, b]\n---\nTexte.", 3, "plain text")]
    [InlineData("---\nid: &a un\ntitle: *a\n---\nTexte.", 3, "plain text")]
    [InlineData("---\nid: un\ntitle: \"a\\nb\"\n---\nTexte.", 3, "line break")]
    [InlineData("---\nid: un\nid: deux\n---\nTexte.", 3, "second time")]
    [InlineData("---\nid: un\nauthors: x\n---\nTexte.", 3, "unknown key 'authors'")]
    [InlineData("---\nid: un\nlanguage: fr\npublished: 2019-04-25\n---\nTexte.", 1, "'title' is missing")]
    [InlineData("---\nid: un\ntitle:\nlanguage: fr\npublished: 2019-04-25\n---\nTexte.", 3, "'title' is missing or empty")]
    [InlineData("---\nid: un\ntitle: x\nlanguage: de\npublished: 2019-04-25\n---\nTexte.", 4, "language 'de'")]
    [InlineData("---\nid: un\ntitle: x\nlanguage: fr\npublished: 25/04/2019\n---\nTexte.", 5, "'25/04/2019' is no date")]
    [InlineData("---\nid: un\ntitle: x\nlanguage: fr\npublished: 2019-02-30\n---\nTexte.", 5, "'2019-02-30' is no date")]
    [InlineData("---\nid: Un été\ntitle: x\nlanguage: fr\npublished: 2019-04-25\n---\nTexte.", 2, "'Un été' is no id")]
    [InlineData("---\nid: -un\ntitle: x\nlanguage: fr\npublished: 2019-04-25\n---\nTexte.", 2, "'-un' is no id")]
    [InlineData(Head + "\n \n", 6, "no text")]
    [InlineData(Head + "Un\n\u0007deux", 8, "U+0007")]
    [InlineData(TranslationHead + "Un.", 2, "no article 'un'")]
    [InlineData("---\ntranslationOf: un\nid: deux\n---\nUn.", 3, "unknown key 'id'")]
    public void An_unsound_file_is_refused_with_its_line_and_the_others_are_read(string content, int line, string reason)
    {
        Write("bad.md", content);
        Write("good.md", Sound.Replace("id: un", "id: good", StringComparison.Ordinal));

        var result = Load();

        result.Articles.ShouldHaveSingleItem().Id.ShouldBe("good");
        var refusal = result.Refusals.ShouldHaveSingleItem();
        refusal.File.ShouldBe(Path.Combine(_folder, "bad.md"));
        refusal.Line.ShouldBe(line);
        refusal.Reason.ShouldContain(reason);
        refusal.ToString().ShouldBe($"{refusal.File}:{line}: {refusal.Reason}");
    }

    [Theory]
    [InlineData("---\ntranslationOf: un\ntitle: x\nlanguage: fr\ntranslator: x\n---\nUn.\nDeux.", 4, "this language itself")]
    [InlineData("---\ntranslationOf: un\ntitle: x\nlanguage: en\n---\nOne.\nTwo.", 1, "'translator' is missing")]
    [InlineData(TranslationHead + "\nOne.\n", 8, "has 2 sentences, this translation 1 lines: it runs out after this line")]
    [InlineData(TranslationHead + "One.\n\nTwo.\n\nThree.\nFour.", 11, "has 2 sentences, this translation 4 lines: this line is")]
    public void An_unsound_translation_is_refused_and_its_article_stays(string content, int line, string reason)
    {
        Write("un.md", Sound);
        Write("un.en.md", content);

        var result = Load();

        result.Articles.ShouldHaveSingleItem().Translation.ShouldBeNull();
        var refusal = result.Refusals.ShouldHaveSingleItem();
        refusal.Line.ShouldBe(line);
        refusal.Reason.ShouldContain(reason);
    }

    [Fact]
    public void A_second_translation_is_refused_and_names_the_first()
    {
        Write("un.md", Sound);
        Write("x.md", TranslationHead + "One.\nTwo.");
        Write("y.md", TranslationHead + "Eins.\nZwei.");

        var result = Load();

        result.Articles.ShouldHaveSingleItem().Translation!.Sentences.ShouldBe(["One.", "Two."]);
        result.Refusals.ShouldHaveSingleItem().Reason.ShouldContain(Path.Combine(_folder, "x.md"));
    }

    [Fact]
    public void A_second_article_with_an_id_is_refused_and_names_the_first()
    {
        Write("a.md", Sound);
        Write("b.md", Sound);

        var refusal = Load().Refusals.ShouldHaveSingleItem();

        refusal.File.ShouldBe(Path.Combine(_folder, "b.md"));
        refusal.Line.ShouldBe(2);
        refusal.Reason.ShouldContain(Path.Combine(_folder, "a.md"));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_line()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.md"), [.. Encoding.UTF8.GetBytes(Head + "Un été.\r\n"), (byte)'v', 0xE9]);

        var refusal = Load().Refusals.ShouldHaveSingleItem();

        refusal.Line.ShouldBe(8);
        refusal.Reason.ShouldContain("0xE9 is not UTF-8");
    }

    [Fact]
    public void A_file_of_more_than_10_MB_is_refused()
    {
        Write("a.md", Head + new string('a', 10 * 1024 * 1024));

        Load().Refusals.ShouldHaveSingleItem().Reason.ShouldContain("10 MB");
    }

    [Fact]
    public void A_file_that_is_gone_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a symbolic link takes extra rights on Windows.");
        File.CreateSymbolicLink(Path.Combine(_folder, "a.md"), Path.Combine(_folder, "missing.md"));

        Load().Refusals.ShouldHaveSingleItem().Reason.ShouldContain("cannot be read");
    }

    [Fact]
    public void A_missing_folder_is_refused()
    {
        var missing = Path.Combine(_folder, "missing");

        var refusal = CorpusLoader.Load(missing).Refusals.ShouldHaveSingleItem();

        refusal.ToString().ShouldBe($"{missing}: there is no such folder. Name a folder that holds articles as *.md files.");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_and_a_byte_order_mark_do_not_change_the_version(string lineEnd)
    {
        Write("a.md", Sound + "\nTroisième.\n");
        var version = Load().Articles.ShouldHaveSingleItem().Version;

        Write("a.md", "\uFEFF" + (Sound + "\nTroisième.\n").Replace("\n", lineEnd, StringComparison.Ordinal));

        var article = Load().Articles.ShouldHaveSingleItem();
        article.Version.ShouldBe(version);
        article.Text.ShouldBe("Premier. Deuxième.\n\nTroisième.");
    }

    [Fact]
    public void Everything_that_an_answer_can_show_changes_the_version()
    {
        Write("a.md", Sound);
        List<string> versions = [Load().Articles[0].Version];
        foreach (var (old, replacement) in new[]
        {
            ("id: un", "id: deux"), ("Un titre", "Un autre titre"), ("language: fr", "language: en"), ("2019-04-25", "2019-04-26"),
            ("published:", "source: a\npublished:"), ("published:", "license: a\npublished:"), ("Premier", "premier"),
        })
        {
            Write("a.md", Sound.Replace(old, replacement, StringComparison.Ordinal));
            versions.Add(Load().Articles.ShouldHaveSingleItem().Version);
        }

        Write("a.md", Sound);
        foreach (var translation in new[] { "One.\nTwo.", "One.T\nwo." })
        {
            Write("a.en.md", TranslationHead + translation);
            versions.Add(Load().Articles.ShouldHaveSingleItem().Version);
        }

        versions.ShouldBeUnique();
    }

    private CorpusLoadResult Load() => CorpusLoader.Load(_folder);

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
