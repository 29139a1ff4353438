using System.Text.RegularExpressions;

namespace Summit.Bot.Retrieval;

// What each turn is worded with. All but those named otherwise are matched against the folded question: no accent, no capital, no punctuation, a space
// at either end and behind an apostrophe.
internal static partial class TurnFinder
{
    // As they stand in a folded question.
    private const string FrenchRelatives = "pere|papa|mere|maman|fils|fille|frere|soeur|femme|epouse|mari|oncle|tante|cousine?|neveu|niece|veuve|grand pere|grand mere|beau frere|petit fils";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@" (ne|n') .{0,40}(pas|jamais|aucune?|plus|rien) | refus\w+ ", Options, 10_000)]
    private static partial Regex FrenchDenied();

    [GeneratedRegex(@" (not|never|no|nothing|nobody|n' t|\w+n' t|refus\w+) ", Options, 10_000)]
    private static partial Regex EnglishDenied();

    // "Why shouldn't we wait for it?" is told by that there will be none.
    [GeneratedRegex(@" (pourquoi (ne )?(faut il|doit on|devrait on) .{0,20}(attendre|compter|esperer)|why shouldn' ?t (i|we|one|you|they|anyone) (\w+ )?(expect|wait|hope|count|hold)) ", Options, 10_000)]
    private static partial Regex Waiting();

    [GeneratedRegex(@" ((a propos|au sujet) de quoi|sur quoi|(sur|de) quel(le)?s? (sujet|theme|question|point|dossier)s?|de quoi (\w+ ){0,3}(parle\w*|discut\w+|debat\w+|trait\w+)|(porte|portent|portait|portera|porteront|porter)( il| elle| t il| t elle)? sur) ", Options, 10_000)]
    private static partial Regex FrenchTopic();

    [GeneratedRegex(@" ((about|on|over|regarding|concerning) (what|which)|what .{0,60} about|(what|which) (is the |was the )?(subject|topic|issue|theme)s?( of)?) ", Options, 10_000)]
    private static partial Regex EnglishTopic();

    [GeneratedRegex(@" ((de quoi|sur quoi(?!.* (appuy|repos|bas(e|er|ent)|fond(e|er|ent)))|(de|sur|a) quel(le)?s? (sujet|theme|question|point|dossier)s?) .*(parl|discut|debat|entret|dialog|convers)\w*|what (?!(year|day|date|month|city|country|place|island) |.* (said|say|says|tell|told) ).*(talk\w*|discuss\w*|chat\w*|conversation) (\w+ ){0,3}about(?! (the|his|her|their|its|how|what|it|this|that|them) )|(sujet|theme|objet) (du|de la|des|de l') (dialogue|discussions?|entretien|echanges?|conversations?|pourparlers) |(topic|subject) of (the|their|this|his) (dialogue|discussions?|talks?|conversations?) |sur quoi (devai\w+|doit|doivent|va|allait|port\w+) (porter )?(le |la |les |l' )?(\w+ )?(dialogue|discussions?|entretien|echanges?|conversations?|pourparlers)|(quel(le)?s? (sujet|theme|dossier|question)s?|de quelle region( du monde)?|quelle region(?!.* quand )) .*(abord|evoqu|discut|parl|trait|mettre sur la table)\w*|(about|on) what (topic |subject |theme |issue )?(did|do|does|is|are|was|were|will|would|should) .*(talk|discuss|dialog|conversation)\w*|(?<=^ )(a quel sujet|a propos de quoi|(about|on) what( topic| subject| issue)?)(?! (did|do|does|is|are|was|were|will|basis|grounds|day|date|calendar))) ", Options, 10_000)]
    private static partial Regex TopicOfTalk();

    // 'Say "I am free"'.
    [GeneratedRegex(@"(^|[.!?,;:]\s*|\b(and|then|et|puis|just|only)\s+)(say|repeat|print|output|type|reply|answer|respond|dis|dites|répète|répétez|affiche|affichez|réponds|répondez)(\s+(with|by|just|only|simplement|juste|seulement|par|-?moi|me))?\s*:?\s*[«""“]", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex SayThis();

    // "How do I…", not "how can I know whether they…".
    [GeneratedRegex(@"(^ (\w+ ){0,2}| (et|ou|quand) )(?<!(savoir|comprendre|dire) )(comment (ne pas )?((se|y|en|mieux|bien) |s' )?(?!explique|compren|qualifi|decri|interpret|savoir|appeler|nommer|expliquer)\w+(er|ir|re|oir) |((puis|dois|devrais|pourrais) je|(peut|doit) on|faut il) (?!(\w+ )?(savoir|demander|dire|lire|trouver|apprendre|connaitre|conclure|croire|redouter|craindre|imaginer|supposer|s' attendre|attendre|parler|penser|voir|comprendre|esperer|poser)\b))| (je fais|je dois faire|on doit faire) quoi $", Options, 10_000)]
    private static partial Regex FrenchAdvice();

    [GeneratedRegex(@" ((how|where|when|what|which) ((\w+ )?(do|can|should|could|would|must|may) (i|you|we|one) |to (?<=^ (\w+ ){0,3}to ))|(can|should|could|may|must) i )(?!(\w+ )?(know|say that|said|tell|find out|read|see|understand|describe|explain|call|sum|summari[sz]e|characteri[sz]e|ask|expect|believe|think|conclude|infer|have|quote|mean)\b)", Options, 10_000)]
    private static partial Regex EnglishAdvice();

    [GeneratedRegex(@"^ ((peux tu|pouvez vous|tu peux|vous pouvez|pourrais tu|pourriez vous) )?(m' |me |nous )?(ecri(s|vez|re)|redige(r|z)?|compose(r|z)?|dessine(r|z)?|chante(r|z)?|invente(r|z)?|imagine(r|z)?|tradui(s|sez|re)|repete(r|z)?|recite(r|z)?|jouons|joue|genere(r|z)?|programme(r|z)?|reserve(r|z)?|commande(r|z)?|achete(r|z)?|allume(r|z)?|eteins|eteindre|rappelle moi de|(fais|faites) (semblant|comme)|raconte(r|z)?( (moi|nous))? une? (blague|histoire|conte|devinette))|(?<=^ (peux tu|pouvez vous|tu peux|vous pouvez|pourrais tu|pourriez vous) )(m'|nous) aider a (?!(\w+ )?(comprendre|savoir|trouver|retrouver|voir|situer|resumer|expliquer|identifier|preciser|connaitre) )|(?<! (a|selon)) (ton|votre) (avis|opinion) | (que|qu' en|en|quoi) (penses tu|pensez vous) ", Options, 10_000)]
    private static partial Regex FrenchMake();

    [GeneratedRegex(@"^ (please )?((can|could|would|will) you )?(please )?(write|compose|draw|sing|invent|imagine|make up|translate|pretend|repeat|recite|generate|let' s play|play|code|act as|book|order|buy|reserve|schedule|remind me|turn (on|off)|email|help (me|us) (to |with )?(?!(\w+ )?(understand|find|figure|know|see|grasp|learn|identify|summari[sz]e|explain|make sense) )(?=\w)|(tell|give)( me| us)? (a|an|another|some) (joke|story|riddle|recipe|tips?|advice))|(?<! in) your (own |personal |honest )?(opinion|view)s? | what do you think (of|about) | (do|would) you (prefer|recommend|suggest) ", Options, 10_000)]
    private static partial Regex EnglishMake();

    [GeneratedRegex(@" (who(m)? else|(what|which) other (leader|president|person|people|official|politician)s?|qui (\w+ )?d' autres?|quel(le)?s autres (dirigeants|presidents|personnes|responsables|personnalites)) ", Options, 10_000)]
    private static partial Regex Others();

    [GeneratedRegex(@" comment (\w+ ){0,6}(t )?(voyag\w+|s' est (il |elle )?(rendu|deplace)e?|se sont (ils |elles )?(rendu|deplace)e?s|se (rend|rendent|deplace|deplacent|rendre|deplacer)|(est|sont) (il |elle |ils |elles )?(venu|arrive|alle|parti|rentre|reparti)e?s?(?! (au pouvoir|a la (tete|presidence|conclusion)|de rien|la ))) |(voyag\w+|(est|sont) (venu|arrive|parti|rentre|reparti)e?s?|s' est rendue?|se sont rendue?s) comment | moyens? de (transport|locomotion) ", Options, 10_000)]
    private static partial Regex FrenchTravel();

    [GeneratedRegex(@" how (did|does|do|will|has|have|had|is|was) (\w+ ){1,4}(travel|travelled|traveled|travelling|traveling|journey|get (there|here|back(?! (together|into|at|on))|home)|go (there|back|home)|come here|arrive) |(means|mode|kind) of (transport|transportation|travel) ", Options, 10_000)]
    private static partial Regex EnglishTravel();

    [GeneratedRegex(@" (se rev(oir|erront|oient|erra) |(se )?(rencontrer|retrouver) (a|de) nouveau |(meet|meeting|see each other|seeing each other|get together|talk|talking) again |(another|a second|a third|a further|a new|une? (autre|deuxieme|second|seconde|troisieme|nouveau|nouvel|nouvelle)|prochaine?) (\w+ ){0,3}(summit|meeting|visit|round|trip|talks|sommet|rencontre|reunion|visite|entretien|rendez vous) (?<= (planned|plans|scheduled|expected|will|going to|be|prevue?s?|prevoi\w+|programmee?s?|envisagee?s?|aura t il|y aura|sera|seront|vont) .*|(?=(.* )?(planned|scheduled|expected|in the works|on the cards|coming up|prevue?|programmee?|envisagee?|a l' ordre du jour) )))", Options, 10_000)]
    private static partial Regex Another();

    [GeneratedRegex(@"^(?!.* (next|last|again|prochain|prochaine|dernier|derniere|nouveau) ).* (etait|etaient|c' est (ou|quand|(pres de )?quel(le)? \w+)|(where|when) is (it|this|that)(?= $| exactly)|(near|close to) (which|what) \w+(?= $)|eu lieu|a lieu|se passe|se tient|se deroule|happening|taking place|s' est|s' etait|se sont|se tenait|se deroulait|s' agissait|was|were|did|happen|happened|took place|take place|held|venue|host|occur|occurred|on est|sommes nous|are we) ", Options, 10_000)]
    private static partial Regex Happened();

    [GeneratedRegex(@" ((que|qu'|quoi) (.* )?(contien\w+|contenait|contenaient)|en quoi consist\w+|what (exactly|precisely|specifically) (are|were) (these|those|the|his|her|their)|quelles? sont (exactement|precisement|concretement|au juste) (ces|les|ses|leurs)|(qu' y a t il|qu' est ce qu' il y a) (\w+ )?dans|(details?|contenu) (de|du|des|d')|il y a quoi (dedans|dans)|quoi (dedans|dans) (\w+ )?(cette|ce|la|le|les|ces)|what (is|' s|was|are|were) (exactly )?in (the|this|that|its|their)(?! (way|works|cards|dispute))|what (do|does|did) .* (contain|consist of|include)|(details|contents) of|(?<=^ (\w+ ){0,3})details?|(c' est|ce sont) quoi (exactement |au juste |concretement |precisement |donc )?(ces|ses|leurs)|^ (et |mais )?(lesquel(le)?s|which ones)|(an|one|some|any|un|des|quelques|deux|two|three) (\w+ )?exemples?|(an|one|some|any|two|three) (\w+ )?examples?|par exemple $|for (example|instance) $|such as $|detaill(er|e|ez)) ", Options, 10_000)]
    private static partial Regex Contents();

    [GeneratedRegex(@" ((a|ont|avait) (t )?(\w+ ){0,3}(reagi|repondu)(?! (sur|a propos|au sujet))|repond(ent)?|reagit|reagissent|(a ete|fut|etait) (la|sa|leur) (reaction|reponse)|(did|has|have|had) (\w+ ){1,5}(react|reacted|respond|responded|reply|replied)|(did|has|have) (\w+ ){1,3}(answer|answered)(?! (question|a|any|to reporters))|how (does|do|will) (\w+ ){1,4}(react|respond|reply|answer)|what (was|were) (\w+ ){1,5}(reaction|response|reply)) ", Options, 10_000)]
    private static partial Regex Reacted();

    // Of a plan or a text, not of a person.
    [GeneratedRegex(@" ((dit|prevoit) quoi (exactement|au juste|precisement)|(dit|prevoit) (il|elle) (exactement|au juste|precisement)|what (does|did) it say (exactly|precisely)|what exactly (does|did) it say) ", Options, 10_000)]
    private static partial Regex SaysWhat();

    [GeneratedRegex(@" (how exactly|exactly how|how precisely|comment .*(concretement|exactement|precisement)|concretement .* comment|(par|avec) quels moyens( concrets)?(?= (l' |les? |la |\w+ (t )?(il|elle|on|ils|elles) )(?!.* (resou\w+|regl\w+|solution\w*|situation) ))|what (exactly|precisely|specifically) (has|have|had|did) (\w+ ){1,4}(do|done)|(qu'|qu' est ce qu'|que) (a|ont|avait|avaient) (\w+ ){0,4}fait (exactement|precisement|concretement|au juste)|(by|through) what (channels|methods)|using what) ", Options, 10_000)]
    private static partial Regex HowExactly();

    // "What exactly are these tendencies?" is not told by that there are some.
    [GeneratedRegex(@" ((c' est|ce sont) quoi ((donc|vraiment) )?((au juste|exactement|concretement|precisement) (ces|les|cette|le|la|l'|ce)|ces)|quel(le)?s sont ((au juste|exactement|concretement|precisement) )?ces|concretement quel(le)?s sont (les|ces)|(ces|cette) .* (c' est|ce sont) quoi( (au juste|exactement|concretement|precisement|donc))? $|what (exactly|precisely|specifically) (are|is|were) (they $|these|those|the \w+( \w+)? $)|what (are|were) (these|those)( \w+){1,3} (exactly|precisely)|which \w+ are (those|these|they) $) ?", Options, 10_000)]
    private static partial Regex WhatTheyAre();

    [GeneratedRegex(@" ((quel(le)?s?|which) .*(exactement|precisement|concretement|exactly|specifically|precisely)|quel(le)?s? (\w+ ){1,2}precis(e|es)?|quel(le)?s? (\w+ ){1,2}((t )?il |elle |on )?(veut|voulait|a|avait|pense|parle)( (t )?(il|elle))? (dire|en tete|a|vise)|(a|de) quel(le)?s? \w+ (pense|pensait|songe)( t)? (il|elle)|(pense|songe|fait reference) a quel(le)?s?|(what|which) (\w+ ){1,2}(does|did|do|is|was|are|were) (\w+ ){1,2}(mean|have in mind|thinking of|referring to|talking about)) ", Options, 10_000)]
    private static partial Regex WhichExactly();

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

    [GeneratedRegex(@"^ (so |and )?how (did|does|do|will|has|have|had) ", Options, 10_000)]
    private static partial Regex EnglishHow();

    [GeneratedRegex(@"\b(get|go|come|travel)\s+(all\s+the\s+way\s+|back\s+)?to\s+(the\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Towards();

    // "About which region", "which country … for": the place is spoken of.
    [GeneratedRegex(@" (a propos de|au sujet de|de|pour|concernant|about|for|regarding|concerning) (la situation (de|dans|en) )?(quel(le)?s?|which|what) (pays|etat|region|nation|zone|territoire|partie du monde|peninsule|country|countries|part of the world|area)s? (?!(vient|viennent|est originaire))| quel(le)? (region|pays|zone|peninsule|partie du monde) (\w+ ){1,4}(t )?(il |elle |on )?(vise|evoque|mentionne|concerne|designe|parle)\w* | (which|what) (country|region|nation|area|part of the world|peninsula|territory)('s|' s|s)? (.* )?(about|for|situation .*) $| (which|what) country' s ", Options, 10_000)]
    private static partial Regex OfPlace();

    // In a question and in what answers it; matched against the text itself.
    [GeneratedRegex(@"\b(again|next\s+(?!to\b|day\b)|prochaine?s?|(de|à)\s+nouveau|une\s+nouvelle\s+fois|another\s+(time|summit|meeting|visit|round)|se\s+re(voir|ver\w+|trouver(a|ont)))", Options | RegexOptions.IgnoreCase, 10_000)]
    internal static partial Regex Again();

    [GeneratedRegex(@"^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week ?end|midweek)$", Options, 10_000)]
    private static partial Regex Weekday();

    // "Who spoke first?", "Lequel est arrivé en premier ?"
    [GeneratedRegex(@"^ (and |so )?((who|which (\w+ )?) ?(?!(is|was|were|are) )(\w+ ){1,5}|(did|has|had) (?!(they|both) )(\w+ ){2,5})(?<! (the|a|an|their|his|her|its|this|that|very|at) )first (((?!(time|summit|meeting|visit)\b)\w+ ){1,4}or (\w+ ){1,4})?$|^ (et |mais )?(qui|lequel|laquelle|quel(le)? \w+) (\w+ |t ){1,6}(en premier|le premier|la premiere|d' abord) ((\w+ ){1,4}ou (\w+ ){1,4})?$", Options, 10_000)]
    private static partial Regex WhoFirst();

    // "Does he speak Russian?": what stands before the language.
    [GeneratedRegex(@"\b((speak|speaks|speaking|spoke|spoken|understands?)\s+((fluent|good|any|some|a\s+little|a\s+bit\s+of)\s+)?|(speak|spoke|spoken|talk|talked|say|said|answer|answered|reply|replied|chat|express\w*)\s+(\S+\s+){0,3}in\s+)$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EnglishTongue();

    [GeneratedRegex(@"\b(parl(e|ent|ait|aient|é|er)|compren(d|nent|ait)|maîtris(e|ent|ait))(-t)?(-(il|elle|ils|elles|on))?\s+((couramment|bien|aussi|un\s+peu)\s+)?(le\s+|en\s+)?$|\b(dit|parl\p{L}+|répondu|exprim\p{L}+|prononc\p{L}+|discut\p{L}+)\s+(\S+\s+){0,3}en\s+$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex FrenchTongue();

    [GeneratedRegex(@" (what (would|will|could|might) (happen|be the \w+)|what happens|que se (passe|passerait|passera|produirait)( t)?( il)?|(qu'|que) arriv(e|era|erait)( t)?( il)?) (\w+ ){0,6}(if|should|si|s') |^ (and |so )?what if ", Options, 10_000)]
    private static partial Regex Hypothesis();

    [GeneratedRegex(@" ((last|next|previous|the following) (year|month|week|summer|winter|spring|autumn|decade|century)|l' an (dernier|passe|prochain)|l' annee (derniere|passee|prochaine|precedente|suivante)|(le mois|l' ete|l' hiver|le printemps|la semaine|la decennie|le siecle) (dernier|derniere|passe|passee|prochain|prochaine|precedente?|suivante?)) ", Options, 10_000)]
    private static partial Regex AnotherTime();

    [GeneratedRegex(@" (after|following|once) (the|their|his|her|its|this|that|these|those) (\w+ ){0,2}(summit|meeting|talks?|visit|trip|handshake|discussions?|negotiations?|ceremony|speech|vote|election)( (was|were|is|are) over| ends?| ended)? ", Options, 10_000)]
    private static partial Regex EnglishAfter();

    [GeneratedRegex(@" ((?<!d' )apres|une fois|a la suite d(e|u|es)) (le|la|l'|les|leurs?|son|sa|ses|ce|cet|cette|ces) (\w+ )?(sommet|rencontre|reunion|entretiens?|visite|voyage|poignee de main|discussions?|pourparlers|negociations?|ceremonie|discours|vote|election) ", Options, 10_000)]
    private static partial Regex FrenchAfter();

    [GeneratedRegex($@" (what (is|was|' s) (?=([\w']+ ){{1,6}}(name|called) )([\w']+ ){{0,5}}({Kinship.English})(' s)? (name|called)|(what|how) (is|was) ([\w']+ ){{0,5}}({Kinship.English}) (called|named)|names? of ([\w']+ ){{0,5}}({Kinship.English})|(his|her|their) ((first|last|full) )?names? ([\w']+ ){{0,5}}({Kinship.English})|who (is|was|are|were) ([\w']+ ){{1,5}}({Kinship.English})) ", Options, 10_000)]
    private static partial Regex EnglishNameOfRelative();

    [GeneratedRegex($@" (comment (il |elle )?(s' appel\w+|se (pre)?nomm\w+) (\w+ |' ){{0,3}}({FrenchRelatives})|(s' appel\w+|se (pre)?nomm\w+) comment (\w+ |' ){{0,3}}({FrenchRelatives})|({FrenchRelatives}) .{{0,30}}(s' appel\w+|se (pre)?nomm\w+) (t )?(il |elle )?comment|(pre)?noms? (du|de (la|sa|son|l')) ({FrenchRelatives})|(son|leurs?) (pre)?noms? (\w+ |' ){{0,5}}({FrenchRelatives})|qui (est|etait|sont) (le|la|l'|son|sa) ({FrenchRelatives})) ", Options, 10_000)]
    private static partial Regex FrenchNameOfRelative();
}
