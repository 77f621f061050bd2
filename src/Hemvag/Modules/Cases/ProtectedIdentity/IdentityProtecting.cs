using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.ProtectedIdentity;

/// <summary>Marks a case as one of a person with protected identity, and names who may open Identity and Contact then.</summary>
internal sealed class IdentityProtecting(CaseOperations operations)
{
    /// <summary>At each organisation.</summary>
    public const int MostReaders = 2;

    public const Compartment Guarded = CasePermissions.ProtectedByName;

    /// <param name="protection">Null takes the mark away: those whose task needs it open as in any case.</param>
    /// <param name="readers">Parts of those who may open; none of them need be there.</param>
    /// <exception cref="RefusedException">ReaderUnknown, TooManyReaders, ReaderNeeded.</exception>
    public Task SetAsync(CaseHandle handle, Guid operationId, IdentityProtection? protection, IReadOnlyCollection<Guid> readers) =>
        operations.RunAsync(
            handle,
            operationId,
            "ProtectIdentity",
            OperationNature.Fact,
            async work =>
            {
                var people = (await work.Seers.ParticipantsAsync()).Where(CanRead).ToList();
                Require(people, protection is null ? [] : readers);
                if (protection is not null && !people.Any(p => readers.Contains(p.Id) && p.OrganisationId == work.Case.RegionId))
                {
                    // Nobody could reach the person by the rules for safe contact.
                    throw new RefusedException(CaseRefusals.ReaderNeeded, "Readers");
                }

                work.Record(new IdentityProtectionSet(work.Case.IdentityProtection, protection));
                work.Case.IdentityProtection = protection;
                foreach (var part in people)
                {
                    var reads = protection is not null && readers.Contains(part.Id);
                    if (part.ReadsProtected != reads)
                    {
                        part.ReadsProtected = reads;
                        work.Record(new ProtectedReaderSet(part.OrganisationId, part.AccountId!.Value, reads));
                    }
                }
            }
        );

    /// <summary>Whether someone by name, whose task can need it, takes part.</summary>
    public static bool CanRead(CaseParticipant part) =>
        part.AccountId is not null && (CasePermissions.CompartmentsFor(part.Role) & Guarded) != Compartment.None;

    private static void Require(List<CaseParticipant> people, IReadOnlyCollection<Guid> readers)
    {
        var chosen = people.Where(p => readers.Contains(p.Id)).ToList();
        if (chosen.Count != readers.Distinct().Count())
        {
            throw new RefusedException(CaseRefusals.ReaderUnknown, "Readers");
        }

        if (chosen.GroupBy(p => p.OrganisationId).Any(g => g.Select(p => p.AccountId).Distinct().Count() > MostReaders))
        {
            throw new RefusedException(CaseRefusals.TooManyReaders, "Readers");
        }
    }
}
