using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Guardians;
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
        await GuardianConsents.FollowAsync(work);
    }
}

/// <summary>Whoever takes the matter prepares what a child needs; once the child has been met, somebody asks whether it has been taken over.</summary>
internal sealed class AskAboutMinor : IReactTo<MatterTaken>, IReactTo<MilestoneReached>, IReactTo<MilestoneDateCorrected>
{
    public async Task ReactAsync(MatterTaken happened, CaseWork work)
    {
        if (await MinorRows.FindAsync(work) is { AdultSince: null } minor)
        {
            await MinorRows.AskForMissingAsync(work, minor);
            await GuardianConsents.FollowAsync(work);
        }
    }

    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind is not (MilestoneKind.Departed or MilestoneKind.MetOnArrival) || await MinorRows.FindAsync(work) is not { } minor)
        {
            return;
        }

        if (happened.Kind == MilestoneKind.Departed)
        {
            await MinorRows.AskForMissingAsync(work, minor);
        }
        else if (minor is { AdultSince: null, TakenOverOn: null })
        {
            await MinorRows.AskIfTakenOverAsync(work);
        }
    }

    /// <summary>A child cannot have been taken over before it came: where the day of arrival says so now, it is asked anew.</summary>
    public async Task ReactAsync(MilestoneDateCorrected happened, CaseWork work)
    {
        if (
            happened.Kind == MilestoneKind.MetOnArrival
            && await MinorRows.FindAsync(work) is { AdultSince: null, TakenOverOn: { } taken } minor
            && taken < happened.After
        )
        {
            minor.TakenOverOn = null;
            work.Case.Minor = MinorStanding.SwedenResponsible;
            work.Record(new TakingOverFellAway());
            await MinorRows.AskIfTakenOverAsync(work);
        }
    }
}
