using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Children.Minors;

/// <summary>What was said or written tells that the person is under 18: the rules for a child who returns alone hold from now on.</summary>
internal sealed class MarkMinor : IReactTo<ReturneeIsMinor>
{
    public async Task ReactAsync(ReturneeIsMinor happened, CaseWork work)
    {
        var minor = await MinorRows.FindAsync(work);
        if (minor is { AdultSince: null })
        {
            return;
        }

        if (minor is null)
        {
            minor = new UnaccompaniedMinor
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                MarkedAt = work.Now,
            };
            work.Db.Add(minor);
        }

        minor.AdultSince = null;
        work.Case.Minor = minor.TakenOverOn is null ? MinorStanding.SwedenResponsible : MinorStanding.TakenOver;
        work.Record(new MinorMarked(minor.Id));
        await MinorRows.AskForMissingAsync(work, minor);
    }
}

/// <summary>Whoever takes the matter prepares what a child needs; once the child has been met, somebody asks whether it has been taken over.</summary>
internal sealed class AskAboutMinor : IReactTo<MatterTaken>, IReactTo<MilestoneReached>
{
    public async Task ReactAsync(MatterTaken happened, CaseWork work)
    {
        if (await MinorRows.FindAsync(work) is { AdultSince: null } minor)
        {
            await MinorRows.AskForMissingAsync(work, minor);
        }
    }

    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind == MilestoneKind.MetOnArrival && await MinorRows.FindAsync(work) is { AdultSince: null, TakenOverOn: null })
        {
            await MinorRows.AskHolderAsync(work, WorkItemKind.ConfirmTakingOver, Urgency.Safety, LocalDates.NextWorkingDay(work.Today));
        }
    }
}
