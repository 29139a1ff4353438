using System.Text.RegularExpressions;

namespace Summit.Bot.Retrieval;

// Words that are part of how it is asked, and say hardly anything of what.
public sealed partial class QuestionAnalyzer
{
    private const string FrenchInfinitive = @"\w+(er|ir|re|oir)s? ", FrenchSubject = "(t )?((il|elle|ils|elles|on) )?";
    private const string FrenchPlaces = "ville|pays|ile|lieu|endroit|port|localite|cite", EnglishPlaces = "city|town|country|island|place|port|venue|location";

    // "Risque-t-il de refuser", "compte-t-il y aller", "tient-il à dire".
    private const string FrenchIntents =
        $@"risqu\w+(?= {FrenchSubject}d(e|') (\w+' )?(\w+ )?{FrenchInfinitive})"
        + $@"|intention(?= d(e|') )|(compt(e|ent|ait|aient)|entend(ent|ait|aient)?)(?= {FrenchSubject}((s'|se|y|en|me|ne|l'|le|la|les) )*{FrenchInfinitive})"
        + $@"|(tien(t|nent)|tenait|tenaient)(?= {FrenchSubject}a (ce |{FrenchInfinitive}))";

    // "Face à", "cette affaire", "plein de", "dans la ville", "de quelle région du monde", "son hôte".
    private const string FrenchSurroundings =
        $"face(?= (a|au|aux) )|place(?<= sur place)|niveau(?= d(e|') )|occasion(?<= pour l' occasion)|lieu(?<= le lieu)(?= (de (la |l' |leur |cette )?|du |des )(\\w+ )?(rencontre|reunion|sommet|entretien|discussions|pourparlers|evenement) )|tour(?<= a (son|leur) tour)|(cote|autre)(?<= d' un cote|de l' autre)|lieux(?<= (les|ces|des|aux) lieux)(?! (communs|saints) )|(attendre|attend)(?<= (faut il|doit on|peut on|faut il s'|doit on s'|peut on s') attendre|on attend)|idee(?<=(quelle est|c' est( ca| quoi)?) l' \\w+|^ l' \\w+)|esprit(?<= dans l' \\w+)(?= d(e|') )|(temps|epoque|jours)(?<= (au|du|a l'|aux) \\w+)(?= d(e|u|es|') )|pays(?= d(e|') (son|sa|leur|l') ?(invite|hote|visiteur|homologue|interlocuteur))|programme(?<= (moment|partie|phase|etape) du \\w+)|rappelle[rz]?(?= (moi|nous) )|compter(?<= (peut|doit) on \\w+)|moment(?<= (a|en) ce moment)|m|mme|monsieur|madame|mr|pres(?= de quel(le)? )|(redouter|craindre)(?<= (peut on|faut il|doit on|devrait on) \\w+)|(participants|protagonistes|intervenants|interlocuteurs)(?<= (qui|quels) (sont|etaient|furent) (les|ces|ses) \\w+)|presente?s?(?<= qui (etait|est|etaient|sont|fut|furent) \\w+)(?= (a|au|aux|lors|pendant|durant) )|territoire(?<= (en|sur le) \\w+)|(xxe|20e|siecle)(?<= (periode|epoque|moment|partie|decennie) du [\\w ]+)|ambiance|impliquee?s?(?= (dans|la) | $)|(histoire|jeu|coup)(?<= dans (l'|le) \\w+)(?= (aussi |egalement |non plus )?$)|complete?(?<= date complete)|(histoire|affaire)(?<= cette \\w+)|(plein|tas|paquet|masse|foule)(?= (de|d') )"
        + "|(moment|partie|phase|etape|sequence|seance|passage)(?<= (a|pendant|durant|lors de|au cours de|dans) quel(le)? \\w+)|(moment|partie|phase|etape|sequence|passage)(?<= quel(le)? \\w+)(?= (du|de la|de l'|de leur) (programme|rencontre|sommet|reunion|visite|journee|ceremonie|entretien) )|pays(?<= (son|leur) (propre )?pays)|(ville|pays|endroit|lieu|coin|zone|perimetre)(?<= (la|le|l'|ce|cet|cette) \\w+)(?! (de|d'|du|des|appele\\w*|ou))(?= )"
        + "|monde(?<=(region|pays|partie|coin|endroit) du monde)|(hote|invite|visiteur)(?<= (l'|le|du|au|son|leur|ce) \\w+)"
        + "|messieurs(?<= ces \\w+)|prie(?<= je (vous|t') \\w+)|(beau|petit|joli) (?=monde )|monde(?<= (beau|petit|joli) \\w+)";

