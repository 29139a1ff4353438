using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>
/// Tells talk from questions. A message is small talk only when nothing is left of it once greetings and courtesies are
/// taken away, or when what is left asks the bot about itself.
/// </summary>
public static partial class SmallTalkClassifier
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The kind of talk, or <see cref="QuestionKind.Articles"/> when something is left to look up.</summary>
    public static QuestionKind Classify(string text)
    {
        var plain = Plain(text);
        if (plain.Length == 0)
            return QuestionKind.Articles;
        var greeted = Greeting().IsMatch(plain);
        var rest = Courtesy().Replace(Greeting().Replace(plain, " "), " ").Trim();
        var opened = Lead().Replace(rest, "");
        if (Wellbeing().IsMatch(opened))
            return QuestionKind.Wellbeing;
        if (Identity().IsMatch(opened))
            return QuestionKind.Identity;
        if (Help().IsMatch(opened))
            return QuestionKind.Help;
        var thanked = Thanks().IsMatch(rest) || Praise().IsMatch(rest);
        var farewell = Farewell().IsMatch(rest) || Leaving().IsMatch(rest);
        var acknowledged = Acknowledgement().IsMatch(rest) || Remark().IsMatch(rest);
        var left = new[] { Praise(), Leaving(), Remark(), Thanks(), Farewell(), Acknowledgement(), Filler(), Remark() }.Aggregate(rest, (left, talk) => talk.Replace(left, " ").Trim());
        if (left.Length > 0)
            return Wellbeing().IsMatch(left) ? QuestionKind.Wellbeing : QuestionKind.Articles;
        return farewell ? QuestionKind.Farewell : thanked ? QuestionKind.Thanks : greeted ? QuestionKind.Greeting
            // "Ah bon ?" asks whether it is so.
            : acknowledged && !text.Contains('?', StringComparison.Ordinal) ? QuestionKind.Acknowledgement : QuestionKind.Articles;
    }

    /// <summary>Whether a message has no word that one language has and the other has not: "ok cool".</summary>
    public static bool IsOfBothLanguages(string text) => BothLanguages().IsMatch(Plain(text));

    /// <summary>A question without what is only said around it: "hey", "lol". A message that is nothing else stays as it is.</summary>
    public static string WithoutInterjections(string text)
    {
        var asked = TrailingInterjection().Replace(LeadingInterjection().Replace(text, ""), "");
        return QuestionText.HasWords(asked) ? asked : text;
    }

    private static string Plain(string text)
    {
        var folded = TextAnalyzer.Fold(text.Replace('’', '\'')).Replace('-', ' ');
        return Separators().Replace(folded, " ").Trim();
    }

    [GeneratedRegex(@"[^\p{L}\p{N}']+", Options, 10_000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^((bonjour|bonsoir|salut|coucou|bjr|slt|hello|hi|hey|good (morning|afternoon|evening|day)|g' ?day|greetings|hiya|yo|howdy|allo|hola|salutations)\b( (a (tous|toi|vous)|there|bot|everyone|(to )?(you )?all|to (you|everyone)|tout le monde|le bot)\b)?\s*)+", Options, 10_000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(s'il (te|vous) plait|stp|svp|please|cher (bot|assistant)|dear (bot|assistant))\b", Options, 10_000)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"^((alors|donc|mais|dis|dites|bon|au fait|so|but|and|well|now|ok|by the way) )+", Options, 10_000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^((et )?(toi|vous) )?(comment (ca va|vas tu|allez vous|tu vas|vous allez)|ca va( bien)?|(ca va )?la forme|(tu vas|vous allez) bien|(quoi de neuf)|how are you( (doing|going|keeping))?( today)?|how (is|'s) it going|how's it going|how do you do|what's up|you ok|are you (ok|well))( aujourd'hui| today| toi| vous| ce (matin|soir)| this (morning|evening))*$", Options, 10_000)]
    private static partial Regex Wellbeing();

    [GeneratedRegex(@"^(mais )?(qui (es tu|etes vous|est tu|t'a (cree|fait|programme)|vous a (cree|fait))|(tu es|t'es|vous etes) qui|c'est quoi ton nom|(quel est (ton|votre) nom)|comment (t'appelles tu|tu t'appelles|vous appelez vous|vous vous appelez)|presente toi|presentez vous|(es tu|etes vous|tu es|t'es|vous etes) (un |une )?(robot|bot|humain|ia|machine|personne|vrai)( .{0,30})?|who are you|who am i (talking|speaking|chatting|writing) (to|with)|(a|avec) qui (ai je affaire|(est ce que )?je (parle|discute|cause)|(parle|discute|cause) je)|who (made|created|built) you|what are you|what('s| is) your name|are you (a |an )?(robot|bot|human|ai|machine|real|person)( .{0,30})?|introduce yourself|tell me about yourself|do you have a name)( (toi|vous|au juste|au fait|exactement|exactly|anyway|then|alors|donc|here))*$", Options, 10_000)]
    private static partial Regex Identity();

    [GeneratedRegex(@"^((a l')?aide( moi)?|j'ai (une|des|quelques|plusieurs|deux ou trois) questions?( a (te|vous) poser| pour (toi|vous))?|(je peux|puis je|est ce que je peux) (te |vous )?poser (une|des|quelques) questions?|(i have|i've got|i got) (a|some|a few|several|a couple of) questions?( for you)?|(can|may|could) i ask (you )?(a|some|a few) questions?( please)?|help( me)?|au secours|menu|commandes?|commands?|(j'ai besoin d'aide)|i need help|comment (ca marche|ca fonctionne|tu fonctionnes|tu marches|vous fonctionnez|fonctionnes tu|utiliser (ce|le) bot|t'utiliser|vous utiliser)( .{0,20})?|how does (this|it) work|how do (you|i) (work|use (this|you|it))( .{0,20})?|(que|qu'est ce que?|quoi) (sais tu|savez vous|tu sais|vous savez|peux tu|pouvez vous|tu peux|vous pouvez)( (me )?(faire|repondre|dire))?( .{0,20})?|tu (sais|peux) faire quoi|a quoi (sers tu|servez vous|tu sers|vous servez)|(sur )?quels? (sujets?|questions?) (connais tu|connaissez vous|puis je (te|vous) poser|peux tu repondre|pouvez vous repondre|je peux (te|vous)? ?poser)|(quelles? questions? (puis je|je peux|peut on).{0,25})|de quoi (peux tu|pouvez vous|peut on) parler|(peux tu|pouvez vous|tu peux) m'aider|what (can|do) you ((actually|really) )?(do|know|answer|help)( .{0,30})?|what can i ask( you)?( .{0,20})?|what (kind|kinds|sort|sorts) of (questions?|things?|stuff) can (i ask|you (answer|do|tell me|help( me)?( with)?))( you)?( .{0,20})?|can you help( me)?|how can you help( me)?|what are you (for|able to do))( (au juste|exactement|exactly|en fait|alors|donc|actually|then))?$", Options, 10_000)]
    private static partial Regex Help();

    [GeneratedRegex(@"\b(merci( beaucoup| bien| infiniment| quand meme| a (toi|vous))?|enchantee?|ravie? de (te|vous|t') ?(connaitre|rencontrer|parler)|(nice|pleased|lovely|good|great) to (meet|see) you|mille mercis|thanks?( you| a lot| so much| a (million|bunch|ton|lot))?( very much| so much)?|un grand merci|(thx|ty)( a lot| so much)?|cheers|parfait|genial|perfect|bravo|c'est (gentil|parfait)|pour (ton|votre|l') ?(aide|reponses?)|for (your|the) (help|answers?)|that('s| is| was) (great|helpful|perfect|very helpful)|beaucoup|much appreciated|(it|that|this) (was (very |really )?helpful|(really |already )?help(s|ed)( me)?( a lot)?))(?=\s|$)", Options, 10_000)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(ok(ay|e|i)?|kk?|d'accord|dac|d'ac|ca (marche|roule|va|me va)|entendu|compris|(c'est |c )?(bien )?note|je vois|je comprends|j'ai compris|bon(ne)?( a savoir)?|bien( sur)?|tres bien|bah|ben|ah( bon)?|oh|eh|euh|heu|hein|hm+|mm+h?|ouf|wow|waouh|oups|oops|(pas|po) (grave|de souci|de probleme|de soucis)|sans probleme|tant (pis|mieux)|dommage|zut|mince|(pas|peu) importe|laisse(z)? tomber|(c'est )?interessant|(c'est |tout est )?(tres |plus )?clair|c'est super|super|top|nickel|impec(cable)?|chouette|tiens|cool|nice|great|lol|mdr+|ptdr+|xd|(ha){2,}h?|(he){2,}|(hi){2,}|oui|ouais|non|yes|yeah|yep|yup|no (worries|problem|prob|matter)|no(pe)?|right|sure|fine|good( to know| point)?|very (good|well)|well|got(cha| it)|i (see|understand|get it)|understood|noted|(that |it )?makes sense|fair enough|(that('s| is)? )?(very )?(interesting|clear|fine)|thats (clear|fine|great|good)|never ?mind|nvm|whatever|too bad|that's a (pity|shame)|what a (pity|shame)|pity|damn|huh|uh( huh)?|mhm+|aha|oh (well|dear|my|no|boy|man|god|la la)|my god|mon dieu)(?=\s|$)", Options, 10_000)]
    private static partial Regex Acknowledgement();

    [GeneratedRegex(@"\b(a (vous|toi|tous)|and|et|allez|allons|that's (all|it|all i need(ed)?|everything)( for (now|today|me))?( i need(ed)?)?|alright|all right|c'est (tout|bon)( ce (qu'il me fallait|que je voulais savoir))?( pour (le moment|aujourd'hui|moi))?|then|alors|encore|vraiment|really|now|again|so|just|too|anyways?|quand meme|for (that|this|now))\b", Options, 10_000)]
    private static partial Regex Filler();

    [GeneratedRegex("^((ok(ay)?|cool|super|top|lol|ah|oh|hm+|mm+|wow|bravo|xd|(ha){2,}|(hi){2,})( |$))+$", Options, 10_000)]
    private static partial Regex BothLanguages();

    [GeneratedRegex(@"^\W*((hey|yo|hiya|lol|mdr+|ptdr+|(ha){2,}h?|h?mm+|hm|euh|heu|oh|ah|eh|wow|waouh|oups|oops|nvm|btw|um+|uh|erm|gotcha|pls|please)\b(\s+(there|toi|vous|bot)\b)?([\s,.!?…;:]+|$)|(well|right|never ?mind|tiens)\s*[,.!…]+\s*)+(?=\w)", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex LeadingInterjection();

    // "Did he say thanks?" asks for it.
    [GeneratedRegex(@"(?<=\w\W*)\s+((lol|mdr+|ptdr+|(ha){2,}h?|btw|pls|plz|please|hein)|(?<=[,.!?…]\s+)(thanks|thx|merci))(?=\W*$)", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex TrailingInterjection();

    [GeneratedRegex(@"\b(au revoir|a (bientot|plus( tard)?|demain|la prochaine)|bye( bye)?( for now)?|good ?bye|see (you|ya)( soon| later| tomorrow)?|bonne (journee|soiree|nuit|fin de journee)|ciao|adieu|have a (nice|good|great) (day|evening|one|weekend)|good night|take care|later)\b", Options, 10_000)]
    private static partial Regex Farewell();
}
