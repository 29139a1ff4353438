using System.Text;
using System.Text.Json;

namespace Summit.Bot.Corpus.Sources;

/// <summary>Reads a JSON file: one article, or a list of them.</summary>
internal static class JsonSource
{
    public static IEnumerable<SourceItem> Read(SourceRef file)
    {
        var items = new List<SourceItem>();
        byte[] json = [];
        List<Range> places = [];
        try
        {
            json = Encoding.UTF8.GetBytes(SourceText.Decode(SourceFile.ReadBytes(file.Path)));
            places = Places(json);
        }
        catch (RefusedException refused)
        {
            items.Add(SourceItem.Of(file, refused));
        }

        var (line, counted) = (1, 0);
        return items.Concat(places.Select(place =>
        {
            line += json.AsSpan(counted..place.Start.Value).Count((byte)'\n');
            counted = place.Start.Value;
            return JsonLinesSource.ReadOne(file, line, json.AsMemory(place));
        }));
    }

    /// <summary>Where the values of the list are, or the one value that is no list.</summary>
    private static List<Range> Places(byte[] json)
    {
        var places = new List<Range>();
        var reader = new Utf8JsonReader(json);
        try
        {
            if (reader.Read() && reader.TokenType != JsonTokenType.StartArray)
                return [(int)reader.TokenStartIndex..json.Length];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                places.Add(start..(int)reader.BytesConsumed);
            }

            reader.Read();
            return places;
        }
        catch (JsonException error)
        {
            throw new RefusedException((int)(error.LineNumber ?? 0) + 1, $"this is not JSON: {error.Message} Correct it, or write the file anew.");
        }
    }
}
