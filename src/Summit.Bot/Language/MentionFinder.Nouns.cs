using System.Text.RegularExpressions;

namespace Summit.Bot.Language;

// Places and people that have no name of their own: "dans le gymnase", "in the suburbs", "les ouvriers", "the court".
public sealed partial class MentionFinder
{
    internal const string FrenchSites = "(abbaye|aéroport|appartement|arène|atelier|auberge|autoroute|avenue|baie|banlieue|banque|base|bassin|bâtiment|berge|bibliothèque|bois|boulevard|bourg|bord|bunker|bureau|cabinet|café|camp|campagne|campus|canal|canton|capitale|caserne|cathédrale|cave|cellule|centre|chambre|champ|chantier|chapelle|château|cimetière|citadelle|cité|clinique|collège|colline|commissariat|commune|comté|continent|côte|couloir|cour|couvent|cuisine|département|désert|district|domaine|école|église|enceinte|entrepôt|espace|état|étage|étang|estuaire|ferme|fleuve|forêt|fort|forteresse|front|frontière|gare|garage|grotte|gymnase|hangar|hémisphère|hôpital|hôtel|immeuble|institut|jardin|lac|large|littoral|lycée|magasin|mairie|maison|maquis|marais|marché|mer|monastère|montagne|mosquée|musée|nord|sud|est|ouest|observatoire|océan|palais|parc|parlement|pays|péninsule|pièce|piscine|place|plage|plaine|plateau|pont|port|préfecture|prison|province|quai|quartier|quartier général|région|résidence|restaurant|rez-de-chaussée|rive|rivière|route|royaume|rue|sable|salle|salon|scène|secteur|siège|sol|sommet|sous-sol|stade|station|studio|synagogue|temple|terrain|territoire|théâtre|toit|tombe|tour|tribunal|tunnel|université|usine|vallée|village|ville|voiture|zone)s?";

    internal const string EnglishSites = "abbey|airport|apartment|area|arena|attic|bank|base|basement|bay|beach|border|boroughs?|bridge|building|bunker|camp|campus|canal|capital|castle|cathedral|cave|cell|cemetery|cent(er|re)|chamber|chapel|church|city|clinic|coast|college|continent|convent|corridor|country|countryside|county|court|courtroom|department|desert|district|east|embassy|estate|factory|farm|field|floor|forest|fort|fortress|garage|garden|gallery|grave|gulf|gym|gymnasium|hall|harbou?r|headquarters|hemisphere|hill|hospital|hotel|house|island|jail|kitchen|laboratory|lake|library|market|mine|monastery|mosque|mountains?|museum|neighbou?rhood|north|northeast|northwest|southeast|southwest|northwestern|ocean|office|palace|parish|park|parliament|peninsula|plain|plant|plateau|port|prison|province|region|reservoir|residence|restaurant|rink|river|road|room|ruins|school|sea|seat|section|seminary|shop|shore|side|site|slopes?|south|square|stadium|state|station|store|street|studio|suburbs?|summit|synagogue|temple|territory|theat(er|re)|tomb|tower|town|tunnel|university|valley|vault|village|ward|warehouse|waters|west|woods|zone";

    private const string FrenchGroups = "habitants|citoyens|ouvriers|ouvrières|salariés|employés|agriculteurs|paysans|étudiants|élèves|enseignants|professeurs|médecins|infirmières|infirmiers|chercheurs|scientifiques|experts|spécialistes|analystes|observateurs|journalistes|militants|manifestants|grévistes|syndicats?|électeurs|députés|sénateurs|ministres?|élus|maires|juges?|avocats|magistrats|policiers|gendarmes|pompiers|soldats|militaires|troupes|rebelles|insurgés|officiers|marins|pilotes|conducteurs|chauffeurs|voyageurs|passagers|touristes|migrants|réfugiés|victimes|familles|parents|enfants|femmes|hommes|jeunes|riverains|clients|consommateurs|actionnaires|investisseurs|sociétaires|dirigeants|patrons|entreprises|sociétés|banques|autorités|gouvernement|parlement|parquet|tribunal|police|armée|conseil|commission|comité|ministère|fonctionnaires|diplomates|ambassadeurs?|délégation|supporters|joueurs|entraîneur|équipes?|clubs?|artistes|écrivains|auteurs?|acteurs|musiciens|moines|prêtres|évêques|roi|reine|empereur|pape|prince|princesse|coopérative|association|population|foule|voleurs|malfaiteurs|presse|médias|père|mère|fils|frères?|sœurs?|épouse|époux|mari|oncle|tante|cousine?s?|veuve|grand-père|grand-mère";

