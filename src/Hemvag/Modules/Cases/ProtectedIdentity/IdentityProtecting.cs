using Hemvag.Data;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.ProtectedIdentity;

/// <summary>Marks a case as one of a person with protected identity, and names who may open Identity and Contact then.</summary>
internal sealed class IdentityProtecting(CaseOperations operations)
{
    /// <summary>At each organisation.</summary>
    public const int MostReaders = 2;

    public const string ChangedNotice = "IdentityProtectionChanged";

    public const Compartment Guarded = CasePermissions.ProtectedByName;

    /// <param name="shown">How it stood when the form was shown, as <see cref="StateOf"/> writes it.</param>
    /// <param name="protection">Null takes the mark away: those whose task needs it open as in any case.</param>
    /// <param name="readers">Parts of those who may open; none of them need be there.</param>
    /// <exception cref="RefusedException">ProtectionNotYours, SectionChanged, ReaderUnknown, TooManyReaders, ReaderNeeded.</exception>
    public Task SetAsync(CaseHandle handle, Guid operationId, string? shown, IdentityProtection? protection, IReadOnlyCollection<Guid> readers) =>
        operations.RunAsync(
            handle,
            operationId,
            "ProtectIdentity",
            OperationNature.Safeguard,
            async work =>
            {
                var people = (await work.Seers.ParticipantsAsync()).Where(CanRead).ToList();
                ShownBefore.Require(shown ?? "", StateOf(work.Case.IdentityProtection, people.Where(p => p.ReadsProtected).Select(p => p.Id)));
                RequireOwn(handle, work.Case, people, protection is null ? [] : readers);
                Require(people, protection is null ? [] : readers);
                if (protection is not null && !people.Any(p => readers.Contains(p.Id) && p.OrganisationId == work.Case.RegionId))
                {
                    // Nobody could reach the person by the rules for safe contact.
                    throw new RefusedException(CaseRefusals.ReaderNeeded, "Readers");
                }

                await TellAsync(work, people);
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

    /// <summary>The mark and the parts that may open, as one word: empty where nothing is marked.</summary>
    public static string StateOf(IdentityProtection? protection, IEnumerable<Guid> readers) =>
        protection is null ? "" : $"{protection}:{string.Join(',', readers.Select(r => r.ToString("N")).Order(StringComparer.Ordinal))}";

    /// <summary>Whether someone by name, whose task can need it, takes part.</summary>
    public static bool CanRead(CaseParticipant part) =>
        part.AccountId is not null && (CasePermissions.CompartmentsFor(part.Role) & Guarded) != Compartment.None;

    /// <summary>Once the mark stands, the holder and those it names change it: nobody lets themselves in, and nobody else drops the holder.</summary>
    /// <param name="readers">Accounts of the region that may read now.</param>
    public static bool MayChange(CaseHandle handle, Case @case, IEnumerable<Guid> readers) =>
        @case.IdentityProtection is null || @case.HolderId is null || handle.Account.Id == @case.HolderId || readers.Contains(handle.Account.Id);

    private static void RequireOwn(CaseHandle handle, Case @case, List<CaseParticipant> people, IReadOnlyCollection<Guid> readers)
    {
        var dropsHolder =
            handle.Account.Id != @case.HolderId
            && @case.IdentityProtection is not null
            && people.Any(p => p.ReadsProtected && p.AccountId == @case.HolderId && !readers.Contains(p.Id));
        var now = people.Where(p => p.ReadsProtected && p.OrganisationId == @case.RegionId).Select(p => p.AccountId).OfType<Guid>();
        if (dropsHolder || !MayChange(handle, @case, now))
        {
            throw new RefusedException(CaseRefusals.ProtectionNotYours);
        }
    }

    // The holder, and whoever could read until now.
    private static async Task TellAsync(CaseWork work, List<CaseParticipant> people)
    {
        var told = people.Where(p => p.ReadsProtected).Select(p => p.AccountId).Append(work.Case.HolderId).OfType<Guid>().Distinct();
        foreach (var account in told.Where(id => id != work.Account?.Id))
        {
            await ColleagueService.TellAsync(work, account, ChangedNotice);
        }
    }

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
