using System.Globalization;
using System.Text.RegularExpressions;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Rendering;

/// <summary>What the bot says in French.</summary>
internal sealed partial class FrenchPhrases : Phrases
{
    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    /// <inheritdoc/>
    public override string Locale => "fr-FR";

    /// <inheritdoc/>
    public override string Source => Set("Source :");

    /// <inheritdoc/>
    public override string Sources => Set("Sources :");

    /// <inheritdoc/>
    public override string NoTranslation => "Il n’existe pas de traduction française de cette phrase.";

    /// <inheritdoc/>
    public override string NothingMore => "Les articles dont je dispose n’en disent pas davantage.";

    /// <inheritdoc/>
    public override string NotFound => "Les articles dont je dispose ne répondent pas à cette question.";

    /// <inheritdoc/>
    public override string Closest => Set("Phrase la plus proche, qui ne répond pas à la question :");

    /// <inheritdoc/>
    public override string ThirdLanguage => "Je ne comprends que le français et l’anglais. Pouvez-vous poser votre question dans l’une de ces deux langues ?";

    /// <inheritdoc/>
    public override string ArticlesTitle => "Articles";

    public override string AllArticles => "Tous les articles";

    public override string AskAQuestion => "Poser une question";

    public override string ShowTranslation => "Afficher la traduction";

    public override string HideTranslation => "Masquer la traduction";

    public override string PreviousPage => "Page précédente";

    public override string NextPage => "Page suivante";

    public override string WrittenByModel => Set("Rédigé par une IA ; les citations sont exactes.");

    public override string WithoutModel => Set("Le modèle de langage ne répond pas pour le moment ; voici la réponse trouvée sans lui.");

    public override string AskInThis => "Vous pouvez aussi poser vos questions en français.";

    public override string Examples => Set("Par exemple :");

    /// <inheritdoc/>
    public override string TooLong => Set("Votre message est trop long pour moi : posez votre question en 2 000 caractères au plus.");

    /// <inheritdoc/>
    public override string Failure => "Désolé, une erreur s’est produite et je n’ai pas pu répondre. Veuillez reposer votre question.";

    /// <inheritdoc/>
    public override string Searching => "Je cherche dans les articles…";

    /// <inheritdoc/>
    public override string Loading => "Je suis encore en train de charger les articles. Veuillez reposer votre question dans quelques secondes.";

    /// <inheritdoc/>
    public override string TooMany => "Vous posez trop de questions à la fois pour moi. Veuillez attendre une minute avant la prochaine.";

    /// <inheritdoc/>
    public override string TookTooLong => "Désolé, chercher la réponse a pris trop de temps. Veuillez reposer votre question, en plus court si possible.";

    /// <inheritdoc/>
    public override string NoStore => "Désolé, je ne peux pas joindre l’index des articles en ce moment. Veuillez reposer votre question dans quelques instants.";

    /// <inheritdoc/>
    public override string OpenArticle => "Ouvrir l’article à cette phrase";

    /// <inheritdoc/>
    public override string Forgotten => Set("C’est oublié : la langue choisie, mes dernières réponses et vos commentaires sur elles.");

    /// <inheritdoc/>
    public override string Articles => Set("Les articles dont je dispose :");

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Does)> Commands =>
        [
            ("aide", "ce que je sais faire"), ("langue", "choisir la langue des réponses : langue français, langue anglais, langue auto"),
            ("sources", "les phrases derrière ma dernière réponse"), ("oublie", "oublier notre conversation"),
        ];

    /// <inheritdoc/>
    public override string ArticleChanged => "Cet article a changé depuis la citation. La phrase citée est marquée là où elle se trouve, ou se trouvait.";

    /// <inheritdoc/>
    public override string CitedVersionUnknown => Set("Cet article a changé depuis la citation : la phrase marquée n’est peut-être plus celle qui a été citée.");

    public override string ArticleRetracted => "L’éditeur a retiré cet article. Il reste visible pour ceux à qui une de ses phrases a été citée, et n’est plus cité.";

    public override string Retracted => "retiré par l’éditeur";

    public override string SinceRetracted => "retiré depuis par l’éditeur";

    public override string SinceCorrected => "corrigé depuis par l’éditeur";

    public override string OriginalArticle => "Article original";

    /// <inheritdoc/>
    public override string SentenceGone => Set("La phrase citée n’est plus dans l’article. Elle disait :");

    /// <inheritdoc/>
    public override string SmallTalk(QuestionKind kind) => Set(kind switch
    {
        QuestionKind.Greeting => "Bonjour ! Posez-moi une question sur les articles dont je dispose : je vous réponds avec les phrases exactes qui le prouvent.",
        QuestionKind.Thanks => "Avec plaisir ! Si vous avez une autre question, je suis là.",
        QuestionKind.Acknowledgement => "Entendu. Si vous avez une autre question, je suis là.",
        QuestionKind.Farewell => "Au revoir, et à bientôt !",
        QuestionKind.Identity => "Je suis Summit.Bot, un programme qui répond aux questions en citant des articles mot pour mot. Quand les articles ne répondent pas, je le dis.",
        QuestionKind.Wellbeing => "Très bien, merci ! Et vous ? Que voulez-vous savoir ?",
        QuestionKind.NoWords => "Posez-moi une question avec vos mots : je cherche la réponse dans les articles et je cite la phrase qui la donne.",
        _ => "Je réponds, en français ou en anglais, aux questions sur les articles dont je dispose, et je cite à chaque fois la phrase exacte et sa source. Quand les articles ne répondent pas, je le dis.",
    });

    /// <inheritdoc/>
    public override string Quoted(string text) => $"«\u00A0{text}\u00A0»";

    /// <inheritdoc/>
    public override string Understood(string question) => Set($"Question comprise : {question}");

    public override string WrittenIn(TextLanguage language) => language == TextLanguage.French ? "en français" : "en anglais";

    public override string TranslationBy(string translator) => Set($"Traduction de {translator} :");

    public override string MachineTranslationBy(string model) => Set($"Traduction automatique ({model}) :");

    /// <inheritdoc/>
    public override string LookedFor(string words) => Set($"J’ai cherché : {words}.");

    /// <inheritdoc/>
    public override string LanguageIs(TextLanguage? chosen) => Set(chosen switch
    {
        TextLanguage.French => "Je réponds désormais en français. Pour revenir à la langue de vos questions : langue auto.",
        TextLanguage.English => "Je réponds désormais en anglais. Pour revenir à la langue de vos questions : langue auto.",
        _ => "Je réponds dans la langue de vos questions. Pour en choisir une : langue français, ou langue anglais.",
    });

    /// <inheritdoc/>
    public override string AndMore(int count) => $"… et {count} autres.";

    /// <inheritdoc/>
    public override string Day(DateOnly? day) => day is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.Day}{(known.Day == 1 ? "er" : "")} {Months[known.Month - 1]} {known.Year}")
        : "sans date";

    public override string Corrected(DateOnly day) => $"corrigé le {Day(day)}";

    public override string ArticleCorrected(DateOnly day) => $"L’éditeur a corrigé cet article le {Day(day)}.";

    public override string WrittenBy(string author) => $"Par {author}";

    // French sets a space that does not break before high punctuation, and inside guillemets.
    private static string Set(string text) => Spaces().Replace(text, "\u00A0");

    [GeneratedRegex("(?<=«) | (?=[»:;!?])|(?<=[0-9]) (?=[0-9]{3})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Spaces();
}
