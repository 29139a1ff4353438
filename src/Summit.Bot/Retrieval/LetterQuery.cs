namespace Summit.Bot.Retrieval;

/// <summary>The groups of letters of a question.</summary>
/// <param name="Groups">Ascending and distinct.</param>
/// <param name="Weights">How rare each is.</param>
internal sealed record LetterQuery(uint[] Groups, double[] Weights)
{
    public static LetterQuery Of(QuestionAnalysis question, PassageIndex index)
    {
        var groups = LetterGroups.Of([.. question.Terms.Select(term => term.Term)]);
        return new LetterQuery(groups, Array.ConvertAll(groups, index.LetterGroupRarity));
    }
}
