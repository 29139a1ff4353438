using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Conversations;

public sealed class UserCommandTests
{
    [Theory]
    [InlineData("aide", CommandKind.Help, TextLanguage.French)]
    [InlineData("Help!", CommandKind.Help, TextLanguage.English)]
    [InlineData(" /langue ", CommandKind.Language, TextLanguage.French)]
    [InlineData("language", CommandKind.Language, TextLanguage.English)]
    [InlineData("sources", CommandKind.Sources, TextLanguage.English)]
    [InlineData("OUBLIE", CommandKind.Forget, TextLanguage.French)]
    [InlineData("forget me", CommandKind.Forget, TextLanguage.English)]
    public void A_message_that_is_a_command_is_known(string text, CommandKind kind, TextLanguage spokenIn) =>
        UserCommand.Read(text, TextLanguage.English).ShouldBe(new UserCommand(kind, spokenIn));

    [Theory]
    [InlineData("langue anglais", TextLanguage.English)]
    [InlineData("langue français", TextLanguage.French)]
    [InlineData("language French", TextLanguage.French)]
    [InlineData("language auto", null)]
    public void A_language_is_chosen_by_its_name_in_either_language(string text, TextLanguage? language)
    {
        var command = UserCommand.Read(text, TextLanguage.French).ShouldNotBeNull();
        command.NamesLanguage.ShouldBeTrue();
        command.Language.ShouldBe(language);
    }

    [Theory]
    [InlineData("Quelles sont les sources ?")]
    [InlineData("aide internationale")]
    [InlineData("langue coréenne")]
    [InlineData("What language do they speak?")]
    [InlineData("forget the summit")]
    [InlineData("")]
    public void A_question_is_none(string text) => UserCommand.Read(text, TextLanguage.French).ShouldBeNull();
}
