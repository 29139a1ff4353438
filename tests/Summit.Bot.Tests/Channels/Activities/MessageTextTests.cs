using Summit.Bot.Channels.Activities;

namespace Summit.Bot.Tests.Channels.Activities;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData(null, "plain", "")]
    [InlineData("  ", "plain", "")]
    [InlineData(" Où ? ", "plain", "Où ?")]
    [InlineData("<at id=\"0\">Alice</at> a écrit", "xml", "Alice  a écrit")]
    [InlineData("&nbsp;R&amp;D &lt;3", "xml", "R&D <3")]
    [InlineData("R&amp;D", "plain", "R&amp;D")]
    public void What_a_client_adds_is_taken_away(string? text, string format, string expected) => MessageText.Clean(text, format).ShouldBe(expected);
}
