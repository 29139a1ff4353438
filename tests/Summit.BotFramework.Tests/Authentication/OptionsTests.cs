using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("MicrosoftAppType=Tenant", "MicrosoftAppType is none of SingleTenant, UserAssignedMSI, SystemAssignedMSI and MultiTenant")]
    [InlineData("MicrosoftAppType=1", "MicrosoftAppType is none of")]
    [InlineData("MicrosoftAppType=", "MicrosoftAppType is missing")]
    [InlineData("MicrosoftAppTenantId=", "MicrosoftAppTenantId is missing")]
    [InlineData("MicrosoftAppPassword=", "MicrosoftAppPassword is missing")]
    [InlineData("MicrosoftAppType=UserAssignedMSI", "MicrosoftAppPassword is not used with MicrosoftAppType UserAssignedMSI")]
    [InlineData("MicrosoftAppFederatedTokenFile=/token", "MicrosoftAppPassword and MicrosoftAppFederatedTokenFile are credentials of the same app")]
    [InlineData("MicrosoftAppPassword=;MicrosoftAppCertificatePath=/no/such/file.pfx", "MicrosoftAppCertificatePath names a file that is not there")]
    [InlineData("MicrosoftAppPassword=;MicrosoftAppCertificatePath=Shouldly.pdb;MicrosoftAppFederatedClientId=1", "MicrosoftAppCertificatePath and MicrosoftAppFederatedClientId are credentials")]
    [InlineData("MicrosoftAppPassword=;MicrosoftAppCertificatePath={tests}", "MicrosoftAppCertificatePath names a file that is no certificate")]
    [InlineData("ChannelService=https://example.org", "ChannelService is neither empty")]
    [InlineData("ToChannelFromBotLoginUrl=http://login.example.org/tenant", "ToChannelFromBotLoginUrl is not an absolute https URL")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl=http://example.org/keys", "ToBotFromChannelOpenIdMetadataUrl is not an absolute https URL")]
    [InlineData("ToBotFromEmulatorOpenIdMetadataUrl=keys", "ToBotFromEmulatorOpenIdMetadataUrl is not an absolute https URL")]
    [InlineData("MicrosoftAppServiceHosts:0=https://example.org", "MicrosoftAppServiceHosts holds something that is no host name")]
    [InlineData("MicrosoftAppServiceHosts:0=example.org:443", "MicrosoftAppServiceHosts holds something that is no host name")]
    [InlineData("MicrosoftAppServiceHosts:0=*", "MicrosoftAppServiceHosts holds something that is no host name")]
    [InlineData("MicrosoftAppAllowedTenants:0=contoso.com", "MicrosoftAppAllowedTenants holds something that is no tenant id")]
    public async Task A_setting_that_cannot_work_stops_the_start_with_its_key_and_without_a_value(string settings, string saying)
    {
        (string, string?)[] changed =
        [
            .. settings.Replace("{tests}", typeof(OptionsTests).Assembly.Location, StringComparison.Ordinal).Split(';')
                .Select(setting => setting.Split('=', 2))
                .Select(pair => (pair[0], pair[1] == "" ? null : pair[1])),
        ];
        var error = await Should.ThrowAsync<OptionsValidationException>(() => AuthenticatedBot.StartAsync(settings: changed));
        error.Message.ShouldContain(saying);
        error.Message.ShouldNotContain("the client secret");
    }

    [Fact]
    public async Task Without_an_app_id_the_other_keys_do_not_matter()
    {
        await using var bot = await BotServer.StartAsync(
            TestBot.Silent, settings: new Dictionary<string, string?> { ["MicrosoftAppType"] = "Nonsense", ["MicrosoftAppPassword"] = "" });
        (await bot.PostAsync(Samples.Message("http://localhost:1"))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_type_and_a_tenant_the_app_is_multi_tenant()
    {
        await using var bot = await AuthenticatedBot.StartAsync(settings: [("MicrosoftAppType", null), ("MicrosoftAppTenantId", null)]);
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        bot.Connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void The_keys_in_the_readme_are_those_that_are_read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Summit.Bot.sln")))
            folder = folder.Parent;
        var readme = File.ReadAllText(Path.Combine(folder.FullName, "README.md"));
        var named = Regex.Matches(readme, "(?<=`)(MicrosoftApp[A-Za-z]+|ChannelService)(?=`)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(match => match.Value)
            .Distinct()
            .Order();
        named.ShouldBe(typeof(BotFrameworkAuthenticationOptions).GetProperties()
            .Select(property => property.Name)
            .Where(name => name.StartsWith("MicrosoftApp", StringComparison.Ordinal) || name == "ChannelService")
            .Order());
    }
}