    // "Quelle ville accueille", "quel jour est-il tombé", "quel poste occupe", "sur quoi porte".
    private const string FrenchAskedOf =
        $"(choisi\\w*|retenue?s?)(?<=( (ou|quand) | quel(le)?s? ({FrenchPlaces}|date|jour|moment) ).*)|(accueilli\\w*|accueill\\w+|abrit\\w+|heberg\\w+)(?<=({FrenchPlaces}) .*)|(remont(e|ent|ait)|dat(e|ent|ait))( (a|de))?(?= (t )?(il |elle |donc )?(a |de |d')?(quand|combien|quel(le)?s?) )|(?<= (a|de) (quand|combien|combien (d' )?\\w+|quel(le)? \\w+) )(remont(e|ent|ait)|dat(e|ent|ait))(?= )|tomb(e|ent|ait|ee?s?|er)(?<= quel(le)? (jour|date|mois|annee|heure) .*)"
        + "|(occup(e|ent|ait|er)|exerc(e|ent|ait|er)|detien(t|nent)|detenait|jou(e|ent|ait|aient|er)|tien(t|nent)|tenait|rempli(t|ssent|r))(?<= quel(le)?s? (\\w+ ){0,3}(poste|fonction|metier|profession|statut|titre|role) .*)"
        + "|(adopt\\w+|affich\\w+|prend|prenait|defend\\w*)(?<= quel(le)? (attitude|position|posture|ligne|ton) .*)|(explique|pousse|motive|amene|conduit|incite)(?<= qu' est ce qui (a |avait )?\\w+)"
        + "|port(e|ent|ait|aient|era|eront|er|erait|eraient)(?<= (sur|de) (quoi|quel(le)?s? \\w+) .*)"
        + "|en faire(?= (\\w+ )?quoi )|(?<=quoi )en faire|(servir(a|ait)?|sert|servent|servait)( a)?(?= (a )?(quoi|quelle fin) )|(servir(a|ait)?|sert|servent|servait)(?<= a quoi (\\w+ ){0,2}\\w+)";

