using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>"What did he say?", "Who drew it up?": the question, with what its pronouns stand for in brackets.</summary>
internal sealed partial class AskOfTheSame(Wording wording)
{
    private const int MostReferents = 3;

    public Completed? Complete(FollowUp followUp, Context context)
    {
        var known = new Referents(context);
        if (known.Latter() is { } latter && Latter().IsMatch(followUp.Core))
            return new Completed(Wording.Capital(Latter().Replace(followUp.Core, wording.In(latter, followUp.Language))), followUp.Language);
        var pointers = new Pointers(followUp);
        if (followUp.StandsAlone && !(pointers.IsCountry && pointers.Person is not null) && !Possessive().IsMatch(followUp.Core))
            return null;
        // "The son" is he whose father was spoken of.
        var children = followUp.Phrases.Select(phrase => (Phrase: phrase, Child: known.Child(phrase))).Where(named => named.Child is not null).ToList();
        var text = children.Aggregate(followUp.Core, (text, named) => text.Replace(named.Phrase.Text, wording.In(named.Child!, followUp.Language), StringComparison.Ordinal));
        text = Uncounted().Replace(text, match => known.Matter() is { Kind: PhraseKind.Thing } counted ? followUp.Language == TextLanguage.French ? $"{match.Groups["much"].Value} de {counted.Core} " : $"{match.Groups["much"].Value} {counted.Core} " : match.Value);
        var found = Found(pointers, known, context).Where(found => !followUp.Phrases.Concat(children.Select(named => named.Child!)).Any(own => Referents.IsSame(own, found))).ToList();
        // "His country" is the state that he is of.
        var referents = found.Select(phrase => pointers.IsCountry && phrase.Kind == PhraseKind.Person && known.StateOf(phrase) is { } state ? wording.Bracketed(state, followUp.Language) : wording.Bracketed(phrase, followUp.Language)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostReferents).ToList();
        if (referents.Count == 0 && text == followUp.Core)
            return null;
        text = text.TrimEnd('?', '.', '!', ' ');
        var bracket = referents.Count > 0 ? $" ({string.Join(", ", referents)})" : "";
        return new Completed($"{Wording.Capital(text)}{bracket} ?", followUp.Language, AskForMore.AsksMore(text), HasContext: referents.Count > 0)
        {
            IsContextLoose = pointers.Person is null && found.TrueForAll(phrase => phrase.Kind is PhraseKind.Thing or PhraseKind.Place),
        };
    }

