using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// What people put around a question in a chat: who wants to know, for what, how soon, how short. "Hi, I'm on deadline – did they meet on a Monday?
/// Thanks!" asks no more than "Did they meet on a Monday?".
/// </summary>
internal static partial class QuestionFrame
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int ShortestContent = 4, ManyWords = 3;

    // Greetings, courtesies, haste, length, and what a text is called; a part that has no other words asks nothing.
    private static readonly FrozenSet<string> Words = """
        ok bah ben euh lol ptdr btw tbh so well donc alors dear assistant regards best essentials essentiel jargon list liste forme besoin fast needed lose perdre english anglais francais french simples sous evident obvious bete stupide idiot dumb silly basic
        bonjour bonsoir salut coucou rebonjour allo merci merciii mercis mille bonne bon bonnes journee soiree matin bientot pardon desole desolee excuse excusez derangement
        prie plait vite rapide rapidement urgent urgente urgence presse pressee temps minute minutes seconde secondes question questions reponds repondre repondez reponse reponses mot mots phrase phrases
        ligne lignes bref breve brievement court courte clair claire clairement simple simplement direct directe directement precise precises precision exact exacts exacte
        exactes exactement citation citations citez source sources passage passages texte textes article articles document lecture haut bas uniquement seul seule
        seulement exclusivement strictement detail details detour detours discours blabla curiosite verification verifier verifiez verifie fait enfin voyons hum hmm heu ah oh
        eh bof mdr oki accord genre vrai faux juste trompe chose derniere premiere deuxieme petite petit grands correction rectification erreur mal formule formulee posee confusion oubliez attendez attends
        possible maximum max avance aide aidez soyez sois faites fais explication explications explique expliquez savoir dix cinq trois vingt quelques
        hello hi hey good morning afternoon evening day night nice great lovely weekend thanks thank thx ty cheers pls plz kindly kind regards sorry trouble bother hurry quick quickly
        fast asap rush deadline time minutes short long brief briefly clear clearly concise straight simply directly precisely precise quote quotes quoted words word lines line sentence
        sentences answer answers explanation explain true false fluff speeches speech piece report story above below strictly using based according stick check curious wondering curiosity thing things
        last first another more actually really right well okay okey um uh erm er haha anyway hold wait scratch forget wrong rephrase clarification friend asking somebody luck hint
        grateful hope knowledge need essay homework exam assignment devoirs devoir expose dissertation outside fewer five ten twenty three record plain reading again
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>A message without its frame; as it is where nothing else would be left, or where it is not plain what asks.</summary>
    public static string Remove(string text)
    {
        var parts = Part().Matches(text);
        if (parts.Count < 2)
            return text;
        var (first, last) = (0, parts.Count - 1);
        for (var i = 0; i < last && IsFrame(parts[i]); i++)
        {
            if (Asks(text[parts[i + 1].Index..], parts[i]))
                first = i + 1;
        }

        while (last > first && EndsAsked(parts[last], parts[last - 1]) && Content(text[parts[first].Index..parts[last].Index]) > 0)
            last--;
        var asked = text[parts[first].Index..(parts[last].Index + parts[last].Length)].Trim();
        if (last == parts.Count - 1)
            return asked;
        asked = asked.TrimEnd(',', ' ');
        return text.TrimEnd().EndsWith('?') && !asked.EndsWith('?') ? asked + " ?" : asked;
    }

    private static bool Asks(string rest, Match frame)
    {
        if (IsOwnAffair(frame) && Content(rest) < ManyWords)
            return false;
        // "I think so, Kim does": behind a comma the same sentence may go on.
        return Content(rest) > 0 && !Confirms().IsMatch(rest) && (Opening().IsMatch(rest) || ((IsIdle(frame) || !EndsIn(frame, ',')) && FirstSentence().Match(rest).Value.EndsWith('?')));
    }

    private static bool EndsAsked(Match part, Match before)
    {
        var behindComma = EndsIn(before, ',');
        // "They met in 2018, is that so?", "who said, I am sure of it"
        return IsIdle(part) ? !EndsIn(part, '?') || Please().IsMatch(part.Value) : (!behindComma && IsFrame(part)) || Apology().IsMatch(part.Value);
    }

    private static bool IsFrame(Match part)
    {
        var words = part.Groups["words"].Value;
        return IsIdle(part) || IsOwnAffair(part) || (!EndsIn(part, '?') && !Quotation().IsMatch(words) && (OfTheAsker().IsMatch(words) || OfOthers().IsMatch(words) || OfTheText().IsMatch(words)) && !Name().IsMatch(words));
    }

    // "I'm flying to Lisbon; which team…": what is named there is the asker's own, where the question says enough without it.
    private static bool IsOwnAffair(Match part) => !EndsIn(part, '?') && !EndsIn(part, ',') && OwnAffair().IsMatch(part.Groups["words"].Value);

    private static bool IsIdle(Match part)
    {
        var words = Word().Matches(part.Groups["words"].Value).Select(word => TextAnalyzer.Fold(word.Value)).ToList();
        return words.Exists(Words.Contains) && words.TrueForAll(IsIdle) && !AsksWhat().IsMatch(part.Value);
    }

    private static bool EndsIn(Match part, char sign) => part.Groups["end"].Value.Contains(sign, StringComparison.Ordinal);

    private static int Content(string text) => Word().Matches(text).Select(word => TextAnalyzer.Fold(word.Value))
        .Count(word => word.Length >= ShortestContent && !IsIdle(word) && !FunctionWords.Light(TextLanguage.French).Contains(word) && !FunctionWords.Light(TextLanguage.English).Contains(word));

    private static bool IsIdle(string word) => Words.Contains(word) || FunctionWords.IsFunction(word, TextLanguage.French) || FunctionWords.IsFunction(word, TextLanguage.English);

    [GeneratedRegex(@"(?<words>\S.*?)(?<end>\s*[.!?…;:,]+(?=\s|$)|\s+[–—-]+(?=\s)|\s*$|…)\s*", Options | RegexOptions.Singleline, 10_000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^[^.!?…]*[.!?…]*", Options, 10_000)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"[\p{L}\p{N}]+", Options, 10_000)]
    private static partial Regex Word();

    // "C'est quoi au juste, ces tendances ?"
    [GeneratedRegex(@"\b(c['’]est|ce\s+sont)\s+quoi\b", Options, 10_000)]
    private static partial Regex AsksWhat();

    [GeneratedRegex(@"[«»""“”]", Options, 10_000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\b(pla[iî]t|svp|stp|please|pls|plz|prie|merci|thanks)\b", Options, 10_000)]
    private static partial Regex Please();

    // "…; is she right?" asks of what stands before.
    [GeneratedRegex(@"^\W*((a|ont|ai|avons)(-t)?-(il|elle|on|ils|elles|je|nous)\s+raison|(est-ce|c['’]est)\s+(bien\s+)?(vrai|exact|juste|correct|ça)|(is|are|am)\s+(he|she|they|i|we|it|that|this)\s+(right|correct|wrong|true|so))\W*$", Options, 10_000)]
    private static partial Regex Confirms();

    // "Where was it, sorry, I missed the beginning"
    [GeneratedRegex(@"^\W*(sorry|apologies|désolée?|pardon|excuse[sz]?([\s-]moi)?)\b[^?]*$", Options, 10_000)]
    private static partial Regex Apology();

    // Inside a part: "I" is none.
    [GeneratedRegex(@"(?<=\S\s)(?!I\b)\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(je|j['’]\w+|jsais|jai|me|m['’]\w+|moi|mon|ma|mes|nous|notre|nos|vous|votre|vos|tu|te|toi|ton|ta|tes|c['’]est\s+pour|on\s+(en\s+)?a|it['’]?s\s+for|i|i['’]\w+|im|my|mine|we|our|you|your|u)\b", Options, 10_000)]
    private static partial Regex OfTheAsker();

    [GeneratedRegex(@"\b(wonder(s|ed|ing)|wants?\s+to\s+know|wanted\s+to\s+know|(was|were|is|are|keeps?|kept)\s+asking|ask(s|ed)?\s+(this|about\s+it)|se\s+(demand|pos)(e|ait|ent|aient)\b.*|(voudrai(en)?t|veu(len)?t|voulai(en)?t|aimerai(en)?t)\s+(bien\s+)?savoir|demand(e|ait|ent|aient)(\s+(dans|au|à|aux|en)\s.+)?)$|\b(was|were)\s+(asking|wondering)\b", Options, 10_000)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"^\W*(i['’]?m|i\s+am|we['’]?re|we\s+are|je|j['’]|on|nous)\s*((just|currently|now|en\s+train\s+de?)\s+)?(planning|preparing|writing|reading|flying|travell?ing|going|visiting|working|studying|teaching|giving|doing|making|prépar\p{L}+|organis\p{L}+|écri\p{L}+|travaill\p{L}+|étudi\p{L}+|enseign\p{L}+|pars|partons|vais|rédig\p{L}+|fais)\b", Options, 10_000)]
    private static partial Regex OwnAffair();

    // "According to the text", but not "in the latest article".
    [GeneratedRegex(@"^(?!.*\b(last|latest|newest|recent|first|older?|other|derni[eè]re?s?|récente?s?|premi[eè]re?s?|autres?|ancien\w*|hier|yesterday|today)\b)(in|from|according\s+to|as\s+far\s+as|sticking\s+to|keeping\s+to|going\s+by|based\s+on|judging\s+by|with|per|dans|selon|d['’]après|d['’]apres|à\s+partir|sur\s+la\s+base|en\s+(s['’]en|se|s['’])\s*\w+)\b.{0,40}\b(article|text|texte|story|report|passage|document|journalist|journaliste|auteur|author)\b", Options, 10_000)]
    private static partial Regex OfTheText();

    [GeneratedRegex(@"^\W*((mais|donc|alors|et|but|so|and|now)\s+)?(est[\s-]ce|qu['’]|que\b|quoi\b|qui\b|quel(le)?s?\b|où\b|ou\s+(est|se|s['’]|a|ont|les|la|le)\b|quand\b|comment\b|pourquoi\b|combien\b|(à|de|avec|sur|en|dans|par|pour|depuis|contre|chez)\s+(qui|quoi|quel(le)?s?)\b|(\S+\s+){0,8}?(\p{L}+-(t-)?|(a|va|aura)\s+t\s+|(ont|sont|est|avait|était|etait)\s+)(je|tu|il|elle|ils|elles|on|ce|vous)\b|(dis|dites|donne|donnez|explique|expliquez)[\s-](moi|nous)\b|who|whom|whose|what|when|where|why|which|how|(in|on|at|to|by|for|with|from|about)\s+(what|which|whom|whose)\b|(is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might)\s|(tell|give|remind|show)\s+me\b|explain\b|i['’]d\s+like\s+to\s+know|je\s+(voudrais|veux|souhaite|souhaiterais)\s+savoir|j['’]aimerais\s+savoir)", Options, 10_000)]
    private static partial Regex Opening();
}
