using System.ComponentModel;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Data;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering.Chat;

/// <summary>
/// The plugin <c>articles</c>, for prompts: <c>{{articles.search query=$question top='3'}}</c> searches the passages by Semantic Kernel's text
/// search. What it gives is background only: the bot lets a model cite none but the numbered sentences.
/// </summary>
internal static class ArticlesPlugin
{
    private const int MostPassages = 20;

    public static KernelPlugin Of(IVectorSearchable<Passage> passages)
    {
        ITextSearch<Passage> search = new VectorStoreTextSearch<Passage>(passages);
        return KernelPluginFactory.CreateFromFunctions("articles", "Searches the articles.", [KernelFunctionFactory.CreateFromMethod(SearchAsync, "search", "Finds passages of the articles, one a line.")]);

        async Task<string> SearchAsync(
            [Description("What to search for, in French or English.")] string query, [Description("How many passages, 1 to 20.")] int top = 5, CancellationToken cancellationToken = default)
        {
            var found = await search.GetTextSearchResultsAsync(query, new TextSearchOptions<Passage> { Top = Math.Clamp(top, 1, MostPassages) }, cancellationToken);
            var lines = new List<string>();
            await foreach (var result in found.Results.WithCancellation(cancellationToken))
                lines.Add($"{PlainText.OneLine(result.Name ?? "")}: {PlainText.OneLine(result.Value)}");
            return string.Join('\n', lines);
        }
    }
}
