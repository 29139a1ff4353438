namespace Summit.Bot.Corpus;

/// <summary>Stops the reading of one file; <see cref="CorpusLoader"/> turns it into a <see cref="CorpusRefusal"/>.</summary>
/// <param name="line">The line to look at, counted from 1; 0 where no line is concerned.</param>
/// <param name="reason">What is wrong, and what to do about it.</param>
internal sealed class RefusedException(int line, string reason) : Exception(reason)
{
    public int Line { get; } = line;
}
