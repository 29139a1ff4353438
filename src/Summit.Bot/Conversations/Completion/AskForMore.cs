using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>The last question again: "Anything else?" for what was not told, "Did he say more?" for what else he said; "Which one?", "His exact words?", "He said that himself?" for what was.</summary>
internal static partial class AskForMore
{
    public static Completed? Complete(FollowUp followUp, Context context) =>
        SaidMore().IsMatch(followUp.Core) && new Referents(context).Person() is { } person ? new Completed(followUp.Language == TextLanguage.French ? $"Qu'a dit {person.Text} ?" : $"What did {person.Text} say?", followUp.Language, AsksMore: true)
        : More().IsMatch(followUp.Core) || Bare().IsMatch(followUp.Text) ? new Completed(context.Text, context.Language, AsksMore: true)
        : ExactWords().IsMatch(followUp.Core) || (!context.IsRefused && (IsSo().IsMatch(followUp.Core) || Doubt().IsMatch(followUp.Core))) || (Which().IsMatch(followUp.Core) && !AsksWith().IsMatch(context.Text)) ? new Completed(context.Text, context.Language, HasContext: context.Bracket.Length > 0)
        : null;

    /// <summary>Whether the words ask for something else than what was told.</summary>
    public static bool AsksMore(string text) => Else().IsMatch(text);

