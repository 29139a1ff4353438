using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel.Data;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

/// <summary>The index behind Semantic Kernel's own text search.</summary>
public sealed class PassageSearchTests : IDisposable
{
    private readonly TestCorpus _corpus = TestCorpus.Other();
    private readonly PassageSearch _passages;
    private readonly VectorStoreTextSearch<Passage> _search;

    public PassageSearchTests()
    {
        _passages = new PassageSearch(() => _corpus.Index, TestCorpus.Embedder, Linguistics.Shared);
        _search = new VectorStoreTextSearch<Passage>(_passages);
    }

    [Theory]
    [InlineData("Pourquoi les cheminots ont-ils cessé le travail ?", "Grève dans les trains", "réforme des retraites")]
    [InlineData("How much did the club pay for the goalkeeper?", "Keeper moves to Lisbon", "four million euros")]
    [InlineData("How many inhabitants were evacuated?", "Une crue de la Loire inonde Orléans", "1 200 habitants")]
    public async Task Semantic_Kernel_finds_the_passage_with_its_name_and_link_across_languages(string query, string title, string text)
    {
        ITextSearch<Passage> search = _search;
        var results = await search.GetTextSearchResultsAsync(query, new TextSearchOptions<Passage> { Top = 1 });
        var result = await results.Results.SingleAsync(TestContext.Current.CancellationToken);
        result.Name.ShouldBe(title);
        result.Value.ShouldContain(text);
        result.Link!.ShouldStartWith("/articles/");
    }

    [Fact]
    public async Task A_filter_decides_which_passages_may_come()
    {
        ITextSearch<Passage> search = _search;
        var options = new TextSearchOptions<Passage> { Top = 10, Filter = passage => passage.Language == "en" };
        var results = await search.GetSearchResultsAsync("habitants évacués Orléans contract", options);
        (await results.Results.Cast<Passage>().ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(passage => passage.ArticleId == "transfer-keeper");
    }

    [Fact]
    public async Task Skip_and_top_cut_one_ranking_and_vectors_come_on_request()
    {
        var all = await _passages.SearchAsync("le syndicat et la mairie", 10).ToListAsync(TestContext.Current.CancellationToken);
        var second = await _passages.SearchAsync("le syndicat et la mairie", 1, new VectorSearchOptions<Passage> { Skip = 1, IncludeVectors = true }).ToListAsync(TestContext.Current.CancellationToken);
        second.ShouldHaveSingleItem().Record.Id.ShouldBe(all[1].Record.Id);
        second[0].Record.Vector.Length.ShouldBe(BuiltinEmbedder.Dimensions);
        all.ShouldAllBe(hit => hit.Record.Vector.Length == 0);
        all.Select(hit => hit.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task A_vector_finds_its_own_passage_and_one_of_another_length_is_refused()
    {
        var passage = _corpus.Index.Passages[0];
        (await _passages.SearchAsync(passage.Vector, 1).SingleAsync(TestContext.Current.CancellationToken)).Record.Id.ShouldBe(passage.Id);
        await Should.ThrowAsync<ArgumentException>(async () => await _passages.SearchAsync(new float[3], 1).ToListAsync());
        await Should.ThrowAsync<NotSupportedException>(async () => await _passages.SearchAsync(7, 1).ToListAsync());
    }

    public void Dispose() => _corpus.Dispose();
}
