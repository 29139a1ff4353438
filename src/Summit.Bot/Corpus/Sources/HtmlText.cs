using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Writes the text of an element: a paragraph for each block, a line for each <c>br</c>, white space as a browser shows it.</summary>
internal sealed partial class HtmlText
{
    private const char Break = '\v';
    private const double MostLinks = 0.8;
    private const int TitleWithin = 3;

    /// <summary>What is not shown: the soft hyphen and characters of no width.</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u200B\u2060\uFEFF");

    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _open = new();
    private readonly HtmlMeasure _sizes;
    private readonly bool _isInArticle;
    private readonly string? _title;
    private int _links;

    private HtmlText(IElement root, HtmlMeasure sizes, string? title)
    {
        _sizes = sizes;
        _isInArticle = root.LocalName == "article";
        _title = title;
    }

    /// <summary>The text, its paragraphs with a blank line between them; null where nothing is left.</summary>
    public static string? Of(IElement root, HtmlMeasure sizes, string? title)
    {
        var text = new HtmlText(root, sizes, title);
        text.Write(root, isInLink: false, isKept: root.LocalName == "pre");
        text.EndParagraph();
        return text._paragraphs.Count > 0 ? string.Join("\n\n", text._paragraphs) : null;
    }

    private void Write(IElement element, bool isInLink, bool isKept)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
            {
                _links += isInLink ? text.Data.AsSpan().Trim().Length : 0;
                Append(text.Data, isKept);
            }
            else if (child is IElement { LocalName: "br" })
            {
                _open.Append(Break);
            }
            else if (child is IElement inner && !HtmlNoise.IsLeftOut(inner) && !IsAnotherArticle(inner) && !IsListOfLinks(inner))
            {
                var isBlock = HtmlMeasure.IsBlock(inner);
                if (isBlock)
                    EndParagraph();
                Write(inner, isInLink || inner.LocalName == "a", isKept || inner.LocalName == "pre");
                if (isBlock)
                    EndParagraph();
            }
        }
    }

    private void Append(string data, bool isKept)
    {
        foreach (var c in data)
        {
            if (Invisible.Contains(c))
                continue;
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
                _open.Append(isKept && c == '\n' ? Break : ' ');
            else
                _open.Append(c);
        }
    }

    private bool IsAnotherArticle(IElement element) => _isInArticle && element.LocalName == "article";

    private bool IsListOfLinks(IElement element) =>
        element.LocalName is "ul" or "ol" && _sizes[element] is var size && size.Links > MostLinks * size.Text;

    private void EndParagraph()
    {
        var lines = _open.ToString().Split(Break).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var links = _links;
        var length = _open.Length;
        _open.Clear();
        _links = 0;
        foreach (var paragraph in string.Join('\n', lines).Trim('\n').Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var text = paragraph.Trim('\n', ' ');
            var isRelated = links * 2 > length && Related().IsMatch(text);
            var isTitle = _paragraphs.Count < TitleWithin && string.Equals(text, _title?.Trim(), StringComparison.OrdinalIgnoreCase);
            if (text.Any(char.IsLetterOrDigit) && !isRelated && !isTitle)
                _paragraphs.Add(text);
        }
    }

    /// <summary>How a link to another article is announced between paragraphs.</summary>
    [GeneratedRegex(@"^\W*((à |a )?(lire|voir|écouter|relire)\b|sur le même sujet|read (more|also|next|on)|see also|also read|related|more on this|watch)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Related();
}
