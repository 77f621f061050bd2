using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

/// <summary>Short sealed texts beside something that is in clear (an interpreter's name, a reason), shown where they were written.</summary>
internal sealed class SealedNotes(HemvagDbContext db, CaseVault vault)
{
    /// <returns>The newest of each subject with the prefix; nothing while the compartment is closed to the reader.</returns>
    public Task<IReadOnlyDictionary<string, T>> ReadAsync<T>(CaseHandle handle, Compartment compartment, string subjectPrefix)
        where T : class, ISealedPayload => ReadAsync<T>(handle.MayOpen(compartment) ? handle.Opened : null, compartment, subjectPrefix);

    /// <inheritdoc cref="ReadAsync{T}(CaseHandle, Compartment, string)"/>
    public async Task<IReadOnlyDictionary<string, T>> ReadAsync<T>(OpenedCompartment? opened, Compartment compartment, string subjectPrefix)
        where T : class, ISealedPayload
    {
        if (opened is null || !opened.Covers(compartment))
        {
            return new Dictionary<string, T>();
        }

        var notes = await vault.ReadAllAsync<T>(db, opened, compartment, subjectPrefix);
        return notes.ToDictionary(n => n.Subject, n => n.Value, StringComparer.Ordinal);
    }
}
