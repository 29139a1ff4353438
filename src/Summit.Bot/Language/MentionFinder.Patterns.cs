using System.Text.RegularExpressions;

namespace Summit.Bot.Language;

// What dates, numbers and reasons look like in both languages. Where only a part of a match is the answer, it is the group "span".
public sealed partial class MentionFinder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string FrenchMonths = "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
    private const string FrenchDays = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
    private const string FrenchSeasons = "printemps|été|automne|hiver";
    private const string FrenchUnits = "secondes?|minutes?|heures?|jours?|journées?|nuits?|semaines?|mois|trimestres?|ans?|années?|décennies?|siècles?|millénaires?";
    private const string FrenchDigits = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cents?|mille";
    private const string FrenchCounts = "dizaines?|douzaines?|quinzaines?|vingtaines?|trentaines?|cinquantaines?|centaines?|milliers?|millions?|milliards?";
    private const string FrenchNumbers = $@"({FrenchDigits})([\s-](et[\s-]une?\b|{FrenchDigits}))*|{FrenchCounts}";
    private const string FrenchOrdinals = "premier|(deux|trois|quatr|cinqu|six|(dix-)?(sept|huit|neuv)|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt(-et-un)?)ième|second";
    private const string FrenchAbout = @"((près|plus|moins)\s+de\s+|environ\s+|presque\s+|quelques\s+|quelque\s+)?";

    private const string EnglishMonths = "January|February|March|April|May|June|July|August|September|October|November|December";
    private const string EnglishDays = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
    private const string EnglishSeasons = "spring|summer|autumn|fall|winter";
    private const string EnglishUnits = "seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(y|ies)|millenni(um|a)|semesters?";
    private const string EnglishDigits = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string EnglishOrdinals = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first";
    private const string EnglishCounts = "hundreds?|thousands?|dozens?|millions?|billions?|trillions?";
    private const string EnglishNumbers = $@"({EnglishDigits})(-({EnglishDigits}|one))?|{EnglishCounts}";

    // A number that stands behind one of these is a year, however short; one that counts something is none.
    private const string FrenchYear = @"(en|vers|depuis|dès|avant|après|jusqu['’]en|jusqu['’]à|à\s+partir\s+de|an|année|entre|fin|début|courant|printemps|été|automne|hiver)\s+(?<span>[1-9]\d{2,3})\b(?!\s*(%|°|\d{3}|ans|jours|mois|heures|kilo|mètres|km|euros|dollars|francs|million|millier|personnes))";
    private const string EnglishYear = @"(in|by|since|until|before|after|from|around|circa|between|year|of|late|early|during|spring|summer|autumn|fall|winter)\s+(?<span>[1-9]\d{2,3})\b(?!\s*(%|°|,\d{3}|years|days|months|hours|kilo|miles|metres|meters|km|euros|dollars|pounds|million|thousand|people|\w+s\b))";

    // One pattern for each way to tell a date: each is found by its own letters, all in one by none, which takes much longer.
    private static readonly Regex[] FrenchDates = [FrenchDay(), FrenchMonth(), FrenchYearAfter(), FrenchCentury(), FrenchAgo(), FrenchPeriod(), FrenchMeanwhile()];
    private static readonly Regex[] EnglishDates = [EnglishDay(), EnglishMonth(), EnglishYearAfter(), EnglishCentury(), EnglishAgo(), EnglishPeriod(), EnglishMeanwhile()];

    [GeneratedRegex($@"\b((({FrenchDays})\s+)?\d{{1,2}}(er)?\s+({FrenchMonths})(\s+\d{{4}})?|(1[5-9]|20)\d\d\b|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})\b", Options, 10_000)]
    private static partial Regex FrenchDay();

    [GeneratedRegex($@"\b(((début|fin|mi)[\s-])?({FrenchMonths})(\s+\d{{4}})?|({FrenchDays}))\b", Options, 10_000)]
    private static partial Regex FrenchMonth();

    [GeneratedRegex($@"\b({FrenchYear})\b", Options, 10_000)]
    private static partial Regex FrenchYearAfter();

    [GeneratedRegex($@"\b(((début|fin|milieu|cours|moitié)\s+du\s+)?(?-i:[IVX]{{1,5}})(e|er|ème)\s+siècles?|({FrenchOrdinals})\s+siècles?|années\s+(1[5-9]|20)?\d0)\b", Options, 10_000)]
    private static partial Regex FrenchCentury();

    [GeneratedRegex($@"\b(il\s+y\s+a\s+{FrenchAbout}(\w+\s+)?({FrenchUnits})|(\d+|une?|quelques|plusieurs|{FrenchNumbers})\s+({FrenchUnits})\s+(plus\s+(tard|tôt)|auparavant|avant|après)|d['’]ici\s+{FrenchAbout}(\w+\s+)({FrenchUnits}))\b", Options, 10_000)]
    private static partial Regex FrenchAgo();

    [GeneratedRegex($@"\b((avant-hier|hier|aujourd['’]hui|après-demain|demain|la veille|le lendemain)|(l['’]|la\s+|le\s+)(an|année|mois|semaine|été|hiver|automne|printemps)\s+(derni(er|ère)|passée?|prochaine?|suivante?|précédente?)|(ce|cette|cet)\s+(matin|soir|nuit|semaine|année|automne|hiver|été|printemps|après-midi)|(au\s+printemps|(en|à\s+l['’]|dès\s+l['’])\s*({FrenchSeasons}))(\s+\d{{4}})?|(?<span>Moyen\s+[AÂ]ge|Antiquité|Renaissance|(Première|Seconde|Deuxième)\s+Guerre\s+mondiale|guerre\s+froide))\b", Options, 10_000)]
    private static partial Regex FrenchPeriod();

    // "Pendant la cérémonie, il a souri": what opens a sentence and takes some time.
    [GeneratedRegex(@"^\W*(?<span>(durant|pendant|lors\s+d(e|u|es)|au\s+cours\s+d(e|u|es)|à\s+l['’]issue\s+d(e|u|es)|à\s+la\s+fin\s+d(e|u|es))\s+((la|le|les|l['’]|cette|ce|cet|sa|son|leur|un|une)\s*)?\p{L}+(\s+\p{L}+(al|ale|elle|el|ielle|aire|ique))?)(?=\W)", Options, 10_000)]
    private static partial Regex FrenchMeanwhile();

    [GeneratedRegex($@"\b((({EnglishDays}),?\s+)?\d{{1,2}}(st|nd|rd|th)?\s+({EnglishMonths})(,?\s+\d{{4}})?|(({EnglishDays}),?\s+)?({EnglishMonths})\s+\d{{1,2}}(st|nd|rd|th)?(,?\s+\d{{4}})?|({EnglishMonths})\s+\d{{4}}|(1[5-9]|20)\d\d\b|({EnglishDays}))\b", Options, 10_000)]
    private static partial Regex EnglishDay();

    [GeneratedRegex($@"\b((in|since|until|by|of|last|next|this|through|from|during|before|after|every|to)\s+(?<span>((early|late|mid)[\s-])?(?-i:{EnglishMonths})))\b", Options, 10_000)]
    private static partial Regex EnglishMonth();

    [GeneratedRegex($@"\b({EnglishYear})\b", Options, 10_000)]
    private static partial Regex EnglishYearAfter();

    [GeneratedRegex($@"\b(((early|late|mid|half\s+of\s+the)[\s-])?(\d{{1,2}}(st|nd|rd|th)|{EnglishOrdinals})[\s-]centur(y|ies)|((early|late|mid)[\s-])?(1[0-9]|20)\d0['’]?s)\b", Options, 10_000)]
    private static partial Regex EnglishCentury();

    [GeneratedRegex($@"\b(((nearly|almost|about|some|over|more\s+than)\s+)?(\d+|an?|one|several|many|(a\s+)?few|{EnglishNumbers})\s+({EnglishUnits})\s+(ago|later|earlier|before|afterwards))\b", Options, 10_000)]
    private static partial Regex EnglishAgo();

    [GeneratedRegex($@"\b((yesterday|today|tomorrow|tonight)|(last|next|this|the\s+(following|previous|next|same))\s+(year|month|week|day|night|morning|evening|weekend|{EnglishSeasons})|in\s+(the\s+)?((early|late|mid)\s+)?({EnglishSeasons})(\s+(of\s+)?\d{{4}})?|(within|in)\s+(\w+\s+)(days|weeks|months)|(?<span>Middle\s+Ages|Renaissance|World\s+War\s+(I+|One|Two)|(First|Second)\s+World\s+War|Cold\s+War))\b", Options, 10_000)]
    private static partial Regex EnglishPeriod();

    // "During the ceremony he smiled": what opens a sentence and takes some time.
    [GeneratedRegex(@"^\W*(?<span>(during|in\s+the\s+course\s+of|at\s+the\s+(end|beginning|start|close)\s+of)\s+(the|this|that|his|her|their|its|a|an)\s+\p{L}+(\s+(meeting|ceremony|session|sequence|conference|speech|visit|dinner|interview|debate|match|game|trip))?)(?=\W)", Options, 10_000)]
    private static partial Regex EnglishMeanwhile();

    [GeneratedRegex($@"\b(\d{{1,2}}|{FrenchNumbers})\s?h(eures?)?(\s?\d{{2}})?(\s+(du\s+(matin|soir)|de\s+l['’]après-midi))?\b|\b(midi|minuit)\b", Options, 10_000)]
    private static partial Regex FrenchTime();

    [GeneratedRegex($@"\b\d{{1,2}}(:\d{{2}})?\s?([ap]\.?m\b\.?)|\b\d{{1,2}}:\d{{2}}\b|\b(\d{{1,2}}|{EnglishNumbers})\s+o['’]clock\b|\b(noon|midday|midnight)\b|\bat\s+(?<span>dawn|dusk|sunrise|sunset|daybreak|nightfall)\b", Options, 10_000)]
    private static partial Regex EnglishTime();

    [GeneratedRegex($@"\b\d+([\s.,  ]\d+)*(\s?%)?|\b({FrenchNumbers})\b(\s+(de\s+|d['’])?(ans|années|millions|milliards|mille|fois|jours|mois|pays|\w+s)\b)?|\b(la\s+moitié|(une?|deux|trois|quatre)\s+(tiers|quarts?|cinquièmes?|dixièmes?)|(une?\s+)?seule?)\b|\bune?\s+({FrenchCounts})\b", Options, 10_000)]
    private static partial Regex FrenchNumber();

    [GeneratedRegex($@"\b\d+([.,]\d+)*(\s?%)?|\b({EnglishNumbers})\b(\s+(years|million|billion|hundred|thousand|times|days|months|countries|people|\w+s)\b)?|\b((a|one|two|three)[\s-](half|thirds?|quarters?|fifths?|tenths?)|half|once|twice|one|an?\s+(hundred|thousand|dozen|million|billion))\b", Options, 10_000)]
    private static partial Regex EnglishNumber();

    [GeneratedRegex($@"(?<!il y a (près de |environ |plus de |presque )?)\b(\d+([.,]\d+)?|une?|plusieurs|quelques|{FrenchNumbers})\s+(d['’]|de\s+)?({FrenchUnits})\b(?!\s+(plus\s+t|auparavant))|\bdepuis\s+(?<span>{FrenchAbout}(\d{{4}}|{FrenchNumbers})(\s+({FrenchUnits}))?)\b", Options, 10_000)]
    private static partial Regex FrenchDuration();

    [GeneratedRegex($@"\b(\d+([.,]\d+)?|an?|one|several|(a\s+)?few|half\s+an?|{EnglishNumbers})(\s+(of\s+)?|-)({EnglishUnits})\b(?!\s+(ago|later|earlier))|\bsince\s+(?<span>(the\s+)?\d{{4}}s?)\b", Options, 10_000)]
    private static partial Regex EnglishDuration();

    [GeneratedRegex(@"«\s*(?<span>[^«»]+?)\s*[»«]|“(?<span>[^“”]+?),?”|""(?<span>[^""]+?),?""", Options, 10_000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\b(afin\s+(de|d['’]|que)|pour\s+((ne\s+(pas|plus)\s+)?((se|en|y)\s+|s['’])?(?!premi|derni|hier\b|quartier)(?=\w+(er|ir|re)\b)|(?=(avoir|être)\b))|parce\s+qu|car\s|en\s+raison\s+d|à\s+cause\s+d|grâce\s+à|dans\s+le\s+but|(a|ont|avait|ayant)\s+pour\s+(but|objectif|mission|objet)|en\s+vue\s+d|puisqu|(doit|devait|doivent)\s+permettre|perm(et|ettent|ettait|is|ettant)\s+(à|aux|au|de|d['’])|(aide|aider|aidera)\s+(à|de)|dans\s+le\s+cadre\s+d|visant\s+à|vis(e|ait|aient|ent)\s+à|cherch(e|ait|ent)\s+|accus\w+\s+|(irrit|provoqu|caus|inquiét|entraîn|motiv|fâch|agac|mécontent|expliqu|justifi|invoqu|suscit|déclench)\w*\s+|(dus?|dues?|liée?s?)\s+(à|au|aux)\s|faute\s+d|(par|de)\s+(crainte|peur)\s+|du\s+fait\s+|au\s+motif\s+|à\s+la\s+suite\s+d|suite\s+(à|au|aux)\s|en\s+réaction\s+|en\s+réponse\s+|sous\s+(l['’]effet|la\s+pression)\s+|compte\s+tenu\s+|face\s+(à|au|aux)\s|étant\s+donné|en\s+effet|de\s+sorte\s+qu|(jugeant|estimant|redoutant|craignant|affirmant)\s+|au\s+profit\s+d|en\s+échange\s+d)[^.;]*", Options, 10_000)]
    private static partial Regex FrenchReason();

    [GeneratedRegex(@"\b(in\s+order\s+to|because|so\s+(that|as\s+to)|due\s+to|owing\s+to|thanks\s+to|as\s+(part|a\s+result|an?\s+consequence)\s+of|aim(ed|s|ing)?\s+(at|to|is|was)|purpose|(is|was|are|were)\s+(meant|intended|designed)\s+(to|for)|(will|to)\s+help\s+(us\s+)?(to\s+)?|to\s+(strengthen|develop|find|allow|support|discuss|resolve|obtain|seek|avoid|prevent|protect|protest|raise|keep|make|ensure|improve|reduce|promote|gain|save|stop|fight|create|increase|share|modernise|modernize|enable|give|reach|end|mark|celebrate|settle|secure)|seeking|accus\w+|(irritat|anger|provok|caus|worr|upset|annoy|prompt|explain|justif|blam|motivat|trigger)\w*|for\s+(fear|lack|want)\s+of|in\s+(protest|response|reaction|exchange|return)\s+(to|at|for|against)?|on\s+the\s+grounds|given\s+(that|the)|since\s+(?!\d|the\s+\d|then|(January|February|March|April|May|June|July|August|September|October|November|December|last)\b)|as\s+(he|she|it|they|the\s+\w+)\s+(was|were|is|are|had|has|have|could|did|would)|out\s+of\s+(fear|concern|respect|anger)|lest|after\s+(he|she|it|they|the\s+\w+)\s+\w+ed|enabl\w+|led\s+to|resulting\s+(from|in)|citing|fearing)\b[^.;]*", Options, 10_000)]
    private static partial Regex EnglishReason();

    [GeneratedRegex($"^({FrenchMonths}|{FrenchDays}|{EnglishMonths}|{EnglishDays})$", Options, 10_000)]
    private static partial Regex CalendarWord();

    [GeneratedRegex($@"\b({FrenchDays}|{EnglishDays})\b", Options, 10_000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(il\s+y\s+a|ago)\b", Options, 10_000)]
    private static partial Regex Ago();
}
