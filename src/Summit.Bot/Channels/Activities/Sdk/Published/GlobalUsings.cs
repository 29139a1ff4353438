// With -p:PublishedSdks=true: Microsoft's packages.
global using Microsoft.Bot.Builder;
global using Microsoft.Bot.Builder.Integration.AspNet.Core;
global using Microsoft.Bot.Schema;
global using ChannelIds = Microsoft.Bot.Connector.Channels;
