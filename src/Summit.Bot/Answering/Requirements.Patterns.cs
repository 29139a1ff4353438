using System.Text.RegularExpressions;

namespace Summit.Bot.Answering;

// What a sentence is worded with, in either language.
internal static partial class Requirements
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(contien|conten|compren(?!dre)|compos|consist|prévoi|inclu[ts]?|stipul|contain|includ|provid|compris)\p{L}*|:|\b(such\s+as|namely|for\s+example|for\s+instance|tel(le)?s?\s+qu(e|['’])|notamment|par\s+exemple|c['’]est-à-dire|à\s+savoir)\b", Options, 10_000)]
    private static partial Regex Containing();

    [GeneratedRegex(@"\b(réagi|réact|répon|répli|rétorqu|ripost|react|respon[ds]|repl(y|ies|ied)|answer|retort)", Options, 10_000)]
    private static partial Regex Reaction();

    [GeneratedRegex(@"\b(en|by)\s+\p{L}+(ant|ing)\b|\b(par|grâce|via|through|using|au\s+moyen|by\s+means)\b", Options, 10_000)]
    private static partial Regex Manner();

    [GeneratedRegex(@"\b(depuis|durant|pendant|il\s+y\s+a|since|during|ago|begun|began|commencé|for\s+(the\s+(past|last)|over|nearly|almost|about|more|several|many|years|months|decades|a\s+long|\d+))\b", Options, 10_000)]
    private static partial Regex Since();

    [GeneratedRegex(@"\b(durant|pendant|lors\s+d|au\s+cours|during|in\s+the\s+course|at\s+the\s+(start|beginning|end|opening|close))", Options, 10_000)]
    private static partial Regex During();

    [GeneratedRegex(@"\b(dialog|discussion|échang|entretien|parl(é|er|e|ent|era|ait|aient)\b|discut|talk|convers|pourparler|négoci|negotiat|débat|debat|spoke|speak|exchange)\p{L}*\W+(\S+\s+){0,4}?(sur|à\s+propos|au\s+sujet|concernant|autour|about|on|over|regarding|concerning)\b|\b(discuss|évoqu|abord(é|er|e)|tackl|rais(ed|ing))\p{L}*\s", Options, 10_000)]
    private static partial Regex TalkAbout();

    [GeneratedRegex(@"\b(will|going\s+to|plans?\s+to|planning|va|vont|doit|compte|prévoit|\p{L}+r(a|ont)(-t)?(-(il|elle|ils|elles))?)\b|['’]ll\b", Options, 10_000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(aucune?|pas|jamais|no|not|never)\b|n['’]t\b", Options, 10_000)]
    private static partial Regex Denial();

    // What somebody can travel by.
    [GeneratedRegex(@"\b((à|on)\s+(pied|foot|horseback|cheval|vélo|moto)|by\s+(air|sea|rail|road|land|water)|par\s+(les\s+airs|la\s+mer|la\s+route|voie\s+\w+)|trains?(?!\s+d(e\b|['’]))|locomotive|wagons?|rail(way|road)?s?|avions?|(air)?planes?|aircraft|jets?|vols?|flights?|flew|flying|fly|survol\w+|atterri\w*|land(ed|ing)|hélicoptères?|helicopters?|voitures?|cars|(by|a|an|the|his|her|their)\s+([\w-]+\s+)?car|limousines?|convois?|convoys?|motorcades?|cortèges?|drove|drive[ns]?|driving|conduis\w+|camions?|trucks?|lorr(y|ies)|(auto)?bus|autocars?|coach(es)?|taxis?|métro|subway|tram(way)?s?|bateaux?|boats?|navires?|ships?|ferr(y|ies)|yachts?|paquebots?|sail(ed|ing|s)?|voiliers?|bicycles?|bikes?|motorcycles?|walk(ed|ing)?|march(ed|ing|ant)|embarqu\w+|board(ed|ing)|véhicules?|vehicles?)\b", Options, 10_000)]
    private static partial Regex Transport();

    // Of a folded word.
    [GeneratedRegex(@"^(first|second|third|fourth|previous|former|next|last|future|new|outgoing|premiere?s?|deuxiemes?|troisiemes?|precedente?s?|anciens?|anciennes?|prochaine?s?|dernieres?|derniers?|futur|nouveau|nouvel|nouvelle|sortante?s?)$", Options, 10_000)]
    private static partial Regex Rank();

    [GeneratedRegex(@"\b(aussi|également|lui-même|elle-même|eux-mêmes|à\s+(son|leur)\s+tour|too|also|as\s+well|himself|herself|itself|themselves)\b", Options, 10_000)]
    private static partial Regex Likewise();

    // Of several that do the same.
    [GeneratedRegex(@"\b(first\s+to|(was|were|is|came|arrived|went|spoke|left)\s+first|first\s*[,.;]|ahead\s+of|before\s+(the\s+|(?-i:\p{Lu}))|en\s+premier|le\s+premier\s+à|la\s+première\s+à|d['’]abord|avant\s+(le\s+|la\s+|(?-i:\p{Lu}))|précéd(é|ant))", Options, 10_000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(langues?|languages?|bilingu\p{L}+|interpr(è|e)t\p{L}+|tradu(i|c)\p{L}+|translat\p{L}+|(speak(s|ing)?|spoke|spoken|understand|in)\s+(?-i:\p{Lu}\p{L}+(an|ish|ese|ch|ic)\b)|(parl\p{L}+(\s+couramment)?(\s+le)?|en|compren\p{L}+\s+le)\s+(?-i:(\p{Ll}+(ais|ien|agnol|and|éen)|russe|arabe|turc|grec)\b))", Options, 10_000)]
    private static partial Regex Tongue();

    [GeneratedRegex(@"\b(if|s[i’'](?=il)|si(?!\s+\p{L}+\s+que)|unless|otherwise|could|might|would|should|pourrai\p{L}+|risqu\p{L}+|risk\p{L}*|sinon|au\s+cas|en\s+cas)\b", Options, 10_000)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\b((last|next|previous|following|coming)\s+(year|month|week|summer|winter|spring|autumn|fall|decade|century)|an\s+(dernier|passé|prochain)|(année|mois|été|hiver|printemps|automne|semaine|décennie|siècle)\s+(derni(er|ère)|passée?|prochaine?|précédente?|suivante?)|an\s+plus\s+t(ôt|ard)|a\s+year\s+(ago|earlier|later))\b", Options, 10_000)]
    private static partial Regex AnotherTime();

    [GeneratedRegex(@"\b(after|afterwards|later|then|next|following|followed|end\s+of|ensuite|après|puis|à\s+l['’]issue|à\s+la\s+suite|fin\s+d|plus\s+tard|prévu|subsequent\p{L}*|left|quitt\p{L}+)\b", Options, 10_000)]
    private static partial Regex Later();
}
