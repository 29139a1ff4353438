return await Summit.Bot.Channels.CommandLine.SummitCommandLine.RunAsync(args);
