using Microsoft.Data.Sqlite;
using Summit.Bot.Storage;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Tells the user what is wrong with a data folder, and the way out.</summary>
/// <remarks>Result codes: https://sqlite.org/rescode.html.</remarks>
internal static class StoreErrors
{
    /// <summary>SQLITE_ERROR: the statements are constants that fit the format, so a table or column is missing.</summary>
    private const int WrongSchema = 1;

    private const int Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, Auth = 23, NotADatabase = 26;

    /// <summary>SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log.</summary>
    private const int NoRoomForLogIndex = 4874;

    /// <summary>ENOSPC on Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows, as HResult.</summary>
    private static readonly int[] DiskFull = [28, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    private const string Elsewhere = "or name another folder with Summit:DataPath";

    public static bool IsBusy(SqliteException error) => error.SqliteErrorCode is Busy or Locked;

    public static StoreException From(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        Corrupt or NotADatabase or WrongSchema => new StoreDamagedException($"The store {path} is damaged.", error),
        Busy or Locked => InUse(path, error),
        Full => NoRoom(path, error),
        _ when error.SqliteExtendedErrorCode == NoRoomForLogIndex => NoRoom(path, error),
        ReadOnly or Perm or Auth or CannotOpen => NotWritable(path, error),
        _ => new StoreException($"The store {path} cannot be used ({error.Message.TrimEnd('.')}). Check the disk that it lies on, {Elsewhere}.", error),
    };

    public static StoreException From(string folder, Exception error) => error switch
    {
        IOException when DiskFull.Contains(error.HResult) => NoRoom(folder, error),
        UnauthorizedAccessException => NotWritable(folder, error),
        _ => new StoreException($"The data folder {folder} cannot be used ({error.Message.TrimEnd('.')}). Make it a folder that this user can write, {Elsewhere}.", error),
    };

    public static StoreException InUse(string path, Exception? error) =>
        new($"The store {path} is locked by another process. Wait until that has finished or stop it, {Elsewhere}.", error);

    public static StoreException TooNew(string path, int format) =>
        new($"The store {path} has the format {format}, which is newer than this program. Use the newer program, {Elsewhere}.");

    private static StoreException NoRoom(string path, Exception error) =>
        new($"There is no room left to write {path}. Free space on its disk, {Elsewhere}.", error);

    private static StoreException NotWritable(string path, Exception error) =>
        new($"The store {path} cannot be written by this user. Make the file and its folder writable, {Elsewhere}.", error);
}
