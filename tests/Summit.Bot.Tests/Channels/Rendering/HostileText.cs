using FsCheck;
using FsCheck.Fluent;

namespace Summit.Bot.Tests.Channels.Rendering;

/// <summary>Texts made of what markdown, HTML and terminals read as markup, between words.</summary>
public static class HostileText
{
    private static readonly string[] Pieces =
    [
        "[", "]", "(", ")", "1", "2", "[2]", "](", "\\", "\\[", "*", "**", "_", "`", "```", "<", ">", "<at>", "</b>", "#", "# ", "|", "~~", "-", "- ", "+ ", "1. ",
        "2) ", "= ", "!", "![", "&", "&amp;", "&#91;", "https://example.org/a", "www.example.org", "a@example.org", "$$", ":", "\"", "«", "»", "“", "\n", "\r\n",
        "\t", "\0", "\e[31m", "\u0085", "\u2028", "\u202E", "\u2066", "\u00A0", " ", "é", "mot", "😀", "[1]: https://example.org \"x\"",
    ];

    /// <summary>Generates them; never blank, as a sentence never is.</summary>
    public static Arbitrary<string> Generator() =>
        Arb.From(Gen.Elements(Pieces).ListOf().Select(string.Concat).Where(text => !string.IsNullOrWhiteSpace(text)));
}
