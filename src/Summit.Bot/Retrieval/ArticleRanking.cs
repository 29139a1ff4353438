using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>The sentences of one article against one clause.</summary>
internal sealed partial class ArticleRanking
{
    private const double NeighbourDiscount = 0.6, ParagraphDiscount = 0.5, TopicDiscount = 0.7, TypeBonus = 0.22, TypePenalty = 0.08, SpeakerBonus = 0.25, DecidingBonus = 0.5, PlaceBonus = 1, BenefitBonus = 1.5;
    private const double OtherSpeakerPenalty = 0.2, SpokenBy = 0.7, OwnerShare = 0.3, ExactMatch = 0.95, TopicShare = 0.2, ThemeShare = 0.5, TopicStrength = 0.8;
    private const int UsualLength = 10, UsualPassage = 60, Near = 3, FewSentences = 4;
    private const double B = 0.5, DayAlone = 0.5, HardlyAnything = 0.05, PublishedThen = 0.7, Taken = 0.9, OfExpression = 0.86, CircumstanceShare = 0.5, GuessShare = 0.8;

    private static readonly AnswerTypes[] Types = [.. Enum.GetValues<AnswerTypes>().Where(type => type != AnswerTypes.Open)];

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

    private static QueryTerm[] WithLeaders(IReadOnlyList<QueryTerm> terms, IReadOnlyDictionary<int, int> leaders) => leaders.Count == 0
        ? [.. terms]
        : [.. terms.Zip(LeaderResolver.AddLeaders(terms.Select(t => t.Term), leaders, asAnyLeader: false), (query, term) => query with { Term = term })];

    private double[] MatchesOf(SentenceProfile sentence)
    {
        var matches = new double[_terms.Length];
        for (var t = 0; t < matches.Length; t++)
            matches[t] = MatchBesideWords(_terms[t], sentence);
        foreach (var wording in sentence.Wordings)
            AddMatches(wording.Meaningful, _clause.IsOfRelatives ? [] : wording.KinOwners, matches);
        for (var t = 0; t < matches.Length; t++)
            matches[t] *= _terms[t].IsGuess ? GuessShare : 1;
        if (_question.Types == AnswerTypes.YesNo)
        {
            for (var t = 0; t < matches.Length; t++)
                matches[t] = matches[t] < TermMatching.Least ? Contradiction(_terms[t], sentence) : matches[t];
        }

        return matches;
    }

    // A word that one term of the question is stands for no other: "the steps of the roadmap" are not told of by "roadmap".
    private void AddMatches(Lexeme[] words, IReadOnlyList<Lexeme> owners, double[] matches)
    {
        var denial = _question.Types == AnswerTypes.YesNo;
        Span<double> strengths = stackalloc double[_terms.Length];
        foreach (var word in words)
        {
            double most = 0, share = owners.Count > 0 && owners.Contains(word) ? OwnerShare : 1;
            for (var t = 0; t < strengths.Length; t++)
            {
                strengths[t] = share * TermMatching.Strength(_terms[t], word, denial);
                most = Math.Max(most, strengths[t]);
            }

            // An expression is each of its words: "île Rousski" is "Rousski", and an "island".
            var taken = word.Parts.Length > 0 ? OfExpression : Taken;
            // Most words are none of the question.
            for (var t = 0; most > 0 && t < strengths.Length; t++)
            {
                if (strengths[t] > matches[t] && (most < Taken || strengths[t] >= taken))
                    matches[t] = strengths[t];
            }
        }
    }

    /// <summary>How well each term of the question is in the title, and the words of the title in the question on average.</summary>
    private (double[] InTitle, double Asked) MatchTitle()
    {
        var inTitle = Array.ConvertAll(_terms, query => query.IsPublicationDay ? _fit : 0);
        double asked = 0;
        var words = 0;
        foreach (var term in _article.TitleTerms)
        {
            if (term.Kind == TermKind.Function)
                continue;
            words++;
            double best = 0;
            for (var t = 0; t < _terms.Length; t++)
            {
                var strength = TermMatching.Strength(_terms[t].Term, term);
                inTitle[t] = Math.Max(inTitle[t], strength);
                best = Math.Max(best, strength);
            }

            asked += best;
        }

        return (inTitle, words == 0 ? 0 : asked / words);
    }

