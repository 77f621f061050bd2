using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Office;

/// <summary>
/// Lets the local office into the case, after the person's yes to that very office (S1.44, S1.54). Before that nobody there can know that the case exists.
/// </summary>
internal sealed class OfficeNaming(CaseOperations operations, OrganisationQueries organisations)
{
    /// <param name="shown">The office that the form had shown as named; null for none.</param>
    /// <param name="reason">Why another office takes over; sealed. Asked for only when one is named already.</param>
    /// <exception cref="RefusedException">NotALocalOffice, LocalOfficeConsentMissing, SectionChanged, OfficeAlreadyNamed, ReasonForChangeMissing, GateOpen, CaseHeld.</exception>
    public async Task NameAsync(CaseHandle handle, Guid operationId, Guid? shown, Guid organisationId, string? reason)
    {
        var office = await organisations.FindAsync(organisationId);
        if (office is null || !TravelOrganisations.CanMeet.Contains(office.Kind))
        {
            throw new RefusedException(TravelRefusals.NotALocalOffice, "Input.OrganisationId");
        }

        await operations.RunAsync(
            handle,
            operationId,
            "NameLocalOffice",
            OperationNature.Act,
            async work =>
            {
                await RequireConsentAsync(work, organisationId);
                var before = work.Case.LocalOfficeId;
                ShownBefore.Require(shown, before);
                work.Case.LocalOfficeId = organisationId;
                work.Record(new LocalOfficeNamed(before, organisationId));
                // In the case before anything is handed over: who does not see it is asked for nothing.
                await work.AddParticipantAsync(organisationId, null, Role.LocalOfficeWorker, restsOn: ConsentPurpose.ContactWithLocalOffice);
                if (before is { } old)
                {
                    await ReplaceAsync(work, old, organisationId, reason);
                }

                if (!work.Reached.Contains(MilestoneKind.LocalOfficeContacted))
                {
                    await work.ReachAsync(MilestoneKind.LocalOfficeContacted, work.Today);
                }
            }
        );
    }

    private static async Task RequireConsentAsync(CaseWork work, Guid organisationId)
    {
        var context = new GateContext(work.Db, work.Case, work.Programme, work.Reached, work.Today);
        if (
            !await context
                .NamedFor(ConsentPurpose.ContactWithLocalOffice)
                .AnyAsync(r => r.CaseId == work.Case.Id && r.OrganisationId == organisationId)
        )
        {
            throw new RefusedException(TravelRefusals.LocalOfficeConsentMissing, "Input.OrganisationId");
        }
    }

    private static async Task ReplaceAsync(CaseWork work, Guid old, Guid organisationId, string? reason)
    {
        if (old == organisationId)
        {
            throw new RefusedException(TravelRefusals.OfficeAlreadyNamed, "Input.OrganisationId");
        }

        if (reason is null)
        {
            throw new RefusedException(TravelRefusals.ReasonForChangeMissing, "Input.Reason");
        }

        var written = await work.SealAsync(Compartment.Travel, OfficeChange.Subject, new OfficeChange(old, reason), null);
        work.Record(new RecordSealed(OfficeChange.Subject, written.Id, written.Version));
        await Arranging.TakeBackFromAsync(work, old);
        await work.HandOverAsync(old, organisationId, Role.LocalOfficeWorker);
        await work.EndParticipantsAsync(old, Role.LocalOfficeWorker);
    }
}
