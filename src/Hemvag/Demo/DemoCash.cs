using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Demo;

/// <summary>How far an invented decision on cash support has come.</summary>
internal enum DemoCashStage
{
    Entered,
    Confirmed,
    Presented,
    Closed,
}

/// <summary>Four invented decisions on cash support, one in each stage. No one real.</summary>
internal sealed class DemoCash(DemoStageHand hand, OrganisationCatalogue organisations)
{
    private const string Officer = "migration-1";
    private const string Iom = "iom-1";
    private const string Office = "iraq-1";

    public async Task TellAsync(DateOnly today)
    {
        var karim = Person(CashRelation.Applicant, "كريم", "العبيدي", new DateOnly(1984, 2, 11), "G1840211", 30_000_00);
        await TellAsync(today.AddDays(-75), "2-900101", DemoCashStage.Closed, today, karim);
        await TellAsync(
            today.AddDays(-40),
            "2-900102",
            DemoCashStage.Presented,
            today,
            Person(CashRelation.Applicant, "Hawre", "Barzan", new DateOnly(1986, 9, 1), "G1860901", 30_000_00),
            Person(CashRelation.SpouseOrCohabitant, "Shilan", "Barzan", new DateOnly(1989, 6, 21), "G1890621", 30_000_00),
            Person(CashRelation.Child, "Dana", "Barzan", new DateOnly(2014, 3, 8), null, 15_000_00)
        );
        var nadia = Person(CashRelation.Applicant, "Nadia", "Al-Samarrai", new DateOnly(1992, 12, 5), "G1921205", 30_000_00);
        await TellAsync(today.AddDays(-20), "2-900103", DemoCashStage.Confirmed, today, nadia);
        await TellAsync(
            today.AddDays(-2),
            "2-900104",
            DemoCashStage.Entered,
            today,
            Person(CashRelation.Applicant, "Yousif", "Hanna", new DateOnly(1979, 5, 30), null, 30_000_00),
            Person(CashRelation.Child, "Maryam", "Hanna", new DateOnly(2011, 10, 10), null, 15_000_00)
        );
    }

    private async Task TellAsync(DateOnly start, string number, DemoCashStage stage, DateOnly today, params CashPerson[] family)
    {
        hand.Clock.MoveTo(start);
        var caseId = await EnterAsync(start, number, family);
        var acts = new (DemoCashStage Until, int Day, Func<Task> Act)[]
        {
            (
                DemoCashStage.Confirmed,
                2,
                () => hand.ActAsync(Iom, caseId, (s, h, id) => s.GetRequiredService<ReceiptConfirming>().ConfirmAsync(h, id))
            ),
            (DemoCashStage.Presented, 30, () => PresentAsync(caseId, family[0].DocumentNumber)),
            (DemoCashStage.Closed, 30, () => PayAsync(caseId)),
            (
                DemoCashStage.Closed,
                34,
                () =>
                    hand.ActAsync(
                        Iom,
                        caseId,
                        (s, h, id) => s.GetRequiredService<StopService>().CloseAsync(h, id, ClosingGround.SupportPaid, seenOpen: false)
                    )
            ),
        };
        foreach (var act in acts.Where(a => a.Until <= stage))
        {
            var day = start.AddDays(act.Day);
            hand.Clock.MoveTo(day < today ? day : today);
            await act.Act();
        }
    }

    private Task<Guid> EnterAsync(DateOnly day, string number, IReadOnlyList<CashPerson> family) =>
        hand.DoAsync(
            Officer,
            (scope, account, id) =>
                scope
                    .GetRequiredService<CashDecisions>()
                    .EnterAsync(
                        account,
                        id,
                        new CashDecisionEntry(
                            number,
                            day.AddDays(-1),
                            AsylumOutcome.Refused,
                            day.AddDays(-50),
                            ReturnsWithAssistance: true,
                            AppliedInSweden: true,
                            day.AddDays(-30),
                            "IQ",
                            organisations.OfficeIn("IQ")!.Id,
                            day.AddDays(25),
                            "070-174 06 80",
                            "ar",
                            ConsentsToIom: true,
                            ConsentsToOffice: true,
                            "en",
                            family
                        )
                    )
        );

    private async Task PresentAsync(Guid caseId, string? number)
    {
        var came = await MembersAsync(caseId);
        await hand.ActAsync(Office, caseId, (scope, handle, _) => hand.OpenAsync(scope, handle, CaseLinks.Cash));
        await hand.ActAsync(
            Office,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<Presenting>()
                    .RecordAsync(handle, id, new PresentedInput(Today, came, ShownDocument.Passport, number, Recognised: true))
        );
    }

    private async Task PayAsync(Guid caseId)
    {
        var members = await MembersAsync(caseId);
        await hand.ActAsync(
            Office,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<CashPaying>()
                    .PayAsync(handle, id, new CashPayment(Today, PaymentMode.CashAtOffice, members, ReceiptSigned: true))
        );
    }

    private Task<List<Guid>> MembersAsync(Guid caseId) =>
        hand.DoAsync(
            Office,
            (scope, _, _) =>
                scope
                    .GetRequiredService<Data.HemvagDbContext>()
                    .Set<CashFamilyMember>()
                    .Where(m => m.CaseId == caseId)
                    .OrderBy(m => m.Ordinal)
                    .Select(m => m.Id)
                    .ToListAsync()
        );

    private DateOnly Today => DateOnly.FromDateTime(hand.Clock.GetUtcNow().UtcDateTime);

    private static CashPerson Person(CashRelation relation, string given, string family, DateOnly born, string? document, long amount) =>
        new(relation, given, family, born, "IQ", document, amount);
}
