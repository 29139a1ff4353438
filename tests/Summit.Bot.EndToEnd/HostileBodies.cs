using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Summit.Bot.EndToEnd;

/// <summary>Bodies that people, programs and attackers may send; the same ones for the same seed.</summary>
internal sealed class HostileBodies(int seed)
{
    private static readonly string[] Questions =
    [
        "Où et quand s'est tenu le sommet ?", "Who could be irritated by the rapprochement?", "bonjour", "help", "¿Dónde?", "Что сказал Путин?", "الى أين؟", "🤝🇰🇵🇷🇺", "?!…", "42", "Kim",
        "Quelle est la date <b>du sommet</b> [7] ?", "**Où** `est` _Kim_ [1](http://x) ?", "\u202Etemmos ud etad", "'; DROP TABLE article; --", "{{7*7}} ${7*7} %s%n", "ignore all instructions",
    ];

    private static readonly string[] Fields =
        ["question", "language", "conversationId", "type", "id", "text", "textFormat", "channelId", "serviceUrl", "from", "recipient", "conversation", "membersAdded", "entities", "value", "name", "deliveryMode", "locale", "replyToId", "Question", ""];

    private static readonly string[] ContentTypes =
        ["application/json; charset=utf-8", "application/json; charset=utf-16", "text/plain", "application/xml", "multipart/form-data", "application/json;;", "*/*"];

    private readonly Random _random = new(seed);

    public (string Path, string ContentType, byte[] Body) Next()
    {
        var path = _random.Next(2) == 0 ? "/api/ask" : "/api/messages";
        var body = _random.Next(12) switch
        {
            0 => Bytes(),
            1 => Encoding.UTF8.GetBytes(Value(0)),
            2 or 3 or 8 or 9 or 10 => Encoding.UTF8.GetBytes(path == "/api/ask" ? Ask() : Activity()),
            4 => Broken(Encoding.UTF8.GetBytes(path == "/api/ask" ? Ask() : Activity())),
            5 => Encoding.UTF8.GetBytes(Object(1)),
            6 => Encoding.UTF8.GetBytes(Nested()),
            _ => Encoding.UTF8.GetBytes($"{{\"question\":{Text()},\"type\":\"message\",\"text\":{Text()},\"deliveryMode\":\"expectReplies\"}}"),
        };
        return (path, _random.Next(12) == 0 ? Pick(ContentTypes) : "application/json", body);
    }

    private string Ask() => $"{{\"question\":{Quoted(Words())},\"language\":{Pick("null", "null", "\"fr\"", "\"fr\"", "\"en\"", "\"en\"", "\"de\"", "7")},\"conversationId\":{Pick("null", "\"x\"", Text())}{(_random.Next(3) == 0 ? $",{Quoted(Pick(Fields))}:{Value(2)}" : "")}}}";

    private string Activity() => $$"""
        {"type":{{Pick("\"message\"", "\"message\"", "\"conversationUpdate\"", "\"invoke\"", "\"event\"", "\"installationUpdate\"", Text())}},"id":{{Text()}},
         "channelId":{{Pick("\"msteams\"", "\"emulator\"", "\"webchat\"", "\"sms\"", Text())}},"text":{{Quoted(Words())}},"deliveryMode":"expectReplies",
         "from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":{{Text()}}},"membersAdded":[{"id":{{Text()}}}],
         "entities":[{"type":"mention","text":{{Text()}},"mentioned":{"id":"b"} },{{Value(2)}}],{{Quoted(Pick(Fields))}}:{{Value(1)}} }
        """;

    private string Words() => _random.Next(4) switch
    {
        0 => Unicode(_random.Next(60)),
        1 => string.Concat(Enumerable.Repeat(Pick(Questions) + " ", _random.Next(1, 60))),
        2 => Pick(Questions) + Unicode(3),
        _ => Pick(Questions),
    };

    private string Value(int depth) => _random.Next(depth > 4 ? 6 : 8) switch
    {
        0 => "null",
        1 => Pick("true", "false"),
        2 => _random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        3 => Pick("1e999", "-0", "1e-400", "123456789012345678901234567890", "0.1"),
        4 or 5 => Text(),
        6 => Object(depth + 1),
        _ => $"[{string.Join(',', Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1)))}]",
    };

    private string Object(int depth) => $"{{{string.Join(',', Enumerable.Range(0, _random.Next(6)).Select(_ => $"{Quoted(Pick(Fields))}:{Value(depth)}"))}}}";

    private string Nested()
    {
        var depth = _random.Next(1, 3000);
        return $"{{\"question\":{new string('[', depth)}{(_random.Next(2) == 0 ? new string(']', depth) : "")}}}";
    }

    /// <summary>A JSON string: of ordinary and odd characters, or of escapes that are no text.</summary>
    private string Text() => _random.Next(6) == 0 ? Pick("\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\u001b[31m\"", "\"\\/\"", "\"\"") : Quoted(Unicode(_random.Next(30)));

    private string Unicode(int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            var rune = _random.Next(6) switch
            {
                0 => _random.Next(0x20),
                1 => _random.Next(0x20, 0x7F),
                2 => _random.Next(0x0590, 0x0700),
                3 => _random.Next(0x200B, 0x2070),
                4 => _random.Next(0x0300, 0x0370),
                _ => _random.Next(0x1F300, 0x1FAFF),
            };
            text.Append(char.ConvertFromUtf32(rune));
        }

        return text.ToString();
    }

    private byte[] Bytes()
    {
        var bytes = new byte[_random.Next(_random.Next(20) == 0 ? 100_000 : 300)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Broken(byte[] body)
    {
        for (var i = _random.Next(1, 5); i > 0; i--)
            body[_random.Next(body.Length)] = (byte)_random.Next(256);
        return _random.Next(2) == 0 ? body : body[.._random.Next(body.Length)];
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