    // "How old", "loads of", "what part in the world", "this whole affair", "the city", "his host".
    private const string EnglishSurroundings =
        "(old|long|far|tall|high|deep|wide|often|fast|quickly|soon|heavy|well)(?<= how \\w+)|(going on|goes on)(?= (between|with|in|at|there) )|(loads|lots|tons|plenty|heaps|bunch)(?= of )"
        + "|world(?<=(part|region|country|corner|place) (of|in) the world)|(venue|premises|site)(?<= (the|this|that) \\w+)|level(?= of )|occasion(?<= for the occasion)|bother(ed)?(?= (to |with |\\w+ing ))|(expect|wait for|hold my breath for)(?<= should(n' t)? (we|i|one|you|readers|anyone) (\\w+ )?(expect|wait for)|can (we|i|one) expect|wait for|breath for)|involved(?= in (this|it|that|all|any) | (too |as well |here |at all )?$)|come out of it|(talking|speaking) about(?<= are (we|they) \\w+ about)|(affair|matter|business)(?<= this whole \\w+| this \\w+)"
        + "|(country|nation|homeland)(?<= (his|her|their) (own )?\\w+)|(part|hand)(?= in (this|that|it|all|the (story|affair|matter|whole)) )|folks|mr|mrs|ms|mister|couple(?= of )|(near|close to|nearby)(?= (which|what) )|afterwards?|later on|(both|two) (sides|parties)|(fear|worry|worried)(?<= (should|must|need) (we|one|you|i) (be )?\\w+)|(participants|attendees|protagonists|players)(?<= who (are|were|is|was) (the|these|its) (\\w+ )?\\w+)|(part|point|stage|moment|phase|portion|session|segment)(?<= (at|during|in) (what|which) \\w+)|(part|moment|stage|phase|portion|segment)(?<= (what|which) \\w+)(?= of (the|this|that|their|his) (event|program|programme|proceedings|day|meeting|visit|summit|ceremony) )|(event|program|programme|proceedings|day|meeting|visit)(?<= (what|which) (part|point|stage|moment|phase|portion) (of|in) (the|this|their|his) \\w+)|(city|town|country|place|spot)(?<= (the|this|that) \\w+)(?! (of|called|named|where|that|which))|(host|guest|visitor)(?<= (the|his|her|its|their|s) \\w+)"
        + "|(younger|elder|taller)(?= (man|one|leader|guy) )|day(?<= that \\w+)|month(?<= day of the \\w+)|calendar(?= date )|(character|nature)(?<= of what \\w+)|grounds(?<= on what \\w+)|(pay|pays|paid|paying)(?<=(compliment|tribute|homage|respects|visit|attention) .*)|(pay|pays|paid|paying)(?= (\\w+ ){0,4}(compliments?|tribute|homage|respects|visit|attention) )|(keep|keeps|kept|keeping)(?= ([\\w']+ ){0,4}(safe|secure) )|days(?<= in the \\w+)(?= of )|(wrongdoing|misdeeds?|offence|crime|foul play|misconduct|sin)(?<= (what|which) [\\w ]+)(?= .*(blam|accus|charg|suspect|reproach|pin))|(20th|twentieth|century)(?<= (period|era|time|part|decade) (of|in) the [\\w ]+)|(present|attendance)(?<= who (was|is|were|are) (in )?\\w+)(?= (at|for|during) )|atmosphere|mood|vibe|host(?= (city|town|country|nation) )|sake(?<= for the \\w+)|idea(?<=(what' s|what is|that' s|is that|is) the (whole |main |general )?\\w+)|room(?= for (more |better |closer )?\\w+)|(get|got|gets)(?= to (hear|see|meet|speak|talk|ask|know) )|angle(?<= the \\w+ angle)|(fit|fits|figure|figures)(?= (in|into) )|(picture|equation)(?<= (in|into) (the|this) \\w+)|(report|article|story|text|piece)(?= (says?|tells?|mentions?) )";

    // "What role does X play", "which city hosted", "on what day does it fall", "put out a statement", "true or false".
    private const string EnglishAskedOf =
        "(hold|held|holding)(?= (the|their|his|its|this|that) (\\w+ ){0,2}(summit|meeting|talks|discussions|conference))|(hold|held|occupy|play|plays|played|playing|fill|fills)(?<= (what|which) (\\w+ ){0,3}(position|job|post|office|occupation|title|role|part) .*)"
        + $"|(host|hosts|hosted|hosting|welcomed)(?<=({EnglishPlaces}) .*)|(fall|fell|falls)(?<= (what|which) (day|date|month|year|weekday) .*)"
        + "|(take|takes|taking|adopt\\w*)(?<= (what|which) (\\w+ )?(stance|position|attitude|line|tone|approach) .*)|(prompted|motivated|explains|drives|drove|pushes|pushed|leads|led|brings|brought)(?<=^ (and |so )?what (is |was )?\\w+)"
        + "|(choose|chose|chosen|pick|picked|selected)(?<=( where | when | (what|which) (city|town|country|island|place|port|venue|location|date|day) ).*)|looks?(?<= how (did|does|do|will) .*)|point(?<= at (any|some|one|no) point)|(intends?|intending|intention|means)(?= (to|of) )|closer(?= (\\w+ )?(relations|ties|links|cooperation|partnership) )"
        + "|(put out|bring out|brought out|issue|issued|release|released|publish|published)(?= (\\w+ ){0,4}(statement|declaration|communique|press release))"
        + "|(true|false)(?<=true or false|true)(?= or false | $)";

    [GeneratedRegex($"(?<= )({FrenchIntents}|{FrenchSurroundings}|{FrenchAskedOf})(?= )", Options, 10_000)]
    private static partial Regex FrenchIdle();

    [GeneratedRegex($"(?<= )({EnglishSurroundings}|{EnglishAskedOf})(?= )", Options, 10_000)]
    private static partial Regex EnglishIdle();
}
