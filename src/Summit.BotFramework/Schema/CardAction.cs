using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Summit.BotFramework.Schema;

/// <summary>A button: of a card, or suggested under a message.</summary>
public sealed class CardAction
{
    private UnnamedFields unnamed;

    /// <summary>Creates an action with nothing set.</summary>
    public CardAction()
    {
    }

    /// <summary>Creates an action.</summary>
    public CardAction(
        string? type = null,
        string? title = null,
        string? image = null,
        string? text = null,
        string? displayText = null,
        object? value = null,
        object? channelData = null)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    /// <summary>One of <see cref="ActionTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>The button's caption.</summary>
    public string? Title { get; set; }

    /// <summary>The URL of a picture on the button.</summary>
    public string? Image { get; set; }

    /// <summary>The text of the message that the button sends, for <see cref="ActionTypes.MessageBack"/>.</summary>
    public string? Text { get; set; }

    /// <summary>What the chat shows in place of what was sent.</summary>
    public string? DisplayText { get; set; }

    /// <summary>What is sent or opened; its form depends on the type.</summary>
    public object? Value { get; set; }

    /// <summary>What only the channel understands.</summary>
    public object? ChannelData { get; set; }

    /// <summary>Fields that this class does not name; written back as they were read.</summary>
    [JsonIgnore]
    public JsonObject Properties
    {
        get => unnamed.Properties;
        set => unnamed.Properties = value;
    }

    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? UnnamedFields
    {
        get => unnamed.OnTheWire;
        set => unnamed.OnTheWire = value;
    }
}
