using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Children.Guardians;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Minors;

/// <summary>What an authority has decided.</summary>
internal sealed record BestInterestsOrder(DecisionSide Side, bool InBestInterests, DateOnly On, BestInterestsPayload Details);

/// <summary>Keeps what a child who returns alone needs before and after the journey (domain-facts §4.2).</summary>
internal sealed class MinorKeeping(CaseOperations operations, CaseFiles files, CaseVault vault)
{
    /// <summary>The guardian's signature beside the application, on its sheet.</summary>
    /// <exception cref="RefusedException">NotAMinor, GuardianMissing, GuardianExcluded, SheetMissing, NotAppliedYet, SignedBeforeApplying, DateInFuture, DateTooEarly; those of files.</exception>
    public Task SignAsync(CaseHandle handle, Guid operationId, Guid? guardianId, DateOnly on, UploadedFile? sheet) =>
        operations.RunAsync(
            handle,
            operationId,
            "SignAsGuardian",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                var guardian = await GuardianRules.RequireForMinorAsync(work, guardianId, "Sign.GuardianId");
                work.Days.Require(on, "Sign.On");
                await RequireAppliedAsync(work, on);
                var upload = sheet ?? throw new RefusedException(ChildrenRefusals.SheetMissing, "Sign.Sheet");
                var file = await files.AddAsync(work, Compartment.Protection, ChildrenFiles.Signature, upload, "Sign.Sheet");
                work.Record(minor.Sign(guardian.Id, on, file.Id));
                await MinorRows.AskForMissingAsync(work, minor);
            }
        );

    /// <summary>The guardian agrees no longer: what is signed counts for nothing from now on.</summary>
    /// <exception cref="RefusedException">NotAMinor; SectionChanged when nothing is signed; ChildReasonMissing, DateInFuture, DateTooEarly.</exception>
    public Task TakeBackSignatureAsync(CaseHandle handle, Guid operationId, DateOnly on, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "TakeBackSignature",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                var guardian = minor.SignedBy ?? throw new RefusedException(CaseRefusals.SectionChanged);
                work.Days.Require(on, "Unsign.On");
                var why = new MinorReason(GivenReason.Require(reason, "Unsign.Reason"));
                var record = await work.SealAsync(Compartment.Protection, MinorReason.Signature, why, null);
                minor.Unsign();
                work.Record(new GuardianSignatureTakenBack(guardian, on, record.Id));
                await MinorRows.AskForMissingAsync(work, minor);
            }
        );

    /// <exception cref="RefusedException">NotAMinor, DateInFuture, DateTooEarly; those of files.</exception>
    public Task DecideAsync(CaseHandle handle, Guid operationId, BestInterestsOrder order, UploadedFile? evidence) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordBestInterests",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                work.Days.Require(order.On, "Decide.On");
                var file = evidence is null
                    ? null
                    : await files.AddAsync(work, Compartment.Protection, ChildrenFiles.BestInterests, evidence, "Decide.Evidence");
                var decision = new BestInterestsDecision
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Side = order.Side,
                    InBestInterests = order.InBestInterests,
                    DecidedOn = order.On,
                    FileId = file?.Id,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(decision);
                var record = await work.SealAsync(Compartment.Protection, decision.Subject, order.Details, null);
                work.Record(new BestInterestsDecided(decision.Id, order.Side, order.InBestInterests, order.On, record.Id, file?.Id));
                await MinorRows.AskForMissingAsync(work, minor);
            }
        );

    /// <param name="shownVersion">The version the form had shown; 0 for none.</param>
    /// <exception cref="RefusedException">NotAMinor, SectionChanged; TakenOverAlready, since that authority answers for the child.</exception>
    public Task NameReceiverAsync(CaseHandle handle, Guid operationId, ReceivingPayload receiving, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "NameReceivingAuthority",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                RequireNotTakenOver(minor);
                var record = await work.SealAsync(Compartment.Protection, ReceivingPayload.Subject, receiving, shownVersion);
                minor.ReceiverNamed = true;
                work.Record(new ReceivingAuthorityNamed(record.Id, record.Version));
                await MinorRows.AskForMissingAsync(work, minor);
            }
        );

    /// <summary>The authority at home answers for the child from the day on: the social services in Sweden no longer do.</summary>
    /// <exception cref="RefusedException">NotAMinor, TakenOverAlready, ReceiverNotNamed, NotArrivedYet, TakenOverBeforeArrival, DateInFuture.</exception>
    public Task ConfirmTakenOverAsync(CaseHandle handle, Guid operationId, DateOnly on) =>
        operations.RunAsync(
            handle,
            operationId,
            "ConfirmTakingOver",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                await RequireTakeableAsync(work, minor, on);
                minor.TakenOverOn = on;
                work.Case.Minor = MinorStanding.TakenOver;
                work.Record(new TakingOverConfirmed(on));
                await work.DoneAsync(WorkItemKind.ConfirmTakingOver);
            }
        );

    /// <summary>The taking-over, or that the child is back, was recorded wrongly: it is asked anew.</summary>
    /// <exception cref="RefusedException">NotAMinor; SectionChanged when neither is recorded; ChildReasonMissing.</exception>
    public Task TakeBackTakingOverAsync(CaseHandle handle, Guid operationId, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "TakeBackTakingOver",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                if (!minor.IsWithSomeone)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                var why = new MinorReason(GivenReason.Require(reason, "Untake.Reason"));
                var record = await work.SealAsync(Compartment.Protection, MinorReason.TakingOver, why, null);
                (minor.TakenOverOn, minor.BackOn) = (null, null);
                work.Case.Minor = MinorStanding.SwedenResponsible;
                work.Record(new TakingOverTakenBack(record.Id));
                await MinorRows.AskIfTakenOverAsync(work);
            }
        );

    /// <summary>The child left, and is with the social services in Sweden again: nobody else has it.</summary>
    /// <exception cref="RefusedException">NotAMinor, TakenOverAlready, NotLeftYet, BackBeforeLeaving, DateInFuture.</exception>
    public Task RecordBackAsync(CaseHandle handle, Guid operationId, DateOnly on) =>
        operations.RunAsync(
            handle,
            operationId,
            "ChildIsBack",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                RequireNotTakenOver(minor);
                work.Days.RequireWithin(on, "Returned.On");
                if ((await DayOfAsync(work, MilestoneKind.MetOnArrival) ?? await DayOfAsync(work, MilestoneKind.Departed)) is not { } left)
                {
                    throw new RefusedException(ChildrenRefusals.NotLeftYet);
                }

                if (on < left)
                {
                    throw new RefusedException(ChildrenRefusals.BackBeforeLeaving, "Returned.On");
                }

                minor.BackOn = on;
                work.Record(new ChildIsBack(on));
                await work.DoneAsync(WorkItemKind.ConfirmTakingOver);
            }
        );

    /// <summary>The person has turned 18, or was an adult all along: looked at in the date of birth, which has to be open.</summary>
    /// <exception cref="RefusedException">NotAMinor, IdentityNotOpen, NotAdultYet.</exception>
    public Task EndAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "MinorIsAdult",
            OperationNature.Fact,
            async work =>
            {
                var minor = await MinorRows.RequireAsync(work);
                var opened = handle.Opened is { } open && open.Covers(Compartment.Identity) && handle.MayOpen(Compartment.Identity) ? open : null;
                var identity = opened is null
                    ? throw new RefusedException(ChildrenRefusals.IdentityNotOpen)
                    : await vault.ReadAsync<IdentityPayload>(work.Db, opened, Compartment.Identity, IdentityPayload.Subject);
                if (identity?.Value.BirthDate is not { } born || MinorRule.IsMinor(born, work.Today))
                {
                    throw new RefusedException(ChildrenRefusals.NotAdultYet);
                }

                minor.AdultSince = work.Today;
                work.Case.Minor = null;
                work.Record(new MinorIsAdult(work.Today));
                await MinorRows.AskForMissingAsync(work, minor);
                await GuardianConsents.FollowAsync(work);
                await work.DoneAsync(WorkItemKind.ConfirmTakingOver);
            }
        );

    private static void RequireNotTakenOver(UnaccompaniedMinor minor)
    {
        if (minor.TakenOverOn is not null)
        {
            throw new RefusedException(ChildrenRefusals.TakenOverAlready);
        }
    }

    // What the guardian signs is the application.
    private static async Task RequireAppliedAsync(CaseWork work, DateOnly on)
    {
        if (await DayOfAsync(work, MilestoneKind.ApplicationSigned) is not { } applied)
        {
            throw new RefusedException(ChildrenRefusals.NotAppliedYet);
        }

        if (on < applied)
        {
            throw new RefusedException(ChildrenRefusals.SignedBeforeApplying, "Sign.On");
        }
    }

    private static Task<DateOnly?> DayOfAsync(CaseWork work, MilestoneKind kind) =>
        work
            .Db.Set<CaseMilestone>()
            .Where(m => m.CaseId == work.Case.Id && m.Kind == kind)
            .Select(m => (DateOnly?)m.OccurredOn)
            .FirstOrDefaultAsync();

    private static async Task RequireTakeableAsync(CaseWork work, UnaccompaniedMinor minor, DateOnly on)
    {
        RequireNotTakenOver(minor);
        if (!minor.ReceiverNamed)
        {
            throw new RefusedException(ChildrenRefusals.ReceiverNotNamed);
        }

        if (on > work.Today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Taken.On");
        }

        if (await DayOfAsync(work, MilestoneKind.MetOnArrival) is not { } arrival)
        {
            throw new RefusedException(ChildrenRefusals.NotArrivedYet);
        }

        if (on < arrival)
        {
            throw new RefusedException(ChildrenRefusals.TakenOverBeforeArrival, "Taken.On");
        }
    }
}
