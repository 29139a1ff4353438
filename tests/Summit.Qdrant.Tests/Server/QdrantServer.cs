using System.Net;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Summit.Qdrant.Tests.Server;

/// <summary>
/// A server in this process that speaks Qdrant's protocol over a real socket and behaves as Qdrant 1.18 does, as far as its sources
/// say: one node, one shard, exact search. It can be stopped, killed and started again on its port, with its points or without.
/// </summary>
public sealed class QdrantServer : IAsyncDisposable
{
    private readonly string? _apiKey;
    private readonly int _port;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private WebApplication? _app;
    private volatile Task? _death;

    private QdrantServer(int port, string? apiKey)
    {
        _port = port == 0 ? FreePort() : port;
        _apiKey = apiKey;
    }

    /// <summary>What goes wrong, for tests.</summary>
    public Faults Faults { get; } = new();

    /// <summary>What the server holds; outlives <see cref="StopAsync"/>.</summary>
    public Storage Storage { get; private set; } = new();

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public bool IsRunning => _app is not null && !IsDead;

    /// <summary>Whether it has been killed and not been started since: it answers no call any more, even before its port is free.</summary>
    internal bool IsDead => _death is not null;

    /// <param name="port">0 picks a free one, which the server keeps when it is started again.</param>
    /// <param name="apiKey">What clients must send; null asks for nothing.</param>
    public static async Task<QdrantServer> StartNewAsync(int port = 0, string? apiKey = null)
    {
        var server = new QdrantServer(port, apiKey);
        await server.StartAsync();
        return server;
    }

    /// <summary>A server that is down, on an address at which it can be started.</summary>
    public static QdrantServer Stopped(int port = 0, string? apiKey = null) => new(port, apiKey);

    public async Task StartAsync(bool keepData = true)
    {
        // One that is being killed lets go of its port first.
        if (_death is { } death)
            await death;
        await _oneAtATime.WaitAsync();
        try
        {
            await ListenAsync(keepData);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Stops at once: calls under way fail as they do when the process is killed.</summary>
    public async Task StopAsync()
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (Interlocked.Exchange(ref _app, null) is not { } app)
                return;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Dies from within a call, which cannot wait until the server has stopped.</summary>
    internal void Die() => _death = Task.Run(StopAsync);

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task ListenAsync(bool keepData)
    {
        if (IsRunning)
            throw new InvalidOperationException("The server is running.");
        if (!keepData)
            Storage = new Storage();

        // Empty: no settings files are read or watched.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, _port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRouting();
        builder.Services.AddSingleton(Storage).AddSingleton(Faults).AddSingleton(this).AddSingleton(new ApiKey(_apiKey));
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = null;
            options.MaxSendMessageSize = null;
            options.Interceptors.Add<CallInterceptor>();
        });
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<HealthService>();
        app.MapGrpcService<CollectionsService>();
        app.MapGrpcService<PointsService>();
        await app.StartAsync();
        _app = app;
        _death = null;
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}

public sealed record ApiKey(string? Value);
