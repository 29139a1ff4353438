using System.IO.Hashing;
using System.Reflection;

namespace Summit.Bot.Language;

/// <summary>The linguistic tools over the data files that are built into the program. Made once; safe for several threads.</summary>
public sealed class Linguistics
{
    private static readonly Lazy<Linguistics> Instance = new(static () => new Linguistics());

    private Linguistics()
    {
        using var irregular = Open("irregular.tsv");
        Analyzer = new TextAnalyzer(IrregularForms.Read(irregular));
        using var lexicon = Open("lexicon.tsv");
        Lexicon = Lexicon.Read(lexicon, Analyzer);
        using var countries = Open("countries.tsv");
        Countries = Countries.Read(countries, Lexicon, Analyzer);
        using var related = Open("related.tsv");
        Related = RelatedConcepts.Read(related, Lexicon);
        using var particulars = Open("particulars.tsv");
        Particulars = Particulars.Read(particulars, Lexicon);
        using var givenNames = Open("given-names.tsv");
        GivenNames = GivenNames.Read(givenNames);
        Terms = new TermExtractor(Analyzer, Lexicon, Countries, GivenNames);
        Mentions = new MentionFinder(Lexicon);
        Detector = new LanguageDetector(Lexicon);
        using var shorthand = Open("shorthand.tsv");
        Shorthand = Shorthand.Read(shorthand);
    }

    /// <summary>The tools over the shipped data, read at first use.</summary>
    public static Linguistics Shared => Instance.Value;

    /// <summary>Hash of the data files, 8 hexadecimal digits: it changes when an analysis could change.</summary>
    public string DataHash { get; } = HashOf("irregular.tsv", "lexicon.tsv", "countries.tsv", "related.tsv", "given-names.tsv");

    /// <summary>Words and stems.</summary>
    public TextAnalyzer Analyzer { get; }

    /// <summary>French and English forms by concept.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>States, with their capitals, peoples and governments.</summary>
    public Countries Countries { get; }

    /// <summary>Given names.</summary>
    public GivenNames GivenNames { get; }

    /// <summary>Looser relations and opposites.</summary>
    public RelatedConcepts Related { get; }

    /// <summary>Nouns that name particular persons, bodies and things.</summary>
    public Particulars Particulars { get; }

    /// <summary>Terms of a text.</summary>
    public TermExtractor Terms { get; }

    /// <summary>Dates, places, persons, numbers, quotations, reasons.</summary>
    public MentionFinder Mentions { get; }

    /// <summary>What is written short in chats.</summary>
    public Shorthand Shorthand { get; }

    /// <summary>French or English.</summary>
    public LanguageDetector Detector { get; }

    private static string HashOf(params ReadOnlySpan<string> names)
    {
        var hash = new XxHash64();
        foreach (var name in names)
        {
            using var reader = Open(name);
            hash.Append(reader.BaseStream);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash())[..8];
    }

    private static StreamReader Open(string name) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Summit.Bot.Language.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build."));
}
