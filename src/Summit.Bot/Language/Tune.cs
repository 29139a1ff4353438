#pragma warning disable
namespace Summit.Bot.Language;
public static class Tune { public static double G(string n, double d) => double.TryParse(Environment.GetEnvironmentVariable(n), System.Globalization.CultureInfo.InvariantCulture, out var v) ? v : d; }
