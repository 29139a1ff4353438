using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>A question that may follow up on the last one, as the steps read it.</summary>
internal sealed partial class FollowUp
{
    /// <summary>With as many words of its own a question stands alone, and with fewer when it has a name.</summary>
    private const int ManyWords = 5, ManyBesideName = 3;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public FollowUp(Question question, PhraseReader phrases)
    {
        Language = question.Language;
        Text = Correction().Replace(Surprise().Replace(Plain(question.Text), ""), Language == TextLanguage.French ? "et " : "and ");
        Core = WithoutConnective(Text);
        Phrases = phrases.Read(Text, Language);
        var (words, hasName) = phrases.Substance(Core, Language);
        StandsAlone = Core.Length == Text.Length && words >= (hasName ? ManyBesideName : ManyWords);
    }

    /// <summary>Its words, with straight apostrophes.</summary>
    public string Text { get; }

    /// <summary>Its words without "And", "Du coup", "Ok, thanks".</summary>
    public string Core { get; }

    /// <summary>Whether it says enough that its pronouns will stand for what it says itself.</summary>
    public bool StandsAlone { get; }

    /// <summary>Its language.</summary>
    public TextLanguage Language { get; }

    /// <summary>Its own names and nouns, by their place in <see cref="Text"/>.</summary>
    public List<Phrase> Phrases { get; }

    /// <summary>The text with straight apostrophes.</summary>
    public static string Plain(string text) => text.Replace('’', '\'').Trim();

    /// <summary>A text without "And", "Du coup", "Ok, thanks" at its beginning.</summary>
    public static string WithoutConnective(string text) => text[Leading().Match(text).Length..];

    // "Really? Not even a statement?"
    [GeneratedRegex(@"^((ah|oh|mais|but)[\s,]+)?(really|seriously|no\s+way|vraiment|sérieusement|ah\s+bon|bon|c'est\s+vrai|tiens)\s*[?!.…,]+\s+(?=\S)", Options, 10_000)]
    private static partial Regex Surprise();

    // "No, I meant Kim."
    [GeneratedRegex(@"^((no+|non|sorry|pardon|désolée?)[\s,.!…]+)*(i\s+meant?(?![\p{L}])|i\s+(was|am)\s+(asking|talking)\s+about|je\s+(voulais|veux)\s+dire|je\s+(parle|parlais)\s+(de\s+|du\s+|d')|je\s+pensais\s+(à|au))\s*(?=\S)", Options, 10_000)]
    private static partial Regex Correction();

    [GeneratedRegex(@"^((et|and|mais|but|là(?=\s+(c'est|ils|il|on|elle)\b)|alors|so|alright|all\s+right|lol|mdr|hmm?|oh\s+well|ok|okay|ah|oh|oui|yes|donc|du\s+coup|d'accord|bon|well|merci(\s+beaucoup)?|thanks?(\s+(you|a\s+lot))?|super|great|parfait|perfect|(très\s+)?bien|compris|got\s+it|understood|i\s+see|je\s+vois|tant\s+pis|dommage|too\s+bad|never\s+mind|fair\s+enough|intéressant|interesting|sinon|au\s+fait|by\s+the\s+way|bonjour|bonsoir|salut|coucou|hi(\s+there)?|hello(\s+there)?|hey|good\s+(morning|afternoon|evening))([\s,!.…]+|(?=\?)))*", Options, 10_000)]
    private static partial Regex Leading();
}

/// <summary>A question as a step completed it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Language">Their language.</param>
/// <param name="AsksMore">Whether it asks for what was not yet told.</param>
/// <param name="HasContext">Whether what the conversation added stands in brackets at the end.</param>
internal sealed record Completed(string Text, TextLanguage Language, bool AsksMore = false, bool HasContext = false)
{
    /// <summary>Whether it may be asked without this as well: no person and no state was added.</summary>
    public bool IsContextLoose { get; init; }
}
