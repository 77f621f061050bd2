using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Tests.Programmes.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

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

    /// <summary>Does something as the one who holds the case.</summary>
    public static Task DoAsync<T>(ProgrammeTown town, DemoCase person, Guid caseId, Func<T, CaseHandle, Guid, Task> act)
        where T : notnull => town.Hand.ActAsync(person.Coordinator, caseId, (scope, handle, id) => act(scope.GetRequiredService<T>(), handle, id));

    public static async Task DecideAsync(ProgrammeTown town, Guid caseId, AccompanyingChild child, bool gets)
    {
        var before = await town.WithDbAsync(db => db.Set<ChildDecision>().AsNoTracking().Where(d => d.ChildId == child.Id).ToListAsync());
        var order = new SupportOrder(gets, town.Today, "By the needs.", ChildDecision.Last(before)?.Id);
        await town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<DecidingSupport>().DecideAsync(handle, id, child.Id, order)
        );
    }

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
