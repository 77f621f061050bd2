using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.Modules.Reintegration.Payments;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Tests.Programmes.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Children;

/// <summary>What the journeys of children do in a case, step by step.</summary>
internal static class FamilySteps
{
    public static DemoCase Family(string coordinator) =>
        new("c91", "Doina", "Lupescu", null, "070-174 06 80", "ro", "RO", coordinator, "romania", 0, DemoStage.Closed, Children: 2);

    public static async Task PrepareAsync(ProgrammeTown town, DemoFamily family, DemoCase person, Guid caseId)
    {
        await family.MeetAsync(person, caseId);
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.RecordCustody);
        await town.Story.InformAsync(person, caseId);
        await town.Story.ApplyAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.DecideChildSupport);
        await town.Story.AnswerAsync(person, caseId);
        (await RefusalAsync(() => family.DecideAsync(person, caseId))).ShouldBe("ChildNotAssessed");
    }

    public static Task RequestAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child, params int[] months) =>
        town.Hand.ActAsync(
            $"{person.Local}-1",
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<PaymentRequests>()
                    .RequestAsync(
                        handle,
                        id,
                        new PaymentRequest(
                            EntitlementCategory.Subsistence,
                            null,
                            PaymentMode.CashAtOffice,
                            0,
                            months,
                            null,
                            new PaymentDetails(null, null),
                            child.Id
                        )
                    )
        );

    public static Task<List<T>> RowsAsync<T>(IServiceProvider scope, System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class => scope.GetRequiredService<HemvagDbContext>().Set<T>().AsNoTracking().Where(which).ToListAsync();

    public static Task DecideAsync(ProgrammeTown town, Guid caseId, AccompanyingChild child, bool gets) =>
        town.Hand.ActAsync(
            "iom-1",
            caseId,
            async (scope, handle, id) =>
                await scope
                    .GetRequiredService<DecidingSupport>()
                    .DecideAsync(
                        handle,
                        id,
                        child.Id,
                        new SupportOrder(
                            gets,
                            town.Today,
                            "By the needs.",
                            ChildDecision.Last(await RowsAsync<ChildDecision>(scope, d => d.ChildId == child.Id))?.Id
                        )
                    )
        );

    public static Task ActAsync(ProgrammeTown town, Guid caseId, MilestoneKind kind) =>
        town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().ActAsync(handle, id, kind, town.Today)
        );

    public static UploadedFile Sheet => new("underskrift.pdf", "%PDF-1.4\n% demo\n"u8.ToArray());

    /// <summary>The roles that are told that a child must not travel.</summary>
    public static Task<List<Role>> StopsAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db =>
            db.Set<WorkItem>()
                .Where(w => w.CaseId == caseId && w.DoneAt == null && w.Kind == WorkItemKind.ChildMayNotTravel)
                .Select(w => w.Role)
                .ToListAsync()
        );

    public static Task<List<Entitlement>> ChildLinesAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<Entitlement>().AsNoTracking().Where(e => e.CaseId == caseId && e.BeneficiaryId != caseId).ToListAsync());

    public static Task<List<WorkItemKind>> WaitsAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.DoneAt == null).Select(w => w.Kind).ToListAsync());

    public static Task<Case> CaseAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));

    public static async Task<string?> RefusalAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }
    }
}