    [GeneratedRegex(
        @"^(quoi\s+d'autres?|autre\s+chose|rien\s+d'autre|encore(\s+quelque\s+chose)?|y\s+a-t-il\s+autre\s+chose|ensuite|après(\s+ça|\s+cela)?|puis(\s+après)?|et\s+puis|la\s+suite|continue[rz]?|(dis|dites|raconte[sz]?)([\s-]+(m'en|moi|nous))?(\s+en)?\s+(plus|davantage)|(plus|davantage)\s+de\s+(détails?|précisions?)|tu\s+peux\s+m'en\s+dire\s+(plus|davantage)|peux-tu\s+m'en\s+dire\s+(plus|davantage)|plus\s+(précisément|exactement)|more\s+(precisely|specifically)|c'est\s+tout|que\s+s'est-il\s+passé\s+(ensuite|après)|" +
        @"what\s+else|anything\s+else|something\s+else|nothing\s+else|is\s+there\s+anything\s+else|then(\s+what)?|what\s+then|what\s+next|next|go\s+on|continue|more|((can|could)\s+you\s+)?(tell|give)\s+me\s+(some\s+)?more(\s+details?)?|more\s+details?|is\s+that\s+(all|it)|that's\s+all|what\s+happened\s+(next|then|after(wards|\s+that)?)|(nothing|any)\s+more|rien\s+de\s+plus)(\s+please)?[\s?!.…]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex More();

    // What somebody said is asked for by no yes or no.
    [GeneratedRegex(@"^((did|does)\s+(he|she)\s+(say|add|mention)\s+(anything\s+)?(more|else)(\s+than\s+(that|this))?|((il|elle)\s+(n'|en\s+)?a\s+(rien\s+)?(dit|ajouté)|(en\s+)?a-t-(il|elle)\s+(dit|ajouté))\s+(autre\s+chose|quelque\s+chose\s+d'autre|rien\s+d'autre|d'autre|de\s+plus|plus|davantage))[\s?!.…]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex SaidMore();

    // "His exact words?" are those of the sentence that was cited.
    [GeneratedRegex(@"^((donne[sz]?|cite[sz]?)([\s-]moi)?\s+|(quels?|quelles)\s+(sont|étaient|ont\s+été)\s+|(et\s+)?(c'est(\s+quoi)?|ce\s+sont)\s+|got\s+|give\s+me\s+|quote\s+|what\s+(are|were|is|was)\s+|what's\s+|(do\s+you\s+)?have\s+)?((ses|leurs|les|the|his|her|their)\s+((mots|termes|paroles)(\s+(exact(e)?s|précis(es)?))?|(exact|actual|precise|own)\s+(words|quote|wording)|quote)|la\s+citation(\s+exacte)?|verbatim)(\s+(s'il\s+(te|vous)\s+pla[iî]t|please))?[\s?!.…]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex ExactWords();

    // What was told shows who said it, and that there is nothing.
    [GeneratedRegex(@"^((he|she|they)\s+(really\s+|actually\s+)?(said|says)\s+(that|so|it|this)(\s+(himself|herself|themselves|really))?|(did|does)\s+(he|she|they)\s+(really|actually)\s+say\s+(that|so|it|this)|(il|elle|ils|elles)\s+(l'a|l'ont|a|ont)\s+(vraiment\s+|bien\s+)?dit(\s+(ça|cela))?(\s+(lui-même|elle-même|eux-mêmes|elles-mêmes|vraiment))?|(a-t-(il|elle)|ont-ils)\s+(vraiment|bien)\s+dit\s+(ça|cela)|c'est\s+(vraiment\s+|bien\s+)?(lui|elle|eux|\p{Lu}\p{L}+|l[ea]\s+\p{L}+)\s+qui\s+(le\s+|l'(a|ont)\s+|a\s+|ont\s+)?(dit|dis(ent)?|reconnaît|reconnu|affirme|affirmé|déclare|déclaré|pense)(\s+(ça|cela))?|is\s+it\s+(him|her|them|\p{Lu}\p{L}+)\s+who\s+(said|says)\s+(so|that|it)|((vraiment|absolument)\s+)?rien(\s+du\s+tout)?|((really|absolutely)\s+)?nothing(\s+at\s+all)?|((are\s+you|you're|tu\s+es|vous\s+êtes|t'es)\s+)?(bien\s+)?(s[uû]re?s?|certaine?s?|sure|certain|positive)(\s+(de\s+(ça|toi|vous|cela)|(of|about)\s+(that|it)))?|(c'est|is\s+(that|it))\s+(bien\s+|vraiment\s+|really\s+)?(sûr|certain|ça|so)|for\s+sure|vraiment|really|seriously|sérieusement|ah\s+bon|no\s+way|(tu|vous)\s+(me\s+)?(le\s+)?confirme[sz]|((can|do|could)\s+)?you\s+confirm(\s+(it|that|this))?)(\s*,?\s+(alors|donc|then|so))?[\s?!.…]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex IsSo();

    // "Sure? I thought it was in Moscow."
    [GeneratedRegex(@"^((vraiment|really|sûre?|sure|certain|ah\s+bon|seriously)\s*[?!.,…]+\s*)?(i\s+(always\s+)?thought|i\s+was\s+sure|i'd\s+have\s+(thought|said)|je\s+(croyais|pensais)|j'(aurais\s+)?(cru|pensé|dit))\s+(that\s+|qu(e\s+|'))?(c'|(it|he|she|they|that|this|there|ce|ça|cela|ils?|elles?|on)(?![\p{L}]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Doubt();

    // "Which one?" after "Is there an accusation?": what was told says which.
    [GeneratedRegex(@"^(c'(est|était)\s+|is\s+it\s+)?(lequel|laquelle|lesquels|lesquelles|which(\s+ones?)?|en\s+quoi|comment\s+ça)(\s+(exactement|au\s+juste|précisément|exactly|precisely|c'est|c'était|is\s+it|was\s+it))?(\s*,[^?,]{1,30})?[\s?!.…]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Which();

    [GeneratedRegex(@"(?<![\p{L}])(qui|que|quoi|quel(le)?s?|où|quand|comment|combien|pourquoi|who|what|which|where|when|how|why)(?![\p{L}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex AsksWith();

    [GeneratedRegex(@"^(et(\s+(alors|donc))?|and(\s+so)?|alors|mais\s+encore)[\s?…]*\?+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<![\p{L}])(else|d'autres?|autre\s+chose)(?![\p{L}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Else();
}
