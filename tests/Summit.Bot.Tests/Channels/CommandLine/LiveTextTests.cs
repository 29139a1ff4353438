using Summit.Bot.Channels.CommandLine;

namespace Summit.Bot.Tests.Channels.CommandLine;

public sealed class LiveTextTests
{
    [Fact]
    public void A_text_takes_the_place_of_the_last_one_however_many_lines_of_the_terminal_that_took()
    {
        var terminal = new StringWriter { NewLine = "\n" };
        var live = new LiveText(terminal, () => 10);
        live.Show("one");
        live.Show("a line of 22 letters..\n\nthree");
        live.Clear();
        live.Clear();
        terminal.ToString().ShouldBe("one\n\e[1A\e[0Ja line of 22 letters..\n\nthree\n\e[5A\e[0J");
    }
}
