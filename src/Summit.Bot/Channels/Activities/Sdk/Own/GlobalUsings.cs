// The default Bot Framework SDK: this repository's own, written to the shape of Microsoft.Bot.Builder.
global using Summit.BotFramework;
global using Summit.BotFramework.Schema;
global using ChannelIds = Summit.BotFramework.Channels;