    // "Son président viendra-t-il ?"
    [GeneratedRegex(@"^(est-ce\s+que\s+|did\s+|does\s+|is\s+|was\s+|has\s+|will\s+)?(son|sa|ses|leurs?|his|her|its|their)\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"(?<![\p{L}])(ce\s+dernier|cette\s+dernière|celui-ci|celle-ci|the\s+latter)(?![\p{L}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Latter();

    // "How many does he have?"
    [GeneratedRegex(@"^(?<much>how\s+many)\s+(?=(do|does|did|has|have|had|are|were|will|would|can|could|should)(?![\p{L}]))|^(?<much>combien)\s+(?=en\s+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Uncounted();

    private static IEnumerable<Phrase> Found(Pointers pointers, Referents referents, Context context)
    {
        IEnumerable<Phrase?> found =
        [
            pointers.IsOther ? referents.OtherPerson() : pointers.IsName && referents.Nameless() is { } nameless ? nameless : pointers.Person is { } gender ? PersonOr(referents, gender, pointers.MayBeThing) : null,
            .. pointers.IsSeveral || pointers.IsThem ? Several(referents, pointers) : [],
            pointers.IsEvent ? referents.Event() ?? referents.Thing() : pointers.IsIt ? referents.Thing() : null,
            pointers.IsMatter ? referents.Matter() : null,
            pointers.IsThere && !pointers.IsEvent ? referents.Place() : null,
            .. pointers.IsFragment ? Topic(context) : [],
        ];
        return found.OfType<Phrase>();
    }

    /// <summary>A person; in French "elle" may be a thing or a state.</summary>
    private static Phrase? PersonOr(Referents referents, PhraseGender gender, bool mayBeThing) =>
        referents.Person(gender) ?? (mayBeThing ? referents.Thing(gender) : null);

    private static List<Phrase> Several(Referents referents, Pointers pointers)
    {
        var several = referents.Several(pointers.IsThem);
        return several.Count > 0 || !pointers.MayBeThing ? several : referents.Thing(isPlural: true) is { } thing ? [thing] : [];
    }

    private static IEnumerable<Phrase?> Topic(Context context) =>
        [Referents.Subject(context.Phrases, PhraseKind.Person), .. context.Phrases.Where(phrase => phrase.Kind is PhraseKind.Thing or PhraseKind.State).Take(2)];
}

/// <summary>What the pronouns of a question may stand for, as far as the question itself does not say it.</summary>
internal sealed partial class Pointers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public Pointers(FollowUp followUp)
    {
        var text = Impersonal().Replace(followUp.Text, match => new string(' ', match.Length));
        bool Own(Match match, bool isSubject, Func<Phrase, bool> fits) =>
            followUp.Phrases.Exists(phrase => fits(phrase) && (phrase.Start < match.Index ? isSubject || Clause().IsMatch(text[phrase.End..match.Index]) : Dislocated().IsMatch(text[match.Index..phrase.Start])));
        bool IsAbsent(Regex pronoun, bool isSubject, Func<Phrase, bool> fits) => pronoun.Matches(text).Any(match => !Own(match, isSubject, fits));

        var isFrench = followUp.Language == TextLanguage.French;
        IsOther = Other().IsMatch(text);
        if (!IsOther)
            Person = (isFrench ? FrenchPerson() : EnglishPerson()).Matches(text).Where(match => !Own(match, isSubject: true, IsOne)).Select(match => (PhraseGender?)(match.Value.Equals("elle", StringComparison.OrdinalIgnoreCase) ? PhraseGender.Feminine : PhraseGender.Masculine)).FirstOrDefault()
                ?? (IsAbsent(isFrench ? FrenchOwner() : EnglishOwner(), isSubject: true, phrase => isFrench ? !Dislocated().IsMatch(text[phrase.End..].Split(' ', 2)[0]) : phrase.Kind is PhraseKind.Person or PhraseKind.State)
                    || IsAbsent(isFrench ? FrenchObject() : EnglishObject(), isSubject: false, phrase => phrase.Kind is PhraseKind.Person or PhraseKind.State) ? PhraseGender.Unknown : null);
        MayBeThing = isFrench;
        IsSeveral = IsAbsent(isFrench ? FrenchSeveral() : EnglishSeveral(), isSubject: true, phrase => phrase.IsPlural || Dislocated().IsMatch(text[..phrase.Start]) || phrase.IsCoordinated || phrase.Kind == PhraseKind.State)
            || IsAbsent(isFrench ? FrenchTheir() : EnglishTheir(), isSubject: true, phrase => phrase.IsPlural || phrase.IsCoordinated);
        IsThem = IsAbsent(isFrench ? FrenchThem() : EnglishThem(), isSubject: false, phrase => phrase.IsPlural || phrase.IsCoordinated);
        IsIt = !isFrench && IsAbsent(EnglishIt(), isSubject: true, phrase => phrase.Kind is PhraseKind.State or PhraseKind.Thing) || !isFrench && ItObject().IsMatch(text);
        IsMatter = (isFrench ? FrenchMatter() : EnglishMatter()).IsMatch(text);
        IsThere = (isFrench ? FrenchThere().IsMatch(followUp.Text) : EnglishThere().IsMatch(text)) && !followUp.Phrases.Exists(phrase => phrase.Kind == PhraseKind.Place);
        IsName = Person is not null && Named().IsMatch(text);
        IsEvent = Gained().IsMatch(text);
        IsCountry = OwnCountry().IsMatch(text);
        IsFragment = Fragment().IsMatch(followUp.Core);
    }

    /// <summary>A person is meant, with the gender of the pronoun.</summary>
    public PhraseGender? Person { get; }

    /// <summary>The person beside the one asked about.</summary>
    public bool IsOther { get; }

    /// <summary>The pronoun may stand for a thing as well.</summary>
    public bool MayBeThing { get; }

    /// <summary>Several are meant.</summary>
    public bool IsSeveral { get; }

    /// <summary>Several are meant by "them", whom the question does not make act.</summary>
    public bool IsThem { get; }

    /// <summary>"it".</summary>
    public bool IsIt { get; }

    /// <summary>"that", "ça", "en": what was spoken about.</summary>
    public bool IsMatter { get; }

    /// <summary>"there", "y".</summary>
    public bool IsThere { get; }

    /// <summary>What somebody is called.</summary>
    public bool IsName { get; }

    /// <summary>"out of it", "y gagner": what takes place.</summary>
    public bool IsEvent { get; }

    /// <summary>"his country".</summary>
    public bool IsCountry { get; }

    /// <summary>"How many officers?", "A dialogue about what?".</summary>
    public bool IsFragment { get; }

    private static bool IsOne(Phrase phrase) => phrase.Kind is PhraseKind.Person or PhraseKind.State || phrase.Article.Length > 0 && phrase.Language == TextLanguage.French && !phrase.IsPlural && phrase.Preposition.Length == 0;

    [GeneratedRegex(
        @"(?<![\p{L}])(s'il\s+(te|vous)\s+pla[iî]t|(fait|faisait|fera|est)[\s-](t[\s-])?il(?=\s*(à|en|[?]|aujourd|demain|arrivé|nuit|beau|froid|chaud))|il\s+va\s+faire\s+quel|(de|à)\s+(son|leur)\s+(côté|tour)|y\s+a-t-il|y\s+avait-il|y\s+aura-t-il|il\s+n?'?y\s+(en\s+)?(a|avait|aura|aurait)|(s'est|s'était)-il\s+passé|se\s+passe-t-il|que\s+se\s+passe|faut-il|il\s+((me|te|nous|vous|lui|leur)\s+)?(en\s+)?(faut|faudra|faudrait)|pleut-il|il\s+pleut|s'agit-il|il\s+s'agit|(est|était|serait|sera)-il\s+(possible|vrai|prévu|question|certain|probable|temps|exact)|il\s+(est|était)\s+(possible|vrai|prévu|question|probable|exact)|il\s+(y\s+)?(fait|faisait)(?=\s+(quel|beau|chaud|froid|nuit|jour|mauvais))|reste-t-il|il\s+reste|il\s+paraît|il\s+semble|" +
        @"(is|was|will|would|isn't|wasn't)\s+it\s+(be\s+)?(true|possible|likely|clear|certain|known|expected|planned|raining|cold|hot|sunny|safe\s+to|necessary|important|worth)|it\s+(is|was)\s+(true|possible|likely|said)|what\s+time\s+(is|was)\s+it|(is|was)\s+it(?=\s.*\b(that|since)\b|\s+since\b)|on\s+it,|it\s+out|how\s+(far|long)\s+(is|was|does|did|will)\s+it|(there|it)\s+(is|are|was|were|will|has|have|had|seems|appears)|(is|are|was|were|will|isn't|aren't|wasn't)\s+there|(on|for|from)\s+(his|her|their)\s+(own\s+)?(side|part)|in\s+(his|her|their)\s+turn)(?![\p{L}])",
        Options, 10_000)]
    private static partial Regex Impersonal();

    [GeneratedRegex(@"(?<![\p{L}])(qu(e|'|i)|quand|lorsque|si|où|when|while|whether|that|who|which|if|because|before|after|as)(?![\p{L}])|[,;](?!\s*(ils?|elles?|he|she|it|they|what|who|qu'|son|sa|ses|had|has|have|did|does|do|is|was|will|est|a)(?![\p{L}]))", Options, 10_000)]
    private static partial Regex Clause();

    [GeneratedRegex(@",\s*((him|her|lui|elle|eux|them)\s+(and|et)\s+)?$", Options, 10_000)]
    private static partial Regex Dislocated();

    [GeneratedRegex(@"(?<![\p{L}])(l'autre|(the|that)\s+other(\s+(one|guy|fellow|man|side|party))?|son\s+homologue|(his|her)\s+counterpart|(?<=^((et|and|mais|but|alors|so|did|does|is|was|has|had)\s+)*)(son\s+(hôte|invité|visiteur|interlocuteur)|(his|her)\s+(host|guest|visitor|interlocutor)))(?=\s*[,?]|\s+(lui|il|elle|he|she|a|va|veut|dit|en|est|did|does|is|has|want|wants|say|said|think|thinks|a-t-il|est-il)\b)", Options, 10_000)]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<![\p{L}])(out\s+of\s+it|from\s+it|in\s+it\s+for|what('s|\s+is|\s+was)\s+(it|that|this)\s+for|en\s+(attend\w*|retir\w+|tir\w+|esp[éè]r\w+)|y\s+(gagn\w+|trouv\w+))(?![\p{L}])", Options, 10_000)]
    private static partial Regex Gained();

    [GeneratedRegex(@"(?<![\p{L}])((son|his|her)\s+(first\s+|last\s+|full\s+)?(name|surname|nom|prénom)|s'appel\p{L}+|se\s+nomm\p{L}+|called)(?![\p{L}])", Options, 10_000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\p{L}])(son|his|her)\s+(own\s+|propre\s+)?(pays|gouvernement|administration|country|government|nation|homeland)(?![\p{L}])", Options, 10_000)]
    private static partial Regex OwnCountry();

    [GeneratedRegex(@"(?<![\p{L}])(il|elle|celui-ci|celle-ci)(?![\p{L}])", Options, 10_000)]
    private static partial Regex FrenchPerson();

    [GeneratedRegex(@"(?<![\p{L}])(he|she)(?![\p{L}])", Options, 10_000)]
    private static partial Regex EnglishPerson();

    [GeneratedRegex(@"(?<![\p{L}])lui(?![\p{L}])", Options, 10_000)]
    private static partial Regex FrenchObject();

    [GeneratedRegex(@"(?<![\p{L}])(him|her(?!\s+\p{L}))(?![\p{L}])", Options, 10_000)]
    private static partial Regex EnglishObject();

    [GeneratedRegex(@"(?<![\p{L}])(son|sa|ses)(?![\p{L}])", Options, 10_000)]
    private static partial Regex FrenchOwner();

    [GeneratedRegex(@"(?<![\p{L}])(his|hers|her(?=\s+\p{L}))(?![\p{L}])", Options, 10_000)]
    private static partial Regex EnglishOwner();

    [GeneratedRegex(@"(?<![\p{L}])(ils|elles|ceux-ci|celles-ci)(?![\p{L}])", Options, 10_000)]
    private static partial Regex FrenchSeveral();

    [GeneratedRegex(@"(?<![\p{L}])(they)(?![\p{L}])", Options, 10_000)]
    private static partial Regex EnglishSeveral();

    [GeneratedRegex(@"(?<![\p{L}])(eux|(tous|toutes)\s+(les\s+)?deux|lequel\s+des\s+deux|laquelle\s+des\s+deux|les\s+deux(?=\s*[,?]|\s+(ont|sont|vont|veulent|se)\b))(?![\p{L}])", Options, 10_000)]
    private static partial Regex FrenchThem();

    [GeneratedRegex(@"(?<![\p{L}])(them|both(?=\s*[,?]|\s+(of\s+them|agree|want|say|sign|go)\b)|which\s+(one\s+)?of\s+the\s+two|the\s+two(?=\s*[,?]))(?![\p{L}])", Options, 10_000)]
    private static partial Regex EnglishThem();

    [GeneratedRegex(@"(?<![\p{L}])leurs?(?![\p{L}])", Options, 10_000)]
    private static partial Regex FrenchTheir();

    [GeneratedRegex(@"(?<![\p{L}])theirs?(?![\p{L}])", Options, 10_000)]
    private static partial Regex EnglishTheir();

    [GeneratedRegex(@"(?<![\p{L}])(it|its)(?!')(?![\p{L}])", Options, 10_000)]
    private static partial Regex EnglishIt();

    [GeneratedRegex(@"(?<=\b(about|of|for|on|against|with|after|before|from|to|by|in|accept\w*|reject\w*|sign\w*|drew|draw|make|made|call\w*|see|saw|stop\w*|win|won|buy|bought|build|built|cause\w*|wr[io]te|written|said|say|did|do|done|approve\w*|support\w*|oppose\w*|know|knew|mention\w*|explain\w*)\s+)it(?=(\s+(up|out|off|down|too|again|then|already|yet|before|first|all))*\s*[?!.,]*$)", Options, 10_000)]
    private static partial Regex ItObject();

    [GeneratedRegex(@"(?<![\p{L}])((?<=\b(de|sur|à|contre|avec|après|avant|pour|comme|par)\s+)(ça|cela|ceci)|(ça|cela)(?=\s+(va|change|pourrait|risque|aura|signifie|explique|dérange|concerne)\b)|en(?=\s+(dit|disent|pense|pensent|penser|parle|parlent|parler|dire|veut|veulent|sait|savent|a|ont|avait|fait|font|faire)\b)|là-dessus|là-dedans|dessus(?=\s*[?!.…]*$)|l'(?=(a|ont|avait|accepter|accepte|signer|signe|approuver|refuser|annoncer|a-t-il|a-t-elle|ont-ils)\b)|le(?=\s+(signer|faire|dire|refuser|confirmer|accepter|rejeter|croire)\b)|cette\s+idée|à\s+ce\s+sujet|à\s+ce\s+propos)(?![\p{L}])|(?<![\p{L}])l'(?=(a|ont|avait|accept\w+|sign\w+|approuv\w+|annonc\w+)(?![\p{L}]))", Options, 10_000)]
    private static partial Regex FrenchMatter();

    [GeneratedRegex(@"(?<![\p{L}])((about|of|with|for|from|after|before|by|to|to|on|than|do|did|does|done|said|say|like|mean|think|cause|caused|explain|see|saw|take|took|want|call)\s+(that|this)(?=\s*[?!.,]*$)|(turn|make|take|see|call|use|change|read|wants?|wanted|expects?|hopes?)\s+(that|this)(?=\s+(into|to|as|with|now|for)\b)|^(is|was|did|does|will|has|had|would|could|can)\s+(that|this)\s+(mean|happen|change|work|help|affect|surprise|matter|true|planned|new|confirmed)(?![\p{L}]))", Options, 10_000)]
    private static partial Regex EnglishMatter();

    [GeneratedRegex(@"(?<![\p{L}])(là-bas|y(?=\s+(est|sont|va|vont|allait|était|étaient|habite|habitent|vit|vivent|fait|faisait|arrive|arrivent|travaille|travaillent|reste|restent)(?![\p{L}]))|y(?=\s+(est|sont|va|vont|habite\w*|vi[vt]\w*|travaill\w+|fai[ts]\w*))|sur\s+place)(?![\p{L}-])", Options, 10_000)]
    private static partial Regex FrenchThere();

    [GeneratedRegex(@"(?<![\p{L}])there(?![\p{L}'])", Options, 10_000)]
    private static partial Regex EnglishThere();

    [GeneratedRegex(@"^((how\s+many|how\s+much|which|what\s+kind\s+of)\s+[\p{L}-]+|(combien\s+d(e\s+|')|quel(le)?s?\s+)[\p{L}-]+|(to|a|an|the|une?|des|le|la)\s+[^?,]{1,40}\s(about|with|of|for|on|de|sur|avec|pour|à)\s+(what|whom|who|quoi|qui))[\s?!.…]*$", Options, 10_000)]
    private static partial Regex Fragment();
}
