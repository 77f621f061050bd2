using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>Where a person who has stopped on the way is safe, sealed in Travel.</summary>
internal sealed record SafePlaceWords(string Where, string? WithWhom) : ISealedPayload
{
    public const string Subject = "travel.safe-place";

    public static string Kind => "travel-safe-place";

    public static int SchemaVersion => 1;
}

/// <summary>One tap on the day of travel: departed, landed, a sign of life. Facts, on a held case too. The milestones follow from them.</summary>
internal sealed class TravelDayTaps(CaseOperations operations)
{
    /// <exception cref="RefusedException">LegOver, CaseClosed.</exception>
    public Task DepartedAsync(CaseHandle handle, Guid operationId, Guid legId) =>
        TapAsync(
            handle,
            operationId,
            legId,
            "LegDeparted",
            async (work, leg) =>
            {
                work.Record(leg.Depart(work.Now));
                await DepartAsync(work);
            }
        );

    /// <exception cref="RefusedException">LegOver, CaseClosed.</exception>
    public Task LandedAsync(CaseHandle handle, Guid operationId, Guid legId) =>
        TapAsync(
            handle,
            operationId,
            legId,
            "LegArrived",
            async (work, leg) =>
            {
                work.Record(leg.Arrive(work.Now));
                await DepartAsync(work);
            }
        );

    /// <summary>Somebody has heard of the person: silence counts anew from now.</summary>
    /// <exception cref="RefusedException">CaseClosed.</exception>
    public Task HeardAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "SignOfLife",
            OperationNature.Fact,
            async work =>
            {
                var next = WatchAnew.Next(work.Case, await WatchAnew.HoldingAsync(work));
                next?.HeardAt = work.Now;
                work.Record(new SignOfLife(next?.Id));
                await SilenceClimb.EndAsync(work);
            }
        );

    /// <exception cref="RefusedException">NotOnTheWay, CaseClosed.</exception>
    public Task SafeAsync(CaseHandle handle, Guid operationId, SafePlaceWords words) =>
        operations.RunAsync(
            handle,
            operationId,
            "WriteSafePlace",
            OperationNature.Fact,
            async work =>
            {
                if (!work.Case.IsUnderWay)
                {
                    throw new RefusedException(TravelRefusals.NotOnTheWay);
                }

                var record = await work.SealAsync(Compartment.Travel, SafePlaceWords.Subject, words, null);
                work.Record(new RecordSealed(SafePlaceWords.Subject, record.Id, record.Version));
            }
        );

    private Task<bool> TapAsync(CaseHandle handle, Guid operationId, Guid legId, string kind, Func<CaseWork, Leg, Task> tap) =>
        operations.RunAsync(
            handle,
            operationId,
            kind,
            OperationNature.Fact,
            async work =>
            {
                var leg = await work.Db.Set<Leg>().FirstAsync(l => l.Id == legId && l.CaseId == work.Case.Id);
                await tap(work, leg);
                await SilenceClimb.EndAsync(work);
            }
        );

    // The office that sees a person land does not record that they left Sweden.
    private static async Task DepartAsync(CaseWork work)
    {
        var may = work.Account is { } account && CasePermissions.RolesFor(CaseAction.RecordDeparture).Any(account.Roles.Contains);
        if (may && !work.Reached.Contains(MilestoneKind.Departed) && !work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            // The day where the person leaves, whoever says so; not one that has not begun yet for the one who says it.
            var zone = await work.Db.Set<Journey>().Where(j => j.CaseId == work.Case.Id).Select(j => j.DepartureZone).FirstOrDefaultAsync();
            var there = LocalDates.Today(work.Now, zone ?? work.Account?.Zone);
            await TravelMilestones.DepartAsync(work, there < work.Today ? there : work.Today);
        }
    }
}
