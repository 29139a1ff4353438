using System.Collections.Frozen;
using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace Summit.Bot.Corpus.Sources;

/// <summary>How much text each element of a page holds, what of it is links, and how likely the element is the block of the article.</summary>
/// <remarks>
/// The score of a paragraph is its text outside links. All of it counts for the element that the paragraph stands in, and half for the one around that.
/// </remarks>
internal sealed class HtmlMeasure
{
    private const int ShortestParagraph = 25;

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.Ordinal, "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "hgroup", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    private static readonly FrozenSet<string> Paragraphs =
        FrozenSet.Create(StringComparer.Ordinal, "p", "pre", "li", "dd", "dt", "td", "th", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6");

    private readonly Dictionary<IElement, Size> _sizes = [];

    public HtmlMeasure(IElement body) => Measure(body, isInLink: false);

    /// <summary>The elements that hold text, each behind those in it.</summary>
    public IEnumerable<KeyValuePair<IElement, Size>> All => _sizes;

    /// <summary>What an element holds; nothing for those that are left out.</summary>
    public Size this[IElement element] => _sizes.GetValueOrDefault(element);

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    private Sum Measure(IElement element, bool isInLink)
    {
        var sum = default(Sum);
        var score = 0.0;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
            {
                var length = text.Data.AsSpan().Trim().Length;
                sum.Text += length;
                sum.Inline += length;
                sum.Links += isInLink ? length : 0;
                sum.InlineLinks += isInLink ? length : 0;
            }
            else if (child is IElement inner && !HtmlNoise.IsLeftOut(inner))
            {
                var held = Measure(inner, isInLink || inner.LocalName == "a");
                var isInline = !IsBlock(inner);
                sum.Text += held.Text;
                sum.Links += held.Links;
                sum.InArticles += held.InArticles;
                sum.Inline += isInline ? held.Inline : 0;
                sum.InlineLinks += isInline ? held.InlineLinks : 0;
                score += held.ForParent;
                sum.ForParent += held.ForGrandparent;
            }
        }

        var own = sum.Inline - sum.InlineLinks;
        if (IsBlock(element) && own >= ShortestParagraph)
        {
            var isParagraph = Paragraphs.Contains(element.LocalName);
            score += isParagraph ? 0 : own;
            sum.ForParent += isParagraph ? own : own / 2.0;
            sum.ForGrandparent += isParagraph ? own / 2.0 : 0;
        }

        if (sum.Text > 0)
            _sizes[element] = new Size(sum.Text, sum.Links, sum.InArticles, score);
        if (element.LocalName == "article")
            sum.InArticles = sum.Text - sum.Links;
        return sum;
    }

    /// <param name="Text">Characters of text.</param>
    /// <param name="Links">How many of them are in links.</param>
    /// <param name="InArticles">How many outside links are in articles inside this element.</param>
    /// <param name="Score">How likely this is the block of the article.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Size(int Text, int Links, int InArticles, double Score)
    {
        public int OutsideLinks => Text - Links;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sum
    {
        public int Text, Links, InArticles, Inline, InlineLinks;
        public double ForParent, ForGrandparent;
    }
}
