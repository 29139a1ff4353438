using Summit.Bot.Corpus;
using Summit.Bot.Corpus.Sources;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Corpus.Sources;

public sealed class MarkdownSourceTests : IDisposable
{
    private const string Translation = "---\ntranslationOf: un\ntitle: A title\nlanguage: en\ntranslator: Someone\n---\nFirst.\nSecond.\n";
    private const string Original = "---\nid: un\ntitle: Un titre\nlanguage: fr\n---\nPremier. Deuxième.\n";

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_keys_are_read_by_the_corpus_folder_and_by_the_ingest_alike()
    {
        _folder.Write("a.md", """
            ---
            id: un
            title: "Un : titre"
            language: fr
            published: 2019-04-25T23:30:00-05:00
            source: Le Journal
            license: CC BY 4.0
            author: Anne Dupont
            url: https://example.org/un
            corrected: 2019-04-27
            status: retracted
            ---
            Premier.  Deuxième.
            """);

        var article = _folder.Article();

        article.Published.ShouldBe(new DateOnly(2019, 4, 25));
        article.Corrected.ShouldBe(new DateOnly(2019, 4, 27));
        (article.Author, article.Url, article.Source, article.License).ShouldBe(("Anne Dupont", "https://example.org/un", "Le Journal", "CC BY 4.0"));
        article.IsRetracted.ShouldBeTrue();
        article.Text.ShouldBe("Premier.  Deuxième.");
        var loaded = CorpusLoader.Load(_folder.Root).Articles.ShouldHaveSingleItem();
        loaded.Version.ShouldBe(article.Version);
        (loaded with { Sentences = article.Sentences }).ShouldBe(article);
    }

    [Theory]
    [InlineData("url: example.org", "is no address")]
    [InlineData("url: ftp://example.org/a", "is no address")]
    [InlineData("corrected: demain", "'demain' is no date")]
    [InlineData("published: 2019-02-30", "'2019-02-30' is no date")]
    [InlineData("status: draft", "status 'draft' is not known")]
    [InlineData("language: de", "language 'de'")]
    [InlineData("draft: true", "it is a draft: 'draft: true'")]
    [InlineData("published: false", "it is a draft: 'published: false'")]
    [InlineData("date: someday", "'someday' is no date")]
    [InlineData("tags: x\ntags: y", "'tags' stands here for the second time")]
    [InlineData("tags: [x", "is not YAML")]
    public void A_value_that_makes_no_sense_is_refused(string line, string reason)
    {
        _folder.Write("a.md", $"---\ntitle: Un titre\n{line}\n---\nLe texte de cet article est court.");

        _folder.Refusal().Reason.ShouldContain(reason);
    }

    [Fact]
    public void Front_matter_of_other_systems_is_understood()
    {
        _folder.Write("2019-04-25-sommet.md", """
            ---
            layout: post
            title:  "Le sommet de Vladivostok"
            date:   2019-04-25 10:30:00 +0200
            lang: fr-FR
            published: true
            url: /posts/sommet/
            canonical_url: https://example.org/sommet
            authors:
              - Anna Petit
              - {name: Jean, role: editor}
              - Luc Roy
            categories: [monde, asie]
            tags: {a: [b, &x c], d: *x}
            description: >
              Un texte
              sur deux lignes
            cover:
              image: a.jpg
            draft: false
            ---
            Les deux dirigeants se sont rencontrés jeudi.
            """);

        var article = _folder.Article();

        (article.Title, article.Language, article.Published, article.Author, article.Url).ShouldBe(
            ("Le sommet de Vladivostok", TextLanguage.French, new DateOnly(2019, 4, 25), "Anna Petit, Luc Roy", "https://example.org/sommet"));
        CorpusLoader.Load(_folder.Root).Refusals.ShouldHaveSingleItem();
    }

