using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Rendering;

/// <summary>
/// An answer as text for one kind of client. Every cited sentence stands in full in a plain paragraph of its own, since Teams
/// shows its chip there only; what comes from an article or from the user is data, and cannot form a marker or a link.
/// </summary>
public sealed class AnswerText
{
    private const string OpeningQuotationMarks = "«“\"„‟‹‘";

    private readonly Markup _markup;
    private readonly Func<TextLanguage, IReadOnlyList<string>> _examples;

    /// <summary>Makes a renderer.</summary>
    /// <param name="markup">The markup of the client.</param>
    /// <param name="examples">Questions that the bot can answer, shown with help and greetings.</param>
    public AnswerText(Markup markup, Func<TextLanguage, IReadOnlyList<string>> examples)
    {
        _markup = markup;
        _examples = examples;
    }

    /// <summary>The text of an answer: paragraphs with an empty line between them.</summary>
    public string Render(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Join([.. answer.Understood is { } understood ? [_markup.Italic(Own(answer.Language, p => p.Understood(understood)))] : Array.Empty<string>(),
            .. answer.IsWithoutModel ? [Own(answer.Language, p => p.WithoutModel)] : Array.Empty<string>(), .. Paragraphs(answer)]);
    }

    private IEnumerable<string> Paragraphs(Answer answer)
    {
        return answer switch
        {
            Grounded grounded => Grounded(grounded),
            NotFound { IsThirdLanguage: true } third => [Own(third.Language, p => p.ThirdLanguage), Own(third.Language.Other(), p => p.ThirdLanguage)],
            NotFound notFound => NotFound(notFound),
            SmallTalk talk => SmallTalk(talk),
            _ => throw new ArgumentException($"An answer of the type {answer.GetType().Name} has no text.", nameof(answer)),
        };
    }

    /// <summary>The greeting in both languages, for somebody whose language is not known yet.</summary>
    public string Welcome(TextLanguage first) =>
        Join(SmallTalk(new SmallTalk(first, QuestionKind.Greeting)).Concat(SmallTalk(new SmallTalk(first.Other(), QuestionKind.Greeting))));

    /// <summary>One of the bot's own phrases.</summary>
    public string Own(TextLanguage language, Func<Phrases, string> phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return _markup.Text(phrase(Phrases.In(language)));
    }

    private static string Join(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);

    private IEnumerable<string> Grounded(Grounded answer)
    {
        if (answer.IsWritten)
            yield return string.Join(' ', answer.Statements.Select(Written));
        foreach (var statement in answer.IsWritten ? [.. answer.Citations.Select(citation => new Statement(null, citation))] : answer.Statements)
        {
            var lead = string.IsNullOrWhiteSpace(statement.Span) ? "" : _markup.Bold(_markup.Text(statement.Span)) + " — ";
            foreach (var citation in statement.Citations)
            {
                yield return $"{lead}{Quotation(citation, answer.Language)} [{citation.Position}]";
                if (Translation(citation, answer.Language) is { } translation)
                    yield return translation;
            }
        }

        if (answer.IsWritten)
            yield return _markup.Italic(Own(answer.Language, p => p.WrittenByModel));

        yield return Sources([.. answer.Citations], answer.Language);
    }

    /// <summary>What a model says, with the numbers of what proves it; the quotations follow.</summary>
    private string Written(Statement statement) =>
        $"{_markup.Text(statement.Text ?? "")} {string.Join(' ', statement.Citations.Select(citation => $"[{citation.Position}]"))}";

    private IEnumerable<string> NotFound(NotFound answer)
    {
        var phrases = Phrases.In(answer.Language);
        if (answer.HasNothingMore)
        {
            yield return _markup.Text(phrases.NothingMore);
            yield break;
        }

        var words = string.Join(", ", answer.LookedFor.Select(PlainText.OneLine).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase));
        yield return words.Length == 0
            ? _markup.Text(phrases.NotFound)
            : $"{_markup.Text(phrases.NotFound)} {_markup.Text(phrases.LookedFor(words))}";
        if (answer.Closest is not { } closest)
            yield break;
        yield return _markup.Text(phrases.Closest);
        yield return Quotation(closest, answer.Language);
        if (Translation(closest, answer.Language) is { } translation)
            yield return translation;
        yield return Sources([closest], answer.Language);
    }

    private IEnumerable<string> SmallTalk(SmallTalk answer) =>
        [
            _markup.Text(Phrases.In(answer.Language).SmallTalk(answer.Kind)),
            .. answer.Kind is QuestionKind.Greeting or QuestionKind.Help or QuestionKind.NoWords ? Examples(answer.Language) : [],
        ];

    private IEnumerable<string> Examples(TextLanguage language)
    {
        var questions = _examples(language);
        return questions.Count == 0
            ? []
            : [$"{Own(language, p => p.Examples)}\n\n{string.Join('\n', questions.Select(question => "- " + _markup.Text(question)))}"];
    }

    private string Quotation(Citation citation, TextLanguage language) => Quoted(citation.Quote, language);

    // A sentence that opens with a quotation mark of its own gets no second one.
    private string Quoted(string sentence, TextLanguage language)
    {
        var text = _markup.Text(sentence);
        return sentence.AsSpan().TrimStart() is [var first, ..] && OpeningQuotationMarks.Contains(first, StringComparison.Ordinal) ? text : Phrases.In(language).Quoted(text);
    }

    private string? Translation(Citation citation, TextLanguage language)
    {
        if (!citation.IsForeign)
            return null;
        return citation is { Translation: { } translation, Translator: not null }
            ? $"{Own(language, p => p.TranslationOf(citation)!)} {Quoted(translation, language)}"
            : Own(language, p => p.NoTranslation);
    }

    private string Sources(IReadOnlyList<Citation> citations, TextLanguage language)
    {
        var phrases = Phrases.In(language);
        var articles = citations.DistinctBy(c => (c.ArticleId, c.ArticleVersion)).ToList();
        return $"{_markup.Text(articles.Count == 1 ? phrases.Source : phrases.Sources)} {string.Join(" · ", articles.Select(Name))}";

        string Name(Citation citation) => $"{_markup.Italic(_markup.Text(citation.Title))}, {_markup.Text(phrases.Days(citation.Published, citation.Corrected))}";
    }
}