    private const string EnglishGroups = "residents|inhabitants|citizens|workers|employees|staff|farmers|peasants|students|pupils|teachers|professors|doctors|nurses|researchers|scientists|experts|analysts|observers|journalists|reporters|activists|protesters|demonstrators|strikers|unions?|voters|lawmakers|deputies|senators|ministers?|members|representatives|mayors?|judges?|lawyers|prosecutors?|police|officers|firefighters|soldiers|troops|rebels|insurgents|sailors|pilots|drivers|commuters|passengers|travellers|tourists|migrants|refugees|victims|families|parents|children|women|men|youths|neighbou?rs|customers|clients|consumers|shareholders|investors|directors?|executives|owners?|companies|company|firms?|banks?|authorities|government|parliament|courts?|tribunal|army|council|commission|committee|ministry|officials|civil servants|diplomats|ambassadors?|envoys?|delegation|supporters|fans|players|coach|teams?|clubs?|artists|writers|authors?|actors|musicians|monks|priests|bishops|king|queen|emperor|pope|prince|princess|cooperative|association|population|crowd|thieves|robbers|friends|people|operators|press|media|father|mother|sons?|daughters?|brothers?|sisters?|wife|husband|uncle|aunt|cousins?|widow|grandfather|grandmother";

    /// <summary>How far before a noun or a name it is looked for what tells a place: no expression of place is longer.</summary>
    internal const int LongestBefore = 60;

    // Two patterns each, since the nouns are found fast and what stands before them is looked at seldom.
    private static void AddSites(List<EntityMention> mentions, string text, bool french)
    {
        foreach (var noun in (french ? FrenchSite() : EnglishSite()).EnumerateMatches(text))
        {
            var from = Math.Max(0, noun.Index - LongestBefore);
            if ((french ? FrenchBeforeSite() : EnglishBeforeSite()).Match(text, from, noun.Index - from) is not { Success: true } before)
                continue;
            // "The Korean peninsula" begins with its adjective.
            var start = before.Groups["adjectives"].Success ? before.Groups["adjectives"].Index : noun.Index;
            mentions.Add(new EntityMention(MentionKind.Place, start, noun.Index + noun.Length - start));
        }
    }

    [GeneratedRegex($@"\b({FrenchSites})\b(\s+(de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?(?-i:\p{{Lu}})[\p{{L}}-]+(\s+(?-i:\p{{Lu}})[\p{{L}}-]+)*|\s+[\p{{L}}-]{{2,}}(éenne|ienne|aise|oise)s?\b)?", Options, 10_000)]
    private static partial Regex FrenchSite();

    [GeneratedRegex(@"\b(au|aux|à|en|dans|sur|sous|vers|devant|derrière|hors|près|autour)\s+(de\s+|du\s+|des\s+)?(la\s+|le\s+|les\s+|l['’]|un\s+|une\s+|des\s+|ses\s+|son\s+|sa\s+|leur\s+|ce\s+|cette\s+|cet\s+|plusieurs\s+)?(?<adjectives>\p{Ll}+\s+)?$", Options, 10_000)]
    private static partial Regex FrenchBeforeSite();

    [GeneratedRegex($@"\b({EnglishSites})\b(\s+of\s+(?-i:\p{{Lu}})[\p{{L}}-]+(\s+(?-i:\p{{Lu}})[\p{{L}}-]+)*)?", Options, 10_000)]
    private static partial Regex EnglishSite();

    [GeneratedRegex(@"\b(in|at|on|near|inside|into|outside|under|behind|beneath|above|below|across|around|along|off|within|through)\s+(the\s+|an?\s+|his\s+|her\s+|its\s+|their\s+|this\s+|that\s+)?(?<adjectives>([\p{L}-]+\s+){1,2})?$", Options, 10_000)]
    private static partial Regex EnglishBeforeSite();

    [GeneratedRegex($@"\b({FrenchGroups})\b", Options, 10_000)]
    private static partial Regex FrenchGroup();

    [GeneratedRegex($@"\b({EnglishGroups})\b", Options, 10_000)]
    private static partial Regex EnglishGroup();
}
