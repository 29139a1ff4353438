using System.Numerics.Tensors;
using Summit.Bot.Embeddings;

namespace Summit.Bot.Tests.Embeddings;

public sealed class OnnxEmbedderTests
{
    [Fact]
    public void A_text_is_the_mean_of_its_tokens()
    {
        using var model = new MadeModel();
        using var embedder = model.Open();
        embedder.Dimension.ShouldBe(MadeModel.Dimension);
        embedder.IsFree.ShouldBeTrue();
        embedder.EmbedQuestion("Le SOMMET a eu lieu.").ShouldBeNear(MadeModel.Expected(isCls: false, 2, 5, 6, 7, 8, 9, 13, 3));
        var (unknown, plural) = (embedder.EmbedPassages(["L’été", "étés"])[0], embedder.EmbedPassages(["L’été", "étés"])[1]);
        unknown.ShouldBeNear(MadeModel.Expected(isCls: false, 2, 1, 1, 11, 3));
        plural.ShouldBeNear(MadeModel.Expected(isCls: false, 2, 11, 12, 3));
    }

    [Fact]
    public void A_tokenizer_that_keeps_case_and_accents_is_obeyed()
    {
        using var model = new MadeModel();
        model.Write("tokenizer_config.json", """{ "do_lower_case": false, "strip_accents": false, "cls_token": { "content": "[MASK]" } }""");
        using var embedder = model.Open();
        embedder.EmbedQuestion("Été Le").ShouldBeNear(MadeModel.Expected(isCls: false, 4, 17, 1, 3));
    }

    [Theory]
    [InlineData("""{ "pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false }""", EmbeddingPooling.Auto, true)]
    [InlineData("""{ "pooling_mode_cls_token": false, "pooling_mode_mean_tokens": true }""", EmbeddingPooling.Auto, false)]
    [InlineData("""{ "pooling_mode": "cls" }""", EmbeddingPooling.Auto, true)]
    [InlineData("""{ "pooling_mode_cls_token": true }""", EmbeddingPooling.Mean, false)]
    [InlineData("{}", EmbeddingPooling.Cls, true)]
    public void The_pooling_is_that_of_the_folder_unless_one_is_configured(string file, EmbeddingPooling configured, bool isCls)
    {
        using var model = new MadeModel();
        model.Write("1_Pooling/config.json", file);
        using var embedder = model.Open(options => options.Pooling = configured);
        embedder.EmbedQuestion("le sommet").ShouldBeNear(MadeModel.Expected(isCls, 2, 5, 6, 3));
        embedder.Identity.ShouldContain(isCls ? " cls " : " mean ");
    }

    [Fact]
    public void A_model_that_pools_by_itself_is_left_to_it_unless_a_pooling_is_configured()
    {
        using var model = new MadeModel();
        model.Write("model.onnx", MadeModel.Graph(isPooled: true).ToBytes());
        using var embedder = model.Open();
        var expected = MadeModel.Expected(isCls: false, 2, 5, 3);
        embedder.EmbedQuestion("le").ShouldBeNear([.. expected.Select(number => -number)]);
        using var configured = model.Open(options => options.Pooling = EmbeddingPooling.Mean);
        configured.EmbedQuestion("le").ShouldBeNear(expected);
        configured.Identity.ShouldNotBe(embedder.Identity);
    }

