using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>"Et où ça ?", "When was that?": the last question with this question word.</summary>
internal sealed partial class AskOtherwise(Linguistics linguistics, Wording wording)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public Completed? Complete(FollowUp followUp, Context context)
    {
        var match = BareAsking().Match(followUp.Core);
        var asked = match.Success ? match.Groups["asking"].Value : WhatFor().IsMatch(followUp.Core) ? "why" : null;
        var ofAll = OfAll().Match(followUp.Core);
        var isPurpose = !match.Success && asked is not null;
        if (OfEvent(followUp, context, match.Success ? asked : ofAll.Success ? ofAll.Groups["asking"].Value : null, ofAll.Success, isPurpose) is { } ofEvent)
            return ofEvent;
        // Nothing can be asked of what was no sentence: "Combien d'hommes ?"; nor what a number is for.
        if (Fragment().IsMatch(context.Body) || (isPurpose && Counting().IsMatch(context.Body)))
            return null;
        // "Ça fait combien de temps ?" is how long ago.
        if (match.Groups["since"].Success && asked is "combien de temps")
            asked = "il y a combien de temps";
        if (Statement(context) is not { } statement || !linguistics.Terms.Extract(statement, context.Language).Exists(MeansSomething))
            return null;
        if (asked is null && followUp.Language == context.Language && AsksOfNothingElse(followUp))
            return new Completed($"{Wording.Capital(followUp.Core.TrimEnd(' ', '?', '!', '.', '…'))} ({(context.Bracket.Length > 0 ? $"{statement}, {context.Bracket}" : statement)}) ?", followUp.Language);
        if (asked is null || AskingWords.In(asked, context.Language) is not { } word)
            return null;
        return new Completed(context.Ask(WhyNot().IsMatch(followUp.Core) ? $"{word}{Not(context.Language)} {statement}" : $"{word} {statement}"), context.Language);
    }

    /// <summary>
    /// What something is for is asked of what takes place, not of what came up in between; so are "the city?", "where was all this?" and, where the
    /// last question came to nothing and names no event, "when?" and "where?".
    /// </summary>
    private Completed? OfEvent(FollowUp followUp, Context context, string? asked, bool isOfAll, bool isPurpose)
    {
        var noun = Noun().Match(followUp.Core);
        if (noun.Success)
            asked = noun.Groups["noun"].Value.ToLowerInvariant() switch
            {
                "ville" => "dans quelle ville", "île" => "sur quelle île", "pays" => "dans quel pays", "endroit" or "lieu" => "où", "jour" => "quel jour", "date" when followUp.Language == TextLanguage.French => "à quelle date", "année" => "en quelle année",
                "city" => "in which city", "town" => "in which town", "island" => "on which island", "country" => "in which country", "place" or "venue" => "where", "day" or "weekday" => "on which day", "date" => "on which date", _ => "in which year",
            };
        if (!isPurpose && !isOfAll && !noun.Success && !(context.IsRefused && !context.Phrases.Exists(phrase => phrase.IsEvent) && asked is not null && WhenOrWhere().IsMatch(asked)))
            return null;
        if (new Referents(context).Event() is not { } taking)
        {
            return isOfAll && AskingWords.In(asked!, followUp.Language) is { } all
                ? new Completed(Wording.Capital(followUp.Language == TextLanguage.French ? $"{all} cela a-t-il eu lieu ?" : $"{all} did it take place?"), followUp.Language)
                : null;
        }

        var named = wording.Bracketed(taking, followUp.Language);
        if (isPurpose)
            return new Completed(Wording.Join(followUp.Language == TextLanguage.French ? $"Quel est le but de {named} ?" : $"What is the purpose of {named}?"), followUp.Language);
        return AskingWords.In(asked!, followUp.Language) is { } word
            ? new Completed(Wording.Capital(followUp.Language == TextLanguage.French ? $"{word} a eu lieu {named} ?" : $"{word} did {named} take place?"), followUp.Language)
            : null;
    }

    private static bool MeansSomething(Term term) => term.Kind is TermKind.Content or TermKind.Name or TermKind.Number;

    // "With which phrase?", "Who said so?" ask of what was last asked about, and name nothing but what they ask for.
    private bool AsksOfNothingElse(FollowUp followUp) =>
        Other().Match(followUp.Core) is { Success: true } other
        && !linguistics.Terms.Extract(followUp.Core[..other.Index] + followUp.Core[(other.Index + other.Length)..], followUp.Language).Exists(MeansSomething);

    private static string Not(TextLanguage language) => language == TextLanguage.French ? " pas," : " not,";

    /// <summary>The last question without what it asked with.</summary>
    private string Statement(Context context)
    {
        var topic = Topic().Match(context.Body).Value;
        var body = context.Body[topic.Length..];
        if (NounAsking().Match(body) is { Success: true } noun)
            return topic + OfNoun(noun, body[noun.Length..], context.Language);
        var lead = LeadingAsking().Match(body);
        var rest = body[lead.Length..];
        var asked = lead.Groups["asked"].Value.ToLowerInvariant();
        if (!lead.Success || rest.Length == 0)
            rest = InPlace().Replace(body, "");
        else if (asked is "who" or "what" or "qui" or "qu'est-ce qui" && IsSubject(rest, context.Language, context.Phrases))
            return OfSubject(Someone(asked), rest, context.Language);
        else if (asked is "what" or "who" or "which")
            rest = Stranded().Replace(rest, "");
        return LowerFirst(topic + rest, context.Language);
    }

    // "Which accord did they sign" asks for the object, "which player scored" for the subject.
    private static string OfNoun(Match match, string rest, TextLanguage language)
    {
        var noun = match.Groups["noun"].Value;
        if (FrameNoun().IsMatch(noun) && match.Groups["preposition"].Success || match.Groups["preposition"].Success)
            return FrameNoun().IsMatch(noun) ? rest : $"{rest} ({noun})";
        var article = language == TextLanguage.English ? "the" : match.Groups["which"].Value.ToLowerInvariant() switch { "quel" => "le", "quelle" => "la", _ => "les" };
        var named = Wording.Join(language == TextLanguage.French && article is "le" or "la" && Vowel().IsMatch(noun) ? $"l'{noun}" : $"{article} {noun}");
        if (!ObjectFollows().IsMatch(rest) && !(language == TextLanguage.French && FrameNoun().IsMatch(noun)))
            return OfSubject(named, rest, language);
        return FrameNoun().IsMatch(noun) ? rest : $"{rest} ({named})";
    }

    private static bool IsSubject(string rest, TextLanguage language, List<Phrase> phrases) =>
        language == TextLanguage.English ? !ObjectFollows().IsMatch(rest) : !phrases.Exists(phrase => rest.StartsWith(phrase.Text, StringComparison.Ordinal)) && !FrenchIdentity().IsMatch(rest) && !FrenchPronoun().IsMatch(rest);

    private static string OfSubject(string subject, string rest, TextLanguage language)
    {
        if (language == TextLanguage.French)
            return $"est-ce que {subject} {rest}";
        return Auxiliary().Match(rest) is { Success: true } auxiliary ? $"{auxiliary.Value}{subject} {rest[auxiliary.Length..]}" : $"was it that {subject} {rest}";
    }

    private static string Someone(string asked) => asked switch { "who" => "someone", "what" => "something", "qui" => "quelqu'un", _ => "quelque chose" };

    private string LowerFirst(string rest, TextLanguage language) =>
        rest.Length > 0 && linguistics.Terms.Extract(rest, language) is [{ Start: 0, Kind: TermKind.Function or TermKind.Light }, ..] or [{ Start: > 0 }, ..]
            ? char.ToLowerInvariant(rest[0]) + rest[1..]
            : rest;

    [GeneratedRegex(@"^(how\s+many|how\s+much|which|combien\s+d(e\s+|')|quel(le)?s?\s+)[\p{L}-]+$", Options, 10_000)]
    private static partial Regex Fragment();

    [GeneratedRegex(
        $@"^(c'(est|était)\s+|(?<since>ça\s+fait\s+))?(?<asking>{AskingWords.French}|{AskingWords.English})((?<=\b(why|how|where|when|who))'s\s+(it|that|this)|\s+(ça|cela|déjà|donc|exactement|au\s+juste|précisément|alors|pas|c'était|était-ce|est-ce|exactly|precisely|then|that|so|not|(is|was|were|will|did|does|has)\s+(it|that|this|they)(\s+(be|happen|happened|then|exactly|one|all|(all\s+)?about))?|one))*(\s*,\s*(the\s+|les?\s+|la\s+|l')?[\p{{L}}-]+)?[\s?!.…]*$",
        Options, 10_000)]
    private static partial Regex BareAsking();

    [GeneratedRegex(@"^(what('s|\s+is|\s+was)\s+((it|that|this)\s+(all\s+)?for|(the|its|their|his|her)\s+(main\s+)?(point|goals?|aims?|purpose|reasons?|objectives?|idea))|(quel(le)?s?\s+(est|était|sont|étaient|serait)\s+(le|la|les|l'|son|sa|leur)\s*(but|objectifs?|raisons?|finalité|intérêt|motifs?)|dans\s+quel\s+objectif|à\s+quoi\s+(bon|ça\s+sert)|[çc]a\s+sert\s+à\s+quoi|(c'(est|était)\s+)?pour\s+faire\s+quoi|c'(est|était)\s+pour\s+quoi(\s+faire)?))([\s,]+(then|exactly|alors|donc|exactement|au\s+juste|(of|behind)\s+(it|that|this)(\s+all)?|de\s+(tout\s+)?(ça|cela)))*[\s?!.…]*$", Options, 10_000)]
    private static partial Regex WhatFor();

    [GeneratedRegex(@"^((à|de|dans|en|sur|vers|pour|avec|contre|par|près\s+de|in|on|at|to|from|with|for|about|by|near|under|using)\s+)(quel(le)?s?|which|what)\s+[\p{L}-]+|(?<=^.*)\b(who|qui|whom)\b(?=.*\b(dit|said|say|says|told|did|fait|it|that|so|ça|cela)\b)|(?<=^(pour|to|in\s+order\s+to)\s+[\p{L}-]+\s+)(quoi|what)\b", Options, 10_000)]
    private static partial Regex Other();

    [GeneratedRegex(@"^(rappelle[sz]?[\s-]moi\s+|remind\s+me\s+(of\s+)?|(what('s|\s+is|\s+was)|(quel(le)?|c')\s*(est|était)(\s+quoi)?)\s+)?((la|le|l'|the)\s*((exact|precise)\s+)?(?<noun>ville|île|pays|endroit|lieu|jour|date|année|city|town|island|country|place|venue|day|weekday|date|year)(\s+(exacte?|précise?))?)(\s*,?\s*(c'(est|était)\s+((la|le)?quel(le)?|quoi(\s+(le|son)\s+nom)?)|((and|et)\s+)?(which|what)(\s+one)?\s+(is|was)\s+(it|that)))?(\s+(déjà|again|already|called))?[\s?!.…]*$", Options, 10_000)]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(quand|où|when|where|whereabouts|((à|en|dans|sur)\s+)?quel(le)?\s+(jour|date|année|mois|ville|pays|île|endroit|lieu|région|port)|((in|on|at)\s+)?(which|what)\s+(day|date|year|month|city|town|country|island|place|region|port))$", Options, 10_000)]
    private static partial Regex WhenOrWhere();

    [GeneratedRegex($@"^((ça|(tout\s+)(ça|cela)|cela)\s+(s'est\s+passé|s'est\s+déroulé|se\s+passait|se\s+passe|se\s+déroulait|se\s+déroule|a\s+eu\s+lieu|avait\s+lieu|a\s+lieu|c'était)\s+(?<asking>{AskingWords.French})|(?<asking>{AskingWords.French})\s+(est-ce\s+que\s+)?(s'est\s+passé|se\s+passait|se\s+passe|a\s+eu\s+lieu|avait\s+lieu)\s+(tout\s+)(ça|cela)|(?<asking>{AskingWords.English})\s+(did|was|is|has)\s+all\s+(of\s+)?(this|that|it)(\s+(happen(ed|ing)?|take\s+place|taking\s+place|held|going\s+on))?)(\s+(déjà|again|already|exactly|exactement))?[\s?!.…]*$", Options, 10_000)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"(?<![\p{L}])(combien|how\s+(many|much))(?![\p{L}])", Options, 10_000)]
    private static partial Regex Counting();

    [GeneratedRegex(@"^(pourquoi\s+pas|why\s+not)", Options, 10_000)]
    private static partial Regex WhyNot();

    [GeneratedRegex($@"^((et|and|mais|but|alors|so)[\s,]+)?((?<asked>qu'est-ce\s+qui)\s+|qu'est-ce\s+qu(e\s+|')|est-ce\s+qu(e\s+|')|c'(est|était)\s+({AskingWords.French}|quoi)\s+qu(e\s+|')|((de|à|sur|avec|par|pour|contre|en|of|about|on|to|with|for|by)\s+)(quoi|qui|what|whom)\s+(est-ce\s+qu(e\s+|'))?|(?<asked>{AskingWords.French}|{AskingWords.English}|que|what)\s+(est-ce\s+qu(e\s+|'|i\s+))?|qu'(?=\p{{L}}))", Options, 10_000)]
    private static partial Regex LeadingAsking();

    [GeneratedRegex(@"^((?<preposition>à|de|dans|en|sur|vers|pour|avec|contre|par|in|on|at|to|from|with|for|about|by)\s+)?(?<which>quel(le)?s?|which|what(\s+(kind|sort|type)\s+of)?|how\s+many|combien\s+d[e'])\s*(?<noun>(?!est-ce|sont|est\b|is\b|are\b|was\b|were\b|did\b|does\b|do\b|has\b|have\b|will\b|would\b|could\b|can\b|might\b|should\b|had\b|happen|for\b|the\b|else\b|about\b)(?<=[\s'])\p{L}[\p{L}-]+)\s+(of\s+the\s+(week|month|year)\s+|de\s+la\s+semaine\s+)?(?=\S)", Options, 10_000)]
    private static partial Regex NounAsking();

    [GeneratedRegex($"^({AskingWords.FrenchNouns}|{AskingWords.EnglishNouns})$", Options, 10_000)]
    private static partial Regex FrameNoun();

    [GeneratedRegex(@"\s+((à|de|dans|en|sur|vers|pour|avec|contre|par|il\s+y\s+a|depuis)\s+)?(quoi|qui|où|quand|comment|combien(\s+d(e\s+|')\p{L}+)?|quel(le)?s?\s+\p{L}+)(?=\s*(,|$))", Options, 10_000)]
    private static partial Regex InPlace();

    [GeneratedRegex(@"^(((did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|might|may)\s+)(the|a|an|this|that|he|she|it|they|you|his|her|their|its|\p{Lu}\p{L}*)(?![\p{L}])|(le|la|les|l'|un|une|des|ce|cette|son|sa|\p{Lu}\p{L}*|il|elle|ils|elles)(?![\p{L}]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ObjectFollows();

    [GeneratedRegex(@"^(did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|might|may)\s+", Options, 10_000)]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"^(est|sont|était|étaient|sera|seront|fut)\s+(le|la|les|l'|\p{Lu}|ce|cette)", Options, 10_000)]
    private static partial Regex FrenchIdentity();

    [GeneratedRegex(@"^\p{L}+(-t)?-(il|elle|ils|elles|on|vous|tu)(?![\p{L}])", Options, 10_000)]
    private static partial Regex FrenchPronoun();

    [GeneratedRegex(@"\s+(about|on|for|to|with|from|of|into|by)$", Options, 10_000)]
    private static partial Regex Stranded();

    // "Et elle, qu'est-ce qu'elle demande ?"
    [GeneratedRegex(@"^[^,]{1,40},\s+(?=(qu'est-ce|que|qu'|quoi|what|who|why|how|when|where)(?![\p{L}]))", Options, 10_000)]
    private static partial Regex Topic();

    [GeneratedRegex("^[aeiouyàâéèêëîïôûùh]", Options, 10_000)]
    private static partial Regex Vowel();
}
