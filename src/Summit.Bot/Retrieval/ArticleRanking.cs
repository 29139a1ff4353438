using System.Numerics.Tensors;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>The sentences of one article against one clause: what their scores are made of.</summary>
internal sealed partial class ArticleRanking
{
    private const double ExactMatch = 0.95, TopicShare = 0.2, ThemeShare = 0.5, TopicStrength = 0.8, B = 0.5, HardlyAnything = 0.05, CircumstanceShare = 0.5;
    private const int UsualLength = 10, UsualPassage = 60, Near = 3;

    private readonly RankedClause _clause;
    private readonly QuestionAnalysis _question;
    private readonly double[] _weights;
    private readonly IndexedArticle _article;
    private readonly IReadOnlyList<SentenceProfile> _sentences;
    private readonly QueryTerm[] _terms;
    private readonly double[]?[] _matches;
    private readonly double[] _inTitle;
    private readonly double[] _topic;
    private readonly bool[] _isTheme;
    private readonly double[] _topicOrLead;
    private readonly double _articleCoverage;
    private readonly PassageFeatures[] _passages;
    private readonly double _fit;
    private readonly double _titleNames, _titleLetters, _titleAsked, _titleLettersAsked;

    /// <summary>What the sentences of a passage share of it.</summary>
    private readonly record struct PassageFeatures(int First, int Count, double Names, double Letters, double RepeatedLetters, double Length);

    /// <summary>Compares an article with a clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="article">The article.</param>
    /// <param name="isCandidate">Which of its sentences will be scored, by index.</param>
    /// <param name="passages">The passages that they stand in.</param>
    public ArticleRanking(RankedClause clause, IndexedArticle article, ReadOnlySpan<bool> isCandidate, List<Passage> passages)
    {
        _clause = clause;
        _question = clause.Question;
        _weights = clause.Weights;
        _article = article;
        _fit = _question.Wish?.Fit(article.Article.Published) ?? 0;
        _terms = WithLeaders(_question.Terms, article.Leaders);
        _sentences = article.ReadSentences();
        _matches = new double[_sentences.Count][];
        for (var s = 0; s < _matches.Length; s++)
        {
            // Neighbours are context.
            if (s == 0 || isCandidate[Math.Max(0, s - 1)..Math.Min(isCandidate.Length, s + 2)].Contains(true))
                _matches[s] = MatchesOf(_sentences[s]);
        }

        (_inTitle, _titleAsked) = MatchTitle();
        var most = new double[_terms.Length];
        var (known, strong) = CountMatches(most);
        (_topic, _isTheme) = (new double[_terms.Length], new bool[_terms.Length]);
        for (var t = 0; t < _topic.Length; t++)
        {
            _topic[t] = Topic(t, known, strong[t], most[t]);
            _isTheme[t] = _inTitle[t] >= TopicStrength || IsFrequent(ThemeShare, known, strong[t]);
        }

        _topicOrLead = Most(_topic, _matches[0]!);
        _passages = [.. passages.Select(FeaturesOf)];
        _titleNames = Split(_inTitle).Names;
        _articleCoverage = Share(Most(_inTitle, most));
        _titleLetters = clause.Letters.Coverage(clause.Letters.Count([_article.TitleTerms]));
        _titleLettersAsked = LetterGroups.Share(_article.TitleLetterGroups, clause.Letters.Groups);
    }

    private static double[] Most(double[] a, double[] b)
    {
        var most = new double[a.Length];
        TensorPrimitives.Max(a, b, most);
        return most;
    }

    /// <summary>Share of the question's weight that is matched, by names and numbers, and by other words.</summary>
    private (double Names, double Words) Split(ReadOnlySpan<double> matches)
    {
        double names = 0, words = 0;
        for (var t = 0; t < matches.Length; t++)
        {
            if (_clause.IsName[t])
                names += _weights[t] * matches[t];
            else
                words += _weights[t] * matches[t];
        }

        return (names / _clause.AllWeight, words / _clause.AllWeight);
    }

    /// <summary>Share of the question's weight that is matched.</summary>
    private double Share(ReadOnlySpan<double> matches)
    {
        double sum = 0;
        for (var t = 0; t < matches.Length; t++)
            sum += _weights[t] * matches[t];
        return sum / _clause.AllWeight;
    }

    /// <summary>As <see cref="Share"/>, of what the article is not known to be about anyway; 1 where that is hardly anything.</summary>
    private double Beyond(ReadOnlySpan<double> own, ReadOnlySpan<double> known)
    {
        double sum = 0, all = 0;
        for (var t = 0; t < own.Length; t++)
        {
            var rest = _weights[t] * (1 - known[t]);
            all += rest;
            sum += rest * own[t];
        }

        return all > HardlyAnything * _clause.AllWeight ? sum / all : 1;
    }

