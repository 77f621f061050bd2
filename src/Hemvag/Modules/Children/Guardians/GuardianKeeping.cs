using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Minors;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Guardians;

/// <param name="ChildId">With <see cref="StandsFor.OneChild"/> and only then.</param>
internal sealed record ForWhom(StandsFor StandsFor, Guid? ChildId = null);

/// <summary>Keeps who stands for a child, and who of them is suspected and so kept out (OSL 12:3).</summary>
internal sealed class GuardianKeeping(CaseOperations operations)
{
    /// <param name="suspectedBecause">Why they are suspected; null when they are not.</param>
    /// <exception cref="RefusedException">StandsForMissing; NotAMinor for the person, who is an adult; GuardianUnknown when the case has no such child; CaseClosed.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, GuardianKind kind, ForWhom whom, string? suspectedBecause, GuardianPayload details) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddGuardian",
            OperationNature.Fact,
            async work =>
            {
                await RequireAsync(work, whom);
                var guardian = new Guardian
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Number = 1 + (await GuardianRules.AllAsync(work)).Count,
                    Kind = kind,
                    StandsFor = whom.StandsFor,
                    ChildId = whom.ChildId,
                    AddedAt = work.Now,
                    AddedBy = handle.Account.Id,
                };
                work.Db.Add(guardian);
                var record = await work.SealAsync(Compartment.Protection, guardian.Subject, details, 0);
                work.Record(new GuardianAdded(guardian.Id, guardian.Number, kind, whom.StandsFor, whom.ChildId, record.Id));
                if (suspectedBecause is { } why)
                {
                    await SetAsync(work, guardian, true, why);
                }
                else if (guardian.Decides)
                {
                    // One more who decides has not said yes.
                    await CustodyAsksAgainAsync(work, guardian);
                }
            }
        );

    /// <param name="shownVersion">The version the form had shown.</param>
    /// <exception cref="RefusedException">SectionChanged, CaseClosed.</exception>
    public Task WriteAsync(CaseHandle handle, Guid operationId, Guid guardianId, GuardianPayload details, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "EditGuardian",
            OperationNature.Fact,
            async work =>
            {
                var guardian = await FindAsync(work, guardianId);
                var record = await work.SealAsync(Compartment.Protection, guardian.Subject, details, shownVersion);
                work.Record(new GuardianRecorded(guardian.Id, record.Id, record.Version));
            }
        );

    /// <summary>Marks that someone is suspected, or no longer: what rested on them falls away and is asked for anew.</summary>
    /// <exception cref="RefusedException">SectionChanged when it stands so already; ChildReasonMissing; CaseClosed.</exception>
    public Task SuspectAsync(CaseHandle handle, Guid operationId, Guid guardianId, bool suspected, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "SetGuardianSuspicion",
            OperationNature.Fact,
            async work =>
            {
                var guardian = await FindAsync(work, guardianId);
                if (guardian.IsSuspected == suspected)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                await SetAsync(work, guardian, suspected, GivenReason.Require(reason, "Suspicion.Reason"));
            }
        );

    /// <summary>Someone else was appointed, custody has changed, or the entry was wrong: what rested on them falls away and is asked for anew.</summary>
    /// <param name="on">From which day on.</param>
    /// <exception cref="RefusedException">SectionChanged when they stand for nobody already; ChildReasonMissing, DateInFuture, DateTooEarly; CaseClosed.</exception>
    public Task EndAsync(CaseHandle handle, Guid operationId, Guid guardianId, DateOnly on, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndGuardian",
            OperationNature.Fact,
            async work =>
            {
                var guardian = await FindAsync(work, guardianId);
                if (guardian.EndedOn is not null)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                work.Days.Require(on, "End.On");
                var record = await SealAsync(work, guardian, GivenReason.Require(reason, "End.Reason"));
                // Looked at while they still stand for the children.
                await FallAwayAsync(work, guardian);
                guardian.EndedOn = on;
                work.Record(new GuardianEnded(guardian.Id, on, record.Id));
                await GuardianConsents.FollowAsync(work);
            }
        );

    private static async Task RequireAsync(CaseWork work, ForWhom whom)
    {
        if (whom.StandsFor == StandsFor.Person && work.Case.Minor is null)
        {
            throw new RefusedException(ChildrenRefusals.NotAMinor, "Add.StandsFor");
        }

        if ((whom.StandsFor == StandsFor.OneChild) != (whom.ChildId is not null))
        {
            throw new RefusedException(ChildrenRefusals.StandsForMissing, "Add.ChildId");
        }

        if (whom.ChildId is { } id && (await ChildRows.AllAsync(work)).All(c => c.Id != id))
        {
            throw new RefusedException(ChildrenRefusals.GuardianUnknown, "Add.ChildId");
        }
    }

    private static async Task SetAsync(CaseWork work, Guardian guardian, bool suspected, string why)
    {
        guardian.IsSuspected = suspected;
        var record = await SealAsync(work, guardian, why);
        work.Record(new GuardianSuspicionSet(guardian.Id, suspected, record.Id));
        work.Case.ExcludesGuardian = (await GuardianRules.AllAsync(work)).Any(g => g.IsSuspected);
        if (suspected)
        {
            await FallAwayAsync(work, guardian);
        }

        await GuardianConsents.FollowAsync(work);
    }

    private static Task<SealedRecord> SealAsync(CaseWork work, Guardian guardian, string why) =>
        work.SealAsync(Compartment.Protection, guardian.ReasonSubject, new GuardianReason(why), null);

    private static async Task FallAwayAsync(CaseWork work, Guardian guardian)
    {
        await CustodyAsksAgainAsync(work, guardian);
        await MinorRows.SignatureFallsAwayAsync(work, guardian);
    }

    // What rests on the custodians does not hold once one of them falls away, nor once there is another who decides.
    private static async Task CustodyAsksAgainAsync(CaseWork work, Guardian guardian)
    {
        var children = (await ChildRows.AllAsync(work)).Where(c => guardian.StandsForThe(c.Id));
        foreach (var child in children.Where(c => CustodyRules.RestsOnCustodians(c.Custody)))
        {
            work.Record(child.FallAway(guardian.Id));
        }

        await ChildRows.AskForMissingAsync(work);
    }

    private static async Task<Guardian> FindAsync(CaseWork work, Guid guardianId) =>
        await work.Db.Set<Guardian>().FirstOrDefaultAsync(g => g.Id == guardianId && g.CaseId == work.Case.Id) ?? throw new NotThereException();
}
