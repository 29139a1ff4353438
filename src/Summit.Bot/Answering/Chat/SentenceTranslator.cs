using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;
using Summit.Bot.Language;
using Summit.Bot.Storage;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// Translates the sentences that an answer cites where their article has no translation. A translation is kept under the hash of its
/// sentence, so that it is made once; one that has lost or found a figure or a name is not shown.
/// </summary>
internal sealed class SentenceTranslator(ChatPrompt prompt, ChatGuard guard, StatementCheck check, TextCache cache, Linguistics linguistics)
{
    public const string Schema = """{"type":"object","additionalProperties":false,"required":["translation"],"properties":{"translation":{"type":"string"}}}""";

    /// <summary>A translation is no longer than this many times the sentence, and a line.</summary>
    private const int MostGrowth = 3, Line = 80;

    /// <summary>Translates what an answer cites.</summary>
    /// <returns>The answer, with the translations that could be had.</returns>
    public async Task<Answer> TranslateAsync(ChatSession session, Answer answer)
    {
        switch (answer)
        {
            case Grounded grounded:
                var translated = new Dictionary<int, Citation>();
                foreach (var (position, task) in grounded.Citations.Select(citation => (citation.Position, TranslateAsync(session, citation, answer.Language))).ToList())
                    translated[position] = await task;
                return grounded with { Statements = [.. grounded.Statements.Select(s => s with { Citations = [.. s.Citations.Select(citation => translated[citation.Position])] })] };
            case NotFound { Closest: { } closest } notFound:
                return notFound with { Closest = await TranslateAsync(session, closest, answer.Language) };
            default:
                return answer;
        }
    }

    private async Task<Citation> TranslateAsync(ChatSession session, Citation citation, TextLanguage language)
    {
        if (!citation.IsForeign || citation.Translation is not null)
            return citation;
        var sentence = PlainText.OneLine(citation.Quote);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{guard.Options.Model}\n{language}\n{sentence}")));
        var translation = cache.Find(key);
        if (translation is null)
        {
            (_, translation) = await session.RunAsync(limit => AskAsync(session, sentence, language, limit));
            if (translation is not null)
                cache.Add(key, translation);
        }

        return string.IsNullOrEmpty(translation) ? citation : citation with { Translation = translation, Translator = guard.Options.Model, IsMachineTranslation = true };
    }

    /// <returns>The translation; empty where the model made none that may be shown.</returns>
    private async Task<string> AskAsync(ChatSession session, string sentence, TextLanguage language, CancellationToken cancellationToken)
    {
        var from = language == TextLanguage.French ? TextLanguage.English : TextLanguage.French;
        var exchange = await session.AskAsync(
            prompt, new KernelArguments { ["sentence"] = sentence, ["from"] = ChatService.NameOf(from), ["to"] = ChatService.NameOf(language) }, onPart: null, cancellationToken);
        var translation = PlainText.OneLine(ChatReply.ReadText(exchange.Reply, "translation") ?? "").Trim();
        if (FindFault(sentence, from, translation, language) is not { } fault)
            return translation;
        exchange.Faults = [$"the translation {fault}"];
        guard.LogDropped(1, prompt.Name, 1, exchange.Faults);
        return "";
    }

    private string? FindFault(string sentence, TextLanguage from, string translation, TextLanguage to)
    {
        if (translation.Length == 0 || translation.Length > (MostGrowth * sentence.Length) + Line)
            return "is missing, or far longer than the sentence";
        var lost = StatementCheck.FiguresOf(sentence).Except(StatementCheck.FiguresOf(translation)).FirstOrDefault();
        return lost is not null ? $"has lost the figure {lost}" : check.FindFault(translation, to, [(sentence, linguistics.Terms.Extract(sentence, from))], leastSupport: 0);
    }
}
