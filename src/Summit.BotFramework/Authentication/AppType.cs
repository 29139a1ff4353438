namespace Summit.BotFramework.Authentication;

/// <summary>What <see cref="BotFrameworkAuthenticationOptions.MicrosoftAppType"/> can be.</summary>
internal enum AppType
{
    MultiTenant,
    SingleTenant,
    UserAssignedMSI,
    SystemAssignedMSI,
}
