using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Benchmarks;

/// <summary>
/// Makes a folder of many articles of some twenty sentences, out of public texts: each is a run of passages of one language. Where the texts
/// are used up they come again with other numbers and other names, so that the vocabulary grows as an archive's does.
/// </summary>
internal static partial class ScaleCorpus
{
    private const int Sentences = 20, FilesInFolder = 500, Seed = 20190425;

    public static void Write(string folder, IReadOnlyList<Article> passages, int count)
    {
        var random = new Random(Seed);
        var byLanguage = passages.GroupBy(passage => passage.Language).Select(group => group.ToList()).ToList();
        var names = passages.SelectMany(passage => Name().Matches(passage.Text).Select(match => match.Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var next = new int[byLanguage.Count];
        for (var i = 0; i < count; i++)
        {
            var which = i % byLanguage.Count;
            var texts = byLanguage[which];
            var round = next[which] / texts.Count;
            var paragraphs = new List<string>();
            for (var sentences = 0; sentences < Sentences; next[which]++)
            {
                var passage = texts[next[which] % texts.Count];
                paragraphs.Add(round == 0 ? passage.Text : Vary(passage.Text, names, random));
                sentences += Math.Max(1, passage.Sentences.Count);
            }

            var path = Path.Combine(folder, (i / FilesInFolder).ToString("D3", CultureInfo.InvariantCulture), $"{i:D6}.md");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var title = paragraphs[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8);
            var text = new StringBuilder()
                .Append(CultureInfo.InvariantCulture, $"---\nid: made-{i:D6}\ntitle: \"{string.Join(' ', title).Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)}\"\n")
                .Append(CultureInfo.InvariantCulture, $"language: {texts[0].Language.Code()}\npublished: {new DateOnly(2015, 1, 1).AddDays(i % 3650):yyyy-MM-dd}\n---\n")
                .AppendJoin("\n\n", paragraphs).Append('\n');
            File.WriteAllText(path, Control().Replace(text.ToString(), " "));
        }
    }

    private static string Vary(string text, List<string> names, Random random)
    {
        text = Digits().Replace(text, match => random.Next((int)Math.Pow(10, Math.Min(match.Length, 9) - 1), (int)Math.Pow(10, Math.Min(match.Length, 9))).ToString(CultureInfo.InvariantCulture));
        return Name().Replace(text, match => random.Next(2) == 0 ? names[random.Next(names.Count)] : match.Value);
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Digits();

    // A capital inside a sentence.
    [GeneratedRegex(@"(?<=\p{Ll},? )\p{Lu}\p{Ll}{2,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Control();
}
