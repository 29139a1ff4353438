using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Http;

/// <summary>Where the replies to an activity would go.</summary>
internal static class ServiceUrl
{
    /// <param name="activity">The activity that came.</param>
    /// <param name="serviceUrl">The connector's address; null where there is none and none is needed.</param>
    /// <returns>Null if replies have a way, be it the HTTP response.</returns>
    public static Refusal? Read(Activity activity, out Uri? serviceUrl)
    {
        serviceUrl = null;
        if (string.IsNullOrEmpty(activity.ServiceUrl))
        {
            return activity.DeliveryMode == DeliveryModes.ExpectReplies
                ? null
                : Refusal.BadRequest("It has no serviceUrl, so there is nowhere to send replies to; deliveryMode expectReplies needs none.");
        }

        return Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out serviceUrl)
            && (serviceUrl.Scheme == Uri.UriSchemeHttp || serviceUrl.Scheme == Uri.UriSchemeHttps)
                ? null
                : Refusal.BadRequest("Its serviceUrl is not an absolute http or https URL.");
    }
}
