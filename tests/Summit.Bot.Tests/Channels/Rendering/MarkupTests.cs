using System.Net;
using FsCheck.Xunit;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Channels.Rendering;

public sealed class MarkupTests
{
    private static readonly MarkdownPipeline Gfm = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras().UseTaskLists().Build();

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 1000)]
    public void Data_read_as_markdown_is_one_paragraph_with_the_same_text_and_nothing_else(string data)
    {
        foreach (var markup in new[] { Markup.Markdown, Markup.WebChat, Markup.Teams })
        {
            var expected = PlainText.OneLine(data);
            var document = Markdown.Parse(markup.Text(data), Gfm);
            if (expected.Length == 0)
            {
                document.ShouldBeEmpty();
                continue;
            }

            var paragraph = document.ShouldHaveSingleItem().ShouldBeOfType<ParagraphBlock>();
            string.Concat(paragraph.Inline!.Select(TextOf)).ShouldBe(expected.Trim(' '), markup.Text(data));
        }
    }

    [Theory]
    [InlineData("a [2] b", @"a \[2\] b")]
    [InlineData("1. Un", @"1\. Un")]
    [InlineData("\u2066 2) Deux", @"2\) Deux")]
    [InlineData("\0 - Un", @"\- Un")]
    [InlineData("- Un", @"\- Un")]
    [InlineData("R&D, a & b", @"R\&D, a & b")]
    [InlineData("Moscou : *oui*", @"Moscou : \*oui\*")]
    public void Markdown_marks_are_escaped(string data, string expected) => Markup.Markdown.Text(data).ShouldBe(expected);

    [Fact]
    public void Web_chat_gets_brackets_and_teams_gets_angle_brackets_as_character_references()
    {
        Markup.WebChat.Text("[2] <b>").ShouldBe("&#91;2&#93; &#60;b&#62;");
        Markup.Teams.Text("[2] <b>").ShouldBe(@"\[2\] &#60;b&#62;");
    }

    [Fact]
    public void Plain_text_is_left_as_it_is_but_for_control_characters() =>
        Markup.Plain.Text("*a*\e[31m\n[2] \u202Eb\u0007").ShouldBe("*a*[31m [2] b");

    [Fact]
    public void A_no_break_space_stays() => Markup.Markdown.Text("a\u00A0: b").ShouldBe("a\u00A0: b");

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => WebUtility.HtmlDecode(entity.Original.ToString()),
        _ => $"<{inline.GetType().Name}>",
    };
}
