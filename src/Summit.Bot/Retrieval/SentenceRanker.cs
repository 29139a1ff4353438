using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Ranks the sentences of candidate passages for one question.</summary>
public sealed class SentenceRanker
{
    private const double NeighbourDiscount = 0.6, ParagraphDiscount = 0.5, TopicDiscount = 0.6;
    private const double SupportWeight = 0.4, TypeBonus = 0.22, TypePenalty = 0.08, SpeakerBonus = 0.25, OtherSpeakerPenalty = 0.2;
    private const double TopicShare = 0.2;
    private const double AbsentName = 3, AbsentNumber = 2, AbsentNoun = 1.8, AbsentVerb = 1.1, AbsentModifier = 0.9, AbsentUnknown = 1.4;

    private readonly SpeechReader _speech;
    private readonly Lexicon _lexicon;

    /// <summary>Makes a ranker.</summary>
    public SentenceRanker(SpeechReader speech, Lexicon lexicon)
    {
        _speech = speech;
        _lexicon = lexicon;
    }

    /// <summary>Ranks all sentences of the candidate passages.</summary>
    public Evidence Rank(QuestionAnalysis question, PassageIndex index, IEnumerable<ScoredPassage> candidates)
    {
        var weights = Weights(question, index);
        var ranked = new List<RankedSentence>();
        foreach (var group in candidates.GroupBy(candidate => candidate.Passage.ArticleId))
        {
            var article = index.Articles[group.Key];
            var numbers = group.SelectMany(c => Enumerable.Range(c.Passage.FirstSentence, c.Passage.SentenceCount)).ToHashSet();
            ranked.AddRange(RankArticle(question, weights, article, numbers));
        }

        ranked.Sort(static (a, b) =>
            a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : string.CompareOrdinal(a.Article.Article.Id, b.Article.Article.Id) is var byId and not 0 ? byId
            : a.Sentence.Number.CompareTo(b.Sentence.Number));
        return new Evidence(question, weights, ranked);
    }

    private double[] Weights(QuestionAnalysis question, PassageIndex index)
    {
        var weights = new double[question.Terms.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var term = question.Terms[i];
            double frequency = index.SentenceFrequency(term.Term);
            var rarity = frequency > 0 ? Math.Log(1 + (index.SentenceCount - frequency + 0.5) / (frequency + 0.5)) : Absent(term.Term);
            var speechVerb = question.Types.HasFlag(AnswerTypes.Speech) && _speech.IsSpeech(term.Term) ? 0.3 : 1;
            weights[i] = term.Importance * rarity * speechVerb;
        }

        return weights;
    }

    // What a word that stands nowhere in the articles counts for: a name or a number that is missing says that the articles
    // speak of something else; a verb or an adjective may only be another wording.
    private double Absent(Term term)
    {
        if (term.Kind == TermKind.Name)
            return AbsentName;
        if (term.Kind == TermKind.Number)
            return AbsentNumber;
        if (term.Concepts.Count == 0)
            return AbsentUnknown;
        return term.Concepts.Where(id => id >= 0).Select(id => _lexicon.Concepts[id].Kind).Select(kind => kind switch
        {
            ConceptKind.Verb => AbsentVerb,
            ConceptKind.Adjective or ConceptKind.Adverb or ConceptKind.Expression => AbsentModifier,
            ConceptKind.Time or ConceptKind.Number => AbsentNumber,
            _ => AbsentNoun,
        }).DefaultIfEmpty(AbsentUnknown).Min();
    }

    private static IEnumerable<RankedSentence> RankArticle(QuestionAnalysis question, double[] weights, IndexedArticle article, HashSet<int> numbers)
    {
        var terms = LeaderResolver.AddLeaders(question.Terms.Select(t => t.Term), article.Leaders);
        var asked = terms.Where(t => t.Kind == TermKind.Name || t.Countries.Count > 0 || t.Concepts.Any(id => id < 0)).ToList();
        // matches[s][t]: neighbours count as context, so they are matched as well.
        var matches = new double[article.Sentences.Count][];
        for (var s = 0; s < matches.Length; s++)
        {
            if (numbers.Contains(s + 1) || numbers.Contains(s) || numbers.Contains(s + 2))
                matches[s] = Match(terms, article.Sentences[s]);
        }

        var topic = Topic(terms, article, matches);
        foreach (var number in numbers.Order())
            yield return Score(question, weights, article, number, matches, topic, asked);
    }

    private static double[] Match(List<Term> terms, SentenceProfile sentence)
    {
        var row = new double[terms.Count];
        for (var t = 0; t < row.Length; t++)
        {
            foreach (var wording in sentence.Wordings)
            {
                foreach (var term in wording.Terms)
                {
                    if (term.Kind != TermKind.Function)
                        row[t] = Math.Max(row[t], TermMatching.Strength(terms[t], term));
                }
            }
        }

        return row;
    }

