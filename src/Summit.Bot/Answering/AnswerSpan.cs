using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>The short answer inside a sentence: a date, place, person, number, quotation or reason, as the question asks.</summary>
public static class AnswerSpan
{
    /// <summary>The span in the language of the question where there is a wording in it; null where the whole sentence answers.</summary>
    public static string? Find(QuestionAnalysis question, RankedSentence sentence)
    {
        var wording = sentence.Sentence.In(question.Language);
        var spans = new List<string>();
        foreach (var type in new[] { AnswerTypes.Date, AnswerTypes.TimeOfDay, AnswerTypes.Place, AnswerTypes.Person, AnswerTypes.Number, AnswerTypes.Duration })
        {
            if (question.Types.HasFlag(type) && Best(question, wording, type) is { } mention)
                spans.Add(wording.Text.Substring(mention.Start, mention.Length));
        }

        if (spans.Count == 0 && question.Types.HasFlag(AnswerTypes.Speech) && sentence.AskedSpeakers.Count > 0)
        {
            var quotation = wording.Mentions.Where(m => m.Kind == MentionKind.Quotation).OrderByDescending(m => m.Length).ToList();
            if (quotation.Count > 0)
                spans.Add(wording.Text.Substring(quotation[0].Start, quotation[0].Length));
        }

        return spans.Count == 0 ? null : string.Join(", ", spans.Distinct());
    }

    // The mention nearest to the words that the question shares with the sentence; of equal ones the longer.
    private static Mention? Best(QuestionAnalysis question, Wording wording, AnswerTypes type)
    {
        var anchors = wording.Terms
            .Where(term => term.Kind != TermKind.Function && question.Terms.Any(q => q.IsContent && TermMatching.Strength(q.Term, term) > 0))
            .ToList();
        return wording.Mentions
            .Where(m => AnswerMentions.TypeOf(m.Kind) == type && AnswerMentions.CanAnswer(question, question.Terms, wording, m))
            .OrderBy(m => anchors.Count == 0 ? 0 : anchors.Min(term => AnswerMentions.Distance(term, m)))
            .ThenByDescending(m => m.Length)
            .Select(m => (Mention?)m).FirstOrDefault();
    }
}
