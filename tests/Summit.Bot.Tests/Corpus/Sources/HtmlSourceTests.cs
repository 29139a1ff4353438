using System.Diagnostics;
using System.Text;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Corpus.Sources;

public sealed class HtmlSourceTests : IDisposable
{
    private const string First = "Le président a reçu jeudi les ministres des deux pays dans la capitale.";
    private const string Second = "Ils ont parlé pendant une heure de l’échange des prisonniers.";
    private const string Paragraphs = $"<p>{First}</p><p>{Second}</p>";

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_article_is_read_and_nothing_around_it()
    {
        _folder.Write("a.html", $"""
            <!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>Un titre - Le Journal</title><meta property="og:site_name" content="Le Journal">
            <script>var a = "<p>No script at all, whatever it says here.</p>";</script><style>p - color</style></head>
            <body class="has-cookie-banner"><nav><ul><li><a href="/">Accueil de toutes les pages</a></ul></nav><div class="cookie-banner"><p>Nous utilisons des cookies pour de nombreuses choses.</p></div>
            <article><header><h1>Un titre</h1><p class="byline">Par Anne</p></header><h1>Un titre</h1>
            <p>Le   président a&nbsp;reçu <b>jeudi</b>
            les&#32;ministres &amp; d’autres.<br>Une ligne.</p><h2>L’échange</h2><ul><li>Un<li>Deux</ul>
            <blockquote><p>« C’est un début », dit-il.</p></blockquote>
            <figure><img alt="x"><figcaption>Une photo du sommet.</figcaption></figure>
            <p hidden>Caché</p><p style="display: none">Caché</p><span aria-hidden="true">Caché</span>
            <p>Lire aussi : <a href="/b">Un autre article du journal</a></p>
            <div class="share-buttons">Partager</div><aside>À côté</aside><form><p>Votre adresse</p></form>
            <section id="comments"><article><p>Un commentaire très long, plus long que tout le reste de la page, et qui ne dit rien du tout.</p></article></section>
            </article><footer><p>Tous droits réservés pour tous les pays du monde.</p></footer></body></html>
            """);

        var article = _folder.Article();

        article.Text.ShouldBe("Le président a\u00A0reçu jeudi les ministres & d’autres.\nUne ligne.\n\nL’échange\n\nUn\n\nDeux\n\n« C’est un début », dit-il.");
        (article.Title, article.Source, article.Language, article.Id).ShouldBe(("Un titre", "Le Journal", TextLanguage.French, "a"));
    }

    [Fact]
    public void Metadata_come_from_json_ld_first()
    {
        Page("""
            <link rel="canonical" href="https://example.org/canonical"><meta property="og:title" content="Another"><meta name="robots" content="noindex">
            <script type="application/ld+json">{ broken</script>
            <script type="application/ld+json">[{"@type": "BreadcrumbList"}, {"@graph": [
            {"@type": ["NewsArticle", "Thing"], "headline": "A &amp; B", "author": [{"@type": "Person", "name": "Anne"}, "Bob", {"@id": "#c"}],
            "publisher": {"@id": "#p"}, "datePublished": "2019-04-25T23:59:00-10:00", "dateModified": "2019-04-26", "inLanguage": "fr-FR", "mainEntityOfPage": {"@id": "https://example.org/a"}},
            {"@id": "#p", "@type": "Organization", "name": "Le Journal"}, {"@id": "#c", "name": "Chloé"}]}]</script>
            """, Paragraphs);

        var article = _folder.Article();

        (article.Title, article.Author, article.Source, article.Url).ShouldBe(("A & B", "Anne, Bob, Chloé", "Le Journal", "https://example.org/a"));
        (article.Published, article.Corrected).ShouldBe((new DateOnly(2019, 4, 25), new DateOnly(2019, 4, 26)));
        article.Id.ShouldStartWith("example-org-a-");
    }

    [Fact]
    public void Metadata_come_from_meta_elements_where_there_is_no_json_ld()
    {
        Page("""
            <meta property="og:title" content="A title"><meta property="og:url" content="not an address"><link rel="canonical" href="https://www.example.org/a?b=1">
            <meta property="article:published_time" content="nonsense"><meta name="date" content="2019-04-25"><meta property="article:modified_time" content="2019-04-25T20:00:00Z">
            <meta property="article:author" content="https://facebook.example/anne"><meta name="author" content="Anne Dupont">
            """, Paragraphs);

        var article = _folder.Article();

        (article.Title, article.Author, article.Url).ShouldBe(("A title", "Anne Dupont", "https://www.example.org/a?b=1"));
        (article.Published, article.Corrected).ShouldBe((new DateOnly(2019, 4, 25), null));
    }

