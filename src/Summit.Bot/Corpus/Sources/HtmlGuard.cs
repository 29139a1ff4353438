using System.Collections.Frozen;
using System.Runtime.InteropServices;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Stops the parsing of a page whose elements are nested so deep that it would take minutes: for each tag the parser looks through the open ones.</summary>
internal sealed class HtmlGuard
{
    private const int MaxOpen = 2000;
    private const long MaxLooks = 100_000_000;

    private static readonly FrozenSet<string> Void =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    /// <summary>The next one ends it, so that the end may be missing.</summary>
    private static readonly FrozenSet<string> EndsByItself = FrozenSet.Create(
        StringComparer.Ordinal, "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rt", "rp");

    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _depth;
    private long _looks;

    /// <summary>Whether the element has no content, so that it is never open.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <exception cref="RefusedException">Too much is open.</exception>
    public void See(HtmlToken token)
    {
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag))
            return;
        _looks += _depth;
        if (_depth > MaxOpen || _looks > MaxLooks)
            throw new RefusedException(0, $"the elements of the page are nested too deep, more than {MaxOpen} at a time or very many of them. Save the text of the article alone.");
        if (Void.Contains(token.Name) || EndsByItself.Contains(token.Name))
            return;
        ref var open = ref CollectionsMarshal.GetValueRefOrAddDefault(_open, token.Name, out _);
        if (token.Type == HtmlTokenType.EndTag && open > 0)
        {
            open--;
            _depth--;
        }
        else if (token.Type == HtmlTokenType.StartTag && !IsEmptyInDrawing(token))
        {
            open++;
            _depth++;
        }
    }

    private bool IsEmptyInDrawing(HtmlToken token) =>
        token is HtmlTagToken { IsSelfClosing: true } && (_open.GetValueOrDefault("svg") > 0 || _open.GetValueOrDefault("math") > 0);
}
