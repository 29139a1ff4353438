using System.Numerics.Tensors;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

// How well each term of the clause is met by a sentence, by the title and by what stands around.
internal sealed partial class ArticleRanking
{
    private const double NeighbourDiscount = 0.6, ParagraphDiscount = 0.5, TopicDiscount = 0.7, SpokenBy = 0.7, OwnerShare = 0.3, PublishedThen = 0.7, Taken = 0.9, OfExpression = 0.86, GuessShare = 0.8, Denied = 0.55;
    private const int FewSentences = 4;

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

    private double MatchBesideWords(QueryTerm query, SentenceProfile sentence)
    {
        // Who speaks is part of what is said, also where an earlier sentence names the speaker.
        var best = sentence.ReportsSpeech && IsSpeaker(query.Term, sentence) ? SpokenBy : 0;
        return query.IsPublicationDay ? Math.Max(best, PublishedThen * _fit) : best;
    }

    // "In 2018?", "in Moscow?", "the third time?": a sentence that gives another date, place or number denies it.
    private double Contradiction(QueryTerm query, SentenceProfile sentence)
    {
        var kinds = query.Term.Concepts.Where(id => id >= 0).Select(id => _clause.Lexicon.Concepts[id].Kind).ToList();
        if (IsOrdinal(query.Term.Lexeme))
            return sentence.Wordings.Any(wording => wording.Terms.Any(term => IsOrdinal(term.Lexeme))) ? Denied : 0;
        if (kinds.Contains(ConceptKind.Time) || query.Term.Kind == TermKind.Number || kinds.Contains(ConceptKind.Number))
            return sentence.Original.MentionsOf(MentionKind.Date).Count + sentence.Original.MentionsOf(MentionKind.Number).Count > 0 ? Denied : 0;
        return query.IsPlace && sentence.Original.MentionsOf(MentionKind.Person).Exists(mention => mention.Kind == MentionKind.Place) ? Denied : 0;
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
}
