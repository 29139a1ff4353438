using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>"And Putin?", "Et à Paris ?", "What about the sanctions?": the last question with this in the place of its like.</summary>
internal sealed partial class AskOfAnother(Wording wording)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public Completed? Complete(FollowUp followUp, Context context)
    {
        var match = Also().Match(followUp.Text) is { Success: true } also ? also : Another().Match(followUp.Text);
        if (!match.Success)
            return null;
        var rest = match.Groups["rest"];
        var isWide = Everything().Match(rest.Value);
        var words = rest.Value[..(rest.Length - isWide.Length)].Trim();
        var inside = followUp.Phrases.FindAll(phrase => phrase.Start >= rest.Index && phrase.End <= rest.Index + words.Length);
        if (new Relative(wording).Complete(words, inside, followUp, context) is { } relative)
            return relative;
        if (inside is not [var named] || !Covers(words, named))
            return Side().IsMatch(words) ? Replaced(context, words, context.Language, PhraseKind.State) : null;
        // "Et celle des Allemands ?": of whom it is.
        var phrase = match.Groups["same"].Success && named.Article == "des" ? named with { Preposition = "de" } : named;
        if (isWide.Length > 0)
            return About(phrase, [], followUp.Language);
        return Swapped(phrase, context) ?? (!match.Groups["same"].Success && (phrase.Preposition.Length > 0 && words.StartsWith(phrase.Preposition, StringComparison.OrdinalIgnoreCase) || Contracted().IsMatch(words)) ? Beside(words, phrase, context) : InPlace(phrase, context))
            ?? About(phrase, context.Phrases, followUp.Language);
    }

    // Nothing but the phrase, its preposition and small words may be there: the rest would be a question of its own.
    private static bool Covers(string words, Phrase phrase) => words.Length - phrase.Text.Length <= phrase.Preposition.Length + 1;

    /// <summary>"And Putin?" after "What did Kim congratulate Putin on?": each takes the place of the other.</summary>
    private static Completed? Swapped(Phrase phrase, Context context)
    {
        var asked = context.Phrases.FindAll(known => known.Kind == phrase.Kind && !known.IsBracketed && phrase.Kind is PhraseKind.Person or PhraseKind.State);
        if (asked.Find(known => Referents.IsSame(known, phrase)) is not { } same)
            return null;
        if (asked is not [var first, var second] || same == first || first.IsCoordinated || first.Language != context.Language || first.IsPlural != second.IsPlural)
            return same.IsCoordinated ? Alone(same, context) : null;
        var text = Wording.Replace(Wording.Replace(context.Text, second, first.Text, second.IsPlural), first, second.Text, first.IsPlural);
        return new Completed(text, context.Language);
    }

    /// <summary>"Et Obama ?" after "Que disent Merkel et Obama ?".</summary>
    private static Completed? Alone(Phrase phrase, Context context)
    {
        var both = context.Phrases.FindAll(known => known.IsCoordinated && known.Kind == phrase.Kind);
        var all = both[0] with { Text = context.Text[both[0].Start..both[^1].End], IsPlural = true };
        return new Completed(Wording.Replace(context.Text, all, phrase.Text, phrase.IsPlural), context.Language);
    }

    /// <summary>A phrase with a preposition: in the place of one with the same, else added.</summary>
    private static Completed? Beside(string words, Phrase phrase, Context context)
    {
        if (phrase.Language != context.Language)
            return null;
        var like = context.Phrases.Find(known => !known.IsBracketed && known.Preposition == phrase.Preposition && (known.Kind == PhraseKind.Thing) == (phrase.Kind == PhraseKind.Thing))
            ?? context.Phrases.Find(known => !known.IsBracketed && About().IsMatch(known.Preposition) && About().IsMatch(phrase.Preposition));
        if (like is null)
            return new Completed(context.Ask($"{context.Body} {words}"), context.Language);
        var from = like.Preposition.Length > 0 && !Contracted().IsMatch(like.Article) ? context.Body[..like.Start].TrimEnd().Length - like.Preposition.Length : like.Start;
        return new Completed(context.Ask(Wording.Join($"{context.Body[..from]}{words}{context.Body[like.End..]}")), context.Language);
    }

    private Completed? InPlace(Phrase phrase, Context context) => phrase.Kind switch
    {
        PhraseKind.Person => Replaced(context, phrase, PhraseKind.Person) ?? Replaced(context, phrase, PhraseKind.State),
        PhraseKind.State => Replaced(context, phrase, PhraseKind.State) ?? Replaced(context, phrase, PhraseKind.Person),
        PhraseKind.Place => Replaced(context, phrase, PhraseKind.Place) ?? Replaced(context, phrase, PhraseKind.State),
        _ => Matter(phrase, context),
    };

    private Completed? Replaced(Context context, Phrase phrase, PhraseKind kind)
    {
        var known = context.All.Where(other => other.Kind == kind).ToList();
        // What the question has already is not another one.
        if (known.Exists(other => Referents.IsSame(other, phrase)) || known.Count == 0)
            return null;
        if (known.Find(other => other.IsCoordinated) is { } one && known.FindAll(other => other.IsCoordinated) is [_, .., var last])
            return Put(context, one with { Text = context.Text[one.Start..last.End], IsPlural = true }, phrase);
        return Put(context, Referents.Subject(known, kind)!, phrase);
    }

    private Completed Put(Context context, Phrase place, Phrase phrase) =>
        new(Wording.Capital(Else().Replace(Wording.Replace(context.Text, place, wording.In(phrase, context.Language), phrase.IsPlural), "")), context.Language);

    private static Completed? Replaced(Context context, string words, TextLanguage language, PhraseKind kind)
    {
        var place = Referents.Subject(context.Phrases.Where(phrase => !phrase.IsBracketed), kind) ?? Referents.Subject(context.Phrases.Where(phrase => !phrase.IsBracketed), PhraseKind.Person);
        var nation = words[(words.LastIndexOf(' ') + 1)..];
        return place is null ? null : new Completed(Wording.Replace(context.Text, place, language == TextLanguage.French ? $"le côté {nation}" : $"the {words.Split(' ')[^2]} side", isPlural: false), language);
    }

    /// <summary>A matter takes the place of the one that was spoken about, of one with the same indefinite article, or of the only one.</summary>
    private Completed? Matter(Phrase phrase, Context context)
    {
        var things = context.Phrases.FindAll(known => known.Kind == PhraseKind.Thing && !known.IsBracketed);
        if (things.Exists(known => Referents.IsSame(known, phrase)))
            return null;
        if (Frame(phrase, context) is { } framed)
            return framed;
        if (Indefinite().IsMatch(phrase.Article) && Something().IsMatch(context.Body))
            return new Completed(context.Ask(Something().Replace(context.Body, wording.In(phrase, context.Language), 1)), context.Language);
        var place = things.FindLast(known => About().IsMatch(known.Preposition))
            ?? (Indefinite().IsMatch(phrase.Article) ? things.Find(known => Indefinite().IsMatch(known.Article)) : null)
            ?? (things.Count == 1 && things[0].Preposition.Length == 0 && context.Phrases.Count == 1 && Indefinite().IsMatch(things[0].Article) == Indefinite().IsMatch(phrase.Article) ? things[0] : null);
        return place is null ? null : Put(context, place, phrase);
    }

    /// <summary>"and the city?" after "Which island is it?".</summary>
    private static Completed? Frame(Phrase phrase, Context context)
    {
        if (phrase.Language != context.Language || !PlaceNoun().IsMatch(phrase.Core) || Which().Match(context.Body) is not { Success: true } match)
            return null;
        var which = phrase.Language == TextLanguage.English ? match.Groups["which"].Value : match.Groups["which"].Value[..4] + (phrase.Gender == PhraseGender.Feminine ? "le" : "");
        return new Completed(context.Ask($"{context.Body[..match.Index]}{which} {phrase.Core}{context.Body[(match.Index + match.Length)..]}"), context.Language);
    }

    /// <summary>"What about the sanctions (Russia) ?".</summary>
    private Completed About(Phrase phrase, List<Phrase> of, TextLanguage language)
    {
        var who = Referents.Subject(of, PhraseKind.Person) ?? Referents.Subject(of, PhraseKind.State);
        if (phrase.Kind != PhraseKind.Thing && who is null)
            who = of.Find(known => known.Kind == PhraseKind.Thing);
        var bracket = who is null || Referents.IsSame(who, phrase) ? "" : $" ({wording.Bracketed(who, language)})";
        var named = wording.In(phrase, language);
        return new Completed(language == TextLanguage.French ? Wording.Join($"Qu'en est-il de {named}{bracket} ?") : $"What about {named}{bracket} ?", language);
    }

    [GeneratedRegex(@"(\s+else|\s+d'autres?)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Else();

    [GeneratedRegex(@"^(((ok|okay|merci|thanks|oui|yes|mais|but|alors|so|donc)[\s,!.]+)*(et\s+(du|de\s+la)\s+(côté|part)\s+(de\s+|du\s+(?!côté))?|et\s+(pour|concernant|chez|quant\s+(à|aux?)|(au\s+)?niveau|question(\s+de)?|point\s+de\s+vue)|and\s+(what|how)\s+about|and\s+(for|as\s+for)|qu'en\s+est-il\s+d[eu]s?|quid\s+d[eu]s?|what\s+about|how\s+about|as\s+for|((et|and)\s+)?(selon|d'après|according\s+to)|(et|and)(\s+(même|even))?|not\s+even|even|ni\s+même|même\s+pas|pas\s+même|même))[\s,]+(?<same>(celles?|celui|ceux|that|those)\s+(?=d[eu]s?\s|d['’]|of\s))?(?<rest>[^?!.,]{2,80}?)(,?\s+(de\s+(son|leur)\s+côté|pour\s+sa\s+part|quant\s+à\s+(lui|elle|eux)|(on|from)\s+(his|her|its|their)\s+side|for\s+(his|her|its|their)\s+part|as\s+well|too|same(\s+thing)?|likewise|aussi|également|pareil|de\s+même))?\s*[?!.…]*$", Options, 10_000)]
    private static partial Regex Another();

    // "Kim as well?", "Poutine aussi ?", "Does Putin want the same?"
    [GeneratedRegex(@"^([Dd]oes|[Dd]id|[Dd]o)\s+(?<rest>[^?!.,]{2,40}?)\s+(want|think|say|hope|feel|believe|expect)\s+(the\s+same(\s+thing)?|something\s+similar|so\s+too|likewise)\s*[?!.…]*$|^([Ee]t\s+|[Ee]st-ce\s+qu(e\s+|'))?(?<rest>[^?!.,]{2,40}?)\s+(veut|voudrait|pense|dit|espère|souhaite|attend)(-t-(il|elle))?\s+(la\s+même\s+chose|pareil)(\s+aussi)?\s*[?!.…]*$|^(?!(And|Et|Mais|But|So)\b)(?<rest>(\p{Lu}|(le|la|les|l'|the)\s*)[^?!.,]{1,40}?),?\s+(as\s+well|too|likewise|aussi|également|pareil|de\s+même)\s*[?!.…]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Also();

    [GeneratedRegex(@"\s+(dans\s+(tout\s+)?(ça|cela|cette\s+affaire|cette\s+histoire)|là-dedans|in\s+all\s+(of\s+)?(this|that))$", Options, 10_000)]
    private static partial Regex Everything();

    [GeneratedRegex(@"^((du|le)\s+)?côté\s+\p{L}+$|^(on\s+)?the\s+\p{L}+\s+side$", Options, 10_000)]
    private static partial Regex Side();

    [GeneratedRegex(@"^(du|des|aux?)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Contracted();

    [GeneratedRegex("^(sur|about|on|concernant|regarding)$", Options, 10_000)]
    private static partial Regex About();

    [GeneratedRegex("^(une?|des|aucune?|an?|any|some)$", Options, 10_000)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"(?<![\p{L}])(quelque\s+chose|something|anything)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Something();

    [GeneratedRegex("^(ville|pays|île|région|port|endroit|lieu|city|town|country|island|region|place|day|year|month|jour|mois|année)$", Options, 10_000)]
    private static partial Regex PlaceNoun();

    [GeneratedRegex(@"(?<![\p{L}])(?<which>quelle|quel|which|what)\s+(ville|pays|île|région|port|endroit|lieu|city|town|country|island|region|place|day|year|month|jour|mois|année)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Which();
}
