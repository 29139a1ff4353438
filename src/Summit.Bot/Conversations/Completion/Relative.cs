using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>"Et son père ?", "And his counterpart?", "And the other one?": someone who is named by another.</summary>
internal sealed partial class Relative(Wording wording)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public Completed? Complete(string words, List<Phrase> inside, FollowUp followUp, Context context)
    {
        if (OtherOne().IsMatch(words))
            return Counterpart(context, null);
        if (inside is not [var phrase] || !Possessive().IsMatch(phrase.Article) || phrase.Text.Length != words.Length)
            return null;
        return CounterpartNoun().IsMatch(phrase.Core) ? Counterpart(context, phrase) : phrase.Kind == PhraseKind.Person ? Kin(phrase, followUp, context) : null;
    }

    private Completed? Counterpart(Context context, Phrase? phrase)
    {
        var one = Referents.Subject(context.Phrases, PhraseKind.Person);
        if (one is null || one.IsCoordinated)
            return null;
        var other = new Referents(context).OtherPerson();
        // Where the other one has no name in the conversation, he is called by his office.
        var named = other is not null ? wording.In(other, context.Language) : phrase is not null && phrase.Language == context.Language ? Owned(phrase, one) : null;
        return named is null ? null : new Completed(Wording.Replace(other is not null && !other.IsBracketed && context.Phrases.Contains(other) ? Swapped(context, other, one) : context.Text, one, named, isPlural: false), context.Language);
    }

    private static string Swapped(Context context, Phrase other, Phrase one) => other.Start > one.Start ? Wording.Replace(context.Text, other, one.Text, isPlural: false) : context.Text;

    private Completed? Kin(Phrase phrase, FollowUp followUp, Context context)
    {
        var place = context.Phrases.FindLast(known => known.Kind == PhraseKind.Person && !known.IsBracketed);
        if (place is null)
            return null;
        var owner = place.Owner is { Kind: PhraseKind.Person } named ? named : place;
        var kin = phrase.Language == context.Language ? phrase : Translated(phrase, context.Language);
        return kin is null || followUp.Phrases.Count > 1 ? null : new Completed(Wording.Replace(context.Text, place, Owned(kin, owner), isPlural: false), context.Language);
    }

    private Phrase? Translated(Phrase phrase, TextLanguage language)
    {
        var word = wording.In(phrase, language);
        return word == phrase.Text ? null : phrase with { Text = $"{phrase.Article} {word}", CoreStart = phrase.Start + phrase.Article.Length + 1, Language = language };
    }

    private static string Owned(Phrase phrase, Phrase owner)
    {
        if (phrase.Language == TextLanguage.English)
            return $"{owner.Text}'s {phrase.Core}";
        var article = FirstVowel().IsMatch(phrase.Core) ? "l'" : phrase.Article switch { "sa" => "la ", "ses" or "leurs" => "les ", _ => "le " };
        return Wording.Join($"{article}{phrase.Core} de {owner.Text}");
    }

    [GeneratedRegex(@"^(l'autre|the\s+other(\s+one)?)(\s+(dirigeant|dirigeante|président|présidente|ministre|leader|president|minister))?$", Options, 10_000)]
    private static partial Regex OtherOne();

    [GeneratedRegex("^(son|sa|ses|leurs?|his|her|their)$", Options, 10_000)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(homologue|rival|rivale|adversaire|counterpart|opposite\s+number|opponent|interlocuteur)", Options, 10_000)]
    private static partial Regex CounterpartNoun();

    [GeneratedRegex("^[aeiouyàâéèêëîïôûùh]", Options, 10_000)]
    private static partial Regex FirstVowel();
}
