using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>
/// Whether a sentence has enough of what a question asks to answer it. Its three rules and their thresholds were found by search over the questions
/// of the project's own sets, and checked on public ones: each tells several of the questions that no sentence answers, and hardly any of the others.
/// </summary>
internal sealed class Proof
{
    private const double AtAll = 0.65, Loose = 0.7, Well = 0.85;
    private const double AbsentShare = 0.16, LooseShare = 0.75, BestWord = 0.9;
    private const double MissingNames = 0.14, LeastWell = 0.4, LeastScore = 13;
    private const double LeastSure = 0.38;

    private readonly double _all, _words, _loose, _well, _missingNames, _best;
    private readonly Evidence _evidence;
    private readonly RankedSentence _sentence;

    private Proof(Evidence evidence, RankedSentence sentence)
    {
        (_evidence, _sentence) = (evidence, sentence);
        for (var t = 0; t < evidence.Question.Terms.Count; t++)
        {
            var (term, match, weight) = (evidence.Question.Terms[t], sentence.Matches[t], evidence.Weights[t]);
            if (!term.IsContent)
                continue;
            _all += weight;
            if (term.IsNamed)
            {
                _missingNames += match < TermMatching.Least ? weight : 0;
                continue;
            }

            _words += weight;
            _best = Math.Max(_best, match);
            if (match < Loose)
                _loose += weight;
            else if (match >= Well)
                _well += weight;
        }

    }

    /// <summary>Whether the sentence may answer.</summary>
    /// <param name="evidence">What was found for the clause.</param>
    /// <param name="sentence">One of its sentences.</param>
    public static bool Holds(Evidence evidence, RankedSentence sentence)
    {
        var proof = new Proof(evidence, sentence);
        return !proof.IsSpokenOfNowhere() && !proof.IsOfOthers() && !proof.IsOfAnotherEvent();
    }

    // A word is nowhere in the article, and of the others hardly one is there as such.
    private bool IsSpokenOfNowhere() => _words > 0 && _loose >= LooseShare * _words && _best < BestWord && Absent() >= AbsentShare * _all;

    // Asked for last: a word that no candidate has is looked for in the whole article.
    private double Absent() => Enumerable.Range(0, _sentence.Matches.Count)
        .Where(t => _evidence.Question.Terms[t] is { IsContent: true, IsNamed: false } && _sentence.Matches[t] < TermMatching.Least && _evidence.IsAbsent(t)).Sum(t => _evidence.Weights[t]);

    // A name is missing, and what is there is little.
    private bool IsOfOthers() => _all > 0 && _missingNames >= MissingNames * _all && _well < LeastWell * _all && _sentence.Score < LeastScore;

    // When, where or by whom something was done is not told of something else.
    private bool IsOfAnotherEvent() =>
        _words > 0 && _best < AtAll && (_evidence.Question.Types & Requirements.RequiredTypes) != AnswerTypes.Open && _evidence.Confidence < LeastSure;
}
