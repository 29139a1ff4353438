using System.Text.RegularExpressions;

namespace Summit.Bot.Conversations;

// What is said about an answer, and asks nothing: how it is found, that it was expected, that somebody leaves. Folded, without punctuation.
public static partial class SmallTalkClassifier
{
    private const string FrenchVery = "((tres|vraiment|bien|plutot|un peu|trop|assez|si|tellement|super) )?", EnglishVery = "((very|so|really|quite|rather|pretty|a bit|kind of|most|too|super|extremely) )?";
    private const string FrenchQualities = "(gentil|sympa(thique)?|aimable|drole|bizarre|etrange|triste|surprenant|etonnant|marrant|impressionnant|incroyable|fou|dingue|beau|normal|logique|rassurant|inquietant|touchant|utile|rapide|efficace|complet|excellent|formidable|magnifique|typique|instructif|passionnant|fascinant|curieux|ironique|poli|diplomatique)";
    private const string EnglishQualities = "(nice|kind|sweet|funny|sad|odd|strange|impressive|great|good|cool|helpful|useful|enough|better|true|correct|crazy|wild|weird|disappointing|surprising|clearer|diplomatic|interesting|touching|lovely|polite|boring|typical|convenient|thoughtful|generous|ironic|brilliant|amazing|awesome|excellent|wonderful|fantastic|fascinating|incredible|unbelievable|insane|reassuring|worrying|neat|handy)";

    private const string FrenchRemarks =
        @"je (plaisant(e|ais)|rigol(e|ais)|blagu(e|ais)|deconn(e|ais)|(te |vous )?demand(e|ais)( ca)?|disais ca|(voulais|aimerais) (juste )?savoir|me (le )?(disais|doutais|demandais)( ca)?|m'en doutais|m'y attendais|(le )?savais( pas)?|ne (le )?savais pas|l'ignorais|suis curieu(x|se)|suis rassuree?|comprends|retiens|(ne )?connaissais pas|pensais bien|m'en souviendrai)( (bien|juste|simplement|mieux|maintenant|tout|ca|comme ca|pour (rire|savoir|voir)|un peu|aussi|deja|par curiosite))*|" +
        @"((ca )?c'est )?(bien |exactement |justement )?ce que je (pensais|craignais|me disais|croyais|voulais (savoir|dire)|cherchais|soupconnais|supposais)|" +
        $@"((ca )?c'est|c'etait|voila qui est) {FrenchVery}{FrenchQualities}( (de (sa|ta|votre|leur) part|ca|cela|tout ca))?|{FrenchVery}{FrenchQualities}(?= *$)|" +
        @"quelle (histoire|surprise|affaire|epoque|idee|journee|ambiance|chance|honte|tristesse|horreur|bonne (nouvelle|idee))|quel (dommage|bazar|cirque|monde|suspense|programme|spectacle|culot)|(comme )?le temps (passe|file)( (si|trop))?( vite)?|" +
        @"on verra( bien)?|(affaire )?a suivre|qui vivra verra|c'est la vie|sans blague|tu m'etonnes|evidemment|bien entendu|naturellement|tout a fait|absolument|effectivement|en effet|forcement|exact(ement)?|pas mal|(c'est )?pas (etonnant|surprenant)|ca (ne )?m'etonne( pas)?|(j'en ai |je n'en ai |j'en avais )?jamais entendu parler|premiere nouvelle|(autant|au temps) pour moi|oublie[zs]?( ca)?|une (seconde|minute)|attend(s|ez)( (une|deux) (secondes?|minutes?))?|bien recu|pige|tout s'explique|j'y penserai|bonne question";

