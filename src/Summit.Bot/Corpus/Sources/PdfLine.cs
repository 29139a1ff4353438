namespace Summit.Bot.Corpus.Sources;

/// <summary>A line on a page.</summary>
/// <param name="Text">Its words with spaces between them, ligatures taken apart.</param>
/// <param name="Left">Where it begins, in points from the left edge.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Height">Where its middle is, as a part of the height of the page from the bottom.</param>
/// <param name="Size">The size of its letters, in points.</param>
/// <param name="Block">The block of lines that it stands in, counted through the page.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Height, double Size, int Block);
