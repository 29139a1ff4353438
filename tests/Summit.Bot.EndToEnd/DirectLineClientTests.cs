using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>Direct Line as Microsoft's own client, botframework-directlinejs of npm, speaks it: in a browser, without Web Chat.</summary>
public sealed class DirectLineClientTests(ServerFixture server)
{
    private const string Question = "Where did the two leaders meet?";

    private Uri Address => server.Bot.Client.BaseAddress!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_asks_and_is_answered_over_a_stream_and_by_polling(bool webSocket)
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium);
        var answer = await page.EvaluateAsync<string>("async ([webSocket, question]) => (await ask(await connect({ webSocket }), question)).text", new object[] { webSocket, Question });
        answer.ShouldContain("Vladivostok");
        (await page.EvaluateAsync<int[]>("() => states")).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task It_resumes_a_conversation_from_its_watermark()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium);
        var seen = await page.EvaluateAsync<string[]>("""
            async question => {
              const first = await connect({});
              await ask(first, question);
              const { token, conversationId, watermark } = first;
              first.end();
              seen.length = 0;
              const second = await connect({ token, conversationId, watermark });
              await ask(second, 'On which island is the summit held?');
              return seen.filter(a => a.type === 'message').map(a => a.text);
            }
            """, Question);
        seen.Length.ShouldBe(2);
        seen.ShouldNotContain(text => text.Contains(Question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_replays_everything_without_a_watermark()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium);
        var seen = await page.EvaluateAsync<string[][]>("""
            async question => {
              const messages = () => seen.filter(a => a.type === 'message').map(a => a.from.role + ' ' + a.id);
              const first = await connect({});
              await ask(first, question);
              const before = messages();
              const { token, conversationId } = first;
              first.end();
              seen.length = 0;
              const second = await connect({ token, conversationId });
              await until(() => messages().length >= before.length);
              return [before, messages()];
            }
            """, Question);
        seen[1].ShouldBe(seen[0]);
        // The greeting may come before the question or after it.
        seen[1].Select(message => message.Split(' ')[0]).ShouldBe(["bot", "user", "bot"], ignoreOrder: true);
        seen[1][^1].ShouldStartWith("bot ");
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("token")]
    public async Task It_does_not_go_on_with_a_conversation_that_is_over_or_with_a_wrong_token(string what)
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium);
        var states = await page.EvaluateAsync<int[]>("""
            async what => {
              const granted = await generate();
              const client = what === 'token' ? make({ token: 'wrong' }) : make({ token: granted.token, conversationId: granted.conversationId });
              client.activity$.subscribe(() => {}, () => {});
              await until(() => states.includes(4));
              return states;
            }
            """, what);
        states.ShouldContain(4, "FailedToConnect");
    }

    /// <summary>A page of the server, with the client and a few words in which the tests are written.</summary>
    private async Task<IPage> OpenAsync(Chromium chromium)
    {
        Assert.SkipWhen(WebChat.Packages is null, "botframework-directlinejs comes with the packages of the page, which are not there: its build needs Node.js 20 with npm.");
        var page = await chromium.OpenAsync(bypassesPolicy: true);
        await page.GotoAsync(new Uri(Address, "/healthz").ToString());
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(WebChat.Packages, "botframework-directlinejs", "dist", "directline.js")));
        await page.EvaluateAsync("""
            () => {
              window.states = [];
              window.seen = [];
              const domain = location.origin + '/v3/directline';
              window.generate = async () => (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
              window.until = async isSo => { for (let i = 0; !isSo() && i < 400; i++) await new Promise(r => setTimeout(r, 50)); };
              window.make = options => {
                const client = new DirectLine.DirectLine({ domain, ...options });
                client.connectionStatus$.subscribe(state => states.push(state));
                return client;
              };
              window.connect = async options => {
                const client = make({ token: (await generate()).token, ...options });
                client.activity$.subscribe(activity => seen.push(activity));
                await until(() => states.includes(2));
                return client;
              };
              window.ask = async (client, text) => {
                const id = await new Promise((done, fail) => client.postActivity({ type: 'message', from: { id: 'me' }, text }).subscribe(done, fail));
                const isAnswer = a => a.type === 'message' && a.replyToId === id;
                await until(() => seen.some(isAnswer));
                return seen.find(isAnswer);
              };
            }
            """);
        return page;
    }
}
