using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>The key that signs the tokens of Direct Line: the configured one, or one that is made once and kept in the data folder.</summary>
internal static class DirectLineKey
{
    private const string FileName = "directline.key";
    private const int Bytes = 32;

    /// <summary>Reads the key, and makes it where there is none.</summary>
    /// <exception cref="SetupException">The file cannot be read or written, or holds no key.</exception>
    public static SymmetricSecurityKey Load(SummitOptions options)
    {
        if (options.DirectLine.SigningKey is { } configured)
            return new SymmetricSecurityKey(SHA256.HashData(Encoding.UTF8.GetBytes(configured)));
        var path = Path.Combine(Path.GetFullPath(options.DataPath), FileName);
        try
        {
            if (!File.Exists(path))
                Make(path);
            var key = File.ReadAllBytes(path);
            return key.Length == Bytes
                ? new SymmetricSecurityKey(key)
                : throw new SetupException($"{path} holds no key of {Bytes} bytes. Remove the file: a new one is made then, and open web chats begin anew.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The key that signs the tokens of the web chat cannot be kept: {error.Message.TrimEnd('.')}. Give it as Summit:DirectLine:SigningKey, or name a folder that can be written with Summit:DataPath.");
        }
    }

    /// <summary>Written aside and moved, so that of two processes that start at once both read the same whole key.</summary>
    private static void Make(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $"{FileName}.{Guid.NewGuid():N}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(aside, options))
                file.Write(RandomNumberGenerator.GetBytes(Bytes));
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
