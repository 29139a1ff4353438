using System.Text.RegularExpressions;

namespace Summit.Bot.Retrieval;

// The question words of both languages. They are matched against folded text: lower case, no accents, one space on either
// side of every word, a space after an apostrophe; those for clauses and for what stands before a word, against the text itself.
public sealed partial class QuestionAnalyzer
{
    [GeneratedRegex(@"[\s,;:.!?«»""()]+", Options, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" quand (?!meme)| (depuis|jusqu' a|a partir de) quand | il y a combien | remonte(nt)? a (quand|combien) | fait combien d(e|') (temps|annees|ans|mois|jours|semaines) | combien d(e|') (annees|ans|mois|jours|semaines) (separent|s' est il ecoule|se sont ecoules|se sont elles ecoulees|il y a entre) | depuis combien d(e|') (annees|ans|mois|semaines|decennies) | quel(le)? (jour|date|annee|mois|periode|epoque) ", Options, 10_000)]
    private static partial Regex FrenchWhen();

    [GeneratedRegex(@"^ ((et|mais|alors|dis|dites|d'|jusqu'|vers|par|moi|peux tu me dire|sais tu) )*ou |(?<= )(savoir|dire|moi|et|quand|d'|est ce que) ou (?!quand)|^ .* (a|va|vont|sont|est|eu lieu|passe|tenu|tient|deroule) ou $| (a|dans|sur|vers|pour|de) quel(le)?s? (endroit|lieu|coin|ville|pays|ile|port|region|continent) | c' est ou ", Options, 10_000)]
    private static partial Regex FrenchWhere();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|avec|de|par|pour|chez|contre|en presence de) )*qui | (et|savoir|dire|moi|c' est|avec|de|a|par|contre|devant|chez|envers|selon|entre) qui |^ qui est ce  quel(le)?s? (dirigeant|president|leader|personne|personnalite|responsable|chef|homme|femme)", Options, 10_000)]
    private static partial Regex FrenchWho();

    [GeneratedRegex(@" combien | quel nombre | quel age | quelle (distance|taille|somme|part|proportion) ", Options, 10_000)]
    private static partial Regex FrenchHowMany();

    [GeneratedRegex(@" combien de (temps|jours?|heures?|minutes?|mois|annees?|semaines?) | quelle duree ", Options, 10_000)]
    private static partial Regex FrenchHowLong();

    [GeneratedRegex(@" how long (?!ago)| how many (days|hours|minutes|months|years|weeks) (did|does|has|have|will|was|is) ", Options, 10_000)]
    private static partial Regex EnglishHowLong();

    [GeneratedRegex(@" (what|which) (time|hour) (?!period)", Options, 10_000)]
    private static partial Regex EnglishTime();

    [GeneratedRegex(@" pourquoi | pour quel(le)?s? (raison|motif|cause)s? | dans quel(le)? (but|objectif|optique|perspective) | a quoi (sert|servir|servait|doit servir) | qu' est ce qui (explique|pousse|motive|amene|conduit|rend|a (pousse|motive|conduit|amene|rendu)) | d' ou vient qu(e|') | en vue de quoi | pour quoi ", Options, 10_000)]
    private static partial Regex FrenchWhy();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|de) )*(que|qu'|quoi) | (savoir|dire|moi) ce (que|qu') | (a|de) quoi | quel(le)?s? (propos|paroles|declarations?|compliments?) |^ .{0,40} quoi $", Options, 10_000)]
    private static partial Regex FrenchSaid();

    [GeneratedRegex(@"^ ((et|mais|alors|dis moi|dites moi|a|de|en|sur|avec|par|pour|dans|contre|selon) )*(que|qu'|quoi|lequel|laquelle|lesquels|lesquelles) | (quels?|quelles?|comment) | (a|de|en|sur|avec|par|pour|contre|c' est|savoir|dire|moi) quoi | qu' est ce ", Options, 10_000)]
    private static partial Regex FrenchWhat();

    [GeneratedRegex(@"^ .{0,60}\best ce (que?|qu') | t (il|elle|ils|elles|on) |\b(sont|ont|est|etait|etaient|vont|peuvent|veulent|doivent|avaient|avait|peut|veut) (ils|elles|il|elle|on|ce) |^ si (?!.* (que|qui|quoi|quel(le)?s?|comment|pourquoi|quand|combien) )| (vrai que|vrai qu'|confirmer que|savoir si|sait on si|savez vous si|dire si|je parie) | \w+(ait|aient) (t )?(il|elle|ils|elles|on) | (non|n' est ce pas|hein|pas vrai|si|je me trompe|c' est (ca|vrai|exact)) $", Options, 10_000)]
    private static partial Regex FrenchYesNo();

    [GeneratedRegex(@" (a|ont|est|sont|va|vont|etait|avait|sera|peut|doit|veut|souhaite|cherche|s' est|se sont) ", Options, 10_000)]
    private static partial Regex FrenchFiniteVerb();

    [GeneratedRegex(@"^ (and |so |but |since |until |by )*when | (and|or|know|me|where|since|exactly) when | when $| (what|which) (day|weekday|date|month|year|time period) | how (long|many (years|months|weeks|days|decades)) (give or take )?(ago|since|back|has it been|is it since|separat\w+|(lie|lay|are there) between) | how (many (years|months|weeks|days|decades)|much time) (has|have|had) (gone by|passed|elapsed|it been) | how far back | since when ", Options, 10_000)]
    private static partial Regex EnglishWhen();

    [GeneratedRegex(@"^ (and |so |but |from )*where (?!(do|does|did|would|will|should|could) .* (stand|(head|headed|go) from here|(like|want|wish|love) .* (to|going|headed)) )| (and|or|know|me|when|from|exactly) where | where $| (in|at|on|to|from) (what|which) (place|city|town|country|island|port|location|venue|region) | whereabouts ", Options, 10_000)]
    private static partial Regex EnglishWhere();

    [GeneratedRegex(@" who | whom | whose | who' (s|d|ll|re|ve) | (what|which) (leader|president|person|man|woman|leaders|presidents|official(?= (is|was|has|had|did|will|said|says|from|in|of|at|who|\w+ed) )|officials)", Options, 10_000)]
    private static partial Regex EnglishWho();

    [GeneratedRegex(@" how (many|much(?! (is|was|are) there| time)|old|far|tall|often) ", Options, 10_000)]
    private static partial Regex EnglishHowMany();

    [GeneratedRegex(@" why | what for | for (what|which) (reason|purpose) | how come | what (prompted|motivated|explains|is the point|made|brought|drove|led|pushed|drives|pushes) | on what grounds | for the sake of what | motive wise ", Options, 10_000)]
    private static partial Regex EnglishWhy();

    [GeneratedRegex(@" what(?= (did|does|do|has|have|had|is|was|were|are|will|would|can|could|should|else|exactly|about|' s|they|he|she|it|[a-z]+ (said|say|says|told|thinks?|wants?)|words?|terms?|adjectives?|expressions?|statements?|remarks?|message) )(?!.{0,40} when )", Options, 10_000)]
    private static partial Regex EnglishSaid();

    [GeneratedRegex(@"^ (any \w+|\w+n' t) | (is it true|whether|confirm that|do you know if|tell me if) |( correct| right| true| yes| no|n' t (it|they|he|she|there)) $", Options, 10_000)]
    private static partial Regex EnglishYesNo();

    // A second question begins after "et" or "and": a question word, with its preposition, or a verb before its subject. "À quelle date la Chine et la
    // Russie ont-elles…" is one.
    [GeneratedRegex(@"(?<=\S)(?<!^\W*((à|en|dans|sur|de|pour|depuis)\s+)?(où|quand|comment|pourquoi|(depuis\s+)?combien(\s+de\s+temps)?|quel(le)?s?\s+\p{L}+)\s+((le|la|les|des|un|une)\s+|l['’]|(?-i:(?=\p{Lu})))[\p{L}-]+(\s+\p{L}+)?)\s*[,;?]?\s+et\s+(?=(dis|dites|donne|donnez|explique)(-|\s)moi\b|si\s|((à|a|de|d'|dans|sur|avec|par|pour|en|chez)\s+)?(qui|que|qu['’]|quoi|où|quand|comment|pourquoi|combien|quel(le)?s?|est-ce)\b|ce\s+qu(e|['’])|y\s+a|[\p{L}]+(-t)?-(il|elle|on|ils|elles|ce)\b|((un|une|le|la|les|des)\s+|l['’])\p{L}+(\s+\p{L}+)?\s+\p{L}+(-t)?-(il|elle|ils|elles)\b|y\s+aura|(ont|sont|a|est|va|vont|avait|avaient)-)|\s*\?\s+(?=\p{Lu})|\s[+&]\s", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchClause();

    [GeneratedRegex(@"(?<=\S)\s*[,;?]?\s+and\s+(?=(tell|give|show)\s+me\b|whether\b|((in|on|at|to|from|with|by|for)\s+)?(what|who|whom|whose|which|when|where|why|how)\b|(did|does|do|is|are|was|were|will|has|have|had|can|could|should|would)\s)|\s*\?\s+(?=\p{Lu})|\s[+&]\s", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EnglishClause();

    [GeneratedRegex(@" comment (s' ?appel\w+|se nomm\w+) | (quel est|donne moi|connaitre) (le|son) nom | (nom|prenom|surnom|titre) (de|du|des|d') | c' est qui |(?<! (par|a|avec|de|pour|chez|contre|selon|sur|ce)) qui (est|etait|sont|sera|serait|fut|deviendra|devient) (?!ce |derriere |dans )(?!\w+(e|i|u|s|t) (a|par|de|d'|au|sous|dans|en|pour|sur|comme) )", Options, 10_000)]
    private static partial Regex FrenchName();

    [GeneratedRegex(@" (what' ?s|what is|what was|what are) (the )?((first|last|full) )?names? | names? of | (is|was) .{0,40} (called|named) | who (is|was|are|will be|would be|became|has been|' s) (the|a|an|\w+' s)? ?(?!(that|it|this|he|she|they|\w+ (host|guest|visitor|counterpart|opponent|adversary|rival|partner)|host|guest|sure|certain|convinced|confident|able|willing|ready|likely|happy|unhappy|angry|glad|right|wrong|behind)\b)(?!.* (in|at|on|with|to|for|by|from|against|of) $)(?!(\w+ ){0,3}\w+ing )(?!(\w+ ){1,3}(said|accused|supposed|thought|believed|alleged) )(?!\w+(ed|en|own|one) (in|to|with|by|as|at|on|for|of|from) )", Options, 10_000)]
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
    [GeneratedRegex(@" ou en (est|sont|etait|etaient|serait|seraient) | d' ou vient qu(e|') ", Options, 10_000)]
    private static partial Regex FrenchState();

    [GeneratedRegex(@" (ne|n') .{0,40}(pas|jamais|aucune?|plus|rien) | refus\w+ ", Options, 10_000)]
    private static partial Regex FrenchDenied();

    [GeneratedRegex(@" (not|never|no|nothing|nobody|n' t|\w+n' t|refus\w+) ", Options, 10_000)]
    private static partial Regex EnglishDenied();

    // "Why shouldn't we wait for it?" is told by that there will be none.
    [GeneratedRegex(@" (pourquoi (ne )?(faut il|doit on|devrait on) .{0,20}(attendre|compter|esperer)|why shouldn' ?t (i|we|one|you|they|anyone) (\w+ )?(expect|wait|hope|count|hold)) ", Options, 10_000)]
    private static partial Regex Waiting();

    // "…, right?", "…, n'est-ce pas ?": they ask for a yes, and name nothing.
    [GeneratedRegex(@"[,.;]\s*(right|correct|true|yes|no|non|hein|pas vrai|n['’]est-ce pas|je me trompe|(is|was|are|were|did|does|do|has|have|will)n['’]t\s+(it|he|she|they|there)|is\s+(that|this|it)\s+(right|correct|true|so)|(c['’]est|est-ce)\s+(bien\s+)?(ça|cela|vrai|exact|juste|correct))\s*\?*\s*$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Tag();

    // "I heard that …", "il paraît que …": where the question has it from; "well, …", "bon, …" open any.
    [GeneratedRegex(@"^\W*((i\b|j['’]|(je|my|mon|ma|mes|nous|we)\b)(?![^?:]*\b(about|on|regarding|sur|propos|sujet|parle|concerne)\b)[^?:]{1,120}:\s+(?=[^:]*\?)|for\s+my\s+\w+,?\s+i\s+(just\s+)?(need|want)\s+)?((bon|ben|bah|alors|ok|okay|dis|dites|euh|well|so|right|hey|listen|look)\s*,\s*(et\s+|and\s+|but\s+|mais\s+)?)?(is\s+it\s+(really\s+)?(true|right|correct|the\s+case|a\s+fact)\s+(that\s+)?|(est-ce|est-il|c['’]est)\s+(bien\s+|vraiment\s+)?(vrai|exact|juste|avéré|le\s+cas)\s+qu(e\s+|['’])|i\s+(have\s+|just\s+)?(heard|read|was\s+told|understand|believe|think|suppose|guess)\s+(that\s+)?|i(\s+(should|would)|['’]d)\s+(really\s+|just\s+)?(be\s+(grateful|glad|happy|curious|interested|pleased)|like|love)\s+(to\s+(know|learn|hear|find\s+out|understand)|if\s+you\s+(could|would|can)\s+(please\s+|kindly\s+)?(tell|explain|say)(\s+(to\s+)?(me|us))?)\s+|i\s+(am|was)\s+(curious|wondering)\s+|apparently,?\s+|it\s+seems\s+(that\s+)?|they\s+say\s+(that\s+)?|j['’]aimerais\s+(bien\s+)?(savoir|apprendre|comprendre)\s+|je\s+(serais|suis)\s+(curieux|curieuse|heureux|heureuse|ravie?)\s+(de\s+|d['’])(savoir|apprendre|comprendre)\s+|j['’]ai\s+(lu|entendu(\s+dire)?|appris|cru\s+comprendre)\s+qu(e\s+|['’])|on\s+(dit|m['’]a\s+dit|raconte)\s+qu(e\s+|['’])|(il\s+)?para[iî]t\s+qu(e\s+|['’])|je\s+(crois|pense|suppose)\s+qu(e\s+|['’]))?", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@" ((a propos|au sujet) de quoi|sur quoi|(sur|de) quel(le)?s? (sujet|theme|question|point|dossier)s?|de quoi (\w+ ){0,3}(parle\w*|discut\w+|debat\w+|trait\w+)|(porte|portent|portait|portera|porteront|porter)( il| elle| t il| t elle)? sur) ", Options, 10_000)]
    private static partial Regex FrenchTopic();

    [GeneratedRegex(@" ((about|on|over|regarding|concerning) (what|which)|what .{0,60} about|(what|which) (is the |was the )?(subject|topic|issue|theme)s?( of)?) ", Options, 10_000)]
    private static partial Regex EnglishTopic();

    [GeneratedRegex(@" ((de quoi|sur quoi(?!.* (appuy|repos|bas(e|er|ent)|fond(e|er|ent)))|(de|sur|a) quel(le)?s? (sujet|theme|question|point|dossier)s?) .*(parl|discut|debat|entret|dialog|convers)\w*|what (?!.* (said|say|says|tell|told) ).*(talk\w*|discuss\w*|chat\w*|conversation) (\w+ ){0,3}about(?! (the|his|her|their|its|how|what|it|this|that|them) )|(sujet|theme|objet) (du|de la|des|de l') (dialogue|discussions?|entretien|echanges?|conversations?|pourparlers) |(topic|subject) of (the|their|this|his) (dialogue|discussions?|talks?|conversations?) |sur quoi (devai\w+|doit|doivent|va|allait|port\w+) (porter )?(le |la |les |l' )?(\w+ )?(dialogue|discussions?|entretien|echanges?|conversations?|pourparlers)|(quel(le)?s? (sujet|theme|dossier|question)s?|de quelle region( du monde)?|quelle region) .*(abord|evoqu|discut|parl|trait|mettre sur la table)\w*|(about|on) what (topic |subject |theme |issue )?(did|do|does|is|are|was|were|will|would|should) .*(talk|discuss|dialog|conversation)\w*|(?<=^ )(a quel sujet|a propos de quoi|(about|on) what( topic| subject| issue)?)(?! (did|do|does|is|are|was|were|will|basis|grounds|day|date|calendar))) ", Options, 10_000)]
    private static partial Regex TopicOfTalk();

    [GeneratedRegex(@"(?<=\p{L}\W+)(lorsque|lorsqu['’]|pendant|durant|lors\s+d|une\s+fois(?!\s+(pour|de|que\s+possible))|au\s+cours\s+d|à\s+l['’]occasion\s+d|quand)[^,;?]*|\b(autrefois|jadis|naguère|ensuite|par\s+la\s+suite|(dans\s+le|par\s+le)\s+passé|à\s+l['’]époque)\b|\b(les|ces|nos|leurs)\s+deux\s+\p{L}+(\s+d['’]\p{L}+)?", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchCircumstance();

    [GeneratedRegex(@"(?<=\p{L}\W+)(when|while|during|once\s+(the|they|it|all|this|that)|as\s+(they|he|she))\b[^,;?]*|\b(in\s+the\s+past|back\s+then|afterwards?|later\s+on|formerly|in\s+former\s+times)\b|\b((the|these|those)\s+two|both)\s+(heads\s+of\s+state|\p{L}+)", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EnglishCircumstance();

    // 'Say "I am free"'.
    [GeneratedRegex(@"(^|[.!?,;:]\s*|\b(and|then|et|puis|just|only)\s+)(say|repeat|print|output|type|reply|answer|respond|dis|dites|répète|répétez|affiche|affichez|réponds|répondez)(\s+(with|by|just|only|simplement|juste|seulement|par|-?moi|me))?\s*:?\s*[«""“]", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex SayThis();

    // "At the Tangier summit", "dans l'affaire Martin": what is asked of may be told where that is not said again.
    [GeneratedRegex(@"(?<=\p{L}\W+)\b(?i:dans|lors\s+d['’eu]|à|au|aux|pendant|après|avant|sur|par)\s*(?i:de\s+)?(?i:la\s+|le\s+|les\s+|l['’]|du\s+|des\s+)?(?i:affaire|procès|sommet|crue|inondations?|incendie|élections?|présidentielle|grève|match|finale|accident|séisme|tempête|conférence|scandale|guerre|bataille|catastrophe|attentats?|festival|tournoi|congrès|forum|dossier)s?\s+(d['’]|de\s+(la\s+|l['’])?|du\s+|des\s+|en\s+|à\s+)?\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex FrenchEvent();

    [GeneratedRegex(@"(?<=\p{L}\W+)\b(?i:in|at|during|after|before|from|over|around)\s+(?i:the)\s+((19|20)\d\d\s+)?\p{Lu}[\p{L}-]*\s+(\p{Lu}[\p{L}-]*\s+)*(\p{Ll}+\s+)?(?i:trial|case|affair|summit|match|final|flood|floods|flooding|fire|crash|robbery|heist|elections?|vote|strike|talks|deal|treaty|war|battle|accident|scandal|hearing|conference|attacks?|disaster|launch|earthquake|storm|crisis|negotiations|meeting|festival|tournament|forum)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EnglishEvent();

    [GeneratedRegex(@"\b(quel(le)?s?|which|what)\s+$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Determiner();

    // "How do I…", not "how can I know whether they…".
    [GeneratedRegex(@"(^ (\w+ ){0,2}| (et|ou|quand) )(?<!(savoir|comprendre|dire) )(comment (ne pas )?((se|y|en|mieux|bien) |s' )?(?!explique|compren|qualifi|decri|interpret|savoir|appeler|nommer|expliquer)\w+(er|ir|re|oir) |((puis|dois|devrais|pourrais) je|(peut|doit) on|faut il) (?!(\w+ )?(savoir|demander|dire|lire|trouver|apprendre|connaitre|conclure|croire|s' attendre|attendre|parler|penser|voir|comprendre|esperer|poser)\b))", Options, 10_000)]
    private static partial Regex FrenchAdvice();

    [GeneratedRegex(@" ((how|where|when|what|which) ((\w+ )?(do|can|should|could|would|must|may) (i|you|we|one) |to (?<=^ (\w+ ){0,3}to ))|(can|should|could|may|must) i )(?!(\w+ )?(know|say that|said|tell|find out|read|see|understand|describe|explain|call|sum|summari[sz]e|characteri[sz]e|ask|expect|believe|think|conclude|infer|have|quote|mean)\b)", Options, 10_000)]
    private static partial Regex EnglishAdvice();

    [GeneratedRegex(@"^ ((peux tu|pouvez vous|tu peux|vous pouvez|pourrais tu|pourriez vous) )?(m' |me |nous )?(ecri(s|vez|re)|redige(r|z)?|compose(r|z)?|dessine(r|z)?|chante(r|z)?|invente(r|z)?|imagine(r|z)?|tradui(s|sez|re)|repete(r|z)?|recite(r|z)?|jouons|joue|genere(r|z)?|programme(r|z)?|reserve(r|z)?|commande(r|z)?|achete(r|z)?|allume(r|z)?|eteins|eteindre|rappelle moi de|(fais|faites) (semblant|comme)|raconte(r|z)?( (moi|nous))? une? (blague|histoire|conte|devinette))|(?<=^ (peux tu|pouvez vous|tu peux|vous pouvez|pourrais tu|pourriez vous) )(m'|nous) aider a (?!(\w+ )?(comprendre|savoir|trouver|retrouver|voir|situer|resumer|expliquer|identifier|preciser|connaitre) )|(?<! (a|selon)) (ton|votre) (avis|opinion) | (que|qu' en|en|quoi) (penses tu|pensez vous) ", Options, 10_000)]
    private static partial Regex FrenchMake();

    [GeneratedRegex(@"^ (please )?((can|could|would|will) you )?(please )?(write|compose|draw|sing|invent|imagine|make up|translate|pretend|repeat|recite|generate|let' s play|play|code|act as|book|order|buy|reserve|schedule|remind me|turn (on|off)|email|help (me|us) (to |with )?(?!(\w+ )?(understand|find|figure|know|see|grasp|learn|identify|summari[sz]e|explain|make sense) )(?=\w)|(tell|give)( me| us)? (a|an|another|some) (joke|story|riddle|recipe|tips?|advice))|(?<! in) your (own |personal |honest )?(opinion|view)s? | what do you think (of|about) | (do|would) you (prefer|recommend|suggest) ", Options, 10_000)]
    private static partial Regex EnglishMake();

    [GeneratedRegex(@" quel(le)? (est )?(le |la |l' |son |sa )?(poste|fonction|metier|profession|statut|titre) ", Options, 10_000)]
    private static partial Regex FrenchOffice();

    [GeneratedRegex(@" (what|which) (is |was )?(the |his |her )?(position|job|post|office|occupation|title|role) (does|did|is|was|has|had|of) ", Options, 10_000)]
    private static partial Regex EnglishOffice();

    [GeneratedRegex(@" (who(m)? else|(what|which) other (leader|president|person|people|official|politician)s?|qui (\w+ )?d' autres?|quel(le)?s autres (dirigeants|presidents|personnes|responsables|personnalites)) ", Options, 10_000)]
    private static partial Regex Others();

    [GeneratedRegex(@" comment (\w+ ){0,6}(t )?(voyag\w+|s' est (il |elle )?(rendu|deplace)e?|se sont (ils |elles )?(rendu|deplace)e?s|se (rend|rendent|deplace|deplacent|rendre|deplacer)|(est|sont) (il |elle |ils |elles )?(venu|arrive|alle|parti|rentre|reparti)e?s?(?! (au pouvoir|a la (tete|presidence|conclusion)|de rien|la ))) |moyens? de (transport|locomotion) ", Options, 10_000)]
    private static partial Regex FrenchTravel();

    [GeneratedRegex(@" how (did|does|do|will|has|have|had|is|was) (\w+ ){1,4}(travel|travelled|traveled|travelling|traveling|journey|get (there|here|back(?! (together|into|at|on))|home)|go (there|back|home)|come here|arrive) |(means|mode|kind) of (transport|transportation|travel) ", Options, 10_000)]
    private static partial Regex EnglishTravel();

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
    [GeneratedRegex(@"\b((aller|all(é|ée|ait|ions)|va|ira|(se\s+(rendre|rend|rendra))|rendue?|voyag(e|er|é|ea)|déplac(er|é|ée|ement)|ven(ue?|ir)|viendra|go(es|ing|ne)?|went|travel(s|led|ed|ling|ing)?|trips?|head(s|ed|ing)?|fl(y|ew|ying|own))(-t)?(-(il|elle))?(\s+(back|home|over|out|all\s+the\s+way|un\s+jour|bientôt|ensuite|aussi|à\s+(son|leur)\s+tour))?|(invit\w+)(\s+[\p{L}-]+){0,3})\s+(à|en|au|aux|to)\s+(la\s+|l['’]|the\s+)?$|\bvisit(s|ed|ing|er|é|era|ait|e)?(-t)?(-(il|elle))?\s+(la\s+|le\s+|l['’]|the\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Destination();

    [GeneratedRegex(@" (another|a second|a third|a further|a new|une? (autre|deuxieme|second|seconde|troisieme|nouveau|nouvel|nouvelle)|prochaine?) (\w+ ){0,3}(summit|meeting|visit|round|trip|talks|sommet|rencontre|reunion|visite|entretien|rendez vous) (?<= (planned|plans|scheduled|expected|will|going to|be|prevue?s?|prevoi\w+|programmee?s?|envisagee?s?|aura t il|y aura|sera|seront|vont) .*|(?=(.* )?(planned|scheduled|expected|in the works|on the cards|coming up|prevue?|programmee?|envisagee?|a l' ordre du jour) ))", Options, 10_000)]
    private static partial Regex Another();

    [GeneratedRegex(@"^(?!.* (next|last|again|prochain|prochaine|dernier|derniere|nouveau) ).* (etait|etaient|eu lieu|s' est|s' etait|se sont|se tenait|se deroulait|s' agissait|was|were|did|happen|happened|took place|take place|held|venue|host|occur|occurred|on est|sommes nous|are we) ", Options, 10_000)]
    private static partial Regex Happened();

    [GeneratedRegex(@"^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$", Options, 10_000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@" ((que|qu'|quoi) (.* )?(contien\w+|contenait|contenaient)|en quoi consist\w+|what (exactly|precisely|specifically) (are|were) (these|those|the|his|her|their)|quelles? sont (exactement|precisement|concretement|au juste) (ces|les|ses|leurs)|(qu' y a t il|qu' est ce qu' il y a) (\w+ )?dans|(details?|contenu) (de|du|des|d')|what (is|' s|was|are|were) (exactly )?in (the|this|that|its|their)(?! (way|works|cards|dispute))|what (do|does|did) .* (contain|consist of|include)|(details|contents) of|(?<=^ (\w+ ){0,3})details?) ", Options, 10_000)]
    private static partial Regex Contents();

    [GeneratedRegex(@" ((a|ont|avait) (t )?(\w+ ){0,3}(reagi|repondu)(?! (sur|a propos|au sujet))|repond(ent)?|reagit|reagissent|(a ete|fut|etait) (la|sa|leur) (reaction|reponse)|(did|has|have|had) (\w+ ){1,5}(react|reacted|respond|responded|reply|replied)|(did|has|have) (\w+ ){1,3}(answer|answered)(?! (question|a|any|to reporters))|what (was|were) (\w+ ){1,5}(reaction|response|reply)) ", Options, 10_000)]
    private static partial Regex Reacted();

    // Of a plan or a text, not of a person.
    [GeneratedRegex(@" ((dit|prevoit) quoi (exactement|au juste|precisement)|(dit|prevoit) (il|elle) (exactement|au juste|precisement)|what (does|did) it say (exactly|precisely)|what exactly (does|did) it say) ", Options, 10_000)]
    private static partial Regex SaysWhat();

    [GeneratedRegex(@" (how exactly|exactly how|how precisely|comment .*(concretement|exactement|precisement)) ", Options, 10_000)]
    private static partial Regex HowExactly();

    [GeneratedRegex(@" ((quel(le)?s?|which) .*(exactement|precisement|concretement|exactly|specifically|precisely)|quel(le)?s? (\w+ ){1,2}precis(e|es)?|quel(le)?s? (\w+ ){1,2}((t )?il |elle |on )?(veut|voulait|a|avait|pense|parle)( (t )?(il|elle))? (dire|en tete|a|vise)|(a|de) quel(le)?s? \w+ (pense|pensait|songe)( t)? (il|elle)|(pense|songe|fait reference) a quel(le)?s?|(what|which) (\w+ ){1,2}(does|did|do|is|was|are|were) (\w+ ){1,2}(mean|have in mind|thinking of|referring to|talking about)) ", Options, 10_000)]
    private static partial Regex WhichExactly();

    // "La feuille de route, qui l'a définie ?"
    [GeneratedRegex(@"^[^,?!.:;]{3,80},\s*(c['’]est\s+)?qui\b[^,]*\?\s*$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchWhoBehind();

    // What somebody might think is told by others.
    [GeneratedRegex(@" ((could|might|may|would) (\w+ ){1,4}(think|feel|say|believe)|(va|vont) (t )?((il|elle|on) )?(en )?(penser|dire|croire)|(pourrai(en)?t|risque(nt)?|devrai(en)?t) (t )?(\w+ ){0,4}(penser|dire|croire)) ", Options, 10_000)]
    private static partial Regex Hypothetical();

    [GeneratedRegex(@" comment (?!(est|s' est|se sont|sont) )(\w+ ){1,6}(voi(t|ent)|voyai(en)?t|percoi(t|vent)|envisage(nt)?|imagine(nt)?) ", Options, 10_000)]
    private static partial Regex FrenchView();

    [GeneratedRegex(@" what (do|does|did) (\w+ ){1,6}have to say | how (do|does|did|would) (\w+ ){1,5}(?<! (the|this) )(see|view|perceive|envision|envisage|picture) ", Options, 10_000)]
    private static partial Regex EnglishView();

    // "Which hotel", "what are the steps". "Along which lines", "de quelle nature" ask for no line and no nature.
    [GeneratedRegex(@"(?<!\b(de|d['’]|along)\s*)\b(quel(le)?s?|which|what|what['’]s)(\s+(est|sont|était|étaient|is|are|was|were|sera|will\s+be))?\s+((le|la|les|the|his|her|its|their|son|sa|ses|leurs?)\s+|l['’])?((?-i:\p{Lu})\p{L}+\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex AskedFor();

    [GeneratedRegex(@" (quelle (epoque|periode|ere)|(which|what) (\w+ )?(period|era|age|epoch)) ", Options, 10_000)]
    private static partial Regex Period();

    [GeneratedRegex(@" (depuis (quand|combien|quel(le)?s? )|since when|since (what|which) |(for )?how (long|many (days|weeks|months|years)) (has|have|had) )", Options, 10_000)]
    private static partial Regex SinceWhen();

    [GeneratedRegex(@" (each|chacun|respectif|respectivement|respectively|l' un et l' autre|tous (les )?deux|both (of (them|the)|(the )?(two )?(men|leaders|presidents|sides))) ", Options, 10_000)]
    private static partial Regex OfEach();

    // "What's in it for them?", "Que peut-elle y gagner ?"
    [GeneratedRegex(@" ((what|how much) (.* )?(get|gets|gain|gains|win|wins|obtain) (.* )?(out of|from|by|in)|what .* (stand|stands|have|has|hope|hopes) to (gain|win|get)|what' ?s in it|what is in it|what (is the )?(benefit|advantage)s?|what (is the )?(good|use) (of|is|does|would|in)|(how|why) .* (benefit|profit|help|helps|come out ahead)|(how|why) .* (good|useful|helpful|worthwhile|worth it|beneficial) (for|to)|what makes .* (good|useful|helpful|worthwhile|worth it) (for|to)" +
        @"|(quoi|que|qu'|qu' est ce que) (.* )?a (y )?(gagner|retirer)|(que|qu'|qu' est ce que|quoi) (.* )?(gagn\w+|retir\w+|y trouv\w+)|quel(le)?s? (est l' |est le |serait l' )?(benefices?|avantages?|interets?|profits?|utilite)|(change|apporte|rapporte)(ra|rait|nt)? (quoi|a quoi)|(que|qu' est ce que|en quoi) .*(change|apporte|rapporte|profite|beneficie|sert)\w*|a quoi (bon|sert)) ", Options, 10_000)]
    private static partial Regex Benefit();

    [GeneratedRegex(@"(?<=^|[ ])(gets?|gains?|wins?|obtain|stand|benefits?|advantages?|profits?|offers?|good|useful|helpful|worthwhile|beneficial|ahead|gagner|gagne|retirer|retire|tirer|benefices?|avantages?|interets?|utilite|change|apporter?|rapporter?|come out|worth it)$", Options, 10_000)]
    private static partial Regex BenefitWord();

    // "Before Kim Jong-un, whom had he met?"
    [GeneratedRegex(@"\b(avant|à\s+part|mis\s+à\s+part|hormis|outre|excepté|en\s+dehors\s+d(e\s+|['’])|before|prior\s+to|apart\s+from|aside\s+from|other\s+than|besides|except(\s+for)?|not\s+counting)\s*((le|la|the)\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Excluding();

    // "At what point of the programme did he speak?"
    [GeneratedRegex(@" ((at|during) (what|which) (point|part|stage|moment|portion|session)|(a|pendant|durant|lors de|au cours de|dans) quel(le)?s? (moment|partie|phase|etape|sequence|seance|passage)) (?!(of|in) (the|his|her) (article|text|story|life)|de (l'|la|sa) (article|vie))", Options, 10_000)]
    private static partial Regex AtWhatPoint();

    // "Who are the two leaders?", "Who met whom?"
    [GeneratedRegex(@" (((who|qui|quels) (are|were|is|sont|etaient|est) |(quels|which|identify|name) )(\w+ ){0,3}(two|deux) (\w+ )?(leaders?|men|people|presidents?|heads|dirigeants|hommes|personnes|chefs|protagonistes|figures|statesmen|politicians)|c' est qui les deux \w+|qui (a|avait) (\w+ )?qui|who (\w+ ){1,3}(who|whom)) ", Options, 10_000)]
    private static partial Regex Both();

    [GeneratedRegex(@" il y a combien | fait combien d(e|') (temps|annees|ans|mois|jours|semaines) | how (long|many (years|months|weeks|days|decades)) (give or take )?(ago|back) ", Options, 10_000)]
    private static partial Regex HowLongAgo();

    [GeneratedRegex(@"^ date | (quel(le)?s? (date|mois|annee)|la date|(what|which) (exact |calendar )?(date|month|year)|date (of|for)|jour du mois|day of the month) ", Options, 10_000)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"^(1\d|20)\d\d$", Options, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"^ (so |and )?how (did|does|do|will|has|have|had) ", Options, 10_000)]
    private static partial Regex EnglishHow();

    [GeneratedRegex(@"\b(get|go|come|travel)\s+(all\s+the\s+way\s+|back\s+)?to\s+(the\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Towards();

    /// <summary>What somebody can travel by.</summary>
    [GeneratedRegex(@"\b((à|on)\s+(pied|foot|horseback|cheval|vélo|moto)|by\s+(air|sea|rail|road|land|water)|par\s+(les\s+airs|la\s+mer|la\s+route|voie\s+\w+)|trains?(?!\s+d(e\b|['’]))|locomotive|wagons?|rail(way|road)?s?|avions?|(air)?planes?|aircraft|jets?|vols?|flights?|flew|flying|fly|survol\w+|atterri\w*|land(ed|ing)|hélicoptères?|helicopters?|voitures?|cars|(by|a|an|the|his|her|their)\s+([\w-]+\s+)?car|limousines?|convois?|convoys?|motorcades?|cortèges?|drove|drive[ns]?|driving|conduis\w+|camions?|trucks?|lorr(y|ies)|(auto)?bus|autocars?|coach(es)?|taxis?|métro|subway|tram(way)?s?|bateaux?|boats?|navires?|ships?|ferr(y|ies)|yachts?|paquebots?|sail(ed|ing|s)?|voiliers?|bicycles?|bikes?|motorcycles?|walk(ed|ing)?|march(ed|ing|ant)|embarqu\w+|board(ed|ing)|véhicules?|vehicles?)\b", Options | RegexOptions.IgnoreCase, 10_000)]
    internal static partial Regex Transport();

    // "About which region", "which country … for": the place is spoken of.
    [GeneratedRegex(@" (a propos de|au sujet de|de|pour|concernant|about|for|regarding|concerning) (la situation (de|dans|en) )?(quel(le)?s?|which|what) (pays|etat|region|nation|zone|territoire|partie du monde|peninsule|country|countries|part of the world|area)s? (?!(vient|viennent|est originaire))| (which|what) (country|region|nation|area|part of the world|peninsula|territory)('s|' s|s)? (.* )?(about|for|situation .*) $| (which|what) country' s ", Options, 10_000)]
    private static partial Regex OfPlace();

    // In a question and in what answers it; matched against the text itself.
    [GeneratedRegex(@"\b(again|next\s+(?!to\b|day\b)|prochaine?s?|(de|à)\s+nouveau|une\s+nouvelle\s+fois|another\s+(time|summit|meeting|visit|round)|se\s+re(voir|ver\w+|trouver(a|ont)))", Options | RegexOptions.IgnoreCase, 10_000)]
    internal static partial Regex Again();
}