    private PassageFeatures FeaturesOf(Passage p)
    {
        var words = 0;
        var texts = new List<IReadOnlyList<Term>>(2 * p.SentenceCount);
        for (var s = p.FirstSentence - 1; s < p.FirstSentence - 1 + p.SentenceCount; s++)
        {
            words += _sentences[s].Original.Meaningful.Length;
            foreach (var wording in _sentences[s].Wordings)
                texts.Add(wording.Terms);
        }

        var norm = LetterQuery.K1 * (1 - B + (B * words / UsualPassage));
        double names = 0;
        for (var t = 0; t < _terms.Length; t++)
        {
            double count = 0;
            for (var s = p.FirstSentence - 1; s < p.FirstSentence - 1 + p.SentenceCount && _clause.IsName[t]; s++)
                count += _matches[s]![t];
            names += _weights[t] * count * (LetterQuery.K1 + 1) / (count + norm);
        }

        var letters = _clause.Letters.Count(texts);
        return new PassageFeatures(
            p.FirstSentence, p.SentenceCount, names / _clause.AllWeight, _clause.Letters.Coverage(letters), _clause.Letters.Bm25(letters, norm), Math.Log2(1 + (words / (double)UsualPassage)));
    }

    /// <summary>Scores a sentence.</summary>
    /// <param name="number">Its number, counted from 1.</param>
    public RankedSentence Score(int number) => Score(number, []);

    /// <summary>What the score of a sentence is the weighted sum of, in the order of <see cref="RankingWeights"/>.</summary>
    public double[] FeaturesOf(int number)
    {
        var features = new double[RankingWeights.Names.Count];
        Score(number, features);
        return features;
    }

    private RankedSentence Score(int number, Span<double> features)
    {
        var sentence = _sentences[number - 1];
        var own = _matches[number - 1]!;
        double exact = 0, supported = 0, content = 0, specific = 0, specificAll = 0;
        for (var t = 0; t < own.Length; t++)
        {
            exact += own[t] >= ExactMatch ? _weights[t] : 0;
            if (!_question.Terms[t].IsContent)
                continue;
            var best = Math.Max(own[t], Context(t, number));
            var weight = _question.Terms[t].IsCircumstance ? _weights[t] * CircumstanceShare : _weights[t];
            supported += weight * best;
            content += weight;
            if (_isTheme[t] || _terms[t].Term.Kind == TermKind.Name || _terms[t].IsModifier)
                continue;
            specific += _weights[t] * best;
            specificAll += _weights[t];
        }

        var coverage = Share(own);
        var support = content > 0 ? supported / content : 0;
        var found = Found(sentence);
        // Who speaks is read only of those whom the lexicon knows.
        var speakers = sentence.ReportsSpeech ? _clause.Actors.Where(t => IsSpeaker(_terms[t].Term, sentence) || (own[t] >= ExactMatch && _terms[t].Term.IsUnlistedName)).ToArray() : [];
        var (hits, misses) = TypeHits(found);
        var passage = PassageOf(number);
        var (names, words) = Split(own);
        ReadOnlySpan<double> values =
        [
            names, words, support, exact / _clause.AllWeight, Adjacent(sentence), hits, misses, DateScore(sentence),
            SettledScore(sentence) + IdentityScore(sentence) + TopicScore(sentence) + SpeechScore(sentence, speakers) + BenefitScore(sentence), LengthPenalty(sentence), number == 1 ? 1 : 0,
            passage.Names, passage.Length, passage.Letters, passage.RepeatedLetters,
            _titleNames, _titleAsked, _titleLetters, _titleLettersAsked,
            _articleCoverage, Beyond(own, _topic), Beyond(own, _topicOrLead),
        ];
        if (features.Length > 0)
            values.CopyTo(features);
        return new RankedSentence
        {
            Article = _article, Sentence = sentence, Coverage = coverage, Support = support, Matches = own, Found = found,
            SpecificSupport = specificAll > 0 ? specific / specificAll : 1,
            AskedSpeakers = speakers, Ranking = this, Score = RankingWeights.Score(values, _clause.Ranking) + (_fit > 0 ? _fit * _question.Wish!.Bonus : 0),
        };
    }

    /// <summary>Of the passages with a sentence the one with most of the question's letters.</summary>
    private PassageFeatures PassageOf(int number)
    {
        PassageFeatures best = default;
        foreach (var passage in _passages)
        {
            if (number >= passage.First && number < passage.First + passage.Count && (best.Count == 0 || passage.Letters > best.Letters))
                best = passage;
        }

        return best;
    }

    /// <summary>Share of the neighbours in the question that are neighbours in the sentence.</summary>
    private double Adjacent(SentenceProfile sentence)
    {
        double best = 0;
        if (_terms.Length < 2)
            return 0;
        foreach (var wording in sentence.Wordings)
        {
            var together = 0;
            for (var t = 1; t < _terms.Length; t++)
            {
                if (_matches[sentence.Number - 1]![t] > 0 && _matches[sentence.Number - 1]![t - 1] > 0 && AreNear(wording.Terms, _terms[t - 1].Term, _terms[t].Term))
                    together++;
            }

            best = Math.Max(best, together / (double)(_terms.Length - 1));
        }

        return best;
    }

    private static bool AreNear(IReadOnlyList<Term> terms, Term first, Term second)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kind == TermKind.Function || TermMatching.Strength(first, terms[i]) < TopicStrength)
                continue;
            for (var j = Math.Max(0, i - Near); j < Math.Min(terms.Count, i + Near + 1); j++)
            {
                if (j != i && terms[j].Kind != TermKind.Function && TermMatching.Strength(second, terms[j]) >= TopicStrength)
                    return true;
            }
        }

        return false;
    }

    // A long sentence holds many words by chance.
    private static double LengthPenalty(SentenceProfile sentence)
    {
        var words = sentence.Original.Meaningful.Length;
        return words <= UsualLength ? 0 : Math.Log2((double)words / UsualLength);
    }
}
