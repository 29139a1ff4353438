using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Summit.Bot.Channels.WebChat;

/// <summary>The page of the web chat, made by npm into the folder <c>wwwroot</c> beside the program.</summary>
internal static class WebChatPage
{
    /// <summary>Of a style that is empty: Web Chat adds one, and fills it by script.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    private const string Assets = "/assets", Nonce = "{{nonce}}";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static readonly Lazy<string?> Page = new(() => File.Exists(PagePath) ? File.ReadAllText(PagePath) : null);

    /// <summary>What the assets are compressed with, best first.</summary>
    private static readonly (string Name, string Extension)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private static string PagePath => Path.Combine(Folder, "index.html");

    /// <summary>Whether the page is there.</summary>
    public static bool IsMade => Page.Value is not null;

    /// <summary>Serves the assets. Their names change with their content, so that browsers keep them.</summary>
    public static void UseWebChatAssets(this WebApplication app)
    {
        var folder = Path.Combine(Folder, "assets");
        if (!IsMade || !Directory.Exists(folder))
            return;
        var files = new PhysicalFileProvider(folder);
        app.Use((context, next) =>
        {
            ChooseEncoding(context, files);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = Assets, ServeUnknownFileTypes = true, OnPrepareResponse = Describe });
    }

    /// <summary>The page, with a policy by which nothing but this server's is loaded.</summary>
    public static IResult Show(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var host = context.Request.Host.Value;
        // Web Chat writes its styles as it goes, with the nonce; 'self' is not a WebSocket in every browser.
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; connect-src 'self' ws://{host} wss://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return TypedResults.Content(Page.Value!.Replace(Nonce, nonce, StringComparison.Ordinal), MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    private static void ChooseEncoding(HttpContext context, PhysicalFileProvider files)
    {
        if (!context.Request.Path.StartsWithSegments(Assets, StringComparison.Ordinal, out var file))
            return;
        context.Response.Headers.Vary = "Accept-Encoding";
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (name, extension) in Encodings)
        {
            if (!accepted.Any(encoding => encoding.Value == name && encoding.Quality is null or > 0) || !files.GetFileInfo(file + extension).Exists)
                continue;
            context.Request.Path += extension;
            return;
        }
    }

    private static void Describe(StaticFileResponseContext file)
    {
        var name = file.File.Name;
        var headers = file.Context.Response.Headers;
        foreach (var (encoding, extension) in Encodings)
        {
            if (!name.EndsWith(extension, StringComparison.Ordinal))
                continue;
            headers.ContentEncoding = encoding;
            name = name[..^extension.Length];
        }

        headers.ContentType = ContentTypes.TryGetContentType(name, out var type) ? type : MediaTypeNames.Application.Octet;
        headers.CacheControl = name.EndsWith(".txt", StringComparison.Ordinal) ? "no-cache" : "public, max-age=31536000, immutable";
    }
}