    /// <summary>How many sentences were matched, and in how many of them each term is strong; the best match of each goes to <paramref name="most"/>.</summary>
    private (int Known, int[] Strong) CountMatches(double[] most)
    {
        var (known, strong) = (0, new int[most.Length]);
        foreach (var row in _matches)
        {
            if (row is null)
                continue;
            known++;
            TensorPrimitives.Max(most, row, most);
            for (var t = 0; t < row.Length; t++)
                strong[t] += row[t] >= TopicStrength ? 1 : 0;
        }

        return (known, strong);
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

    private (int Hits, int Misses) TypeHits(AnswerTypes found)
    {
        if (_question.Types == AnswerTypes.YesNo)
            return (0, 0);
        var wanted = _question.Types & ~(AnswerTypes.YesNo | AnswerTypes.Speech);
        var (hits, misses) = (0, 0);
        foreach (var type in Types)
        {
            if (wanted.HasFlag(type))
                _ = found.HasFlag(type) ? hits++ : misses++;
        }

        return (hits, misses);
    }

    // "When" is answered best by a date that needs no other one, worse by a day of the week, worst by "nearly twenty years ago", which is best for "how long ago".
    private double DateScore(SentenceProfile sentence)
    {
        double best = 0;
        if (!_question.Types.HasFlag(AnswerTypes.Date))
            return best;
        foreach (var wording in sentence.Wordings)
        {
            foreach (var mention in wording.MentionsOf(MentionKind.Date))
            {
                if (AnswerMentions.CanAnswer(_question, _terms, wording, mention))
                    best = Math.Max(best, Precision(wording.Text.AsSpan(mention.Start, mention.Length)));
            }
        }

        return best;
    }

    private double Precision(ReadOnlySpan<char> date)
    {
        var isWeekday = MentionFinder.HasWeekday(date);
        if (_clause.AsksWeekday)
            return isWeekday ? 1 : 0;
        if (_question.Asks(QuestionTurns.HowLongAgo))
            return MentionFinder.IsAgo(date) ? 1 : isWeekday ? 0 : DayAlone;
        return date.ContainsAnyInRange('0', '9') ? 1 : isWeekday ? DayAlone : 0;
    }

    // "Was it held in Moscow?" is settled by a sentence that says where, "in May" by one that says when.
    private double SettledScore(SentenceProfile sentence)
    {
        if (_question.Types != AnswerTypes.YesNo)
            return 0;
        var (original, score) = (sentence.Original, 0.0);
        // A year is settled by one, a day of the week by any day.
        if (_question.NamesDate && original.MentionsOf(MentionKind.Date).Exists(date => !_question.NamesYear || original.Text.AsSpan(date.Start, date.Length).ContainsAnyInRange('0', '9')))
            score += DecidingBonus;
        if (_question.NamesPlace && original.MentionsOf(MentionKind.Person).Exists(mention => mention.Kind == MentionKind.Place && AnswerMentions.IsWhere(_terms, original, mention)))
            score += PlaceBonus;
        return score;
    }

    // "Who is X?": a sentence that names X beside a title introduces X.
    private double IdentityScore(SentenceProfile sentence) =>
        _question.AsksIdentity && sentence.Wordings.Any(wording => Enumerable.Range(0, wording.Terms.Count).Any(i => IsIntroduced(wording.Terms, i))) ? TypeBonus : 0;

    // "A dialogue on what?": a sentence in which "dialogue" goes on with "on" says it.
    private double TopicScore(SentenceProfile sentence) => _question.Asks(QuestionTurns.Topic) && sentence.Wordings.Any(wording => wording.Terms.Any(term =>
        Topical().IsMatch(wording.Characters.Span[term.End..]) && IsAsked(term))) ? DecidingBonus : 0;

    // "What does X gain?": a sentence in which something allows or helps X says it.
    private double BenefitScore(SentenceProfile sentence) => _question.Asks(QuestionTurns.Benefit) && sentence.Wordings.Any(wording => wording.Terms.Any(term =>
        Benefiting().IsMatch(wording.Characters.Span[..term.Start]) && Array.Exists(_terms, query => LeaderResolver.CanAct(query.Term) && TermMatching.Strength(query.Term, term) >= TopicStrength))) ? BenefitBonus : 0;

    private bool IsIntroduced(IReadOnlyList<Term> terms, int i)
    {
        if (terms[i].Kind != TermKind.Name || !Array.Exists(_terms, query => TermMatching.Strength(query.Term, terms[i]) >= TopicStrength))
            return false;
        return Enumerable.Range(Math.Max(0, i - 2), Math.Min(terms.Count, i + 3) - Math.Max(0, i - 2))
            .Any(j => j != i && !terms[j].IsPersonName && terms[j].Concepts.Any(id => id < 0));
    }

    private double SpeechScore(SentenceProfile sentence, int[] speakers)
    {
        if (_clause.Actors.Length == 0)
            return 0;
        // Whose thought or wish it is, is told by what others say least of all.
        if (_question.HasHolder)
            return speakers.Length > 0 ? DecidingBonus : sentence.Speakers.Count > 0 ? -DecidingBonus : 0;
        if (!_question.Types.HasFlag(AnswerTypes.Speech))
            return 0;
        return speakers.Length > 0 ? SpeakerBonus : sentence.ReportsSpeech ? -OtherSpeakerPenalty : -TypePenalty;
    }

    private double MatchBesideWords(QueryTerm query, SentenceProfile sentence)
    {
        // Who speaks is part of what is said, also where an earlier sentence names the speaker.
        var best = sentence.ReportsSpeech && IsSpeaker(query.Term, sentence) ? SpokenBy : 0;
        return query.IsPublicationDay ? Math.Max(best, PublishedThen * _fit) : best;
    }

    // "In 2018?", "in Moscow?", "the third time?": a sentence that gives another date, place or number denies it.
    private double Contradiction(QueryTerm query, SentenceProfile sentence)
    {
        double other = 0.55;
        var kinds = query.Term.Concepts.Where(id => id >= 0).Select(id => _clause.Lexicon.Concepts[id].Kind).ToList();
        if (IsOrdinal(query.Term.Lexeme))
            return sentence.Wordings.Any(wording => wording.Terms.Any(term => IsOrdinal(term.Lexeme))) ? other : 0;
        if (kinds.Contains(ConceptKind.Time) || query.Term.Kind == TermKind.Number || kinds.Contains(ConceptKind.Number))
            return sentence.Original.MentionsOf(MentionKind.Date).Count + sentence.Original.MentionsOf(MentionKind.Number).Count > 0 ? other : 0;
        return query.IsPlace && sentence.Original.MentionsOf(MentionKind.Person).Exists(mention => mention.Kind == MentionKind.Place) ? other : 0;
    }

    private static bool IsOrdinal(Lexeme term) =>
        term.Folded is "premier" or "premiere" or "second" or "seconde" or "dernier" or "derniere" or "first" or "third" or "last"
        || (term.Folded.EndsWith("ieme", StringComparison.Ordinal) && term.Folded.Length > 5)
        || term.Folded is "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth"
        || term.Parts.Any(IsOrdinal);

    // What the whole article is about is understood in each of its sentences.
    private double Topic(int t, int known, int strong, double most) => IsFrequent(TopicShare, known, strong) ? Math.Max(_inTitle[t], most) : _inTitle[t];

    private static bool IsFrequent(double share, int known, int strong) => known > FewSentences && strong >= share * known;

    private double Context(int t, int number)
    {
        var best = TopicDiscount * _topic[t];
        for (var other = number - 2; other <= number; other += 2)
        {
            if (other < 0 || other >= _matches.Length || _matches[other] is not { } row)
                continue;
            var discount = _sentences[other].Paragraph == _sentences[number - 1].Paragraph ? NeighbourDiscount : ParagraphDiscount;
            best = Math.Max(best, discount * row[t]);
        }

        return best;
    }

    // Something new: a date that the question already names does not answer "when".
    private AnswerTypes Found(SentenceProfile sentence)
    {
        var found = AnswerTypes.Open;
        foreach (var wording in sentence.Wordings)
        {
            foreach (var kind in _clause.Wanted)
                found |= Found(wording, kind, found);
        }

        var asksWho = _question.Types.HasFlag(AnswerTypes.Person) && !_question.AsksName;
        var asksTimes = _question.Counted is { Folded: "fois" or "times" or "time" };
        // "No agreement" says how many there are.
        if (_question.Counted is { } counted && sentence.Wordings.Any(wording => wording.Terms.Any(term =>
            TermMatching.Strength(counted, term) >= TopicStrength && None().IsMatch(wording.Characters.Span[..term.Start]))))
            found |= AnswerTypes.Number;
        if (!asksWho && !asksTimes)
            return found;
        foreach (var wording in sentence.Wordings)
        {
            foreach (var term in wording.Terms)
            {
                // "The Russian president said": who that is, too, tells who.
                if (asksWho && !_question.Asks(QuestionTurns.Others) && (term.Lexeme.ConceptMask & IdMask.Negative) != 0 && term.Concepts.Any(id => LeaderResolver.CountryOf(id) is not null) && !IsAsked(term))
                    found |= AnswerTypes.Person;
                // "For the first time" says how many times there were.
                if (asksTimes && IsOrdinal(term.Lexeme))
                    found |= AnswerTypes.Number;
            }
        }

        return found;
    }

    private AnswerTypes Found(Wording wording, MentionKind kind, AnswerTypes found)
    {
        foreach (var mention in wording.MentionsOf(kind))
        {
            var type = AnswerMentions.TypeOf(mention.Kind);
            // The name of an island is a name.
            if (_question.AsksName && type == AnswerTypes.Place)
                type = AnswerTypes.Person;
            if (_question.Types.HasFlag(type) && !found.HasFlag(type) && !(_question.Asks(QuestionTurns.Others) && type == AnswerTypes.Person && (mention.Kind == MentionKind.State || IsInTitle(wording, mention))) && AnswerMentions.CanAnswer(_question, _terms, wording, mention))
                found |= type;
        }

        return found;
    }

    // Who the article is about is nobody else.
    private bool IsInTitle(Wording wording, EntityMention mention) => wording.Terms.Any(term =>
        term.Kind != TermKind.Function && term.Start < mention.End && term.End > mention.Start && _article.TitleTerms.Any(word => TermMatching.Strength(word, term) >= TopicStrength));

    private bool IsAsked(Term term) => Array.Exists(_terms, query => query.IsContent && TermMatching.Strength(query.Term, term) >= TopicStrength);

    private static bool IsSpeaker(Term term, SentenceProfile sentence)
    {
        for (var i = 0; i < term.Concepts.Count; i++)
        {
            if (sentence.Speakers.Contains(term.Concepts[i]))
                return true;
        }

        for (var i = 0; i < term.Countries.Count; i++)
        {
            if (sentence.Speakers.Contains(SpeechReader.StateConcept(term.Countries[i])))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"^(\s\p{L}+)?[\s»”""]*(sur|au sujet|à propos|concernant|about|on|regarding|concerning|over)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Topical();

    [GeneratedRegex(@"\b(perme(t|tre|ttre|ttra|ttrait|ttent)|profit\p{L}*|bénéfici\p{L}*|offr\p{L}*|apport\p{L}*|rapport\p{L}*|serv\p{L}*|utile|avantag\p{L}*|donn\p{L}*|allow\p{L}*|enabl\p{L}*|let|lets|benefit\p{L}*|giv(e|es|ing)|gave|offer\p{L}*|bring\p{L}*|serv\p{L}*|useful|good)\s+((à|aux?|pour|to|for)\s+)?((la|le|les|the)\s+|l['’])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Benefiting();

    [GeneratedRegex(@"\b(aucune?|no|zéro|zero|pas\s+d(e|['’])|not\s+any|without(\s+any)?|sans|ni|nor)\s*(\p{L}+[\s'’]+){0,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex None();
}
