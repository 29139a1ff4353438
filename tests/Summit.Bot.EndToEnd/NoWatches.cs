using System.Runtime.CompilerServices;

namespace Summit.Bot.EndToEnd;

/// <summary>Hosts of the tests do not watch their settings: Linux gives a user few watches, and the tests start many hosts.</summary>
internal static class NoWatches
{
    [ModuleInitializer]
    internal static void Initialize() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
