using System.Collections.Frozen;

namespace Summit.Bot.Language;

/// <summary>
/// Words of grammar, folded (lower case, no accents), by language. Two degrees: function words say nothing of a topic;
/// light words (auxiliaries of meaning, such as <c>faire</c>, <c>chose</c>, <c>know</c>) say little.
/// </summary>
public static class FunctionWords
{
    private static readonly FrozenSet<string> French = Set("""
        a afin ai aie ainsi ait alors apres as assez au aucun aucune aujourd aupres auquel aura auraient aurait auront aussi autre autres
        aux auxquelles auxquels avaient avait avant avec avez avoir avons ayant bien c ca car ce ceci cela celle celles celui cependant
        certains ces cet cette ceux chacun chaque chez ci comme comment contre d dans de deja depuis derriere des dessous dessus deux devant
        donc dont du durant elle elles en encore entre es est et etaient etait etant ete etes etre eu eux eut fait fut furent grace ici il
        ils j je jusqu jusque l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais malgre me meme memes
        mes mieux moi moins mon n ne ni nos notre nous on ont ou par parce parmi pas pendant peu peut plus plutot pour pourquoi pourtant
        pres puis puisque qu quand que quel quelle quelles quels quelqu quelque quelques qui quoi quoique rien s sa sans sauf se selon sera
        seraient serait seront ses si sien sinon soi soient soit sommes son sont sous suis sur t ta tandis tant te tel telle telles tels tes
        toi ton toujours tous tout toute toutes tres trop tu un une vers via voici voila vos votre vous y
        ete etee dedans apparemment pretendument suite lorsqu puisqu quoiqu carrement franchement honnetement pleinement particulierement specialement normalement autour autant tantot nulle tellement tes merci oui non ok stp svp lol mdr ptdr afin jamais personne bref enfin ben euh bah hein tiens
        """);

    private static readonly FrozenSet<string> English = Set("""
        it'll she'll we'll you'll that'll there'll who'll they'll they've you've we've who've they'd she'd you'd we'd it'd who'd that'd there'd what'd how'd where'd when'd why'd what're where're how's when's why's
        a about above according after again against all also although am among an and another any anybody anyone anything are aren't around as at be
        because been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't done
        down during each either else even ever every everyone everything for from further had hadn't has hasn't have haven't having he
        he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just
        let let's may me might mine more most much must my myself neither never no nobody none nor not nothing of off on once one only or
        other others otherwise ought our ours ourselves out over own per please quite rather same shall she should shouldn't since so
        some somebody someone something still such than that that's the their theirs them themselves then there there's therefore these
        they they're this those though through thus till to together too toward towards under until up upon us very via was wasn't we were
        weren't what what's whatever when whenever where where's wherever whether which whichever while who who's whoever whom whose why
        simply evidently allegedly supposedly apparently reportedly seemingly ultimately largely chiefly honestly frankly normally sooner
        alright along amid onto unless whilst albeit instead alongside apart aside forth hereby thereby therein beyond somehow somewhat anymore anywhere
        sake will with within without won't would wouldn't yes yet you you're your yours yourself ok thanks lol lmao tbh btw imo yeah yep nope d ll m re s t ve
        """);

    private static readonly FrozenSet<string> FrenchLight = Set("""
        aller annoncer appeler arriver chose choses concerner connaitre consister devoir dire donner expliquer explique expliquez exister
        faire faites falloir faut indiquer informations information journal article articles texte laisser mettre montrer parler parle
        parlez passer peux pouvez pouvoir preciser precise precisement prendre presenter question raconte raconter reponse rester savoir
        sais savez sujet trouver utiliser venir vouloir veux voudrais aimerais aimer sorte type genre cas fois partie membre role facon maniere exactement
        vraiment reellement actuellement principal principale principaux principales cite citer propos evoquer evoque mentionner mentionne
        exact exacte precis selon d'apres quelqu'un resume resumer semaine homme hommes gens individus protagonistes parties camps cotes interlocuteurs effectivement notamment egalement dis dites dit faisait fera serait chacun quid concretement officiellement justement finalement
        approximativement signifier signifie adjectif adjectifs epithete epithetes qualificatif qualificatifs ressentir ressent
        """);

    private static readonly FrozenSet<string> EnglishLight = Set("""
        answer article articles ask case explain get getting give given go going happen happened happens happening information
        exact precise kind know like mean mention mentioned mentions name named need question really regarding say said says saying show sort
        story many manner member role tell telling text week men man people sides parties guys pair duo persons thing things type use used using want way exactly actually main currently like'd
        summarize summary concerning come came make made making take took taking describe described state stated particular specifically basically officially anyway anyhow whatsoever
        adjective adjectives epithet epithets feel feels felt feeling finally supposed precisely concretely roughly stuff find finds found
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>Whether the folded word is one of grammar in that language.</summary>
    public static bool IsFunction(string word, TextLanguage language) =>
        (language == TextLanguage.French ? French : English).Contains(word);

    /// <summary>Folded words of grammar of that language.</summary>
    public static IReadOnlySet<string> All(TextLanguage language) => language == TextLanguage.French ? French : English;

    /// <summary>Folded words that say little of a topic in that language.</summary>
    public static IReadOnlySet<string> Light(TextLanguage language) => language == TextLanguage.French ? FrenchLight : EnglishLight;
}
