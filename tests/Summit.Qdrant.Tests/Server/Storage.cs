using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Server;

/// <summary>
/// Collections and aliases. One lock for all: what a call sees is the state between two writes, as behind Qdrant's own lock on
/// collections when aliases move.
/// </summary>
public sealed class Storage
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StoredCollection> _collections = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _aliases = new(StringComparer.Ordinal);

    internal T Read<T>(string name, Func<StoredCollection, T> read)
    {
        lock (_lock)
            return read(Find(name));
    }

    internal IReadOnlyList<string> Names()
    {
        lock (_lock)
            return [.. _collections.Keys];
    }

    internal bool Exists(string name)
    {
        lock (_lock)
            return _collections.ContainsKey(_aliases.GetValueOrDefault(name, name));
    }

    internal void Create(CreateCollection request)
    {
        lock (_lock)
        {
            NotTaken(request.CollectionName);
            if (_aliases.ContainsKey(request.CollectionName))
            {
                throw Errors.BadInput(
                    $"Can't create collection with name {request.CollectionName}. Alias with the same name already exists");
            }
            _collections.Add(request.CollectionName, new StoredCollection(request));
        }
    }

    internal bool Delete(string name)
    {
        lock (_lock)
        {
            foreach (var (alias, _) in _aliases.Where(pair => pair.Value == name).ToList())
                _aliases.Remove(alias);
            return _collections.Remove(name);
        }
    }

    /// <summary>As in Qdrant, actions before one that fails stay done.</summary>
    internal void Change(IEnumerable<AliasOperations> actions)
    {
        lock (_lock)
        {
            foreach (var action in actions)
                Change(action);
        }
    }

    internal IReadOnlyList<AliasDescription> Aliases()
    {
        lock (_lock)
            return [.. _aliases.Select(pair => new AliasDescription { AliasName = pair.Key, CollectionName = pair.Value })];
    }

    private void Change(AliasOperations action)
    {
        switch (action.ActionCase)
        {
            case AliasOperations.ActionOneofCase.CreateAlias:
                if (!_collections.ContainsKey(action.CreateAlias.CollectionName))
                    throw Errors.NoCollection(action.CreateAlias.CollectionName);
                NotTaken(action.CreateAlias.AliasName);
                _aliases[action.CreateAlias.AliasName] = action.CreateAlias.CollectionName;
                break;
            case AliasOperations.ActionOneofCase.RenameAlias:
                if (!_aliases.Remove(action.RenameAlias.OldAliasName, out var collection))
                    throw Errors.NotFound($"Alias {action.RenameAlias.OldAliasName} does not exists!");
                _aliases[action.RenameAlias.NewAliasName] = collection;
                break;
            case AliasOperations.ActionOneofCase.DeleteAlias:
                _aliases.Remove(action.DeleteAlias.AliasName);
                break;
            default:
                throw Errors.Malformed("Malformed AliasOperation");
        }
    }

    private StoredCollection Find(string name) =>
        _collections.TryGetValue(_aliases.GetValueOrDefault(name, name), out var collection)
            ? collection
            : throw Errors.NoCollection(name);

    private void NotTaken(string name)
    {
        if (_collections.ContainsKey(name))
            throw Errors.AlreadyExists($"Collection `{name}` already exists!");
    }
}
