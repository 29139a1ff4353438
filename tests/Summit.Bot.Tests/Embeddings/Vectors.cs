namespace Summit.Bot.Tests.Embeddings;

internal static class Vectors
{
    /// <summary>Compares two vectors number by number.</summary>
    public static void ShouldBeNear(this float[] vector, float[] expected, float tolerance = 1e-5f)
    {
        vector.Length.ShouldBe(expected.Length);
        for (var i = 0; i < vector.Length; i++)
            vector[i].ShouldBe(expected[i], tolerance);
    }
}
