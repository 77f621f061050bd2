using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>What a sealed file belongs to, told without opening it.</summary>
/// <param name="Words">In the reader's language; made of what is in clear, never of what someone typed.</param>
/// <param name="Page">The page of the case where it is used, as the last part of its address; null when there is none.</param>
internal sealed record FileBelonging(string Words, string? Page);

/// <summary>Knows the files that one module attaches. Registered by that module.</summary>
internal interface IKnowsFiles
{
    /// <returns>By file; those of other modules are not there. In at most one question to the database, for all modules together.</returns>
    Task<IReadOnlyDictionary<Guid, FileBelonging>> OfAsync(CaseHandle handle, IReadOnlyList<SealedFile> files);
}
