using Summit.Bot.Channels.CommandLine;

namespace Summit.Bot.Tests.Channels.CommandLine;

public sealed class ConfigurationArgumentsTests
{
    [Theory]
    [InlineData("ask x --Summit:DataPath=d", "--Summit:DataPath=d", "ask x")]
    [InlineData("--Summit:DataPath d ask x", "--Summit:DataPath=d", "ask x")]
    [InlineData("--Logging:LogLevel:Default=Debug", "--Logging:LogLevel:Default=Debug", "")]
    [InlineData("--MicrosoftAppId=1", "--MicrosoftAppId=1", "")]
    [InlineData("ask -- --Summit:DataPath=d", "", "ask -- --Summit:DataPath=d")]
    [InlineData("ask x --json --urls u", "", "ask x --json --urls u")]
    public void Settings_are_told_from_options(string args, string settings, string others)
    {
        var split = ConfigurationArguments.Split(args.Split(' '));
        string.Join(' ', split.Settings).ShouldBe(settings);
        string.Join(' ', split.Others).ShouldBe(others);
    }

    [Fact]
    public void A_setting_without_a_value_is_named() =>
        Should.Throw<UsageException>(() => ConfigurationArguments.Split(["ask", "x", "--Summit:DataPath"])).Message.ShouldContain("--Summit:DataPath=value");
}
