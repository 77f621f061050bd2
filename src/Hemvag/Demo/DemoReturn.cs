using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.FollowUp.Ending;
using Hemvag.Modules.FollowUp.Evaluations;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Office;
using Hemvag.Modules.Travel.Will;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Demo;

/// <summary>The second half of an invented case: office, plan, journey, payments, follow-up.</summary>
internal sealed class DemoReturn(DemoStageHand hand, DemoStory story, OrganisationCatalogue organisations)
{
    private const string Iom = "iom-1";
    private const string Approver = "approver-1";

    private DateOnly Today => DateOnly.FromDateTime(hand.Clock.GetUtcNow().UtcDateTime);

    /// <summary>The person's yes to the office, which is named then.</summary>
    public async Task NameOfficeAsync(DemoCase person, Guid caseId)
    {
        await story.ConsentAsync(person, caseId, ConsentPurpose.ContactWithLocalOffice, Office(person).Id);
        await NameAsync(caseId, Office(person));
    }

    public async Task PlanAsync(DemoCase person, Guid caseId)
    {
        var office = Office(person);
        await story.ConsentAsync(person, caseId, ConsentPurpose.ContactWithLocalOffice, office.Id);
        await story.ConsentAsync(
            person,
            caseId,
            ConsentPurpose.ContactAfterReturn,
            office.Id,
            organisations.Organisations.Single(o => o.Kind == OrganisationKind.IomFinland).Id
        );
        await NameAsync(caseId, office);
        await story.AssessAsync(person, caseId);
        await AddItemAsync(caseId, SupportPurpose.VocationalTraining, 90_000, "Kurs i sömnad");
        await AddItemAsync(caseId, SupportPurpose.SmallBusinessEquipment, 65_000, "Symaskin och overlock");
        await AgreeAsync(person, caseId);
        await ConcludeAsync(caseId);
    }

    public async Task BookAsync(DemoCase person, Guid caseId, DateOnly departs)
    {
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<JourneyPlanning>()
                    .PlanAsync(
                        handle,
                        id,
                        new JourneyPlan(
                            departs,
                            new TimeOnly(11, 40),
                            "Europe/Stockholm",
                            departs.AddDays(1),
                            new TimeOnly(6, 5),
                            Office(person).TimeZone,
                            "Via Wien",
                            "Utgång 2, gul skylt"
                        ),
                        0
                    )
        );
        await DemoLegs.HavePapersAsync(hand, Iom, caseId, Today);
        await DemoLegs.PayAsync(hand, Iom, Approver, caseId);
        await DemoLegs.PlanAsync(hand, Iom, caseId, departs, Office(person).TimeZone);
        foreach (var arrangement in (await hand.VersionAsync(Iom, caseId)).TravelArrangements)
        {
            await ArrangeAsync(person, caseId, arrangement.Kind);
        }

