using Summit.BotFramework.Http;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Authentication;

/// <summary>Who sends a request, as far as it is known before its body is read.</summary>
internal abstract class Caller
{
    /// <summary>Checks what only the activity tells.</summary>
    /// <param name="activity">The activity that came.</param>
    /// <param name="serviceUrl">Its serviceUrl; null where there is none.</param>
    /// <returns>Null for an activity that this caller may send.</returns>
    public abstract Refusal? Check(Activity activity, Uri? serviceUrl);
}
