using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>A party's yes, as the form holds it.</summary>
/// <param name="Language">ISO 639; needed for the person.</param>
/// <param name="Interpreter">Name; null without one.</param>
internal sealed record PlanYes(PlanParty Party, DateOnly On, string? Language, string? Interpreter);

/// <summary>Records the three yeses to a version, each by itself, and the milestone when all are there.</summary>
internal sealed class PlanAgreeing(CaseOperations operations)
{
    /// <param name="shownVersion">The version that was agreed to.</param>
    /// <exception cref="RefusedException">PlanEmpty, SectionChanged, PartyNotYours, AlreadyAgreed, AgreementLanguageMissing, DateInFuture, DateTooEarly.</exception>
    public Task AgreeAsync(CaseHandle handle, Guid operationId, int shownVersion, PlanYes yes) =>
        operations.RunAsync(
            handle,
            operationId,
            "AgreeToPlan",
            OperationNature.Fact,
            async work =>
            {
                Require(PlanParties.MayRecord(yes.Party, handle.Roles), ReintegrationRefusals.PartyNotYours);
                await RequireCurrentAsync(work, shownVersion);
                var agreed = await AgreedAsync(work, shownVersion);
                Require(!agreed.Contains(yes.Party), ReintegrationRefusals.AlreadyAgreed);
                Check(work, yes);
                await AddAsync(work, shownVersion, yes);
                if (yes.Party == PlanParty.LocalOffice)
                {
                    // Whoever says yes there meets the person: from now on the case is theirs and not the whole office's.
                    await TakingOn.Async(work, handle.Account.OrganisationId, Role.LocalOfficeWorker, handle.Account.Id);
                }

                await work.DoneAsync(WorkItemKind.AgreeToPlan, PlanWork.TaskOf(work.Case.Id, yes.Party));
                if (agreed.Count + 1 == PlanParties.All.Count && !work.Reached.Contains(MilestoneKind.PlanAgreed))
                {
                    await ConcludeOrAskAsync(work, handle, yes.On);
                }
            }
        );

    /// <summary>Sets the milestone when the last yes came from someone who may not, or while a gate was open.</summary>
    /// <exception cref="RefusedException">PlanNotAgreedByAll, and what a milestone refuses.</exception>
    public Task ConcludeAsync(CaseHandle handle, Guid operationId, int shownVersion, DateOnly on) =>
        operations.RunAsync(
            handle,
            operationId,
            "ConcludePlan",
            OperationNature.Act,
            async work =>
            {
                await RequireCurrentAsync(work, shownVersion);
                var agreed = await AgreedAsync(work, shownVersion);
                Require(agreed.Count == PlanParties.All.Count, ReintegrationRefusals.PlanNotAgreedByAll);
                await work.ReachAsync(MilestoneKind.PlanAgreed, on);
                await work.DoneAsync(WorkItemKind.AgreeToPlan, PlanWork.ConcludingTask(work.Case.Id));
            }
        );

    private static async Task ConcludeOrAskAsync(CaseWork work, CaseHandle handle, DateOnly on)
    {
        var table = new MilestoneTable(work.Programme);
        var ready =
            work.Case.HeldAt is null
            && handle.Roles.Any(role => table.MaySet(MilestoneKind.PlanAgreed, role))
            && table.Awaits(MilestoneKind.PlanAgreed, work.Reached).Count == 0
            && (await work.OpenGatesOf(MilestoneKind.PlanAgreed)).Count == 0;
        if (ready)
        {
            await work.ReachAsync(MilestoneKind.PlanAgreed, on);
        }
        else
        {
            await PlanWork.AskToConcludeAsync(work);
        }
    }

    private static async Task RequireCurrentAsync(CaseWork work, int shownVersion)
    {
        var plan = await work.Db.Set<ReintegrationPlan>().FirstOrDefaultAsync(p => p.CaseId == work.Case.Id);
        var any = plan is not null && await work.Db.Set<PlanItem>().AnyAsync(i => i.CaseId == work.Case.Id && i.RemovedIn == null);
        Require(any, ReintegrationRefusals.PlanEmpty);
        Require(plan!.Version == shownVersion, CaseRefusals.SectionChanged);
    }

    private static Task<List<PlanParty>> AgreedAsync(CaseWork work, int version) =>
        work.Db.Set<PlanAgreement>().Where(a => a.CaseId == work.Case.Id && a.Version == version).Select(a => a.Party).ToListAsync();

    private static void Check(CaseWork work, PlanYes yes)
    {
        work.Days.Require(yes.On, "Yes.On");

        if (yes.Party == PlanParty.Person && string.IsNullOrWhiteSpace(yes.Language))
        {
            throw new RefusedException(ReintegrationRefusals.AgreementLanguageMissing, "Yes.Language");
        }
    }

    private static async Task AddAsync(CaseWork work, int version, PlanYes yes)
    {
        var isPerson = yes.Party == PlanParty.Person;
        var agreement = new PlanAgreement
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Version = version,
            Party = yes.Party,
            AgreedOn = yes.On,
            RecordedAt = work.Now,
            RecordedBy = work.Account!.Id,
            Language = isPerson ? yes.Language : null,
            ThroughInterpreter = isPerson && yes.Interpreter is not null,
        };
        work.Db.Add(agreement);
        work.Record(new PlanAgreed(yes.Party, version, yes.On, agreement.Language, agreement.ThroughInterpreter));
        if (isPerson && yes.Interpreter is { } name)
        {
            var subject = PlanSubjects.Interpreter(agreement.Id);
            var record = await work.SealAsync(Compartment.Protection, subject, new PlanInterpreter(name), shownVersion: null);
            work.Record(new RecordSealed(subject, record.Id, record.Version));
        }
    }

    private static void Require(bool holds, Refusal refusal)
    {
        if (!holds)
        {
            throw new RefusedException(refusal);
        }
    }
}
