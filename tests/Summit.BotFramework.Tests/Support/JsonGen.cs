using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Summit.BotFramework.Tests.Support;

/// <summary>Random JSON as text.</summary>
internal static class JsonGen
{
    /// <summary>Any well-formed string, and some that JSON has to escape.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements("", "é", "\u2019", "\"", "\\", "\n", "\u0000", "😀", "</at>", "$ref", "$type", "__proto__"),
        Gen.Choose(0x20, 0x2fff).Select(c => (char)c).ListOf().Select(chars => new string([.. chars])));

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Text.Select(text => JsonSerializer.Serialize(text)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(number => FormattableString.Invariant($"{number}")),
        Gen.Elements("true", "false", "null", "0", "-0.5", "1e20", "12345678901234567890"));

    public static Gen<string> Value(int depth) => depth == 0
        ? Leaf
        : Gen.OneOf(Leaf, Object(depth - 1), Value(depth - 1).ListOf().Select(items => $"[{string.Join(',', items.Take(4))}]"));

    /// <summary>An object whose names all start with <c>x</c>: none is a name of the protocol.</summary>
    public static Gen<string> Object(int depth) =>
        Gen.Zip(Text, Value(depth)).ListOf().Select(pairs => "{" + string.Join(
            ',',
            pairs.Take(5).DistinctBy(pair => pair.Item1).Select(pair => $"{JsonSerializer.Serialize("x" + pair.Item1)}:{pair.Item2}")) + "}");
}