    // What the whole article is about is understood in each of its sentences.
    private static double[] Topic(List<Term> terms, IndexedArticle article, double[]?[] matches)
    {
        var topic = new double[terms.Count];
        for (var t = 0; t < topic.Length; t++)
        {
            foreach (var term in article.TitleTerms)
                topic[t] = Math.Max(topic[t], term.Kind == TermKind.Function ? 0 : TermMatching.Strength(terms[t], term));
            var known = matches.Where(row => row is not null).ToList();
            if (known.Count > 4 && known.Count(row => row![t] >= 0.8) >= TopicShare * known.Count)
                topic[t] = Math.Max(topic[t], known.Max(row => row![t]));
        }

        return topic;
    }

    private static RankedSentence Score(
        QuestionAnalysis question, double[] weights, IndexedArticle article, int number, double[]?[] matches, double[] topic, List<Term> asked)
    {
        var sentence = article.Sentences[number - 1];
        var own = matches[number - 1]!;
        double covered = 0, all = 0, supported = 0, content = 0;
        for (var t = 0; t < own.Length; t++)
        {
            covered += weights[t] * own[t];
            all += weights[t];
            if (!question.Terms[t].IsContent)
                continue;
            supported += weights[t] * Math.Max(own[t], Context(t));
            content += weights[t];
        }

        var coverage = all > 0 ? covered / all : 0;
        var support = content > 0 ? supported / content : 0;
        var found = Found(question, sentence);
        var wanted = question.Types & ~(AnswerTypes.YesNo | AnswerTypes.Speech);
        var spokenByAsked = sentence.ReportsSpeech && asked.Exists(term => IsSpeaker(term, sentence));
        var score = coverage + SupportWeight * support;
        foreach (var type in Enum.GetValues<AnswerTypes>().Where(type => type != AnswerTypes.Open && wanted.HasFlag(type)))
            score += found.HasFlag(type) ? TypeBonus : -TypePenalty;
        if (question.Types.HasFlag(AnswerTypes.Speech) && asked.Count > 0)
            score += spokenByAsked ? SpeakerBonus : sentence.ReportsSpeech ? -OtherSpeakerPenalty : -TypePenalty;
        return new RankedSentence
        {
            Article = article, Sentence = sentence, Score = score, Coverage = coverage, Support = support, Matches = own, Found = found,
            SpokenByAsked = spokenByAsked,
        };

        double Context(int t)
        {
            var best = TopicDiscount * topic[t];
            for (var other = number - 2; other <= number; other++)
            {
                if (other < 0 || other >= matches.Length || other == number - 1 || matches[other] is not { } row)
                    continue;
                var discount = article.Sentences[other].Paragraph == sentence.Paragraph ? NeighbourDiscount : ParagraphDiscount;
                best = Math.Max(best, discount * row[t]);
            }

            return best;
        }
    }

    private static bool IsSpeaker(Term term, SentenceProfile sentence) =>
        term.Concepts.Any(sentence.Speakers.Contains) || term.Countries.Any(id => sentence.Speakers.Contains(SpeechReader.StateConcept(id)));

    // Something new: a date that the question already names does not answer "when".
    private static AnswerTypes Found(QuestionAnalysis question, SentenceProfile sentence)
    {
        var found = AnswerTypes.Open;
        foreach (var wording in sentence.Wordings)
        {
            foreach (var mention in wording.Mentions)
            {
                var type = TypeOf(mention.Kind);
                if (type != AnswerTypes.Open && !found.HasFlag(type) && !IsInQuestion(question, wording, mention))
                    found |= type;
            }
        }

        return sentence.ReportsSpeech ? found | AnswerTypes.Speech : found;
    }

    /// <summary>The type of question that a mention answers.</summary>
    public static AnswerTypes TypeOf(MentionKind kind) => kind switch
    {
        MentionKind.Date => AnswerTypes.Date,
        MentionKind.TimeOfDay => AnswerTypes.TimeOfDay,
        MentionKind.Place => AnswerTypes.Place,
        MentionKind.Person => AnswerTypes.Person,
        MentionKind.Number => AnswerTypes.Number,
        MentionKind.Reason => AnswerTypes.Reason,
        _ => AnswerTypes.Open,
    };

    /// <summary>Whether the question already names what the mention names.</summary>
    public static bool IsInQuestion(QuestionAnalysis question, Wording wording, Mention mention)
    {
        if (mention.Kind is MentionKind.Reason or MentionKind.Quotation)
            return false;
        var inside = wording.Terms.Where(term => term.Start >= mention.Start && term.End <= mention.End && term.Kind != TermKind.Function).ToList();
        return inside.Count > 0 && inside.TrueForAll(term => question.Terms.Any(q => q.IsContent && TermMatching.Strength(q.Term, term) >= 0.9));
    }
}
