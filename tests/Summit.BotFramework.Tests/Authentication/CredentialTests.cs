using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Authentication;

/// <summary>Each kind of credential, shown to a login server over HTTP, brings the token that the connector sees.</summary>
public sealed class CredentialTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("summit-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_client_secret_is_shown_to_the_apps_tenant()
    {
        await using var bot = await AnsweredAsync();
        var request = bot.Login.Requests.ShouldHaveSingleItem();
        request.Target.ShouldBe($"POST /{Tokens.Tenant}/oauth2/v2.0/token");
        request.Fields["grant_type"].ShouldBe("client_credentials");
        request.Fields["client_id"].ShouldBe(Tokens.AppId);
        request.Fields["client_secret"].ShouldBe("the client secret");
        request.Fields["scope"].ShouldStartWith("https://api.botframework.com/.default");
    }

    [Fact]
    public async Task A_token_is_kept_for_the_next_reply()
    {
        await using var bot = await AnsweredAsync();
        await bot.PostAsync(bot.ChannelToken());
        bot.Connector.Calls.Select(call => call.Authorization).ShouldBe(["Bearer token-1", "Bearer token-1"]);
        bot.Login.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("app.pfx", null)]
    [InlineData("app.p12", "of the file")]
    [InlineData("app.pem", null)]
    [InlineData("app.pem", "of the file")]
    public async Task A_certificate_signs_an_assertion_of_the_app(string file, string? password)
    {
        var path = Write(file, password);
        await using var bot = await AnsweredAsync(
            ("MicrosoftAppPassword", null), ("MicrosoftAppCertificatePath", path), ("MicrosoftAppCertificatePassword", password));
        var fields = bot.Login.Requests.ShouldHaveSingleItem().Fields;
        var assertion = new JsonWebToken(fields["client_assertion"]);
        assertion.Issuer.ShouldBe(Tokens.AppId);
        assertion.Subject.ShouldBe(Tokens.AppId);
        fields.ShouldNotContainKey("client_secret");
    }

    [Fact]
    public async Task A_federated_token_is_read_from_its_file_each_time_it_is_needed()
    {
        var path = Path.Combine(folder.FullName, "token");
        await File.WriteAllTextAsync(path, "of-kubernetes-1\n");
        var asked = 0;
        await using var connector = await Connector.StartAsync(context =>
        {
            File.WriteAllText(path, "of-kubernetes-2\n");
            return Connector.Status(Interlocked.Increment(ref asked) == 1 ? 401 : 201)(context);
        });
        await using var bot = await AuthenticatedBot.StartAsync(
            connector: connector, settings: [("MicrosoftAppPassword", null), ("MicrosoftAppFederatedTokenFile", path)]);
        await bot.PostAsync(bot.ChannelToken());
        bot.Login.Requests.Select(request => request.Fields["client_assertion"]).ShouldBe(["of-kubernetes-1", "of-kubernetes-2"]);
    }

    [Fact]
    public async Task A_new_token_is_taken_once_where_a_connector_refuses_the_old_one()
    {
        await using var connector = await Connector.StartAsync(context =>
            Connector.Status(context.Request.Headers.Authorization == "Bearer token-1" ? 401 : 201)(context));
        await using var bot = await AuthenticatedBot.StartAsync(connector: connector);
        await bot.PostAsync(bot.ChannelToken());
        await bot.PostAsync(bot.ChannelToken());
        connector.Calls.Select(call => call.Authorization).ShouldBe(["Bearer token-1", "Bearer token-2", "Bearer token-2"]);
    }

    [Fact]
    public async Task A_connector_that_refuses_the_new_token_too_is_not_asked_again()
    {
        await using var connector = await Connector.StartAsync(Connector.Status(401));
        await using var bot = await AuthenticatedBot.StartAsync(connector: connector);
        await bot.PostAsync(bot.ChannelToken());
        connector.Calls.Count.ShouldBe(2);
        bot.Server.Log.ShouldContain(line => line.Contains("was answered with 401"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(503)]
    public async Task Without_a_token_nothing_is_sent_and_the_log_says_why(int status)
    {
        await using var bot = await AuthenticatedBot.StartAsync();
        bot.Login.Outage = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsJsonAsync(new Dictionary<string, string>
            {
                ["error"] = "invalid_client",
                ["error_description"] = "AADSTS7000222: The secret has expired.",
            });
        };
        (await bot.PostAsync(bot.ChannelToken())).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        bot.Connector.Calls.ShouldBeEmpty();
        bot.Server.Log.ShouldContain(line => line.Contains("The bot was given no access token: ") && (status == 503 || line.Contains("AADSTS7000222")));
        bot.Server.Log.ShouldAllBe(line => !line.Contains("the client secret"));
    }

    [Fact]
    public async Task To_a_host_that_is_not_allowed_no_token_is_even_asked_for()
    {
        await using var bot = await AuthenticatedBot.StartAsync(settings: ("MicrosoftAppServiceHosts:0", "relay.example.org"));
        await bot.PostAsync(bot.ChannelToken());
        bot.Login.Requests.ShouldBeEmpty();
        bot.Connector.Calls.ShouldBeEmpty();
    }

    /// <summary>A bot that has answered one message.</summary>
    private static async Task<AuthenticatedBot> AnsweredAsync(params (string Key, string? Value)[] settings)
    {
        var bot = await AuthenticatedBot.StartAsync(settings: settings);
        await bot.PostAsync(bot.ChannelToken());
        bot.Connector.Calls.ShouldHaveSingleItem(string.Join('\n', bot.Server.Log.Where(line => line.StartsWith("Error", StringComparison.Ordinal))))
            .Authorization.ShouldBe("Bearer token-1");
        return bot;
    }

    private string Write(string file, string? password)
    {
        var path = Path.Combine(folder.FullName, file);
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (Path.GetExtension(file) != ".pem")
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
            return path;
        }

        var key = password is null
            ? rsa.ExportPkcs8PrivateKeyPem()
            : rsa.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key}\n");
        return path;
    }
}
