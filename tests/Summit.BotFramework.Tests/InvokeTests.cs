using System.Net;
using System.Text.Json;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class InvokeTests
{
    [Fact]
    public async Task An_invoke_that_nothing_handles_is_answered_with_501()
    {
        await using var byHandler = await BotServer.StartAsync(new ActivityHandler());
        await using var byAnyBot = await BotServer.StartAsync(TestBot.Silent);
        (await byHandler.PostAsync(Samples.SubmitAction("http://localhost:1"))).ShouldBe(new Reply(HttpStatusCode.NotImplemented, null, ""));
        (await byAnyBot.PostAsync(Samples.SubmitAction("http://localhost:1"))).Status.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task Feedback_is_answered_with_an_empty_200()
    {
        JsonElement value = default;
        await using var bot = await BotServer.StartAsync(new Answering(turn =>
        {
            turn.Activity.Name.ShouldBe("message/submitAction");
            value = (JsonElement)turn.Activity.Value!;
            return new InvokeResponse { Status = 200 };
        }));
        (await bot.PostAsync(Samples.SubmitAction("http://localhost:1"))).ShouldBe(new Reply(HttpStatusCode.OK, null, ""));
        value.GetProperty("actionValue").GetProperty("feedback").GetString().ShouldBe("Très bien");
    }

    [Fact]
    public async Task A_body_is_written_as_json_with_its_status()
    {
        await using var bot = await BotServer.StartAsync(new Answering(_ => new InvokeResponse
        {
            Status = 202,
            Body = new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = "Merci" },
        }));
        (await bot.PostAsync(Samples.SubmitAction("http://localhost:1"))).ShouldBe(new Reply(
            HttpStatusCode.Accepted,
            "application/json",
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Merci"}"""));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task A_status_that_has_no_body_is_sent_without_one(int status)
    {
        await using var bot = await BotServer.StartAsync(new Answering(_ => new InvokeResponse { Status = status, Body = "text" }));
        (await bot.PostAsync(Samples.SubmitAction("http://localhost:1"))).ShouldBe(new Reply((HttpStatusCode)status, null, ""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(600)]
    public async Task A_status_that_is_none_is_an_error_of_the_turn(int status)
    {
        await using var bot = await BotServer.StartAsync(new Answering(_ => new InvokeResponse { Status = status }));
        (await bot.PostAsync(Samples.SubmitAction("http://localhost:1"))).Status.ShouldBe(HttpStatusCode.OK);
        bot.Log.ShouldContain(line => line.Contains("from 200 to 599"));
    }

    [Fact]
    public async Task A_handler_that_sent_its_answer_itself_is_not_answered_for()
    {
        await using var bot = await BotServer.StartAsync(new SendingItself());
        (await bot.PostAsync(Samples.SubmitAction("http://localhost:1"))).Body.ShouldBe("\"first\"");
    }

    [Fact]
    public async Task Messages_of_an_invoke_go_to_the_connector()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new SendingItself());
        await bot.PostAsync(Samples.SubmitAction(connector.Url));
        connector.Calls.ShouldHaveSingleItem().Body.ShouldContain("Thanks");
    }

    private sealed class Answering(Func<ITurnContext<IInvokeActivity>, InvokeResponse> answer) : ActivityHandler
    {
        protected override Task<InvokeResponse> OnInvokeActivityAsync(
            ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(answer(turnContext));
    }

    private sealed class SendingItself : ActivityHandler
    {
        protected override async Task<InvokeResponse> OnInvokeActivityAsync(
            ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        {
            var first = new Activity(ActivityTypesEx.InvokeResponse) { Value = CreateInvokeResponse("first") };
            await turnContext.SendActivityAsync(first, cancellationToken);
            if (turnContext.Activity.ServiceUrl != "http://localhost:1")
                await turnContext.SendActivityAsync("Thanks", cancellationToken: cancellationToken);
            return CreateInvokeResponse("second");
        }
    }
}