    private const string EnglishRemarks =
        @"(that's|that is|thats|that was|it's|this is)( (exactly|just|pretty much|kind of))? what i (figured|thought|guessed|expected|feared|suspected|assumed|meant|needed|wanted( to (know|hear|read))?|was (thinking( of)?|looking for|after|hoping for|asking|afraid of))|" +
        @"(i )?(thought|figured|guessed|knew|suspected|expected|feared|assumed) (so|as much|it|that( much)?)|(i'm|i am|im|i was|i) ?(just|only)? (kidding|joking|curious|asking|wondering|checking|teasing|impressed|not surprised)|just (kidding|joking|curious|asking|wondering|checking|teasing)|" +
        @"i (('d|would) )?(bet|guess|suppose|imagine|hope|believe|think)( (so|not))?( (he|she|they|it) (will|would|does|did|is|are|was|were)( be)?)?(?= *$)|i can imagine|i (didn't|did not|never) (know|realise|realize)( (that|it|this))?|" +
        $@"(that's|that is|thats|that was|it's|this is|how|what's) {EnglishVery}{EnglishQualities}( (of (him|her|them|you|it)|to (know|hear|read)|then))*|{EnglishVery}{EnglishQualities}( (stuff|times|read|one))?(?= *$)|" +
        @"what a (surprise|story|day|mess|time|world|coincidence|relief|show|pair|joke|character)|no (wonder|surprise( there)?)|not surprising|you never know|who knows|(we'll|we will|we shall|let's) see|time (flies|will tell)|small world|about time|of course|obviously|exactly|indeed|absolutely|definitely|agreed|classic|poor (guy|man|thing|them)|np|ta( very much)?|roger( that)?|copy that|will do|my (bad|mistake|fault)|sorry( about that)?|forget it|scratch that|hold on|wait( a (second|minute|sec))?|one (moment|sec|second)|let me (think|check)( about (it|that))?|(never|first time i('ve)?) heard of (it|him|her|that|them|this)|(that's )?news to me|good for (him|her|them|you)|good question|omg|yay|hooray";

    [GeneratedRegex($"(?<![^ ])({FrenchRemarks}|{EnglishRemarks})(?![^ ])", Options, 10_000)]
    private static partial Regex Remark();

    [GeneratedRegex(
        @"(?<![^ ])(je (te |vous |t')remercie( (beaucoup|bien|infiniment|encore))?|((vous etes|tu es|t'es) )(bien |tres |vraiment |trop |super )?(renseignee?|gentille?|aimable|patiente?|efficace|forte?|utile|sympa|au top|un (amour|genie|as)|le meilleur|rapide)( avec moi)?|bien joue|chapeau|beau travail|bon (boulot|travail)|(ca|cela|vous|tu) m'(aides?|aidez|(as|avez|a) ((bien|beaucoup|vraiment) )?aidee?)( (beaucoup|bien))?|tu me sauves( la vie)?|pour (votre|ton|le|la|les|cette|ces|vos|tes) (temps|patience|infos?|informations?|precisions?|explications?|renseignements?|eclairages?)|c'est gentil( a (vous|toi)| de (votre|ta) part)?|" +
        @"(you're|you are|you've been|you were) (very |so |really |most |extremely |super )?(patient|kind|helpful|great|good|nice|clever|smart|funny|the best|an? (star|legend|lifesaver|life saver|gem|genius|angel))( (with me|at this|bot))?|you (saved|made|make) my (day|life|evening|morning|week)|well done|(good|nice|great) (job|work|bot|answer|one)|for (your|the) (time|patience|info(rmation)?|replies|reply|explanations?|clarification)|(i )?(really )?appreciate (it|that|your (help|time|patience))|(much )?appreciated|(a )?(big|huge) thank you)(?![^ ])",
        Options, 10_000)]
    private static partial Regex Praise();

    [GeneratedRegex(
        @"(?<![^ ])((je|j'|il faut que je|faut que j'|faut que je) ?(dois (y aller|filer|partir|(vous|te) laisser|retourner (travailler|bosser|au travail))|file|y aille|m'en vais|me sauve|(vous|te) laisse|reviendrai|reviens)( (en (reunion|cours)|maintenant|manger|dejeuner|plus tard|bientot))*|bonne (reunion|continuation|semaine|fin de semaine|apres midi|route)|bon (week end|apres midi|courage)|a (tout a l'heure|la semaine prochaine|tantot)|prend(s|ez) soin de (toi|vous)|" +
        @"(i )?(have to|got to|gotta|need to|must|should) (go|run|leave|dash|get (going|back( to work)?))( now)?|(i'm|i am|im) (off|done|leaving)( now)?( to (my|a|the) (next )?(meeting|lunch|work))?|(catch|talk to) you (later|soon)|talk (later|soon)|until next time|so long|enjoy (your|the) (day|evening|weekend|rest of your day))(?![^ ])",
        Options, 10_000)]
    private static partial Regex Leaving();
}
