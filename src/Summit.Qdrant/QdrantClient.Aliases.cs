using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant;

public partial class QdrantClient
{
    /// <summary>Gives a collection another name; an alias of that name moves to it.</summary>
    /// <param name="aliasName">The alias; no collection may have that name.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task CreateAliasAsync(
        string aliasName, string collectionName, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        UpdateAliasesAsync(
            [new AliasOperations { CreateAlias = new CreateAlias { AliasName = aliasName, CollectionName = collectionName } }],
            timeout, cancellationToken);

    /// <summary>Renames an alias.</summary>
    /// <param name="oldAliasName">The alias.</param>
    /// <param name="newAliasName">Its new name.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RpcException">NOT_FOUND, or as for every call.</exception>
    public Task RenameAliasAsync(
        string oldAliasName, string newAliasName, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        UpdateAliasesAsync(
            [new AliasOperations { RenameAlias = new RenameAlias { OldAliasName = oldAliasName, NewAliasName = newAliasName } }],
            timeout, cancellationToken);

    /// <summary>Deletes an alias; its collection stays.</summary>
    /// <param name="aliasName">The alias; one that does not exist is no error.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAliasAsync(string aliasName, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        UpdateAliasesAsync(
            [new AliasOperations { DeleteAlias = new DeleteAlias { AliasName = aliasName } }], timeout, cancellationToken);

    /// <summary>Changes aliases in one step: readers see all of it or nothing.</summary>
    /// <param name="aliasOperations">What to do, in this order.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RpcException">NOT_FOUND for a missing collection, ALREADY_EXISTS for a name that is a collection's, or as for every call.</exception>
    public async Task UpdateAliasesAsync(
        IReadOnlyList<AliasOperations> aliasOperations, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var request = new ChangeAliases { Actions = { aliasOperations } };
        if (timeout is { } value)
            request.Timeout = Seconds(value);
        var response = await _grpcClient.Collections.UpdateAliasesAsync(
            request, Call("UpdateAliases", "", cancellationToken, timeout));
        if (!response.Result)
            throw new QdrantException("Alias update operation(s) could not be performed.");
    }

    /// <summary>The aliases of one collection.</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<string>> ListCollectionAliasesAsync(
        string collectionName, CancellationToken cancellationToken = default)
    {
        var request = new ListCollectionAliasesRequest { CollectionName = collectionName };
        var response = await _grpcClient.Collections.ListCollectionAliasesAsync(
            request, Call("ListCollectionAliases", collectionName, cancellationToken));
        return [.. response.Aliases.Select(alias => alias.AliasName)];
    }

    /// <summary>All aliases with their collections.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<AliasDescription>> ListAliasesAsync(CancellationToken cancellationToken = default)
    {
        var response = await _grpcClient.Collections.ListAliasesAsync(new ListAliasesRequest(), Call("ListAliases", "", cancellationToken));
        return response.Aliases;
    }
}