    [Theory]
    [InlineData("<html lang=de>", "language 'de'")]
    [InlineData("<html>", null)]
    [InlineData("<html lang=en><meta property=og:locale content=fr_FR>", null)]
    public void Another_language_is_refused_and_two_that_contradict_are_settled_by_the_text(string head, string? reason)
    {
        _folder.Write("a.html", $"{head}<title>Titre</title>{Paragraphs}");

        if (reason is null)
            _folder.Article().Language.ShouldBe(TextLanguage.French);
        else
            _folder.Refusal().Reason.ShouldContain(reason);
    }

    [Fact]
    public void Without_any_mark_the_densest_block_is_the_article()
    {
        Page("<title>Titre</title>", $"""
            <div id="menu-a"><a href="/">Une rubrique du journal en ligne</a></div>
            <div class="x"><div class="y">{Paragraphs}</div><div class="z"><p><a href="/">Un lien vers un autre article du journal</a></p></div></div>
            <div><p>Un petit texte de côté, à droite.</p></div>
            """);

        _folder.Article().Text.ShouldBe($"{First}\n\n{Second}");
    }

    [Fact]
    public void Broken_markup_and_old_markup_are_read()
    {
        Page("<title>Titre</title>", $"<form><table><tr><td><font>{First}<br><br>{Second}</td></font></b></div></table>");
        _folder.Article().Text.ShouldBe($"{First}\n\n{Second}");
    }

    [Theory]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("nonsense", "windows-1252")]
    [InlineData("iso-8859-15", "iso-8859-15")]
    public void A_page_is_decoded_whatever_it_declares(string declared, string encoding)
    {
        var page = $"<meta charset=\"{declared}\"><title>Titre</title><p>{First}</p>";
        _folder.Write("a.html", (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(page));
        _folder.Article().Text.ShouldBe(First);
    }

    [Fact]
    public void Elements_that_xml_closes_at_once_do_not_swallow_the_page()
    {
        _folder.Write("a.xhtml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><html><head><script src=\"a.js\"/><title>Titre</title></head><body><div id=\"a\"/><br/><p>{First}</p></body></html>");
        _folder.Article().Text.ShouldBe(First);
    }

    [Theory]
    [InlineData("<title>Titre</title><nav><p>Une page sans article, rien que des rubriques.</p></nav>")]
    [InlineData("<title>Titre</title><ul><li><a href=/a>Un lien vers un autre article du journal</a></ul>")]
    [InlineData("")]
    public void A_page_without_an_article_is_refused(string page)
    {
        _folder.Write("a.html", page);
        _folder.Refusal().Reason.ShouldContain("no paragraphs of an article");
    }

    [Fact]
    public void A_text_that_a_script_would_fetch_is_read_from_json_ld()
    {
        Page($$"""<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Titre", "articleBody": "{{First}}"}</script>""", "<div id=app></div>");
        _folder.Article().Text.ShouldBe(First);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a><div>")]
    [InlineData("<b><p>")]
    [InlineData("<div/>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><g>")]
    public void Deep_nesting_neither_overflows_nor_takes_long(string tags)
    {
        var since = Stopwatch.GetTimestamp();
        Page("<title>Titre</title>", string.Concat(Enumerable.Repeat(tags, 100_000)) + First);

        _folder.Refusal().Reason.ShouldContain("nested too deep");

        Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_page_of_some_depth_and_a_long_one_are_read()
    {
        Page("<title>Titre</title>", string.Concat(Enumerable.Repeat("<div><b>", 800)) + Paragraphs);
        _folder.Article().Text.ShouldContain(First);

        Page("<title>Titre</title>", string.Concat(Enumerable.Repeat($"<div class=a><p>{First}</p></div>", 20_000)));
        _folder.Article().Sentences.Count.ShouldBe(20_000);
    }

    private void Page(string head, string body) => _folder.Write("a.html", $"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>");
}