        await AskWillAsync(person, caseId);
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().ActAsync(handle, id, MilestoneKind.Booked, Today)
        );
    }

    public async Task DepartAsync(DemoCase person, Guid caseId)
    {
        await AskWillAsync(person, caseId);
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().ActAsync(handle, id, MilestoneKind.ReadyToTravel, Today)
        );
        await RecordAsync(person.Coordinator, caseId, MilestoneKind.Departed);
        await DemoLegs.LandAsync(hand, Iom, caseId);
    }

    public async Task ArriveAsync(DemoCase person, Guid caseId)
    {
        await RecordAsync($"{person.Local}-1", caseId, MilestoneKind.MetOnArrival);
        await RecordAsync($"{person.Local}-1", caseId, MilestoneKind.OnwardJourneyDone);
        await hand.ActAsync(Iom, caseId, (scope, handle, id) => scope.GetRequiredService<EntitlementOpening>().OpenAsync(handle, id, Today));
        // Who asks does not pay: a colleague who pays must see the case too.
        await hand.ActAsync(
            $"{person.Local}-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<ColleagueService>().ShareAsync(handle, id, DemoAccounts.IdOf($"{person.Local}-2"))
        );
        var version = await hand.VersionAsync(Iom, caseId);
        var months = EntitlementRules.Line(version.Entitlements, EntitlementCategory.Subsistence)!.Instalments!.Count;
        await RequestMonthsAsync(person, caseId, [.. Enumerable.Range(1, months)]);
    }

    /// <summary>Asks for these instalments of the monthly grant.</summary>
    public Task RequestMonthsAsync(DemoCase person, Guid caseId, params int[] months) =>
        hand.ActAsync(
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
                            15_000,
                            months,
                            null,
                            new PaymentDetails(null, null)
                        )
                    )
        );

    public async Task ApproveAsync(Guid caseId) =>
        await hand.ActAsync(
            Approver,
            caseId,
            async (scope, handle, id) =>
            {
                var waiting = await scope
                    .GetRequiredService<HemvagDbContext>()
                    .Set<Payment>()
                    .Where(p => p.CaseId == caseId && p.State == PaymentState.Requested)
                    .ToListAsync();
                await scope
                    .GetRequiredService<PaymentApprovals>()
                    .AnswerAsync(handle, id, [.. waiting.Select(p => new ApprovalRow(p.Id, p.Round, ApprovalChoice.Approve, null))]);
            }
        );

    /// <summary>Pays what is approved for the months that have begun.</summary>
    public async Task PayAsync(DemoCase person, Guid caseId)
    {
        var due = new List<Guid>();
        await hand.ActAsync(
            $"{person.Local}-2",
            caseId,
            async (scope, handle, _) =>
            {
                var db = scope.GetRequiredService<HemvagDbContext>();
                var met = await db.Set<CaseMilestone>().FirstAsync(m => m.CaseId == caseId && m.Kind == MilestoneKind.MetOnArrival);
                var approved = await db.Set<Payment>()
                    .Where(p => p.CaseId == caseId && p.State == PaymentState.Approved)
                    .OrderBy(p => p.Month)
                    .ToListAsync();
                due.AddRange(approved.Where(p => p.Month is { } month && met.OccurredOn.AddMonths(month - 1) <= Today).Select(p => p.Id));
            }
        );
        foreach (var payment in due)
        {
            await hand.ActAsync(
                $"{person.Local}-2",
                caseId,
                (scope, handle, id) =>
                    scope.GetRequiredService<PaymentPayouts>().PayAsync(handle, id, payment, new PaidOrder(Today, PaymentMode.CashAtOffice, 15_000))
            );
            await hand.ActAsync(
                $"{person.Local}-2",
                caseId,
                (scope, handle, id) => scope.GetRequiredService<PaymentPayouts>().AddReceiptAsync(handle, id, payment, Today, null, true)
            );
        }
    }

    public Task EndFollowUpAsync(DemoCase person, Guid caseId) =>
        hand.ActAsync(
            $"{person.Local}-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<FollowUpEnding>().EndAsync(handle, id, FollowUpEndGround.MonthsOver, Today, true)
        );

    public async Task FinishAsync(DemoCase person, Guid caseId)
    {
        await EndFollowUpAsync(person, caseId);
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) =>
                handle.May(CaseAction.Evaluate)
                    ? scope
                        .GetRequiredService<Evaluating>()
                        .EvaluateAsync(handle, id, new EvaluationRequest(Today, GoalsReached.Partly, "Kursen", null, false, null, false, []))
                    : Task.CompletedTask
        );
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<StopService>().CloseAsync(handle, id, ClosingGround.Completed, true)
        );
    }

    private Task NameAsync(Guid caseId, OfficeEntry office) =>
        hand.ActAsync(Iom, caseId, (scope, handle, id) => scope.GetRequiredService<OfficeNaming>().NameAsync(handle, id, null, office.Id, null));

    private async Task AddItemAsync(Guid caseId, SupportPurpose purpose, long amountMinor, string goal) =>
        await hand.ActAsync(
            Iom,
            caseId,
            async (scope, handle, id) =>
                await scope
                    .GetRequiredService<PlanDrafting>()
                    .AddAsync(
                        handle,
                        id,
                        await VersionAsync(scope, caseId),
                        new PlanItemDraft(purpose, null, amountMinor, 2, Role.LocalOfficeWorker, Today, new PlanItemText(goal, null, null, null), 0)
                    )
        );

    private async Task AgreeAsync(DemoCase person, Guid caseId)
    {
        foreach (
            var (who, party) in new[]
            {
                (person.Coordinator, PlanParty.Person),
                (Iom, PlanParty.IomFinland),
                ($"{person.Local}-1", PlanParty.LocalOffice),
            }
        )
        {
            await hand.ActAsync(
                who,
                caseId,
                async (scope, handle, id) =>
                    await scope
                        .GetRequiredService<PlanAgreeing>()
                        .AgreeAsync(
                            handle,
                            id,
                            await VersionAsync(scope, caseId),
                            new PlanYes(party, Today, party == PlanParty.Person ? "en" : null, null)
                        )
            );
        }
    }

    private Task ConcludeAsync(Guid caseId) =>
        hand.ActAsync(
            Iom,
            caseId,
            async (scope, handle, id) =>
                await scope.GetRequiredService<PlanAgreeing>().ConcludeAsync(handle, id, await VersionAsync(scope, caseId), Today)
        );

    private static Task<int> VersionAsync(IServiceProvider scope, Guid caseId) =>
        scope
            .GetRequiredService<HemvagDbContext>()
            .Set<ReintegrationPlan>()
            .Where(p => p.CaseId == caseId)
            .Select(p => p.Version)
            .FirstOrDefaultAsync();

    private async Task ArrangeAsync(DemoCase person, Guid caseId, TravelArrangementKind kind)
    {
        var iom = organisations.Organisations.Single(o => o.Kind == OrganisationKind.IomFinland).Id;
        var byOffice = kind is TravelArrangementKind.Reception or TravelArrangementKind.OnwardTransport;
        var needed = kind is not (TravelArrangementKind.Escort or TravelArrangementKind.TravelDocuments);
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<Arranging>()
                    .DecideAsync(
                        handle,
                        id,
                        new ArrangementDecision(
                            kind,
                            needed ? ArrangementNeed.Needed : ArrangementNeed.NotNeeded,
                            needed ? (byOffice ? Office(person).Id : iom) : null,
                            null,
                            null,
                            0
                        )
                    )
        );
        if (needed)
        {
            await hand.ActAsync(
                byOffice ? $"{person.Local}-1" : Iom,
                caseId,
                (scope, handle, id) => scope.GetRequiredService<Arranging>().AnswerAsync(handle, id, kind, true, null)
            );
        }
    }

    private Task AskWillAsync(DemoCase person, Guid caseId) =>
        hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<WillAsking>()
                    .RecordAsync(handle, id, new WillAskedInput(Today, WillWord.Yes, AskedHow.InPerson, "en", null, null))
        );

    private Task RecordAsync(string who, Guid caseId, MilestoneKind kind) =>
        hand.ActAsync(who, caseId, (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().RecordAsync(handle, id, kind, Today));

    private OfficeEntry Office(DemoCase person) => organisations.OfficeIn(person.Country)!;
}
