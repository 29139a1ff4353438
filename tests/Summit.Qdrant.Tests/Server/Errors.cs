using Grpc.Core;

namespace Summit.Qdrant.Tests.Server;

/// <summary>Qdrant's errors with their prefixes, from lib/storage/src/content_manager/errors.rs and conversions.rs of 1.18.</summary>
internal static class Errors
{
    public static RpcException BadInput(string description) => New(StatusCode.InvalidArgument, $"Wrong input: {description}");

    public static RpcException NotFound(string description) => New(StatusCode.NotFound, $"Not found: {description}");

    public static RpcException AlreadyExists(string description) => New(StatusCode.AlreadyExists, $"Wrong input: {description}");

    public static RpcException Invalid(string field, string problem) =>
        New(StatusCode.InvalidArgument, $"Validation error in body: [{field}: {problem}]");

    public static RpcException NoCollection(string name) => NotFound($"Collection `{name}` doesn't exist!");

    public static RpcException Dimension(ulong expected, int got) =>
        BadInput($"Vector dimension error: expected dim: {expected}, got {got}");

    public static RpcException NoVector(string name) => BadInput($"Not existing vector name error: {name}");

    public static RpcException MixedKinds() => BadInput("Conversion between sparse and regular vectors failed");

    public static RpcException Malformed(string description) => New(StatusCode.InvalidArgument, description);

    public static RpcException Limit(ulong value, ulong limit, string name) =>
        New(
            StatusCode.InvalidArgument,
            $"Bad request: Limit exceeded {value} > {limit} for \"{name}\". Help: Reduce the \"{name}\" parameter to or below {limit}.");

    private static RpcException New(StatusCode code, string detail) => new(new Status(code, detail));
}
