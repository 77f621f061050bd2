using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Demo;

/// <summary>A thread of access to justice in an invented case: a trial in Sweden that the person wants to take part in, and a report at home.</summary>
internal sealed class DemoJustice(DemoStageHand hand, DemoStory story)
{
    private const string Iom = "iom-1";

    public async Task TellAsync(DemoCase person, Guid caseId, DateOnly today)
    {
        hand.Clock.MoveTo(today.AddDays(-6));
        await story.ConsentAsync(person, caseId, ConsentPurpose.AccessToJustice, IomFinland.Id);
        var court = new ProceedingPayload("Tingsrätten i Almvik (demo)", "B 000-00", "Ombudet Edit Lövholm", "08-465 00 10", "Tolk behövs.");
        await OpenAsync(person, caseId, ProceedingSide.Sweden, ProceedingStage.MainHearing, today.AddDays(-20), court);
        var home = new ProceedingPayload("Polisen på hemorten (demo)", null, null, null, null);
        await OpenAsync(person, caseId, ProceedingSide.HomeCountry, ProceedingStage.Reported, today.AddDays(-8), home);
        Guid trial = default;
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            async (scope, _, _) =>
                trial = await scope
                    .GetRequiredService<HemvagDbContext>()
                    .Set<Proceeding>()
                    .Where(p => p.CaseId == caseId && p.Number == 1)
                    .Select(p => p.Id)
                    .SingleAsync()
        );
        await ActAsync<ProceedingKeeping>(
            Iom,
            caseId,
            (keeping, handle, id) =>
                keeping.AddDayAsync(handle, id, trial, new ProceedingDayPayload(today.AddDays(30), "Huvudförhandling, sal 3"), today.AddDays(16))
        );
        await ActAsync<TellingService>(
            Iom,
            caseId,
            (telling, handle, id) =>
                telling.RecordAsync(
                    handle,
                    id,
                    trial,
                    new ToldNow(
                        today.AddDays(-6),
                        ToldBy.IomFinland,
                        ToldWay.Phone,
                        "th",
                        true,
                        new ToldPayload("Åtal är väckt och dagen för rättegången är bestämd.", "Vill delta på plats.")
                    )
                )
        );
        await ActAsync<TrialService>(
            Iom,
            caseId,
            (trials, handle, id) =>
                trials.WriteAsync(
                    handle,
                    id,
                    trial,
                    0,
                    TrialWish.TakesPartInPerson,
                    today.AddDays(-6),
                    new TrialPayload("Kallad som målsägande.", "Möts vid planet. Eget rum i domstolen.")
                )
        );
        await ActAsync<TrialService>(
            Iom,
            caseId,
            (trials, handle, id) => trials.AddCostAsync(handle, id, trial, TrialCostKind.Travel, new Amount(980_000, "SEK"), CostBearer.Court)
        );
        await ActAsync<JourneyHelping>(
            Iom,
            caseId,
            (journeys, handle, id) =>
                journeys.AskAsync(
                    handle,
                    id,
                    trial,
                    new JourneyWanted(
                        today.AddDays(28),
                        today.AddDays(32),
                        new JourneyHelpPayload("Bangkok", "Stockholm", "Vid informationen"),
                        new JourneyHelpPayload("Stockholm", "Bangkok", "Vid utgången")
                    )
                )
        );
    }

    private Task OpenAsync(DemoCase person, Guid caseId, ProceedingSide side, ProceedingStage stage, DateOnly on, ProceedingPayload details) =>
        ActAsync<ProceedingKeeping>(person.Coordinator, caseId, (keeping, handle, id) => keeping.OpenAsync(handle, id, side, stage, on, details));

    private Task ActAsync<T>(string who, Guid caseId, Func<T, CaseHandle, Guid, Task> act)
        where T : notnull => hand.ActAsync(who, caseId, (scope, handle, id) => act(scope.GetRequiredService<T>(), handle, id));
}