    [Fact]
    public void Front_matter_in_TOML_is_understood()
    {
        _folder.Write("sommet.md", """"
            +++
            title = "Le sommet de Vladivostok"
            date = 2019-04-25T10:30:00+02:00
            "lang" = 'fr'
            draft = false
            url = "/posts/sommet/"
            canonical_url = "https://example.org/sommet"
            authors = ["Anna Petit", 3, "Luc Roy"]
            weight = 10
            cover.image = "a.jpg"
            description = """
            Un texte
            sur deux lignes"""
            [params]
            title = "Un autre titre"
            +++
            Les deux dirigeants se sont rencontrés jeudi.
            """");

        var article = _folder.Article();

        (article.Title, article.Language, article.Published, article.Author, article.Url, article.Text).ShouldBe((
            "Le sommet de Vladivostok", TextLanguage.French, new DateOnly(2019, 4, 25), "Anna Petit, Luc Roy", "https://example.org/sommet",
            "Les deux dirigeants se sont rencontrés jeudi."));
        CorpusLoader.Load(_folder.Root).Refusals.ShouldHaveSingleItem().Reason.ShouldContain("summit-bot ingest");
    }

    [Theory]
    [InlineData("draft = true", 3, "it is a draft: 'draft: true'")]
    [InlineData("date = 'someday'", 3, "'someday' is no date")]
    [InlineData("weight = 1\nweight = 2", 4, "weight")]
    [InlineData("tags: x", 3, "is not TOML")]
    public void What_makes_no_sense_in_TOML_is_refused_with_its_line(string line, int number, string reason)
    {
        _folder.Write("a.md", $"+++\ntitle = 'Un titre'\n{line}\n+++\nLe texte de cet article est court.");

        var refusal = _folder.Refusal();

        refusal.Reason.ShouldContain(reason);
        refusal.Line.ShouldBe(number);
    }

    [Fact]
    public void Front_matter_in_TOML_that_is_not_closed_is_refused()
    {
        _folder.Write("a.md", "+++\ntitle = 'Un titre'\n---\nLe texte de cet article est court.");

        _folder.Refusal().Reason.ShouldContain("a line '+++'");
    }

    [Fact]
    public void A_name_of_this_system_goes_before_one_of_others()
    {
        _folder.Write("a.md", "---\ndate: 2020-01-01\npublished: 2019-04-25\ntitle: Un titre\nlang: de\nlanguage: fr\n---\nLe texte de cet article est court.");

        var article = _folder.Article();

        (article.Published, article.Language).ShouldBe((new DateOnly(2019, 4, 25), TextLanguage.French));
    }

    [Fact]
    public void Id_and_language_are_found_where_they_are_not_stated()
    {
        _folder.Write("mon-article.md", "---\ntitle: Un titre\n---\nLe président a reçu les ministres dans la capitale.");

        var article = _folder.Article();

        (article.Id, article.Language, article.Published).ShouldBe(("mon-article", TextLanguage.French, null));
        CorpusLoader.Load(_folder.Root).Refusals.ShouldHaveSingleItem().Reason.ShouldContain("'id' is missing");
    }

    [Theory]
    [InlineData("\n# The *summit*  #\n\nThe leaders met on Thursday.\n\n## More\n\nThey spoke.\n", "The *summit*", "The leaders met on Thursday.\n\n## More\n\nThey spoke.")]
    [InlineData("The summit\n===\nThe leaders met on Thursday.", "The summit", "The leaders met on Thursday.")]
    [InlineData("The leaders met.\n\n```\n# not this\n```\n# This\nThey spoke.", "This", "The leaders met.\n\n```\n# not this\n```\n# This\nThey spoke.")]
    public void Without_front_matter_the_first_heading_is_the_title(string text, string title, string body)
    {
        _folder.Write("a.md", text);

        var article = _folder.Article();

        (article.Title, article.Text, article.Language).ShouldBe((title, body, TextLanguage.English));
    }

    [Theory]
    [InlineData("The leaders met on Thursday.", 1, "no title")]
    [InlineData("", 1, "no title")]
    [InlineData("# Title\n\n \n", 0, "no text")]
    [InlineData("# Title\n\nThe leaders\u0007 met.", 3, "U+0007")]
    [InlineData("# Titel\n\nDer Präsident hat die Minister in der Hauptstadt getroffen und mit ihnen über den Vertrag gesprochen.", 0, "neither French nor English")]
    [InlineData("# 1\n\n12345", 0, "cannot be told. State it")]
    public void What_is_no_article_is_refused(string text, int line, string reason)
    {
        _folder.Write("a.md", text);

        var refusal = _folder.Refusal();

        refusal.Reason.ShouldContain(reason);
        refusal.Line.ShouldBe(line);
    }

    [Fact]
    public void A_notice_without_front_matter_is_no_article()
    {
        _folder.Write("README.md", "# Read me\n\nThis is the folder.");
        _folder.ReadAll().ShouldBeEmpty();
    }

    [Fact]
    public void A_translation_is_part_of_its_article_wherever_it_stands()
    {
        _folder.Write("z/un.md", Original);
        _folder.Write("a/un.en.md", Translation);

        var article = _folder.Article();

        article.Translation!.Sentences.ShouldBe(["First.", "Second."]);
        article.Version.ShouldBe(CorpusLoader.Load(_folder.Root).Articles.Single().Version);
    }

    [Fact]
    public void A_translation_is_found_for_an_article_whose_id_is_its_path_and_for_files_that_are_named()
    {
        var article = _folder.Write("un.md", Original.Replace("id: un\n", "", StringComparison.Ordinal));
        var translation = _folder.Write("un.en.md", Translation);

        _folder.ReadAll(article, translation).ShouldHaveSingleItem().Article!.Translation.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("translationOf: un", "translationOf: deux", "no Markdown article 'deux'")]
    [InlineData("Second.", "Second.\nThird.", "has 2 sentences, this translation 3 lines")]
    [InlineData("language: en", "language: fr", "this language itself")]
    public void An_unsound_translation_is_refused_and_its_article_stays(string sound, string unsound, string reason)
    {
        _folder.Write("un.md", Original);
        _folder.Write("un.en.md", Translation.Replace(sound, unsound, StringComparison.Ordinal));

        var items = _folder.ReadAll();

        items.Single(item => item.Article is not null).Article!.Translation.ShouldBeNull();
        items.Single(item => item.Refusal is not null).Refusal!.ToString().ShouldContain(reason);
    }

    [Fact]
    public void A_second_translation_is_refused_and_names_the_first()
    {
        _folder.Write("un.md", Original);
        _folder.Write("un.1.md", Translation);
        _folder.Write("un.2.md", Translation.Replace("First", "Premier", StringComparison.Ordinal));

        var items = _folder.ReadAll();

        items.Single(item => item.Article is not null).Article!.Translation!.Sentences[0].ShouldBe("First.");
        items.Single(item => item.Refusal is not null).Refusal!.Reason.ShouldContain("un.1.md");
    }
}
