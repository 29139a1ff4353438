using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Http;

namespace Summit.BotFramework.Authentication;

/// <summary>Decides whose requests are served, before anything of their body is read.</summary>
internal interface IGate
{
    /// <returns>A caller, or a refusal.</returns>
    /// <exception cref="OperationCanceledException">The request was ended.</exception>
    Task<(Caller? Caller, Refusal? Refusal)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken);
}
