using System.Text.RegularExpressions;

namespace Summit.Bot.Retrieval;

// The question words of both languages. They are matched against folded text: lower case, no accents, one space on either
// side of every word, a space after an apostrophe; those for clauses and for what stands before a word, against the text itself.
public sealed partial class QuestionAnalyzer
{
    [GeneratedRegex(@"[\s,;:.!?«»""()]+", Options, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" quand (?!meme)| le combien | (depuis|jusqu' a|a partir de) quand | il y a combien | remonte(nt)? a (quand|combien) | a combien d(e|') (temps|annees|ans|mois|jours|semaines|decennies) (remont|dat)\w+ | fait combien d(e|') (temps|annees|ans|mois|jours|semaines) | combien d(e|') (annees|ans|mois|jours|semaines) (separent|s' est il ecoule|se sont ecoules|se sont elles ecoulees|il y a entre) | depuis combien d(e|') (annees|ans|mois|semaines|decennies) | quel(le)? (jour|date|annee|mois|periode|epoque) ", Options, 10_000)]
    private static partial Regex FrenchWhen();

    [GeneratedRegex(@"^ ((et|mais|alors|dis|dites|d'|jusqu'|vers|par|moi|peux tu me dire|sais tu) )*ou |(?<= )(savoir|dire|moi|et|quand|d'|est ce que) ou (?!quand)|^ .* (a|va|vont|sont|est|eu lieu|passe|tenu|tient|deroule) ou $| (a|dans|sur|vers|pour|de) quel(le)?s? (endroit|lieu|coin|ville|pays|ile|port|region|continent) | c' est ou ", Options, 10_000)]
    private static partial Regex FrenchWhere();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|avec|de|par|pour|chez|contre|en presence de) )*qui | (et|savoir|dire|moi|c' est|avec|de|a|par|contre|devant|chez|envers|selon|entre) qui |^ qui est ce  quel(le)?s? (dirigeant|president|leader|personne|personnalite|responsable|chef|homme|femme)", Options, 10_000)]
    private static partial Regex FrenchWho();

    [GeneratedRegex(@"(?<! le) combien | quel nombre | quel age | quelle (distance|taille|somme|part|proportion) ", Options, 10_000)]
    private static partial Regex FrenchHowMany();

    [GeneratedRegex(@" combien de (temps|jours?|heures?|minutes?|mois|annees?|semaines?) | quelle duree ", Options, 10_000)]
    private static partial Regex FrenchHowLong();

    [GeneratedRegex(@" how long (?!ago)| how many (days|hours|minutes|months|years|weeks) (did|does|has|have|will|was|is) ", Options, 10_000)]
    private static partial Regex EnglishHowLong();

    [GeneratedRegex(@" (what|which) (time|hour) (?!period)", Options, 10_000)]
    private static partial Regex EnglishTime();

    [GeneratedRegex(@" pourquoi | pour quel(le)?s? (raison|motif|cause)s? | dans quel(le)? (but|objectif|optique|perspective) | a quoi (sert|servir|servait|doit servir) | qu' est ce qui (explique|pousse|motive|amene|conduit|rend|a (pousse|motive|conduit|amene|rendu)) | d' ou vient qu(e|') | en vue de quoi | pour quoi | au nom de quoi | en quel honneur ", Options, 10_000)]
    private static partial Regex FrenchWhy();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|de) )*(que|qu'|quoi) | (savoir|dire|moi) ce (que|qu') | (a|de) quoi | quel(le)?s? (propos|paroles|declarations?|compliments?) | (dit|dire|dis|disait|declare|declarait|repond|repondu|raconte|pense|pensait) (donc |alors )?quoi |^ .{0,40} quoi $", Options, 10_000)]
    private static partial Regex FrenchSaid();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|de|en|sur|avec|par|pour|dans|contre|selon) )*(que|qu'|quoi|lequel|laquelle|lesquels|lesquelles) | (quels?|quelles?|comment) | (a|de|en|sur|avec|par|pour|contre|c' est|savoir|dire|moi) quoi | quoi (?!qu)| qu' est ce ", Options, 10_000)]
    private static partial Regex FrenchWhat();

    [GeneratedRegex(@"^ .{0,60}\best ce (que?|qu') | t (il|elle|ils|elles|on) |\b(sont|ont|est|etait|etaient|fut|furent|sera|seront|serait|va|fait|font|vont|peuvent|veulent|doivent|avaient|avait|peut|veut) (ils|elles|il|elle|on|ce) |^ si (?!.* (que|qui|quoi|quel(le)?s?|comment|pourquoi|quand|combien) )| (vrai que|vrai qu'|confirmer que|savoir si|sait on si|savez vous si|dire si|je parie) | \w+(ait|aient) (t )?(il|elle|ils|elles|on) | (non|n' est ce pas|hein|pas vrai|si|je me trompe|c' est (ca|vrai|exact)) $", Options, 10_000)]
    private static partial Regex FrenchYesNo();

    [GeneratedRegex(@" (a|ont|est|sont|va|vont|etait|avait|sera|peut|doit|veut|souhaite|cherche|s' est|se sont) ", Options, 10_000)]
    private static partial Regex FrenchFiniteVerb();

    [GeneratedRegex(@"^ (and |so |but |since |until |by )*when | (and|or|know|me|where|since|exactly) when | when $| (what|which) (day|weekday|date|month|year|time period) | how (long|many (years|months|weeks|days|decades)) (give or take )?(ago|since|back|has it been|is it since|separat\w+|(lie|lay|are there) between) | how (many (years|months|weeks|days|decades)|much time) (has|have|had) (gone by|passed|elapsed|it been) | how far back | since when ", Options, 10_000)]
    private static partial Regex EnglishWhen();

    [GeneratedRegex(@"^ (and |so |but |from )*where (?!(do|does|did|would|will|should|could) .* (stand|(head|headed|go) from here|(like|want|wish|love) .* (to|going|headed)) )(?!(do|does|would) .* (see|agree|disagree|differ|diverge) )| (and|or|know|me|when|from|exactly) where | where $| (in|at|on|to|from) (what|which) (place|city|town|country|island|port|location|venue|region) | whereabouts ", Options, 10_000)]
    private static partial Regex EnglishWhere();

    [GeneratedRegex(@" who | whom | whose | who' (s|d|ll|re|ve) | (what|which) (leader|president|person|man|woman|leaders|presidents|official(?= (is|was|has|had|did|will|said|says|from|in|of|at|who|\w+ed) )|officials)", Options, 10_000)]
    private static partial Regex EnglishWho();

    [GeneratedRegex(@" how (many|much(?! (is|was|are) (there|left)| (remains|work|time))|old|far|tall|often) ", Options, 10_000)]
    private static partial Regex EnglishHowMany();

    [GeneratedRegex(@" why | what for | for (what|which) (reason|purpose) | how come | what (prompted|motivated|explains|is the point|made|brought|drove|led|pushed|drives|pushes) | on what grounds | for the sake of what | in the name of what | what (was it that |is it that |did |do |does |are |were |have |had )(\w+ ){1,4}(meet|met|get together|got together|come|came|gather\w*|sit down|sat down|here|there) (\w+ )?for | motive wise ", Options, 10_000)]
    private static partial Regex EnglishWhy();

    [GeneratedRegex(@" what(?= (did|does|do|has|have|had|is|was|were|are|will|would|can|could|should|else|exactly|about|' s|they|he|she|it|[a-z]+ (said|say|says|told|thinks?|wants?)|words?|terms?|adjectives?|expressions?|statements?|remarks?|message) )(?!.{0,40} when )", Options, 10_000)]
    private static partial Regex EnglishSaid();

    [GeneratedRegex(@"^ (any \w+|\w+n' t) | (is it true|whether|confirm that|do you know if|tell me if) |( correct| right| true| yes| no|(n' t|not) (it|they|he|she|there)) $", Options, 10_000)]
    private static partial Regex EnglishYesNo();

    // A second question begins after "et" or "and": a question word, with its preposition, or a verb before its subject. "À quelle date la Chine et la
    // Russie ont-elles…" is one.
    [GeneratedRegex(@"(?<=\S)(?<!^\W*((à|en|dans|sur|de|pour|depuis)\s+)?(où|quand|comment|pourquoi|(depuis\s+)?combien(\s+de\s+temps)?|quel(le)?s?\s+\p{L}+)\s+((le|la|les|des|un|une)\s+|l['’]|(?-i:(?=\p{Lu})))[\p{L}-]+(\s+\p{L}+)?)\s*[,;?]?\s+et(?:\s+puis|\s+aussi)?,?\s+(?:ah\s+oui,?\s+)?(?=(dis|dites|donne|donnez|explique)(-|\s)moi\b|si\s|((à|a|de|d'|dans|sur|avec|par|pour|en|chez)\s+)?(qui|que|qu['’]|quoi|où|quand|comment|pourquoi|combien|quel(le)?s?|est-ce)\b|ce\s+qu(e|['’])|y\s+a|[\p{L}]+(-t)?-(il|elle|on|ils|elles|ce)\b|((un|une|le|la|les|des)\s+|l['’])\p{L}+(\s+\p{L}+)?\s+\p{L}+(-t)?-(il|elle|ils|elles)\b|y\s+aura|(ont|sont|a|est|va|vont|avait|avaient)-)|(?<=\b(qui|quoi|où|quand|comment|combien|quel(le)?s?)\b.*)\s*,?\s+et\s+(?=[^?]{3,50}\s(il|elle|ils|elles|l['’]\p{L}+)\b[^?]*\s(qui|quoi|où|quand|comment|combien)\b(\s+(de|d['’]|du|des|sur|à|pour|avec)\b[^?]*)?\s*\??\s*$)|\s*\?\s+(?=\p{Lu})|\s[+&]\s", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchClause();

    [GeneratedRegex(@"(?<=\S)\s*([,;?]?\s+and(,?\s+(also|then|(oh,?\s+)?yeah|oh))?,?|,\s+also)\s+(?=(tell|give|show)\s+me\b|whether\b|((in|on|at|to|from|with|by|for)\s+)?(what|who|whom|whose|which|when|where|why|how)\b|(did|does|do|is|are|was|were|will|has|have|had|can|could|should|would)\s)|\s*\?\s+(?=\p{Lu})|\s[+&]\s", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EnglishClause();

    [GeneratedRegex(@" comment (s' ?appel\w+|se nomm\w+) | (quel est|donne moi|connaitre) (le|son) nom | (?<! au )(nom|prenom|surnom|titre) (de|du|des|d') | c' est qui (?!(qui|que|qu') )|(?<! (par|a|avec|de|pour|chez|contre|selon|sur|ce))(?<! quel(le)?s? \w+) qui (est|etait|sont|sera|serait|fut|deviendra|devient) (?!ce |derriere |dans |(les|ces|ses) (participants|protagonistes|intervenants|interlocuteurs) )(?!\w+(e|i|u|s|t) (a|par|de|d'|au|sous|dans|en|pour|sur|comme) )", Options, 10_000)]
    private static partial Regex FrenchName();

    [GeneratedRegex(@" (what' ?s|what is|what was|what are) (the )?((first|last|full) )?names? | names? of | (is|was) .{0,40} (called|named) | who (is|was|are|will be|would be|became|has been|' s) (the|a|an|\w+' s)? ?(?!(participants|attendees|protagonists|players|that|it|this|he|she|they|\w+ (host|guest|visitor|counterpart|opponent|adversary|rival|partner)|host|guest|sure|certain|convinced|confident|able|willing|ready|likely|happy|unhappy|angry|glad|right|wrong|behind)\b)(?!.* (in|at|on|with|to|for|by|from|against|of) $)(?!(\w+ ){0,3}\w+ing )(?!(\w+ ){1,2}(up against|at odds|at loggerheads|in (conflict|dispute|talks)|against) )(?!(\w+ ){1,3}(said|accused|supposed|thought|believed|alleged) )(?!\w+(ed|en|own|one) (in|to|with|by|as|at|on|for|of|from) )", Options, 10_000)]
    private static partial Regex EnglishName();

    [GeneratedRegex(@"\b(combien\s+d(e\s+|['’])|nombre\s+d(e\s+|es\s+|['’]))$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchBeforeCounted();

    [GeneratedRegex(@"\b(how\s+many\s+|number\s+of\s+)((more|other|different|new|total)\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EnglishBeforeCounted();

    [GeneratedRegex(@" (dans|en|vers|de|(?<!face )a) quel(le)?s? | (in|to|from) (which|what) ", Options, 10_000)]
    private static partial Regex Located();

    [GeneratedRegex(@"\b(à|a|au|aux|en|sur|dans|in|at|on)\s+(l['’]|the\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Preposition();

    [GeneratedRegex(@" (de quoi (parle|parlent|traite|traitent|est il question|s' agit|il s' agit)|resume\w*|resumer|sujets? (de|des) (l' )?articles?|(what is|what' s|what are) .{0,20}articles? about|summari[sz]e|summary|gist) ", Options, 10_000)]
    private static partial Regex Summary();

    // "Où en sont les pourparlers" asks how they are.
    // "Une époque où ils étaient alliés" is asked for no place.
    [GeneratedRegex(@"(?<!\b(époque|moment|jour|période|temps|année|fois|cas|mesure)\s+)où", Options, 10_000)]
    private static partial Regex WhereAt();

    [GeneratedRegex(@" ou en (est|sont|etait|etaient|serait|seraient) | d' ou vient qu(e|') ", Options, 10_000)]
    private static partial Regex FrenchState();

    // "…, right?", "…, n'est-ce pas ?": they ask for a yes, and name nothing.
    [GeneratedRegex(@"(?:[,.;]\s*|\s+(?=(is|was|are|were|did|does|do|has|have|will)\s*n['’]?t\s+(it|he|she|they|there)\W*$|(is|was|are|were|did|does|do|has|have|will)\s+not\s+(it|he|she|they|there)\W*$))(((and|et)\s+)?(is\s+there\s+(a|any|some|something)\s*(line|sentence|passage|word|mention|thing)?s?\s+(on|about|of)\s+(that|this|it)|(what\s+)?does\s+(it|the\s+article|the\s+text)\s+say\s+(so|that|anything|about\s+(it|that))|what\s+(was|is)\s+(that|it)|(y\s+a-t-il|il\s+y\s+a)\s+(une\s+phrase|un\s+passage|un\s+mot|quelque\s+chose)\s+(là-dessus|sur\s+(ça|cela)|à\s+ce\s+(sujet|propos))|(ça|cela|l['’]article|le\s+texte)\s+en\s+(parle|dit\s+quoi))|(a-t-(il|elle)|ai-je|ont-(ils|elles)|(il|elle|ils|elles|on)\s+(a|ont))\s+raison|(did|have)\s+i\s+(get|got|understand|understood)\s+(that|it|this)(\s+(right|correctly))?|j['’]ai\s+bien\s+compris|j['’]imagine|je\s+(crois|pense)|i\s+(think|believe|guess|suppose)|(is|was|are|were|did|does|do|has|have|will)\s+not\s+(it|he|she|they|there)|(is|are|am)\s+(he|she|they|i)\s+(right|correct|wrong|mistaken)|right|correct|true|yes|no|non|hein|pas vrai|n['’]est-ce pas|je me trompe|(is|was|are|were|did|does|do|has|have|will)n['’]t\s+(it|he|she|they|there)|is\s+(that|this|it)\s+(right|correct|true|so)|(c['’]est|est-ce)\s+(bien\s+)?(ça|cela|vrai|exact|juste|correct))\s*\?*\s*$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Tag();

    // "…, au fond, …", "…, if I understand correctly, …": what is put in, and names nothing.
    [GeneratedRegex(@"(?<=^\W*((mais|et|donc|alors|but|so|and|well)\s+)?|[,;:–—-]\s*)(si\s+(je|j['’]ai)\s+(bien\s+)?(comprends|compris|saisi|saisis|lis|lu|me\s+souviens)(\s+bien)?|si\s+je\s+ne\s+(me\s+trompe|m['’]abuse)(\s+pas)?|sauf\s+erreur(\s+de\s+ma\s+part)?|au\s+(fond|final)|en\s+(fait|gros|somme|bref)|après\s+tout|finalement|franchement|honnêtement|disons|à\s+(ton|votre)\s+avis|(selon|d['’]après)\s+(toi|vous)|(tu|vous)\s+(sais|savez|vois|voyez|crois|croyez|penses|pensez|dirais|diriez)(\s+(toi|vous|pas))?|if\s+i(['’]m\s+not\s+(mistaken|wrong)|\s+(understand|understood|remember|recall|got|read|heard)(\s+(it|this|that|you))?(\s+(correctly|right(ly)?|well))?)|unless\s+i['’]m\s+(mistaken|wrong)|deep\s+down|in\s+the\s+end|at\s+the\s+end\s+of\s+the\s+day|after\s+all|in\s+(fact|short)|basically|honestly|frankly|i\s+mean|you\s+know|(do|would)\s+(you|they)\s+(think|say|know|reckon|believe)|you\s+(think|reckon)|in\s+your\s+(opinion|view))\s*(?=[,;:?!–—-]|$)", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<= (when|where|why))' s ", Options, 10_000)]
    private static partial Regex WhenIs();

    // "I heard that …", "il paraît que …": where the question has it from; "well, …", "bon, …" open any.
    [GeneratedRegex(@"^\W*((?-i:\p{Lu})[\p{L}-]+(\s+[\p{L}'’-]+){0,5},\s+(?=(j['’]aimerais|je\s+(voudrais|souhaite|souhaiterais)|i['’]d\s+(like|love)|i\s+would\s+(like|love)))|(i\b|j['’]|(je|my|mon|ma|mes|nous|we)\b)(?![^?:]*\b(about|on|regarding|sur|propos|sujet|parle|concerne)\b)[^?:]{1,120}:\s+(?=[^:]*\?)|for\s+my\s+\w+,?\s+i\s+(just\s+)?(need|want)\s+)?((bon|ben|bah|alors|ok|okay|dis|dites|euh|well|so|right|hey|listen|look)\s*,\s*(et\s+|and\s+|but\s+|mais\s+)?)?(is\s+it\s+(really\s+)?(true|right|correct|the\s+case|a\s+fact)\s+(that\s+)?|(est-ce|est-il|c['’]est)\s+(bien\s+|vraiment\s+)?(vrai|exact|juste|avéré|le\s+cas)\s+qu(e\s+|['’])|i\s+(have\s+|just\s+)?(heard|read|was\s+told|understand|believe|think|suppose|guess|reckon)\s+(that\s+)?|(do\s+you\s+)?reckon\s+(that\s+)?|((do\s+you\s+have|have\s+you\s+got|got)\s+)?any\s+idea\s+(?=(why|when|where|who|what|how|which|whether|if)\b)|(tu\s+as|vous\s+avez|t['’]as|as-tu|avez-vous)\s+(une\s+)?idée\s+(de\s+)?(?=(pourquoi|quand|où|qui|ce|comment|quel|si)\b)|(ma|mon|my|a|an|un|une)\s+[\p{L}-]+(\s+[\p{L}-]+){0,4}?\s+(jure|promet|swore|swears|m['’]assure|me\s+dit|m['’]a\s+dit|dit|prétend|affirme|assure|soutient|says|said|claims|tells\s+me|told\s+me|thinks|reckons|insists|swears|believes)\s+(qu(e\s+|['’])|that\s+)?|i(\s+(should|would)|['’]d)\s+(really\s+|just\s+)?(be\s+(grateful|glad|happy|curious|interested|pleased)|like|love)\s+(to\s+(know|learn|hear|find\s+out|understand)|if\s+you\s+(could|would|can)\s+(please\s+|kindly\s+)?(tell|explain|say)(\s+(to\s+)?(me|us))?)\s+|i\s+(am|was)\s+(curious|wondering)\s+|apparently,?\s+|it\s+seems\s+(that\s+)?|they\s+say\s+(that\s+)?|(j['’]aimerais|je\s+(voudrais|souhaite|souhaiterais))\s+(bien\s+)?(savoir|apprendre|comprendre)\s+|je\s+(serais|suis)\s+(curieux|curieuse|heureux|heureuse|ravie?)\s+(de\s+|d['’])(savoir|apprendre|comprendre)\s+|j['’]ai\s+(lu|entendu(\s+dire)?|appris|cru\s+comprendre)\s+qu(e\s+|['’])|on\s+(dit|m['’]a\s+dit|raconte)\s+qu(e\s+|['’])|(il\s+)?para[iî]t\s+qu(e\s+|['’])|je\s+(crois|pense|suppose)\s+qu(e\s+|['’]))?", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<=\p{L}\W+)(lorsque|lorsqu['’]|pendant|durant|lors\s+d|une\s+fois(?!\s+(pour|de|que\s+possible))|au\s+cours\s+d|à\s+l['’]occasion\s+d|quand)[^,;?]*|\b(autrefois|jadis|naguère|ensuite|par\s+la\s+suite|(dans\s+le|par\s+le)\s+passé|à\s+l['’]époque)\b|\b(les|ces|nos|leurs)\s+deux\s+\p{L}+(\s+d['’]\p{L}+)?", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchCircumstance();

    [GeneratedRegex(@"(?<=\p{L}\W+)(when|while|during|once\s+(the|they|it|all|this|that)|as\s+(they|he|she))\b[^,;?]*|\b(in\s+the\s+past|back\s+then|afterwards?|later\s+on|formerly|in\s+former\s+times)\b|\b((the|these|those)\s+two|both)\s+(heads\s+of\s+state|\p{L}+)", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EnglishCircumstance();

    // "At the Tangier summit", "dans l'affaire Martin": what is asked of may be told where that is not said again.
    [GeneratedRegex(@"(?<=\p{L}\W+)\b(?i:dans|lors\s+d['’eu]|à|au|aux|pendant|après|avant|sur|par)\s*(?i:de\s+)?(?i:la\s+|le\s+|les\s+|l['’]|du\s+|des\s+)?(?i:affaire|procès|sommet|crue|inondations?|incendie|élections?|présidentielle|grève|match|finale|accident|séisme|tempête|conférence|scandale|guerre|bataille|catastrophe|attentats?|festival|tournoi|congrès|forum|dossier)s?\s+(d['’]|de\s+(la\s+|l['’])?|du\s+|des\s+|en\s+|à\s+)?\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex FrenchEvent();

    [GeneratedRegex(@"(?<=\p{L}\W+)\b(?i:in|at|during|after|before|from|over|around)\s+(?i:the)\s+((19|20)\d\d\s+)?\p{Lu}[\p{L}-]*\s+(\p{Lu}[\p{L}-]*\s+)*(\p{Ll}+\s+)?(?i:trial|case|affair|summit|match|final|flood|floods|flooding|fire|crash|robbery|heist|elections?|vote|strike|talks|deal|treaty|war|battle|accident|scandal|hearing|conference|attacks?|disaster|launch|earthquake|storm|crisis|negotiations|meeting|festival|tournament|forum)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EnglishEvent();

    [GeneratedRegex(@"\b(quel(le)?s?|which|what)\s+$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Determiner();

    [GeneratedRegex($@" quel(le)? (est )?(le |la |l' |son |sa )?({FrenchOffices}) ", Options, 10_000)]
    private static partial Regex FrenchOffice();

    private const string FrenchOffices = "poste|fonction|metier|profession|statut|titre", EnglishOffices = "position|job|post|office|occupation|title|role";

    // "How are they kept safe?" asks what is done for it.
    [GeneratedRegex(@"\b(keep|keeps|kept|keeping)\s+(\S+\s+){0,4}$", Options, 10_000)]
    private static partial Regex Kept();

    // "Was the mood friendly?" asks for nothing but what it was like.
    [GeneratedRegex(" (atmosphere|mood|ambiance|climate|climat|tone|vibe) | how (warm|friendly|cordial|cold|cool|frosty|icy|tense|relaxed|formal|polite|close) (was|were|is|are|did) ", Options, 10_000)]
    private static partial Regex OfMood();

    [GeneratedRegex($"^({FrenchOffices}|{EnglishOffices})$", Options, 10_000)]
    private static partial Regex OfficeWord();

    [GeneratedRegex($@" (what|which) (is |was )?(the |his |her )?({EnglishOffices}) (does|did|is|was|has|had|of) | (what|which)(' ?s| is| was)( his| her|( [\w']+){{1,4}}' s) ((official|current|actual|exact) )?({EnglishOffices}|profession) (?!(on|about|towards?|regarding) )| do(es|ing)? for a living ", Options, 10_000)]
    private static partial Regex EnglishOffice();

    [GeneratedRegex(@" what (is|are|was|were) (the |these |those |both )?(two |three )?(country|countries|nations?)(?! (that|which|who|whose|involved|concerned|behind|in|with|\w+(ed|ing)) | $)", Options, 10_000)]
    private static partial Regex EnglishWhatAre();

    [GeneratedRegex(@"^ (please )?((can|could) you )?(please )?name (the|a|an|one|two|three|some|any) (?!(person|people|man|woman) )", Options, 10_000)]
    private static partial Regex EnglishNameThe();

    [GeneratedRegex(@" (comment|pourquoi|quel(le)?s?|quoi|combien|que|qu') (.* )?(?<!(et|ou|dire|savoir) )quand (?!$)| (t )?(il|elle|on|ils|elles) .{3,}(?<!(et|ou|dire|savoir|sais tu|savez vous|moi|c' est|de) )quand (ils?|elles?|on) | (t )?(il|elle|on|ils|elles) .{3,}(?<!(et|ou|dire|dit|savoir|sais tu|savez vous|moi|c' est|de|annonce|precise|indique) )quand ((le|la|les|l') (\w+ ){1,3}|\w+ ){1,2}(a|ont|est|sont|avait|avaient|etait|etaient|s' est|se sont) ", Options, 10_000)]
    private static partial Regex FrenchWhile();

    // "Dans ce contexte, que veut-il ?"
    [GeneratedRegex(@",\s*(que|qu['’]|quoi|de\s+quoi|à\s+quoi|sur\s+quoi)\s*(?!\p{L}+\s*,)", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchWhatBehind();

    [GeneratedRegex(@"(?<!\b(qui|pourquoi|quand|comment|combien|où)\b.*)\b(la|le|l['’])\s*(?<first>date|ville|pays|lieu|endroit|jour|heure)(\s+(exacte?|précise?))?,?\s+et\s+(aussi\s+|également\s+|puis\s+)?(le\s+nom\s+d(e\s+|u\s+))?(la\s*|le\s*|l['’]|(?<=du\s))\s*(?<second>(?!nom\b)\p{L}+)\s+(?<rest>(du|de|des|d['’]|où|sur\s+laquelle|dans\s+laquelle)\b.+)$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchJoined();

    [GeneratedRegex(@"(?<!\b(who|why|when|how|where)\b.*)\bthe\s+((exact|full|calendar)\s+)?(?<first>date|city|country|place|town|day|time)\s+and\s+(also\s+)?(the\s+)?(name\s+of\s+the\s+)?(?<second>(?!name\b)\p{L}+)\s+(?<rest>(of|where|(on|in)\s+which)\b.+)$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EnglishJoined();

    // "A-t-il été invité à Pyongyang", "did he visit Pyongyang".
    [GeneratedRegex(@"\b((aller|all(é|ée|ait|ions)|va|ira|(se\s+(rendre|rend|rendra))|rendue?|voyag(e|er|é|ea)|déplac(er|é|ée|ement)|ven(ue?|ir)|viendra|go(es|ing|ne)?|went|travel(s|led|ed|ling|ing)?|trips?|head(s|ed|ing)?|fl(y|ew|ying|own))(-t)?(-(il|elle))?(\s+(back|home|over|out|all\s+the\s+way|un\s+jour|bientôt|ensuite|aussi|à\s+(son|leur)\s+tour))?|(invit\w+|convi(é|ée|er|a))(\s+[\p{L}-]+){0,3})\s+(à|en|au|aux|to)\s+(la\s+|l['’]|the\s+)?$|\bvisit(s|ed|ing|er|é|era|ait|e)?(-t)?(-(il|elle))?\s+(la\s+|le\s+|l['’]|the\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Destination();

    // "La feuille de route, qui l'a définie ?"
    [GeneratedRegex(@"^[^,?!.:;]{3,80},\s*(c['’]est\s+)?qui\b[^,]*\?\s*$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchWhoBehind();

    // What somebody might think is told by others.
    [GeneratedRegex(@" ((could|might|may|would) (\w+ ){1,4}(think|feel|say|believe)|(va|vont) (t )?((il|elle|on) )?(en )?(penser|dire|croire)|(pourrai(en)?t|risque(nt)?|devrai(en)?t) (t )?(\w+ ){0,4}(penser|dire|croire)) ", Options, 10_000)]
    private static partial Regex Hypothetical();

    [GeneratedRegex(@" quel(le)?s? (est|sont|etait|etaient) (la |l' |les |le )?(position|opinion|avis|point de vue|attitude)s? (de |du |des |d' )(\w+ |l' ){1,4}(sur|a propos|au sujet|concernant|quant|face a|vis a vis) | comment (?!(est|s' est|se sont|sont) )(\w+ ){1,6}(voi(t|ent)|voyai(en)?t|percoi(t|vent)|envisage(nt)?|imagine(nt)?) | quelle (attitude|position|posture) (\w+ ){1,6}(adopt|prend|affich|defend)\w* ", Options, 10_000)]
    private static partial Regex FrenchView();

    [GeneratedRegex(@" what (is|was|are) (\w+ ){0,3}(\w+ s|\w+' s|their|his|her|its) (\w+ )?(position|stance|view|views|opinion|stand|take) (on|about|regarding|of|concerning|towards?) | what (do|does|did) (\w+ ){1,6}have to say | how (do|does|did|would) (?!(the|his|her|their) (host|guest|visitor) )(\w+ ){1,5}(?<! (the|this) )(see|view|perceive|envision|envisage|picture) | (what|which) (stance|position|attitude|line) (do|does|did|is|has) (\w+ ){1,5}(take|taking|taken|adopt\w*|have) (on|about|towards?|regarding) ", Options, 10_000)]
    private static partial Regex EnglishView();

    // "Which hotel", "what are the steps". "Along which lines", "de quelle nature" ask for no line and no nature.
    [GeneratedRegex(@"(?<!\b(de|d['’]|along)\s*)\b(quel(le)?s?|which|what|what['’]s)(\s+(est|sont|était|étaient|is|are|was|were|sera|will\s+be))?\s+((le|la|les|the|his|her|its|their|son|sa|ses|leurs?)\s+|l['’])?((?-i:\p{Lu})\p{L}+\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"(?<=^|[ ])(gets?|gains?|wins?|obtain|stand|benefits?|advantages?|profits?|offers?|good|useful|helpful|worthwhile|beneficial|ahead|gagner|gagne|retirer|retire|tirer|benefices?|avantages?|interets?|utilite|change|apporter?|rapporter?|come out|worth it)$", Options, 10_000)]
    private static partial Regex BenefitWord();

    // "Before Kim Jong-un, whom had he met?"
    [GeneratedRegex(@"\b(avant|à\s+part|mis\s+à\s+part|hormis|outre|excepté|en\s+dehors\s+d(e\s+|['’])|before|prior\s+to|apart\s+from|aside\s+from|other\s+than|besides|except(\s+for)?|not\s+counting)\s*((le|la|the)\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Excluding();

    [GeneratedRegex(@"^(1\d|20)\d\d$", Options, 10_000)]
    private static partial Regex Year();
}
