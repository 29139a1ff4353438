namespace Summit.Bot.Channels.Activities;

/// <summary>What a channel of this process itself keeps of a conversation; in the state of its turns.</summary>
internal interface IHistory
{
    /// <summary>Forgets everything up to now.</summary>
    void Forget();
}
