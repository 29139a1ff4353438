namespace Summit.Bot.EndToEnd;

/// <summary>Tests that keep the processors busy for long by themselves: one after the other, so that they slow down no test of times.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BothCores
{
    public const string Name = "Both cores";
}
