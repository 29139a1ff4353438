using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Summit.Bot.Answering.Chat;

/// <summary>A prompt that was loaded from a folder in Semantic Kernel's form: <c>config.json</c> and <c>skprompt.txt</c>.</summary>
/// <param name="Name">Name of the folder.</param>
/// <param name="Template">Renders it; values are encoded, so that nothing in them adds a message.</param>
/// <param name="Schema">The JSON schema of what the model is to answer.</param>
internal sealed record ChatPrompt(string Name, IPromptTemplate Template, string Schema)
{
    /// <exception cref="SetupException">It cannot be read.</exception>
    public static ChatPrompt Load(string folder, string name, string schema)
    {
        var path = Path.Combine(folder, name);
        try
        {
            var config = PromptTemplateConfig.FromJson(File.ReadAllText(Path.Combine(path, "config.json")));
            config.Template = File.ReadAllText(Path.Combine(path, "skprompt.txt"));
            return new ChatPrompt(name, new KernelPromptTemplateFactory().Create(config), schema);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or JsonException or KernelException)
        {
            throw new SetupException($"The prompt {path} cannot be read. {error.Message.TrimEnd('.')}. Name the folder of the prompts with Summit:Chat:PromptsPath, or remove the key for those that are shipped.");
        }
    }
}