    [Theory]
    [InlineData(OnnxGraph.Int64, true, false)]
    [InlineData(OnnxGraph.Int32, false, false)]
    [InlineData(OnnxGraph.Int64, false, true)]
    public void A_model_is_given_what_it_asks_for(int input, bool asksTypes, bool isHalf)
    {
        using var model = new MadeModel();
        File.Delete(Path.Combine(model.Folder, "model.onnx"));
        model.Write("onnx/model.onnx", MadeModel.Graph(input, asksTypes, isHalf).ToBytes());
        using var embedder = model.Open();
        embedder.EmbedQuestion("le sommet").ShouldBeNear(MadeModel.Expected(isCls: false, 2, 5, 6, 3), isHalf ? 1e-3f : 1e-5f);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_has_the_same_vector_whatever_it_is_batched_with(bool isQuantized)
    {
        using var model = new MadeModel();
        model.Write("model.onnx", MadeModel.Graph(isQuantized: isQuantized).ToBytes());
        using var embedder = model.Open();
        var random = new Random(7);
        var texts = Enumerable.Range(0, 300).Select(_ => string.Join(' ', Enumerable.Range(0, 1 + random.Next(80)).Select(_ => MadeModel.Words[5 + random.Next(8)]))).Append(" …").ToList();
        var together = embedder.EmbedPassages(texts);
        for (var i = 0; i < texts.Count; i++)
        {
            together[i].ShouldBeNear(embedder.EmbedPassages([texts[i]])[0]);
            TensorPrimitives.Norm(together[i]).ShouldBe(i == texts.Count - 1 ? 0 : 1, 1e-5f);
        }
    }

    [Fact]
    public void A_long_text_is_cut_off()
    {
        using var model = new MadeModel();
        model.Write("sentence_bert_config.json", """{ "max_seq_length": 10 }""");
        var (ten, eight) = ("le sommet a eu lieu a vladivostok", "le sommet a eu lieu a");
        using (var embedder = model.Open())
            embedder.EmbedQuestion($"{ten} le sommet").ShouldBeNear(MadeModel.Expected(isCls: false, 2, 5, 6, 7, 8, 9, 7, 10, 5, 3));
        using (var configured = model.Open(options => options.MaxTokens = 8))
            configured.EmbedQuestion(ten).ShouldBeNear(configured.EmbedQuestion(eight));
    }

    [Theory]
    [InlineData("""{ "tokenizer_class": "XLMRobertaTokenizer" }""", 1, 0, 2)]
    [InlineData("{}", 1, 0, 2)]
    [InlineData("""{ "tokenizer_class": "CamembertTokenizer" }""", 4, 5, 6)]
    public void The_pieces_are_numbered_as_the_model_family_does(string tokenizer, int offset, int begin, int end)
    {
        using var model = new MadeModel(isSentencePiece: true);
        model.Write("tokenizer_config.json", tokenizer);
        using var embedder = model.Open();
        embedder.EmbedQuestion("le sommets été.").ShouldBeNear(MadeModel.Expected(isCls: false, begin, 3 + offset, 4 + offset, 5 + offset, 8 + offset, 9 + offset, end));
        // Unknown signs in a row are one.
        embedder.EmbedQuestion("le 日本語 a").ShouldBeNear(MadeModel.Expected(isCls: false, begin, 3 + offset, 6 + offset, 3, 7 + offset, end));
    }

    [Fact]
    public void Prefixes_come_from_the_family_the_folder_or_the_configuration()
    {
        using var model = new MadeModel("multilingual-e5-small");
        using (var embedder = model.Open())
        {
            embedder.EmbedQuestion("le").ShouldBeNear(MadeModel.Expected(isCls: false, 2, 14, 16, 5, 3));
            embedder.EmbedPassages(["le"])[0].ShouldBeNear(MadeModel.Expected(isCls: false, 2, 15, 16, 5, 3));
        }

        model.Write("config_sentence_transformers.json", """{ "prompts": { "query": "sommet ", "document": "lieu\n" } }""");
        using (var embedder = model.Open())
        {
            embedder.EmbedQuestion("le").ShouldBeNear(MadeModel.Expected(isCls: false, 2, 6, 5, 3));
            embedder.EmbedPassages(["le"])[0].ShouldBeNear(MadeModel.Expected(isCls: false, 2, 9, 5, 3));
            embedder.Identity.ShouldNotContain('\n');
        }

        using (var embedder = model.Open(options => (options.QueryPrefix, options.PassagePrefix) = ("", "a ")))
        {
            embedder.EmbedQuestion("le").ShouldBeNear(MadeModel.Expected(isCls: false, 2, 5, 3));
            embedder.EmbedPassages(["le"])[0].ShouldBeNear(MadeModel.Expected(isCls: false, 2, 7, 5, 3));
        }
    }

    [Fact]
    public void The_identity_changes_with_what_changes_the_vectors()
    {
        using var model = new MadeModel("some model");
        var identities = new List<string>();
        Add();
        Add();
        identities.Distinct().ShouldHaveSingleItem().ShouldMatch(@"^onnx some model [0-9a-f]{16} 8 mean 512 """" """"$");
        Add(options => options.MaxTokens = 100);
        Add(options => options.Pooling = EmbeddingPooling.Cls);
        Add(options => options.QueryPrefix = "query: ");
        Add(options => options.PassagePrefix = "query: ");
        model.Write("vocab.txt", string.Join("\n", MadeModel.Words) + "\nneu\n");
        Add();
        model.Write("model.onnx", MadeModel.Graph(isHalf: true).ToBytes());
        Add();
        identities.Distinct().Count().ShouldBe(7);

        void Add(Action<OnnxOptions>? change = null)
        {
            using var embedder = model.Open(change);
            identities.Add(embedder.Identity);
        }
    }

    [Fact]
    public async Task Several_threads_get_their_own_vectors()
    {
        using var model = new MadeModel();
        using var embedder = model.Open();
        var texts = Enumerable.Range(5, 9).Select(id => $"le {MadeModel.Words[id]}".Replace(" ##", "", StringComparison.Ordinal)).ToList();
        var expected = embedder.EmbedPassages(texts);
        await Parallel.ForAsync(0, 200, (i, cancellationToken) =>
        {
            embedder.EmbedQuestion(texts[i % texts.Count], cancellationToken).ShouldBeNear(expected[i % texts.Count]);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Whatever_a_text_holds_it_has_a_vector()
    {
        using var model = new MadeModel(isSentencePiece: true);
        using var words = new MadeModel();
        using var pieces = model.Open();
        using var bert = words.Open();
        foreach (var text in new[] { "\uD800 le", "\0le", "<s> le </s>", "[CLS] le", "▁", "😀", new string('x', 20_000), "", " \n " })
        {
            pieces.EmbedQuestion(text).ShouldAllBe(number => float.IsFinite(number));
            bert.EmbedQuestion(text).ShouldAllBe(number => float.IsFinite(number));
        }
    }

    [Fact]
    public void Who_does_not_wait_gets_nothing()
    {
        using var model = new MadeModel();
        using var embedder = model.Open();
        Should.Throw<OperationCanceledException>(() => embedder.EmbedPassages(["le"], new CancellationToken(canceled: true)));
    }
}
